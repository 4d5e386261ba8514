import { Uri, ViewColumn, window, workspace, type TextDocument, type WebviewPanel } from 'vscode';
import type { Library } from '../library.ts';
import { dressPanel, fillPage, type PageName } from './html.ts';
import { fileName, rememberedFile } from './shown-file.ts';

/** Milliseconds without a keystroke before the file is shown anew. */
const delay = 300;

/** What one kind of panel does with its file. Messages from its page are `FromPage`, besides `ready`, which all pages send. */
export interface FilePanelParts<FromPage> {
  /** The panel's type, under which VS Code keeps it over a restart; package.json activates the extension for it. */
  readonly type: string;
  readonly page: PageName;
  readonly hasFind?: boolean;
  title(fileName: string): string;
  /** Sends the file as it is now to the page, if it is still the one to show then. Answers whether it is one of ours. */
  send(uri: Uri): Promise<boolean>;
  receive(message: Exclude<FromPage, Ready>, panel: WebviewPanel): unknown;
  /** Whether an edit of a document changes what is shown of a file. */
  concerns(document: TextDocument, shown: Uri): boolean;
  /** Takes over what the page remembered over a restart besides the file. */
  resume?(state: unknown): void;
}

interface Ready {
  readonly type: 'ready';
}

/** The one panel of its kind; it follows its file. */
export interface FilePanel {
  /** The file on show. */
  shown(): Uri | undefined;
  /** Whether a panel is open. */
  isOpen(): boolean;
  /** Shows a file, beside the editor or where the panel is already. */
  open(uri: Uri): Promise<void>;
  /** Shows the file anew, or that this failed. */
  renew(): Promise<void>;
  post(message: object): void;
  dispose(): void;
}

/** Keeps the one panel of a kind. */
export function registerFilePanel<FromPage extends { readonly type: string }>(
  library: Library,
  extensionUri: Uri,
  parts: FilePanelParts<FromPage>,
): FilePanel {
  let panel: WebviewPanel | undefined;
  let shown: Uri | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const post = (message: object): void => void panel?.webview.postMessage(message);

  async function send(): Promise<boolean> {
    const uri = shown;
    if (!uri || !(await parts.send(uri))) return false;
    if (panel && uri === shown) panel.title = parts.title(fileName(uri));
    return true;
  }

  async function renew(): Promise<void> {
    const isDone = await send().catch(() => false);
    if (!isDone) post({ type: 'failed' });
  }

  function renewLater(): void {
    clearTimeout(timer);
    if (panel) timer = setTimeout(() => void renew(), delay);
  }

  function adopt(opened: WebviewPanel): void {
    panel = opened;
    dressPanel(opened, extensionUri);
    opened.onDidDispose(() => {
      clearTimeout(timer);
      panel = undefined;
    });
    opened.webview.onDidReceiveMessage((message: Ready | Exclude<FromPage, Ready>) =>
      isReady(message) ? renew() : parts.receive(message, opened),
    );
    fillPage(opened.webview, extensionUri, parts.page);
  }

  const registered = [
    library.onDidChange(renewLater),
    library.onDidRefresh(renewLater),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (shown && parts.concerns(document, shown)) renewLater();
    }),
    window.registerWebviewPanelSerializer(parts.type, {
      deserializeWebviewPanel: (restored, state: unknown) => {
        const uri = rememberedFile(state);
        if (panel || !uri) restored.dispose();
        else {
          shown = uri;
          parts.resume?.(state);
          adopt(restored);
        }
        return Promise.resolve();
      },
    }),
  ];

  return {
    shown: () => shown,
    isOpen: () => panel !== undefined,
    open: async (uri) => {
      shown = uri;
      if (panel) {
        panel.reveal(undefined, true);
        await renew();
      } else {
        const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
        adopt(window.createWebviewPanel(parts.type, parts.title(fileName(uri)), place, { enableFindWidget: parts.hasFind ?? false }));
      }
    },
    renew,
    post,
    dispose: () => {
      clearTimeout(timer);
      for (const one of registered) one.dispose();
      panel?.dispose();
    },
  };
}

function isReady(message: { readonly type: string }): message is Ready {
  return message.type === 'ready';
}
