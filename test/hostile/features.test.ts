import type { Model } from '../../server/rule.ts';
import assert from 'node:assert/strict';
import { applyFixes, askAboutFile, askAt, cursorIn, findingsOf, open, reopen, shownOf } from './asking.ts';
import { createDice, damage, type Dice } from './damage.ts';
import { sources, texts, type Source } from './sources.ts';

/** How many texts are tried, unless the time is over before. */
const rounds = 1500;
const timeLimit = 8000; // in milliseconds
const cursorsInText = 6;

/** A text that someone is typing, pasting into, or deleting from. */
function disturb(text: string, dice: Dice): string {
  if (dice(3) === 0) return text.slice(0, dice(text.length + 1));
  let disturbed = text;
  for (let hits = dice(4); hits >= 0; hits--) disturbed = damage(disturbed, texts, dice);
  return disturbed;
}

describe('features on disturbed files', () => {
  it('answer without a failure, inside the file, and with edits that hold', function () {
    this.timeout(60_000);
    const end = performance.now() + timeLimit;
    const dice = createDice(20_261_120);
    const models = new Map<Source, Model>();
    for (let round = 0; round < rounds && performance.now() < end; round++) {
      // First every file as it is.
      const source = sources[round] ?? sources[dice(sources.length)] ?? assert.fail('no files');
      const text = round < sources.length ? source.text : disturb(source.text, dice);
      try {
        const opened = open({ ...source, text }, dice, models.get(source));
        const findings = findingsOf(opened);
        assert.deepEqual(shownOf(findings), shownOf(findingsOf(reopen(opened, text))), 'an earlier version makes no difference');
        models.set(source, opened.model);
        askAboutFile(opened, findings);
        for (let cursor = 0; cursor < cursorsInText; cursor++) askAt(opened, findings, cursorIn(opened.document, dice));
        applyFixes(opened, findings);
      } catch (error) {
        throw new Error(`round ${round}, ${source.path}: ${JSON.stringify(text)}`, { cause: error });
      }
    }
  });
});
