import assert from 'node:assert/strict';
import { applySafeFixes } from '../../server/fix-all.ts';
import { languages } from '../../server/languages.ts';
import { openRun } from '../../server/lint-workspace.ts';
import { readMarks } from '../marks.ts';

/** How many texts are tried. */
const rounds = 4000;
const fileNames = { dockerfile: 'Dockerfile', compose: 'compose.yaml', kubernetes: 'manifest.yaml' } as const;

/** Every example of every rule, under the name of its language. */
const corpus = languages.flatMap(({ id, rules }) =>
  rules.flatMap(({ examples }) => [
    ...examples.bad.map(({ text }) => ({ path: fileNames[id], text: readMarks(text).text })),
    ...examples.good.map((example) => ({ path: fileNames[id], text: typeof example === 'string' ? example : example.text })),
  ]),
);

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

/** Numbers that look random and are the same in every run. */
function createDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => (state = (state * 48271) % 2147483647) % sides;
}

function damage(text: string, dice: (sides: number) => number): string {
  const at = dice(text.length + 1);
  const before = text.slice(0, at);
  const after = text.slice(at);
  switch (dice(6)) {
    case 0:
      return before + (splinters[dice(splinters.length)] ?? '') + after;
    case 1:
      return before + after.slice(dice(8) + 1);
    case 2: {
      const other = corpus[dice(corpus.length)]?.text ?? '';
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

describe('damaged files', () => {
  it('are linted and fixed without a failure, and every place is inside the file', function () {
    this.timeout(60_000);
    const dice = createDice(20_260_727);
    for (let round = 0; round < rounds; round++) {
      const { path, text: whole } = corpus[dice(corpus.length)] ?? { path: 'Dockerfile', text: '' };
      let text = whole;
      for (let hits = dice(6); hits >= 0; hits--) text = damage(text, dice);
      const shown = JSON.stringify(text);
      const run = openRun([{ path, text }], { preset: 'all' }, (message) => assert.fail(`${message}\n${shown}`));
      const findingsIn = (of: string) => run.check({ path, text: of })?.findings ?? [];
      for (const { rule, span, fix, message } of findingsIn(text)) {
        const edits = fix()?.edits ?? [];
        for (const { start, end } of [span, ...edits.map((edit) => edit.span)]) {
          assert.ok(0 <= start && start <= end && end <= text.length, `${rule.id} ${start}-${end}\n${shown}`);
        }
        assert.ok(message('ko') !== '' && message('en') !== '');
      }
      const fixed = applySafeFixes(text, findingsIn);
      assert.equal(applySafeFixes(fixed, findingsIn), fixed, `fixes come to rest\n${shown}`);
    }
  });
});
