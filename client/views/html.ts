import { Uri, env, type Webview } from 'vscode';

/** Where the bundles of the pages lie, and the only folder that they may load from. */
export const pageRoot = (extensionUri: Uri): Uri => Uri.joinPath(extensionUri, 'dist/views');

/** What pages load before their own script. */
const before = { drawing: ['picture.js'], explain: ['renderer.js'], library: [], note: ['renderer.js'] } as const;

/** The shell of a page: its style and its script, and nothing that is not from the extension. */
export function pageHtml(webview: Webview, extensionUri: Uri, name: 'drawing' | 'explain' | 'library' | 'note'): string {
  const address = (file: string): string => webview.asWebviewUri(Uri.joinPath(pageRoot(extensionUri), file)).toString();
  const nonce = createNonce();
  const scripts = [...before[name], `${name}.js`];
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mulgil</title>
<link rel="stylesheet" href="${address(`${name}-style.css`)}">
</head>
<body>
${scripts.map((script) => `<script nonce="${nonce}" src="${address(script)}"></script>`).join('\n')}
</body>
</html>`;
}

function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
