import assert from 'node:assert/strict';
import { allRules } from '../../server/languages.ts';
import { mulgil } from './support.ts';

describe('mulgil rules', () => {
  it('lists every rule on a line of its own', async () => {
    const { code, out } = await mulgil(['rules']);
    assert.equal(code, 0);
    const ids = out
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0]);
    assert.deepEqual(ids, [...allRules.keys()].sort());
    assert.match(out, /^dockerfile\/no-latest-tag +warning +recommended .*`:latest`/m);
    assert.match((await mulgil(['rules', '--language', 'ko'])).out, /^dockerfile\/no-latest-tag .*습니다/m);
  });

  it('prints everything as JSON', async () => {
    const rules = JSON.parse((await mulgil(['rules', '--format', 'json'])).out) as Record<string, unknown>[];
    assert.equal(rules.length, allRules.size);
    for (const rule of rules) {
      assert.deepEqual(Object.keys(rule), [
        'id',
        'severity',
        'presets',
        'fixable',
        'equivalents',
        'message',
        'variants',
        'why',
        'note',
        'url',
        'options',
      ]);
    }
    assert.equal(rules.find(({ id }) => id === 'dockerfile/no-kill-stopsignal')?.['fixable'], true);
  });

  it('exits with 2 on wrong usage', async () => {
    assert.equal((await mulgil(['rules', '--format', 'xml'])).code, 2);
    assert.equal((await mulgil(['rules', 'dockerfile'])).code, 2);
  });
});
