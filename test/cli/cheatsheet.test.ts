import assert from 'node:assert/strict';
import { mulgil } from './support.ts';

describe('mulgil cheatsheet', () => {
  const cheatsheet = (...args: string[]) => mulgil(['cheatsheet', ...args]);

  it('finds commands by what they do, with their options', async () => {
    const { code, out } = await cheatsheet('docker', 'run', '--rm');
    assert.equal(code, 0);
    assert.match(out, /^docker run --rm .*\n {4}\S.*\n/);
    assert.match(out, /\n {4}--rm +\S/);
  });

  it('finds Korean by initial consonants and on the other keyboard layout', async () => {
    for (const query of ['배포', 'ㅂㅍ', 'qovh']) {
      const { code, out } = await cheatsheet(query, '--language', 'ko');
      assert.equal(code, 0);
      assert.match(out, /^kubectl apply -f <file>\n {4}[^\n]*[가-힣]/m, query);
      assert.equal(out.startsWith('“배포”(으)로'), query === 'qovh');
    }
  });

  it('speaks the language of the system', async () => {
    const korean = await mulgil(['cheatsheet', '--limit=1', 'docker logs'], { env: { LANG: 'ko_KR.UTF-8' } });
    assert.match(korean.out, /^docker logs[^\n]*\n {4}[^\n]*[가-힣]/);
    assert.doesNotMatch((await cheatsheet('--limit', '1', 'docker logs')).out, /[가-힣]/);
  });

  it('shows as many as asked for, says how many are left, and what else the library has', async () => {
    const { out } = await cheatsheet('crashloop', '--limit', '1');
    assert.equal(out.match(/^\S.*<.*>/gm)?.length, 1);
    assert.match(out, /\n\d+ more; add a word/);
    assert.match(out, /mulgil explain 'troubleshooting\/CrashLoopBackOff'/);
  });

  it('warns of what can be lost', async () => {
    assert.match((await cheatsheet('docker compose down -v')).out, /\n {4}Caution: /);
  });

  it('exits with 1 when there is no such command', async () => {
    const { code, out, err } = await cheatsheet('zzzz\u001b[31m');
    assert.deepEqual({ code, out }, { code: 1, out: '' });
    assert.match(err, /^mulgil: there is no command for "zzzz/);
    assert.doesNotMatch(err, /\u001b/);
    assert.equal((await cheatsheet('x'.repeat(100_000))).code, 1);
  });

  it('exits with 2 on wrong usage', async () => {
    for (const args of [[], ['--limit', '0', 'x'], ['--limit', 'many', 'x'], ['logs', '--language', 'fr'], ['logs', '--limit']])
      assert.equal((await cheatsheet(...args)).code, 2, args.join(' '));
  });
});
