import type { Finding } from './lint.ts';
import type { TextEdit } from './text/edit.ts';

/**
 * The edits that fix-all applies: those of every safe fix, from the top. A fix that touches what an earlier one touches
 * waits for the next round.
 */
export function safeEdits(findings: readonly Finding[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const finding of findings) {
    const fix = finding.fix();
    if (fix?.isPreferred && !fix.edits.some((edit) => edits.some((taken) => touch(edit, taken)))) edits.push(...fix.edits);
  }
  return edits;
}

function touch(a: TextEdit, b: TextEdit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}
