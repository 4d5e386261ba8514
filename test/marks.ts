import type { Span } from '../server/text/span.ts';

/** A text without its «…» marks, and the spans that stood between them, in order. */
export function readMarks(marked: string): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  let text = '';
  let start = 0;
  for (const part of marked.split(/([«»])/)) {
    if (part === '«') start = text.length;
    else if (part === '»') spans.push({ start, end: text.length });
    else text += part;
  }
  return { text, spans };
}

/** A text without its `▮` cursor, and the offset where it stood. */
export function readCursor(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('▮');
  if (offset < 0) throw new Error('no cursor ▮ in the text');
  return { text: marked.replace('▮', ''), offset };
}
