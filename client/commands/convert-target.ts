import { Position, Uri, window, workspace, type TextDocument } from 'vscode';

/** The document and position that a command is about. */
export interface Target {
  readonly document: TextDocument;
  readonly position: Position;
}

/** What a code action names, or the cursor of the active editor. */
export async function targetOf(named: unknown): Promise<Target | undefined> {
  const { uri, position } = (typeof named === 'object' && named !== null ? named : {}) as {
    readonly uri?: unknown;
    readonly position?: { readonly line?: unknown; readonly character?: unknown };
  };
  if (typeof uri === 'string') {
    const document = await workspace.openTextDocument(Uri.parse(uri, true));
    const { line, character } = position ?? {};
    return { document, position: new Position(typeof line === 'number' ? line : 0, typeof character === 'number' ? character : 0) };
  }
  const editor = window.activeTextEditor;
  return editor && { document: editor.document, position: editor.selection.active };
}
