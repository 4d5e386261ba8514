import {
  l10n,
  Range,
  SnippetString,
  SnippetTextEdit,
  TextEdit,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import type { SnippetAt, SnippetContent } from '../server/protocol.ts';
import { exists } from './exists.ts';
import { lastEditor } from './last-editor.ts';
import type { Library, SnippetTarget } from './library.ts';

/** Inserts a snippet where the cursor is if it fits there, and otherwise as a new file that is not saved yet; then offers what belongs beside it. */
export async function insertSnippet(library: Library, id: string): Promise<boolean> {
  const editor = lastEditor();
  const target: SnippetTarget | undefined = editor && { document: editor.document, position: editor.selection.active };
  const snippet = await library.snippet(id, target);
  if (!snippet) return false;
  const fits = editor && snippet.at?.version === editor.document.version ? snippet.at : undefined;
  const document = fits && editor ? await insertAt(editor, fits) : await openFile(snippet);
  if (!document) return false;
  void offerCompanions(document, snippet);
  return true;
}

async function insertAt(editor: TextEditor, { range, text, also }: SnippetAt): Promise<TextDocument | undefined> {
  const { document } = await window.showTextDocument(editor.document, editor.viewColumn);
  const edit = new WorkspaceEdit();
  edit.set(document.uri, [
    new SnippetTextEdit(rangeOf(range), new SnippetString(text)),
    ...also.map((each) => new TextEdit(rangeOf(each.range), each.newText)),
  ]);
  return (await workspace.applyEdit(edit)) ? document : undefined;
}

function rangeOf({ start, end }: SnippetAt['range']): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** A new file under the name that such a file has, unless there is one. */
async function openFile({ file, path, languageId }: SnippetContent): Promise<TextDocument | undefined> {
  const [folder] = workspace.workspaceFolders ?? [];
  const uri = folder && Uri.joinPath(folder.uri, path);
  const named = uri && !(await exists(uri)) ? await workspace.openTextDocument(uri.with({ scheme: 'untitled' })) : undefined;
  const document = named?.getText() === '' ? named : await workspace.openTextDocument({ language: languageId });
  const editor = await window.showTextDocument(document);
  return (await editor.insertSnippet(new SnippetString(file))) ? document : undefined;
}

/** Asks whether to make the files that belong beside, where there are none of their names. What is there is never overwritten. */
async function offerCompanions(document: TextDocument, { companions }: SnippetContent): Promise<void> {
  const [first] = workspace.workspaceFolders ?? [];
  const folder = document.isUntitled ? first?.uri : Uri.joinPath(document.uri, '..');
  if (!folder || companions.length === 0) return;
  const files = companions.map(({ path, text }) => ({ path, text, uri: Uri.joinPath(folder, path) }));
  const there = await Promise.all(files.map(({ uri }) => exists(uri)));
  const missing = files.filter((_, at) => there[at] === false);
  if (missing.length === 0) return;
  const create = l10n.t('Create');
  const names = missing.map(({ path }) => path).join(', ');
  if ((await window.showInformationMessage(l10n.t('The snippet goes with {0}. Create it too?', names), create)) !== create) return;
  const edit = new WorkspaceEdit();
  for (const { uri, text } of missing)
    edit.createFile(uri, { overwrite: false, ignoreIfExists: true, contents: new TextEncoder().encode(text) });
  await workspace.applyEdit(edit);
}
