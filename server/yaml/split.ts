import type { Difference } from '../text/difference.ts';
import { lineAt, nextLineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/**
 * Divides a YAML stream into documents at its `---` and `...` lines. The pieces cover the whole text.
 * A marker at the start of a line ends a document even inside a block scalar or a quoted string (YAML 1.2, c-forbidden),
 * so looking at lines is exact. Comments and directives before a marker belong to the document that follows.
 */
export function splitDocuments(text: string): readonly Span[] {
  const pieces: Span[] = [];
  let start = 0;
  let hasContent = false;
  // A byte order mark is no part of the first line.
  for (let line = text.startsWith('\uFEFF') ? 1 : 0; line <= text.length;) {
    const newline = text.indexOf('\n', line);
    const next = newline < 0 ? text.length + 1 : newline + 1;
    if (isMarker(text, line, '---')) {
      if (hasContent) {
        pieces.push({ start, end: line });
        start = line;
      }
      hasContent = true;
    } else if (isMarker(text, line, '...')) {
      const end = Math.min(next, text.length);
      pieces.push({ start, end });
      start = end;
      hasContent = false;
    } else if (!hasContent) hasContent = isContent(text, line, Math.min(next, text.length));
    line = next;
  }
  if (start < text.length || pieces.length === 0) pieces.push({ start, end: text.length });
  return pieces;
}

/**
 * The only document that an edit touches: an index into the spans of the text before, which stay what they are but for their length.
 * `undefined` where the edit may divide the text in another way, or it is not certain that it does not.
 */
export function documentEdited(before: string, spans: readonly Span[], after: string, edit: Difference): number | undefined {
  const { start: line } = lineAt(after, edit.start);
  const index = spans.findLastIndex(({ start }) => start < line);
  const span = spans[index];
  if (!span || (edit.beforeEnd >= span.end && span.end < before.length)) return undefined;
  if (line >= span.end && isMarker(after, lineAt(after, line - 1).start, '...')) return undefined;
  const holdsMarker = (text: string, end: number): boolean => /^(?:---|\.\.\.)/m.test(text.slice(line, nextLineStart(text, end)));
  if (holdsMarker(before, edit.beforeEnd) || holdsMarker(after, edit.afterEnd)) return undefined;
  // A marker below ends the document because something stands above it: that must not be what was edited.
  for (let at = span.start; at < line; at = nextLineStart(after, at))
    if (isMarker(after, at, '---') || isContent(after, after[at] === '\uFEFF' ? at + 1 : at, nextLineStart(after, at))) return index;
  return undefined;
}

function isMarker(text: string, at: number, marker: string): boolean {
  if (!text.startsWith(marker, at)) return false;
  const after = text[at + marker.length];
  return after === undefined || after === ' ' || after === '\t' || after === '\n' || after === '\r';
}

function isContent(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const char = text[i];
    if (char === ' ' || char === '\t' || char === '\r' || char === '\n') continue;
    return char !== '#' && !(char === '%' && i === from);
  }
  return false;
}
