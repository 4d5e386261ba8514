import type { Finding } from './lint.ts';
import { applyEdits, sortEdits, type TextEdit } from './text/edit.ts';
import type { Span } from './text/span.ts';

/** How often the fixes of a file are applied and looked for again. */
const roundLimit = 10;

/**
 * The edits that fix-all applies: those of every safe fix, from the top. A fix that touches what an earlier one touches
 * waits for the next round.
 */
export function safeEdits(findings: readonly Finding[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const taken: Span[] = []; // by position; they never touch each other unless they are of one fix
  for (const finding of findings) {
    const fix = finding.fix();
    if (!fix?.isPreferred || overlapItself(fix.edits) || fix.edits.some(({ span }) => touchesOne(span, taken))) continue;
    for (const edit of fix.edits) {
      edits.push(edit);
      taken.splice(placeOf(edit.span.start, taken), 0, edit.span);
    }
  }
  return edits;
}

/**
 * Applies safe fixes until there are none left, at most ten times over.
 * @param findingsIn the findings in a text
 * @returns the text after the last fix; the same text when there was nothing to fix
 */
export function applySafeFixes(text: string, findingsIn: (text: string) => readonly Finding[]): string {
  const seen = new Set([text]);
  let current = text;
  for (let round = 0; round < roundLimit; round++) {
    const next = applyEdits(current, safeEdits(findingsIn(current)));
    if (seen.has(next)) break; // nothing to fix, or two fixes that undo each other
    seen.add(next);
    current = next;
  }
  return current;
}

function overlapItself(edits: readonly TextEdit[]): boolean {
  return sortEdits(edits).some(({ span }, index, all) => span.start < (all[index - 1]?.span.end ?? 0));
}

function touchesOne({ start, end }: Span, taken: readonly Span[]): boolean {
  const place = placeOf(start, taken);
  const before = taken[place - 1];
  const after = taken[place];
  return (before !== undefined && before.end >= start) || (after !== undefined && after.start <= end);
}

/** How many of the spans begin before the offset. */
function placeOf(offset: number, spans: readonly Span[]): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
