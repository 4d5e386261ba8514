import assert from 'node:assert/strict';
import { applySafeFixes, safeEdits } from '../../server/fix-all.ts';
import type { Finding } from '../../server/lint.ts';
import type { TextEdit } from '../../server/text/edit.ts';

const edit = (start: number, end: number, newText = ''): TextEdit => ({ span: { start, end }, newText });

function finding(edits: readonly TextEdit[], isPreferred = true): Finding {
  return {
    fix: () => ({ title: { ko: '', en: '' }, edits, isPreferred }),
    span: edits[0]?.span ?? { start: 0, end: 0 },
  } as unknown as Finding;
}

/** One finding for each `x` of a text, whose fix puts something else there. */
function replacing(by: string, isPreferred = true) {
  return (text: string): readonly Finding[] =>
    [...text.matchAll(/x/g)].map(({ index }) => finding([edit(index, index + 1, by)], isPreferred));
}

describe('fix-all', () => {
  it('takes safe fixes only', () => {
    assert.deepEqual(safeEdits([finding([edit(0, 1)]), finding([edit(5, 6)], false), { fix: () => undefined } as unknown as Finding]), [
      edit(0, 1),
    ]);
  });

  it('leaves a fix that touches another for the next round', () => {
    assert.deepEqual(
      safeEdits([
        finding([edit(5, 7)]),
        finding([edit(7, 9)]),
        finding([edit(3, 5)]),
        finding([edit(6, 6)]),
        finding([edit(0, 9)]),
        finding([edit(0, 2), edit(6, 7)]),
        finding([edit(0, 2)]),
      ]),
      [edit(5, 7), edit(0, 2)],
    );
  });

  it('lets the edits of one fix touch, but not overlap', () => {
    assert.deepEqual(safeEdits([finding([edit(2, 4), edit(0, 2)])]), [edit(2, 4), edit(0, 2)]);
    assert.deepEqual(safeEdits([finding([edit(2, 4), edit(0, 3)]), finding([edit(8, 9)])]), [edit(8, 9)]);
  });

  it('fixes until nothing is left', () => {
    assert.equal(applySafeFixes('axbxc', replacing('-')), 'a-b-c');
    assert.equal(applySafeFixes('xxx', replacing('-')), '---', 'neighbours need a round each');
    assert.equal(applySafeFixes('abc', replacing('-')), 'abc');
    assert.equal(applySafeFixes('axb', replacing('-', false)), 'axb');
  });

  it('stops after ten rounds, or when two fixes undo each other', () => {
    assert.equal(applySafeFixes('x', replacing('ax')), `${'a'.repeat(10)}x`);
    const flip = (text: string): readonly Finding[] => [finding([edit(0, 1, text === 'a' ? 'b' : 'a')])];
    assert.equal(applySafeFixes('a', flip), 'b');
  });

  it('stays fast with many fixes', () => {
    const started = performance.now();
    const fixed = applySafeFixes('x '.repeat(100_000), replacing('-'));
    assert.equal(fixed, '- '.repeat(100_000));
    assert.ok(performance.now() - started < 5000);
  });
});
