import { UIKind, env, window, type Disposable, type Uri, type WebviewView, type WebviewViewProvider } from 'vscode';
import type { SheetData } from '../../../server/protocol.ts';
import type { Library } from '../../library.ts';
import { pageHtml, pageRoot } from '../html.ts';
import { openPage } from '../open-page.ts';
import { findEntry } from './entries.ts';
import type { EntryAction, FromPage, ToPage } from './messages.ts';
import { useEntry } from './use-entry.ts';

/** The view's id in package.json. */
export const cheatSheetsView = 'mulgil.cheatSheets';

/** Registers the view of the cheat sheets. */
export function registerCheatSheets(library: Library, extensionUri: Uri): Disposable {
  const provider: WebviewViewProvider = { resolveWebviewView: (view) => fill(view, library, extensionUri) };
  return window.registerWebviewViewProvider(cheatSheetsView, provider);
}

function fill(view: WebviewView, library: Library, extensionUri: Uri): void {
  const { webview } = view;
  let sheets: readonly SheetData[] = [];
  // A page in the browser without a remote has no shell behind it.
  const hasTerminal = env.uiKind === UIKind.Desktop || env.remoteName !== undefined;
  const post = (message: ToPage): void => void webview.postMessage(message);

  async function send(): Promise<void> {
    try {
      const content = await library.cheatSheets();
      sheets = content.sheets;
      post({ type: 'sheets', hasTerminal, ...content });
    } catch {
      post({ type: 'failed' });
    }
  }

  async function use(action: EntryAction, key: string): Promise<void> {
    const entry = findEntry(sheets, key);
    if (entry && (await useEntry(action, entry.command))) post({ type: 'done', action, key });
  }

  webview.options = { enableScripts: true, localResourceRoots: [pageRoot(extensionUri)] };
  const watch = library.onDidChange(() => void send());
  view.onDidDispose(() => void watch.dispose());
  webview.onDidReceiveMessage((message: FromPage) => {
    switch (message.type) {
      case 'ready':
        return send();
      case 'open':
        return openPage(message.address);
      case 'copy':
      case 'insert':
      case 'terminal':
        return use(message.type, message.key);
    }
  });
  webview.html = pageHtml(webview, extensionUri, 'cheatsheets');
}
