import { lineAt, lineBreakOf, nextLineStart } from '../../text/lines.ts';
import { rangeOf } from '../../text/span.ts';
import type { CompletionItem } from 'vscode-languageserver-types';
import { restyle } from '../../yaml/style.ts';
import type { Spot } from './spot.ts';

/** An entry that a section at the top of the file gets. */
export interface Declaration {
  readonly section: 'volumes' | 'secrets' | 'networks' | 'configs';
  readonly name: string;
  /** What follows the name's colon: nothing, or lines with two spaces a level. */
  readonly body: string;
}

/** How a declaration comes into the file: by an edit elsewhere, or as more text after what is inserted at the cursor. */
export interface Declared {
  readonly also?: NonNullable<CompletionItem['additionalTextEdits']>;
  readonly after?: string;
}

/**
 * Declares a name at the top of the file, along with what is inserted at the cursor. A file that is being typed may not parse, so lines
 * decide. `undefined` where the section is written in a way that lines do not tell; nothing to do when the name is declared already.
 */
export function declare(spot: Spot, { section, name, body }: Declaration): Declared | undefined {
  const { text, place, style, document, model } = spot;
  const entry = `${name}:${body.replaceAll('\n', '\n  ')}`;
  const lineBreak = lineBreakOf(text);
  const cursorLine = lineAt(text, place.span.start);
  const header = new RegExp(`^${section}:(.*)$`, 'm').exec(text);
  if (!header) {
    const written = `${section}:\n${' '.repeat(style.step)}${restyle(entry, { ...style }, style.step)}`;
    const isLast = text.slice(cursorLine.end).trim() === '';
    if (isLast) return { after: `\n\n${written}` };
    const end = text.trimEnd().length;
    return { also: [edit(end, `${lineBreak}${lineBreak}${written.replaceAll('\n', lineBreak)}${text.length === end ? lineBreak : ''}`)] };
  }
  if (!/^[ \t\r]*(?:#.*)?$/.test(header[1] ?? '')) return undefined; // in flow style, or an alias
  let end = header.index + header[0].trimEnd().length;
  let column: number | undefined;
  for (let at = nextLineStart(text, header.index); at < text.length;) {
    const line = lineAt(text, at);
    const content = text.slice(line.start, line.end);
    const indent = content.search(/[^ ]/);
    if (indent === 0 && !content.startsWith('#')) break;
    if (indent > 0 && !content.trimStart().startsWith('#')) {
      column ??= indent;
      if (indent === column && keyPattern(name).test(content)) return {};
      end = line.start + content.trimEnd().length;
    }
    const next = nextLineStart(text, at);
    if (next <= at) break;
    at = next;
  }
  const at = column ?? style.step;
  if (cursorLine.start <= end && end <= cursorLine.end) return undefined;
  return { also: [edit(end, lineBreak + ' '.repeat(at) + restyle(entry, style, at).replaceAll('\n', lineBreak))] };

  function edit(offset: number, newText: string): { readonly range: ReturnType<typeof rangeOf>; readonly newText: string } {
    const position = document.span.start + offset;
    return { range: rangeOf(model.document, { start: position, end: position }), newText };
  }
}

function keyPattern(name: string): RegExp {
  return new RegExp(`^ *["']?${name.replaceAll(/[.\\-]/g, '\\$&')}["']?[ \\t]*:`);
}
