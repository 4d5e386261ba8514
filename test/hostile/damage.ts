/** What is put where it does not belong. */
const splinters = [
  '\n',
  '\r\n',
  '\r',
  '\t',
  ' ',
  '#',
  ':',
  '- ',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '&a ',
  '*a',
  '|',
  '>',
  '\\',
  '`',
  '${',
  '<<E',
  '\0',
  '\uD800',
  '\uFEFF',
  '---\n',
  '{{ .x }}',
  '!!str ',
  '? ',
  '<<: *a',
  '--from=',
  '=',
  '@',
  'null',
  '1e999',
  '한',
  '\u2028',
  '💥',
];

/** Gives a whole number from 0 on, below the number of sides. */
export type Dice = (sides: number) => number;

/** Numbers that look random and are the same in every run. */
export function createDice(seed: number): Dice {
  let state = seed;
  return (sides) => (state = (state * 48271) % 2147483647) % sides;
}

/**
 * Breaks a text at one place: puts something in, takes something out, or doubles a line.
 * @param others texts of which pieces are put in
 */
export function damage(text: string, others: readonly string[], dice: Dice): string {
  const at = dice(text.length + 1);
  const before = text.slice(0, at);
  const after = text.slice(at);
  switch (dice(6)) {
    case 0:
      return before + (splinters[dice(splinters.length)] ?? '') + after;
    case 1:
      return before + after.slice(dice(8) + 1);
    case 2: {
      const other = others[dice(others.length)] ?? '';
      const from = dice(other.length + 1);
      return before + other.slice(from, from + dice(60)) + after;
    }
    case 3:
      return text.replaceAll('\n', '\r\n');
    case 4:
      return before + text.slice(dice(text.length + 1));
    default: {
      const lines = text.split('\n');
      lines.splice(dice(lines.length), 0, lines[dice(lines.length)] ?? '');
      return lines.join('\n');
    }
  }
}
