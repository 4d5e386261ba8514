import { Uri, ViewColumn, l10n, window, workspace, type TextDocument, type WebviewPanel } from 'vscode';
import type { Drawing } from '../../../server/protocol.ts';
import type { Library } from '../../library.ts';
import { pageHtml, pageRoot } from '../html.ts';
import { fileName, rememberedFile, revealPlace } from '../shown-file.ts';
import type { FromPage, ToPage } from './messages.ts';
import { saveDrawing } from './save.ts';

/** The panel's type, under which VS Code keeps it over a restart; package.json activates the extension for it. */
const panelType = 'mulgil.drawing';

/** Milliseconds without a keystroke before the file is drawn anew. */
const delay = 300;

/** Languages whose files a picture may be made of, besides the one that it was asked for. */
const drawn: ReadonlySet<string> = new Set(['dockerfile', 'dockercompose', 'yaml']);

/** The panel in which a file is drawn. */
export interface Drawings {
  /** Draws a file, beside the editor or where the panel is already. Answers whether it is one of ours. */
  show(document: TextDocument): Promise<boolean>;
  dispose(): void;
}

/** Keeps the one panel for pictures; it follows its file. */
export function registerDrawings(library: Library, extensionUri: Uri): Drawings {
  let panel: WebviewPanel | undefined;
  let shown: Uri | undefined;
  let everything = false;
  let drawing: Drawing | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const post = (message: ToPage): void => void panel?.webview.postMessage(message);

  /** Draws the file as it is now. Answers whether that was possible. */
  async function draw(): Promise<boolean> {
    const uri = shown;
    const isWhole = everything;
    if (!uri) return false;
    const answer = await library.draw(await workspace.openTextDocument(uri), isWhole);
    if (!answer || uri !== shown || isWhole !== everything) return answer !== null;
    drawing = answer.drawing;
    const name = fileName(uri);
    if (panel) panel.title = l10n.t('Drawing: {0}', name);
    post({ type: 'drawing', name, ...answer, state: { uri: uri.toString(), everything } });
    return true;
  }

  async function drawOrTell(): Promise<void> {
    try {
      if (!(await draw())) post({ type: 'failed' });
    } catch {
      post({ type: 'failed' });
    }
  }

  function drawLater(): void {
    clearTimeout(timer);
    if (panel) timer = setTimeout(() => void drawOrTell(), delay);
  }

  /** Goes to where a box is written. The page names the box only, so that it leads nowhere else. */
  async function goTo(id: string): Promise<void> {
    const at = drawing?.nodes.find((node) => node.id === id)?.at;
    if (at) await revealPlace(Uri.parse(at.uri, true), at.range.start.line, at.range.start.character);
  }

  async function receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        return drawOrTell();
      case 'goTo':
        return goTo(message.id);
      case 'reach':
        everything = message.everything;
        return drawOrTell();
      case 'save':
        if (shown && (await saveDrawing(shown, message.svg))) post({ type: 'saved' });
    }
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
    opened.webview.onDidReceiveMessage(receive);
    opened.webview.html = pageHtml(opened.webview, extensionUri, 'drawing');
  }

  const registered = [
    library.onDidChange(drawLater),
    library.onDidRefresh(drawLater),
    // What is wired to the file may stand in others.
    workspace.onDidChangeTextDocument(({ document }) => {
      if (drawn.has(document.languageId)) drawLater();
    }),
    window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: (restored, state: unknown) => {
        const uri = rememberedFile(state);
        if (panel || !uri) restored.dispose();
        else {
          shown = uri;
          everything = typeof state === 'object' && state !== null && 'everything' in state && state.everything === true;
          adopt(restored);
        }
        return Promise.resolve();
      },
    }),
  ];

  return {
    show: async (document) => {
      if (!(await library.draw(document, false))) return false;
      if (shown?.toString() !== document.uri.toString()) everything = false;
      shown = document.uri;
      if (panel) {
        panel.reveal(undefined, true);
        await drawOrTell();
      } else {
        const title = l10n.t('Drawing: {0}', fileName(shown));
        adopt(window.createWebviewPanel(panelType, title, { viewColumn: ViewColumn.Beside, preserveFocus: true }));
      }
      return true;
    },
    dispose: () => {
      clearTimeout(timer);
      for (const one of registered) one.dispose();
      panel?.dispose();
    },
  };
}
