import { lineAt } from '../text/lines.ts';
import { indentOf } from './cursor.ts';
import type { Section } from './outline.ts';

/** Lines with a key, by where they begin, whose value need not be read to know what may be typed at the cursor; and where to go on. */
export type Jumps = ReadonlyMap<number, number>;

/** What may be passed over in a document of which an outline is known. */
export function jumpsAround(text: string, offset: number, sections: readonly Section[]): Jumps {
  const { start: last } = lineAt(text, offset);
  const indent = indentOf(text, last, offset);
  const jumps = new Map<number, number>();
  for (const { start, end, entries } of sections) {
    const [first] = entries;
    if (start > last || end <= last) jumps.set(start, end);
    else if (first && first.start <= last) {
      // Keys beside the cursor count; those of the entry around it do not.
      const around = entries.find((entry) => last < entry.end);
      if (around && indentOf(text, first.start, first.end) !== indent) jumps.set(start, around.start);
      else for (const entry of entries) if (entry.end <= last) jumps.set(entry.start, entry.end);
      for (const entry of entries) if (entry.start > last) jumps.set(entry.start, entry.end);
    }
  }
  return jumps;
}
