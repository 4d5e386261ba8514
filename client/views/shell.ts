/** What the shell of a page is made of. Every address is one of the extension’s own. */
export interface Shell {
  readonly language: string;
  /** From where styles may come, in the words of a content security policy. */
  readonly styleSource: string;
  /** Made anew for each page, so that nobody else knows it. */
  readonly nonce: string;
  readonly style: string;
  /** In the order in which they run. */
  readonly scripts: readonly string[];
}

/** A page with its style and its scripts, in which nothing else runs or loads: no inline script or style, no image, no frame, no connection. */
export function shellHtml({ language, styleSource, nonce, style, scripts }: Shell): string {
  const policy = `default-src 'none'; style-src ${styleSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mulgil</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
${scripts.map((script) => `<script nonce="${nonce}" src="${script}"></script>`).join('\n')}
</body>
</html>`;
}

/** A word that nobody can guess. */
export function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
