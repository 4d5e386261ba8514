import type { CodeLens } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CostFact, Lens } from '../language.ts';
import type { CacheAt } from '../protocol.ts';
import { inLine } from '../text/harmless.ts';
import { rangeOf } from '../text/span.ts';

/** A fact above a line as an LSP lens. It has no command: there is nothing to click. `$(…)` would be an icon. */
export function toCodeLens({ span, title }: Lens, document: TextDocument): CodeLens {
  return { range: rangeOf(document, span), command: { title: inLine(title).replaceAll('$(', '$ ('), command: '' } };
}

/** What a change costs, as the extension shows it. */
export function toCacheAt({ at, text, details }: CostFact, document: TextDocument): CacheAt {
  return {
    line: document.positionAt(at).line,
    text: inLine(text),
    ...(details.length > 0 ? { hoverMarkdown: details.join('\n\n') } : {}),
  };
}
