import { SnippetString, ViewColumn, env, l10n, window, type Terminal } from 'vscode';
import { toSnippet } from './command.ts';
import type { EntryAction } from './messages.ts';

/** Does what the user asked for with a command. Answers whether it was done; why not has been told then. */
export function useEntry(action: EntryAction, command: string): Promise<boolean> {
  switch (action) {
    case 'copy':
      return copy(command);
    case 'insert':
      return insert(command);
    case 'terminal':
      return paste(command);
  }
}

async function copy(command: string): Promise<boolean> {
  await env.clipboard.writeText(command);
  return true;
}

async function insert(command: string): Promise<boolean> {
  const editor = window.activeTextEditor;
  if (!editor) {
    void window.showInformationMessage(l10n.t('Open a file first; the command goes where the cursor is.'));
    return false;
  }
  await window.showTextDocument(editor.document, editor.viewColumn ?? ViewColumn.Active);
  if (await editor.insertSnippet(new SnippetString(toSnippet(command)))) return true;
  void window.showInformationMessage(l10n.t('This file cannot be changed.'));
  return false;
}

/** Writes the command at the terminal's prompt; whether it runs is the user's decision. A line break would run it, so there is none. */
async function paste(command: string): Promise<boolean> {
  const terminal = window.activeTerminal ?? (await openTerminal());
  terminal.show();
  terminal.sendText(command.replace(/\s*[\r\n]+\s*/g, ' '), false);
  return true;
}

/** A shell that is not yet at its prompt echoes what is typed, and its prompt does so again. */
async function openTerminal(): Promise<Terminal> {
  const terminal = window.createTerminal();
  terminal.show();
  await terminal.processId;
  await new Promise((resolve) => setTimeout(resolve, 500));
  return terminal;
}
