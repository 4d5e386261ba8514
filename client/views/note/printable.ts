import type { Localized } from '../../../server/protocol.ts';
import type { PrintedPage } from './messages.ts';

const hint: Localized = {
  ko: '인쇄하려면 Ctrl+P(macOS는 ⌘P)를 누르세요.',
  en: 'Press Ctrl+P (⌘P on macOS) to print.',
};

// The page takes its colours from VS Code; on paper there is none.
const colours = `:root {
  color-scheme: light;
  --vscode-font-family: system-ui, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', sans-serif;
  --vscode-editor-font-family: ui-monospace, 'D2Coding', Consolas, monospace;
  --vscode-editor-foreground: #1b1b1b;
  --vscode-foreground: #1b1b1b;
  --vscode-descriptionForeground: #555;
  --vscode-textLink-foreground: #0b57a4;
  --vscode-textCodeBlock-background: #f4f4f4;
  --vscode-textPreformat-foreground: #1b1b1b;
  --vscode-widget-border: #bbb;
  --vscode-editor-background: #fff;
  --vscode-charts-blue: #0b5cad;
  --vscode-charts-green: #1f7a3d;
  --vscode-charts-orange: #a85400;
  --vscode-charts-purple: #7a3ea8;
  --vscode-charts-yellow: #8a6d00;
  --vscode-charts-red: #b3261e;
}
html { background: #fff; }
body { font-family: var(--vscode-font-family); }
.hint { padding: 6px 10px; background: #eef4fb; }
pre, pre code { white-space: pre-wrap; }
.table { overflow: visible; }
pre, tr, svg { break-inside: avoid; }
h1, h2, h3 { break-after: avoid; }
@page { margin: 18mm; }
@media print {
  .hint { display: none; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  a { color: inherit; }
  a[href^='https']::after { content: ' (' attr(href) ')'; color: #555; font-size: 0.85em; }
}`;

/** A page as a file of its own, with the page's own style, light on any screen. Its policy lets nothing run or load. */
export function printable({ title, locale, html }: PrintedPage, style: string): string {
  return `<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
${style.replaceAll('</', '<\\/')}
${colours}
</style>
</head>
<body>
<p class="hint">${hint[locale]}</p>
${html}
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => names[character] ?? character);
}
