import assert from 'node:assert/strict';
import type { Lines } from '../../../../server/say.ts';

/** Checks what is said, line by line, in both languages. */
export function says(lines: Lines, ...expected: readonly (readonly [ko: string, en: string])[]): void {
  assert.deepEqual(
    lines.map(({ ko, en }) => [ko, en]),
    expected,
  );
}

/** Checks that something is said in both languages, with these words in it. */
export function mentions(lines: Lines, ko: RegExp, en: RegExp): void {
  assert.match(lines.map((line) => line.ko).join('\n'), ko);
  assert.match(lines.map((line) => line.en).join('\n'), en);
}
