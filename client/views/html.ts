import { Uri, env, type Webview } from 'vscode';
import { createNonce, shellHtml } from './shell.ts';

/** Where the bundles of the pages lie, and the only folder that they may load from. */
export const pageRoot = (extensionUri: Uri): Uri => Uri.joinPath(extensionUri, 'dist/views');

/** What pages load before their own script. */
const before = { drawing: ['picture.js'], explain: ['renderer.js'], library: [], note: ['renderer.js'] } as const;

/** The shell of a page: its style and its script, and nothing that is not from the extension. */
export function pageHtml(webview: Webview, extensionUri: Uri, name: 'drawing' | 'explain' | 'library' | 'note'): string {
  const address = (file: string): string => webview.asWebviewUri(Uri.joinPath(pageRoot(extensionUri), file)).toString();
  return shellHtml({
    language: env.language,
    styleSource: webview.cspSource,
    nonce: createNonce(),
    style: address(`${name}-style.css`),
    scripts: [...before[name], `${name}.js`].map(address),
  });
}
