import { window, workspace, type Disposable, type TextEditor } from 'vscode';

let last: TextEditor | undefined;

/** Keeps in mind which editor was the last one: VS Code knows none while a webview in an editor's place has the focus. */
export function watchEditors(): Disposable {
  last = window.activeTextEditor;
  return window.onDidChangeActiveTextEditor((editor) => (last = editor ?? last));
}

/** The editor that the user is in, or was in last if its document is still open. */
export function lastEditor(): TextEditor | undefined {
  return window.activeTextEditor ?? (last && workspace.textDocuments.includes(last.document) ? last : undefined);
}
