import { l10n, window, workspace, type TextDocument, type Uri } from 'vscode';
import type { Library } from '../../library.ts';
import { registerFilePanel, type FilePanel } from '../file-panel.ts';
import type { Notes } from '../note/panel.ts';
import { openPage } from '../open-page.ts';
import { fileName, revealPlace } from '../shown-file.ts';
import type { FromPage, ToPage } from './messages.ts';

/** The panel in which a file is explained. */
export interface Explanations {
  /** Explains a file, beside the editor or where the panel is already. */
  show(document: TextDocument): Promise<void>;
  dispose(): void;
}

/** Keeps the one panel for explanations. */
export function registerExplanations(library: Library, notes: Notes, extensionUri: Uri): Explanations {
  const post = (message: ToPage): void => file.post(message);

  async function send(uri: Uri): Promise<boolean> {
    const explained = await library.explain(await workspace.openTextDocument(uri));
    if (!explained || uri !== file.shown()) return explained !== null;
    post({ type: 'file', name: fileName(uri), file: explained, state: { uri: uri.toString() } });
    const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    if (editor) post({ type: 'cursor', line: editor.selection.active.line });
    return true;
  }

  const file: FilePanel = registerFilePanel<FromPage>(library, extensionUri, {
    type: 'mulgil.explain',
    page: 'explain',
    hasFind: true,
    title: (name) => l10n.t('Explanation: {0}', name),
    send,
    receive: (message, { viewColumn }) => {
      switch (message.type) {
        case 'goTo': {
          const uri = file.shown();
          return uri && revealPlace(uri, message.line, message.character);
        }
        case 'note':
          return notes.show(message.id, { preserveFocus: false, viewColumn });
        case 'open':
          return openPage(message.address);
      }
    },
    concerns: ({ uri }, shown) => uri.toString() === shown.toString(),
  });

  const follow = window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
    const line = selections[0]?.active.line;
    if (line !== undefined && file.isOpen() && textEditor.document.uri.toString() === file.shown()?.toString())
      post({ type: 'cursor', line });
  });

  return {
    show: ({ uri }) => file.open(uri),
    dispose: () => {
      follow.dispose();
      file.dispose();
    },
  };
}
