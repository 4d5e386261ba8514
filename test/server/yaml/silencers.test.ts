import assert from 'node:assert/strict';
import { commentSilencers } from '../../../server/yaml/silencers.ts';

/** Each comment's rules, the text that they are silenced in, and the reason. */
function silenced(text: string): readonly string[] {
  return commentSilencers(text).map(
    ({ rules, target, reason }) => `${rules.join('+')} in «${text.slice(target.start, target.end)}»: ${reason ?? ''}`,
  );
}

describe('ignore comments in YAML', () => {
  it('speak about the next line when they stand alone', () => {
    assert.deepEqual(silenced('a:\n  # mulgil ignore=x/y 실습용\n  b: 1\n  c: 2\n'), ['x/y in «  b: 1»: 실습용']);
    assert.deepEqual(silenced('# mulgil ignore=x/y,x/z reason\r\n\r\n# other\r\na: 1\r\n'), ['x/y+x/z in «a: 1»: reason']);
  });

  it('speak about their own line at its end', () => {
    assert.deepEqual(silenced('a: 1 # mulgil ignore=x/y reason\nb: 2\n'), ['x/y in «a: 1 # mulgil ignore=x/y reason»: reason']);
  });

  it('may follow one another', () => {
    assert.deepEqual(silenced('# mulgil ignore=a/b one\n# mulgil ignore=c/d\na: 1\n# mulgil ignore=e/f\nb: 2\n'), [
      'a/b in «a: 1»: one',
      'c/d in «a: 1»: ',
      'e/f in «b: 2»: ',
    ]);
  });

  it('may stand at the end of the file, about nothing', () => {
    assert.deepEqual(silenced('a: 1\n# mulgil ignore=x/y reason'), ['x/y in «»: reason']);
  });

  it('are comments only after white space, and only with rules', () => {
    for (const text of [
      'a: b#mulgil ignore=x/y\n',
      '# mulgil\n',
      '# mulgil ignore\n',
      '# mulgil ignore=\n',
      '# mulgil ignore=,\n',
      'mulgil ignore=x/y\n',
      '## mulgil ignore=x/y\n',
      '',
    ])
      assert.deepEqual(silenced(text), [], text);
    assert.deepEqual(silenced('#mulgil   ignore = x/y\na: 1\n'), ['x/y in «a: 1»: ']);
  });

  it('take linear time', function () {
    this.timeout(3000);
    for (const piece of ['# mulgil ignore=x/y\n', '# mulgil ignore=x/y ', '#mulgil ignore', 'mulgil', '#', '# '])
      commentSilencers(piece.repeat(200_000));
  });
});
