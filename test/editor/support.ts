/** What the tests inside a real VS Code share: opening, looking, waiting. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hasPage, onPage } from '../host/on-page.mjs';

/** The visible text of an element, wherever it is: a webview is a frame in a frame. */
export async function textOf(selector: string): Promise<string> {
  return String(await onPage('text', { selector, inFrames: true }));
}

export const korean = vscode.env.language.startsWith('ko');
const hangul = /[가-힣]/;

/** Korean in Korean, no Korean in English. */
export function assertLanguage(text: string): void {
  if (korean) assert.match(text, hangul);
  else assert.doesNotMatch(text, hangul);
}

export async function open(path: string): Promise<vscode.TextEditor> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  return vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, path));
}

export async function openText(language: string, content: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
}

/** The new document of a language that a command has opened. */
export async function untitled(language: string): Promise<vscode.TextDocument> {
  let found: vscode.TextDocument | undefined;
  await until(() => {
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.isUntitled && document.languageId === language, `a new ${language} document is open`);
    found = document;
  });
  assert.ok(found);
  return found;
}

export function positionOf(document: vscode.TextDocument, word: string): vscode.Position {
  const offset = document.getText().search(new RegExp(`^\\s*${word}\\b`, 'm'));
  assert.ok(offset >= 0, `${word} is in the file`);
  return document.positionAt(document.getText().indexOf(word, offset) + 1);
}

/** The text of Mulgil's hover on a word at the start of a line; waits until the server is up. */
export async function hoverAt(document: vscode.TextDocument, word: string): Promise<string> {
  const position = positionOf(document, word);
  let text = '';
  await until(async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
    text =
      hovers
        .flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value))
        .find((value) => value.includes('** — ')) ?? '';
    assert.notEqual(text, '', `a hover on ${word}`);
  });
  return text;
}

export async function showHover(editor: vscode.TextEditor, word: string): Promise<void> {
  await select(editor, word);
  await vscode.commands.executeCommand('editor.action.showHover');
  await rest(600);
}

export function select(editor: vscode.TextEditor, word: string): Promise<void> {
  const start = editor.document.positionAt(editor.document.getText().indexOf(word));
  const position = positionOfOr(editor.document, word, start);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
  return rest(200);
}

export function positionOfOr(document: vscode.TextDocument, word: string, otherwise: vscode.Position): vscode.Position {
  return new RegExp(`^\\s*${word}\\b`, 'm').test(document.getText()) ? positionOf(document, word) : otherwise;
}

export function mulgilDiagnostics(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'mulgil');
}

export async function diagnosticOf(document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> {
  let found: vscode.Diagnostic | undefined;
  await until(() => {
    found = mulgilDiagnostics(document).find(({ code }) => (typeof code === 'object' ? code.value : code) === rule);
    assert.ok(found, `${rule} is reported`);
  });
  assert.ok(found);
  return found;
}

export function lensesOf(document: vscode.TextDocument): Thenable<vscode.CodeLens[]> {
  return vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
}

export function actionsAt(document: vscode.TextDocument, range: vscode.Range, kind: vscode.CodeActionKind): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind.value);
}

export async function search(query: string): Promise<void> {
  await onPage('click', { selector: 'input[type=search]', inFrames: true });
  await onPage('press', { text: 'Control+A' });
  await onPage('type', { text: query });
}

export async function screenshot(name: string): Promise<void> {
  if (hasPage) await onPage('screenshot', { text: name });
}

export function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Waits until the check holds; fails with its last failure after some seconds. */
export async function until(check: () => void | Promise<void>): Promise<void> {
  for (const start = Date.now(); ; await rest(50)) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() - start > 20_000) throw error;
    }
  }
}
