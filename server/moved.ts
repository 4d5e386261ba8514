import type { Violation } from './rule.ts';
import type { TextEdit } from './text/edit.ts';
import { moveSpan } from './text/span.ts';

/** What was found in a piece that stood at the top of its file, where the piece begins at an offset. */
export function moved<V extends Violation>(violation: V, by: number): V {
  const { at, fix, related } = violation;
  const movedRelated = related?.map((place) => (place.at ? { ...place, at: moveSpan(place.at, by) } : place));
  const plain = { ...violation, at: moveSpan(at, by), ...(movedRelated ? { related: movedRelated } : {}) };
  if (!fix) return plain;
  const movedFix: NonNullable<Violation['fix']> = () => {
    const made = fix();
    return made && { ...made, edits: made.edits.map(({ span, newText }): TextEdit => ({ span: moveSpan(span, by), newText })) };
  };
  return { ...plain, fix: movedFix };
}
