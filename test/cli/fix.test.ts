import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { applyPatch } from 'diff';
import { mulgil, temporaryFolder } from './support.ts';

const killed = 'FROM nginx:1.30\nSTOPSIGNAL SIGKILL\nUSER nginx\n';
const mended = killed.replace('SIGKILL', 'SIGTERM');

describe('mulgil fix', () => {
  const folder = temporaryFolder();
  const cwd = folder.path;
  const read = (name: string): string => readFileSync(join(cwd, name), 'utf8');

  it('applies safe fixes and says which files it changed', async () => {
    folder.write({ 'a/Dockerfile': killed, 'a/clean.Dockerfile': mended });
    const { code, out, err } = await mulgil(['fix', 'a'], { cwd });
    assert.deepEqual({ code, out, err }, { code: 0, out: 'fixed a/Dockerfile\n', err: '' });
    assert.equal(read('a/Dockerfile'), mended);
    assert.deepEqual(await mulgil(['fix', 'a'], { cwd }), { code: 0, out: '', err: 'Nothing to fix.\n' });
  });

  it('keeps byte order mark, line ends and mode, and leaves nothing behind', async () => {
    folder.write({ 'b/Dockerfile': `\uFEFF${killed.replaceAll('\n', '\r\n')}` });
    chmodSync(join(cwd, 'b/Dockerfile'), 0o640);
    await mulgil(['fix', 'b'], { cwd });
    assert.equal(read('b/Dockerfile'), `\uFEFF${mended.replaceAll('\n', '\r\n')}`);
    assert.equal(statSync(join(cwd, 'b/Dockerfile')).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(join(cwd, 'b')), ['Dockerfile']);
  });

  it('writes through a symbolic link', async () => {
    folder.write({ 'c/real/Dockerfile': killed });
    symlinkSync('real/Dockerfile', join(cwd, 'c/Dockerfile'));
    assert.equal((await mulgil(['fix', 'c/Dockerfile'], { cwd })).code, 0);
    assert.equal(read('c/real/Dockerfile'), mended);
    assert.ok(lstatSync(join(cwd, 'c/Dockerfile')).isSymbolicLink());
  });

  it('refuses a file that is not UTF-8 and fixes the others', async () => {
    const broken = Buffer.concat([Buffer.from(killed), Buffer.from([0x23, 0xff, 0x0a])]);
    folder.write({ 'd/Dockerfile': broken, 'd/Dockerfile.other': killed });
    const { code, out, err } = await mulgil(['fix', 'd'], { cwd });
    assert.equal(code, 2);
    assert.equal(out, 'fixed d/Dockerfile.other\n');
    assert.equal(err, 'mulgil: d/Dockerfile is not changed: it is not valid UTF-8\n');
    assert.deepEqual(readFileSync(join(cwd, 'd/Dockerfile')), broken);
  });

  it('keeps a replacement character that stands in valid UTF-8', async () => {
    folder.write({ 'e/Dockerfile': `${killed}# \uFFFD\n` });
    assert.equal((await mulgil(['fix', 'e'], { cwd })).code, 0);
    assert.equal(read('e/Dockerfile'), `${mended}# \uFFFD\n`);
  });

  it('prints a patch that applies, and changes nothing, with --dry-run', async () => {
    for (const text of [killed, `\uFEFF${killed}`, killed.replaceAll('\n', '\r\n'), 'FROM nginx:1.30\nSTOPSIGNAL SIGKILL']) {
      folder.write({ 'f/Dockerfile': text });
      const { code, out } = await mulgil(['fix', '--dry-run', 'f'], { cwd });
      assert.equal(code, 0);
      assert.match(out, /^--- a\/f\/Dockerfile\n\+\+\+ b\/f\/Dockerfile\n@@ /);
      assert.equal(read('f/Dockerfile'), text);
      assert.equal(applyPatch(text, out, { autoConvertLineEndings: false }), text.replace('SIGKILL', 'SIGTERM'));
    }
  });

  it('colours the patch on a terminal and makes control characters harmless there', async () => {
    folder.write({ 'g/Dockerfile': killed.replace('USER', '# \u001b[31m\nUSER') });
    const { out } = await mulgil(['fix', '--dry-run', 'g'], { cwd, isTerminal: true });
    assert.match(out, /\u001b\[31m-STOPSIGNAL SIGKILL\u001b\[39m/);
    assert.match(out, /# \\x1b\[31m/);
  });

  it('leaves silenced and ignored findings alone', async () => {
    folder.write({
      'h/Dockerfile': killed.replace('STOP', '# mulgil ignore=dockerfile/no-kill-stopsignal we want this\nSTOP'),
      'h/.mulgil.yaml': 'ignore: [old]\n',
      'h/old/Dockerfile': killed,
    });
    const { code, err } = await mulgil(['fix', '.'], { cwd: join(cwd, 'h') });
    assert.deepEqual({ code, err }, { code: 0, err: 'Nothing to fix.\n' });
    assert.equal(read('h/old/Dockerfile'), killed);
  });

  it('exits with 2 on wrong usage or a file that may not be written', async () => {
    for (const args of [['fix'], ['fix', '-'], ['fix', 'nowhere'], ['fix', '--silenced', '.']])
      assert.equal((await mulgil(args, { cwd })).code, 2, args.join(' '));
    if (process.getuid?.() === 0) return; // the superuser may write anything
    folder.write({ 'i/Dockerfile': killed });
    chmodSync(join(cwd, 'i/Dockerfile'), 0o444);
    const { code, err } = await mulgil(['fix', 'i'], { cwd });
    assert.equal(code, 2);
    assert.match(err, /^mulgil: cannot write i\/Dockerfile: permission denied\n$/);
  });
});
