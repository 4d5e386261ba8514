import assert from 'node:assert/strict';
import { readIgnoreComment, reportMissingReasons, silence, type Silenceable, type Silencer } from '../../server/silence.ts';

const finding: Silenceable = {
  ruleId: 'x/rule',
  equivalents: ['hadolint:DL1', 'buildkit:Casing'],
  span: { start: 10, end: 12 },
  resource: 'Pod/web',
};
const silencer = (rules: readonly string[], start = 8, end = 20, more: Partial<Silencer> = {}): Silencer => ({
  at: { start: 0, end: 5 },
  target: { start, end },
  rules,
  own: true,
  ...more,
});

describe('silence', () => {
  it('covers findings by our id, another linter’s, or all of a linter’s', () => {
    for (const [rule, quiet] of [
      ['x/rule', true],
      ['hadolint:DL1', true],
      ['buildkit:*', true],
      ['x/other', false],
      ['DL1', false],
      ['kube-linter:*', false],
      ['*', false],
    ] as const) {
      assert.equal(silence([silencer([rule])])(finding), quiet, rule);
    }
  });

  it('covers findings that begin in the target', () => {
    for (const [start, end, quiet] of [
      [0, 9, false],
      [0, 10, true],
      [10, 10, true],
      [11, 20, false],
    ] as const) {
      assert.equal(silence([silencer(['x/rule'], start, end)])(finding), quiet, `${start}-${end}`);
    }
  });

  it('covers only the resource it names', () => {
    assert.equal(silence([silencer(['x/rule'], 0, 99, { resource: 'Pod/web' })])(finding), true);
    assert.equal(silence([silencer(['x/rule'], 0, 99, { resource: 'Pod/db' })])(finding), false);
    assert.equal(silence([silencer(['x/rule'], 0, 99, { resource: 'Pod/db' })])({ ...finding, resource: undefined }), false);
  });

  it('finds the right one among many', () => {
    const many = Array.from({ length: 100 }, (_, index) => silencer(['x/rule'], index * 10, index * 10 + 4));
    const isSilenced = silence(many.toReversed());
    const at = (start: number): boolean => isSilenced({ ...finding, span: { start, end: start } });
    assert.deepEqual([0, 4, 5, 9, 10, 994, 995, 2000].map(at), [true, true, false, false, true, true, false, false]);
    // A wide target that begins early reaches past the narrow ones after it.
    const wide = silence([...many, silencer(['x/rule'], 0, 5000)]);
    assert.equal(wide({ ...finding, span: { start: 4999, end: 4999 } }), true);
    assert.equal(wide({ ...finding, span: { start: 5001, end: 5001 } }), false);
  });

  it('gives the same answer as looking at each', () => {
    let seed = 1;
    const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 200; round++) {
      const all = Array.from({ length: random(12) }, () => {
        const start = random(40);
        return silencer(
          [['x/rule', 'hadolint:DL1', 'x/other'][random(3)] ?? ''],
          start,
          start + random(20),
          random(2) ? { resource: random(2) ? 'Pod/web' : 'Pod/db' } : {},
        );
      });
      const isSilenced = silence(all);
      for (let start = 0; start < 60; start++) {
        const expected = all.some(
          ({ target, rules, resource }) =>
            target.start <= start && start <= target.end && !rules.includes('x/other') && (resource ?? 'Pod/web') === 'Pod/web',
        );
        assert.equal(isSilenced({ ...finding, span: { start, end: start } }), expected);
      }
    }
  });

  it('stays fast with many silencers and many findings', () => {
    const many = Array.from({ length: 50_000 }, (_, index) => silencer(['x/rule'], index, index));
    const isSilenced = silence(many);
    const started = performance.now();
    for (let start = 0; start < 100_000; start++) isSilenced({ ...finding, span: { start, end: start } });
    assert.ok(performance.now() - started < 5000);
  });
});

describe('ignore comments', () => {
  it('name rules and give a reason', () => {
    for (const [comment, rules, reason] of [
      [' mulgil ignore=x/rule', ['x/rule'], ''],
      ['mulgil ignore=x/rule because', ['x/rule'], 'because'],
      [' mulgil  ignore = a,b  two words ', ['a', 'b'], 'two words'],
      ['mulgil ignore=a,,b', ['a', 'b'], ''],
      ['mulgil ignore=a\u2028b', ['a'], 'b'],
    ] as const) {
      assert.deepEqual(readIgnoreComment(comment), { rules, reason }, comment);
    }
  });

  it('are nothing else', () => {
    for (const comment of [
      '',
      'mulgil',
      'mulgil ignore',
      'mulgil ignore=',
      'mulgil ignore=,',
      'mulgilignore=a',
      'hadolint ignore=a',
      'see mulgil ignore=a',
      'mulgil ignore=   ',
    ]) {
      assert.equal(readIgnoreComment(comment), undefined, comment);
    }
  });

  it('are read in linear time', () => {
    const started = performance.now();
    for (const comment of [
      `mulgil ignore=${'a'.repeat(1_000_000)}\u2028x`,
      `mulgil${' '.repeat(1_000_000)}x`,
      `mulgil ignore${' '.repeat(1_000_000)}x`,
      `${' '.repeat(1_000_000)}x`,
    ])
      readIgnoreComment(comment);
    assert.ok(performance.now() - started < 2000);
  });

  it('are reported when ours give no reason', () => {
    const found: unknown[] = [];
    reportMissingReasons(
      [
        silencer(['a']),
        silencer(['a'], 0, 9, { reason: 'because' }),
        silencer(['a'], 0, 9, { own: false }),
        silencer(['a'], 0, 9, { reason: '' }),
      ],
      (violation) => found.push(violation),
    );
    assert.deepEqual(found, [{ at: { start: 0, end: 5 } }, { at: { start: 0, end: 5 } }]);
  });
});
