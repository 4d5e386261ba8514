import { lineAt, nextLineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/**
 * Divides a Dockerfile into pieces that parse by themselves: each holds one instruction with its continuations and heredocs, and
 * the comments and blank lines above it. The pieces cover the whole text. Where it is not sure that an instruction has ended, a
 * piece goes on: it may hold several instructions, but no instruction is cut.
 */
export function splitInstructions(text: string, escape: string): readonly Span[] {
  if (/\r(?!\n)/.test(text)) return [{ start: 0, end: text.length }]; // a line break of old, which is not worth the trouble
  const pieces: Span[] = [];
  let start = 0;
  for (let line = 0; line < text.length;) {
    const { end: lineEnd } = lineAt(text, line);
    const first = text.slice(line, lineEnd);
    let next = nextLineStart(text, line);
    if (isBlankOrComment(first)) {
      line = next;
      continue;
    }
    let logical = first;
    for (let last = first; next < text.length && continues(last, escape); next = nextLineStart(text, next)) {
      const following = text.slice(next, lineAt(text, next).end);
      logical += following;
      if (!isBlankOrComment(following)) last = following;
    }
    if (logical.includes('<<')) next = afterHeredocs(text, next, logical);
    pieces.push({ start, end: next });
    start = line = next;
  }
  if (start < text.length || pieces.length === 0) pieces.push({ start, end: text.length });
  return pieces;
}

function isBlankOrComment(line: string): boolean {
  const trimmed = line.trimStart();
  return trimmed === '' || trimmed.startsWith('#');
}

function continues(line: string, escape: string): boolean {
  return line.trimEnd().endsWith(escape);
}

/** Where the heredocs end that an instruction opens; the end of the text when one is not closed. */
function afterHeredocs(text: string, from: number, instruction: string): number {
  let next = from;
  for (const [, dash, name = ''] of instruction.matchAll(/<<(-?)["']?([^\s"'<>|&;()]+)/g)) {
    let closed = false;
    while (next < text.length && !closed) {
      const line = text.slice(next, lineAt(text, next).end);
      closed = (dash === '' ? line : line.replace(/^\t+/, '')) === name;
      next = nextLineStart(text, next);
    }
    if (!closed) return text.length;
  }
  return next;
}
