import { SnippetString, ViewColumn, env, l10n, window, type Terminal } from 'vscode';
import { insertSnippet } from '../../insert-snippet.ts';
import { lastEditor } from '../../last-editor.ts';
import type { Library } from '../../library.ts';
import { toSnippet } from './command.ts';
import type { EntryAction } from './messages.ts';

/** Does what the user asked for with a command. Answers whether it was done; why not has been told then. */
export function useCommand(action: EntryAction, command: string): Promise<boolean> {
  switch (action) {
    case 'copy':
      return copy(command);
    case 'insert':
      return insert(toSnippet(command));
    case 'terminal':
      return paste(command);
  }
}

async function copy(command: string): Promise<boolean> {
  await env.clipboard.writeText(command);
  return true;
}

/** As {@link useCommand} for a snippet. */
export async function useSnippet(action: EntryAction, id: string, library: Library): Promise<boolean> {
  if (action === 'insert') return insertSnippet(library, id);
  const snippet = action === 'copy' ? await library.snippet(id) : null;
  return snippet ? copy(snippet.plain) : false;
}

async function insert(text: string): Promise<boolean> {
  const editor = lastEditor();
  if (!editor) {
    void window.showInformationMessage(l10n.t('Open a file first; the text goes where the cursor is.'));
    return false;
  }
  const shown = await window.showTextDocument(editor.document, editor.viewColumn ?? ViewColumn.Active);
  if (await shown.insertSnippet(new SnippetString(text))) return true;
  void window.showInformationMessage(l10n.t('This file cannot be changed.'));
  return false;
}

/** Writes the command at the terminal's prompt; whether it runs is the user's decision. A line break would run it, so there is none. */
async function paste(command: string): Promise<boolean> {
  const terminal = window.activeTerminal ?? (await openTerminal());
  terminal.show();
  terminal.sendText(
    command
      .split(/[\r\n]/)
      .map((line) => line.trim())
      .filter(Boolean)
      .join(' '),
    false,
  );
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
