import { Uri, env, type Webview, type WebviewPanel } from 'vscode';
import { createNonce, shellHtml } from './shell.ts';

/** Where the bundles of the pages lie, and the only folder that they may load from. */
export const pageRoot = (extensionUri: Uri): Uri => Uri.joinPath(extensionUri, 'dist/views');

/** What pages load before their own script. */
const before = { drawing: ['picture.js'], explain: ['renderer.js'], library: [], note: ['renderer.js'] } as const;

/** A page, by the name of its bundle. */
export type PageName = keyof typeof before;

/** Gives a panel the icon of what is to be read. */
export function dressPanel(panel: WebviewPanel, extensionUri: Uri): void {
  const icon = (theme: 'light' | 'dark'): Uri => Uri.joinPath(extensionUri, `dist/media/note-${theme}.svg`);
  panel.iconPath = { light: icon('light'), dark: icon('dark') };
}

/** Fills a view with a page, which then sends its first message: whoever listens to it has to do so before. */
export function fillPage(webview: Webview, extensionUri: Uri, name: PageName): void {
  webview.options = { enableScripts: true, localResourceRoots: [pageRoot(extensionUri)] };
  webview.html = pageHtml(webview, extensionUri, name);
}

/** The shell of a page: its style and its script, and nothing that is not from the extension. */
function pageHtml(webview: Webview, extensionUri: Uri, name: PageName): string {
  const address = (file: string): string => webview.asWebviewUri(Uri.joinPath(pageRoot(extensionUri), file)).toString();
  return shellHtml({
    language: env.language,
    styleSource: webview.cspSource,
    nonce: createNonce(),
    style: address(`${name}-style.css`),
    scripts: [...before[name], `${name}.js`].map(address),
  });
}
