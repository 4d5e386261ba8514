import assert from 'node:assert/strict';
import { kindNames, words as libraryWords } from '../../client/views/library/words.ts';
import { words as explainWords } from '../../client/views/explain/words.ts';
import { words as noteWords } from '../../client/views/note/words.ts';

describe('words of the pages', () => {
  const kinds = Object.entries(kindNames).flatMap(([kind, { all, one }]) =>
    Object.entries({ [`${kind} (all)`]: all, [`${kind} (one)`]: one }),
  );
  for (const [word, { ko, en }] of [...kinds, ...[libraryWords, explainWords, noteWords].flatMap((words) => Object.entries(words))]) {
    it(`says ${word} in both languages`, () => {
      assert.match(ko, /[가-힣]/);
      assert.doesNotMatch(en, /[가-힣]/);
      assert.deepEqual(ko.match(/\{\w+\}/g) ?? [], en.match(/\{\w+\}/g) ?? []);
    });
  }
});
