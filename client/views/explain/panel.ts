import { Uri, ViewColumn, l10n, window, workspace, type TextDocument, type WebviewPanel } from 'vscode';
import type { Library } from '../../library.ts';
import { pageHtml, pageRoot } from '../html.ts';
import type { Notes } from '../note/panel.ts';
import { openPage } from '../open-page.ts';
import { fileName, rememberedFile, revealPlace } from '../shown-file.ts';
import type { FromPage, ToPage } from './messages.ts';

/** The panel's type, under which VS Code keeps it over a restart; package.json activates the extension for it. */
const panelType = 'mulgil.explain';

/** Milliseconds without a keystroke before the file is explained anew. */
const delay = 300;

/** The panel in which a file is explained. */
export interface Explanations {
  /** Explains a file, beside the editor or where the panel is already. */
  show(document: TextDocument): Promise<void>;
  dispose(): void;
}

/** Keeps the one panel for explanations; it follows its file. */
export function registerExplanations(library: Library, notes: Notes, extensionUri: Uri): Explanations {
  let panel: WebviewPanel | undefined;
  let shown: Uri | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const post = (message: ToPage): void => void panel?.webview.postMessage(message);

  /** Explains the file as it is now. Answers whether that was possible. */
  async function explain(): Promise<boolean> {
    const uri = shown;
    if (!uri) return false;
    const file = await library.explain(await workspace.openTextDocument(uri));
    if (!file || uri !== shown) return file !== null;
    const name = fileName(uri);
    if (panel) panel.title = l10n.t('Explanation: {0}', name);
    post({ type: 'file', name, file, state: { uri: uri.toString() } });
    const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    if (editor) post({ type: 'cursor', line: editor.selection.active.line });
    return true;
  }

  async function explainOrTell(): Promise<void> {
    try {
      if (!(await explain())) post({ type: 'failed' });
    } catch {
      post({ type: 'failed' });
    }
  }

  function explainLater(): void {
    clearTimeout(timer);
    if (panel) timer = setTimeout(() => void explainOrTell(), delay);
  }

  /** Puts the cursor on a place of the file. */
  async function goTo(line: number, character: number): Promise<void> {
    if (shown) await revealPlace(shown, line, character);
  }

  function adopt(opened: WebviewPanel): void {
    panel = opened;
    opened.iconPath = {
      light: Uri.joinPath(extensionUri, 'dist/media/note-light.svg'),
      dark: Uri.joinPath(extensionUri, 'dist/media/note-dark.svg'),
    };
    opened.webview.options = { enableScripts: true, localResourceRoots: [pageRoot(extensionUri)] };
    opened.onDidDispose(() => {
      clearTimeout(timer);
      panel = undefined;
    });
    opened.webview.onDidReceiveMessage((message: FromPage) => {
      switch (message.type) {
        case 'ready':
          return explainOrTell();
        case 'goTo':
          return goTo(message.line, message.character);
        case 'note':
          return notes.show(message.id, { preserveFocus: false, viewColumn: opened.viewColumn });
        case 'open':
          return openPage(message.address);
      }
    });
    opened.webview.html = pageHtml(opened.webview, extensionUri, 'explain');
  }

  const isShown = ({ uri }: TextDocument): boolean => panel !== undefined && uri.toString() === shown?.toString();
  const registered = [
    library.onDidChange(explainLater),
    library.onDidRefresh(explainLater),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (isShown(document)) explainLater();
    }),
    window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      const line = selections[0]?.active.line;
      if (line !== undefined && isShown(textEditor.document)) post({ type: 'cursor', line });
    }),
    window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: (restored, state) => {
        const uri = rememberedFile(state);
        if (panel || !uri) restored.dispose();
        else {
          shown = uri;
          adopt(restored);
        }
        return Promise.resolve();
      },
    }),
  ];

  return {
    show: async ({ uri }) => {
      shown = uri;
      if (panel) {
        panel.reveal(undefined, true);
        await explainOrTell();
      } else {
        adopt(
          window.createWebviewPanel(
            panelType,
            l10n.t('Explanation: {0}', fileName(uri)),
            { viewColumn: ViewColumn.Beside, preserveFocus: true },
            { enableFindWidget: true },
          ),
        );
      }
    },
    dispose: () => {
      clearTimeout(timer);
      for (const one of registered) one.dispose();
      panel?.dispose();
    },
  };
}
