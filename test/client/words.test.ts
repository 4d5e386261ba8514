import assert from 'node:assert/strict';
import { words as sheetWords } from '../../client/views/cheatsheets/words.ts';
import { words as explainWords } from '../../client/views/explain/words.ts';
import { words as noteWords } from '../../client/views/note/words.ts';

describe('words of the pages', () => {
  for (const [word, { ko, en }] of [...Object.entries(sheetWords), ...Object.entries(explainWords), ...Object.entries(noteWords)]) {
    it(`says ${word} in both languages`, () => {
      assert.match(ko, /[가-힣]/);
      assert.doesNotMatch(en, /[가-힣]/);
      assert.deepEqual(ko.match(/\{\w+\}/g) ?? [], en.match(/\{\w+\}/g) ?? []);
    });
  }
});
