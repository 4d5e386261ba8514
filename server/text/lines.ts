import type { Span } from './span.ts';

/** The line that holds the offset, without its line break. */
export function lineAt(text: string, offset: number): Span {
  const start = offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0;
  const next = text.indexOf('\n', offset);
  let end = next < 0 ? text.length : next;
  if (end > start && text[end - 1] === '\r') end--;
  return { start, end };
}

/** Where the next line begins, or the end of the text. */
export function nextLineStart(text: string, offset: number): number {
  const next = text.indexOf('\n', offset);
  return next < 0 ? text.length : next + 1;
}

/** The white space at the start of the line that holds the offset. */
export function indentationAt(text: string, offset: number): string {
  const { start, end } = lineAt(text, offset);
  let at = start;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return text.slice(start, at);
}

/** The line break the text uses: that of its first line, `\n` when it has none. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}
