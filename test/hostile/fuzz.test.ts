import assert from 'node:assert/strict';
import { applySafeFixes } from '../../server/fix-all.ts';
import { languages } from '../../server/languages.ts';
import { openRun } from '../../server/lint-workspace.ts';
import { readMarks } from '../marks.ts';
import { createDice, damage } from './damage.ts';

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
const texts = corpus.map(({ text }) => text);

describe('damaged files', () => {
  it('are linted and fixed without a failure, and every place is inside the file', function () {
    this.timeout(60_000);
    const dice = createDice(20_260_727);
    for (let round = 0; round < rounds; round++) {
      const { path, text: whole } = corpus[dice(corpus.length)] ?? { path: 'Dockerfile', text: '' };
      let text = whole;
      for (let hits = dice(6); hits >= 0; hits--) text = damage(text, texts, dice);
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
