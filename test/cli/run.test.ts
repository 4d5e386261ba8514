import assert from 'node:assert/strict';
import { mulgil } from './support.ts';

describe('mulgil', () => {
  it('prints help, for itself and each command, in both languages', async () => {
    for (const args of [
      ['--help'],
      ['-h'],
      ['help'],
      ...['lint', 'fix', 'explain', 'cheatsheet', 'rules', 'lsp'].map((command) => [command, '--help']),
    ]) {
      const english = await mulgil(args);
      const korean = await mulgil(args, { env: { LANG: 'ko_KR.UTF-8' } });
      assert.deepEqual([english.code, korean.code, english.err, korean.err], [0, 0, '', ''], args.join(' '));
      assert.match(english.out, /^(?:Usage: mulgil|Mulgil)/);
      assert.match(korean.out, /사용법: mulgil/);
      assert.deepEqual(optionsIn(korean.out), optionsIn(english.out), 'both tell the same options');
    }
  });

  it('prints its version', async () => {
    assert.match((await mulgil(['--version'])).out, /^\d+\.\d+\.\d+\n$/);
  });

  it('exits with 2 and one line on an unknown command or option, with the nearest name', async () => {
    assert.deepEqual(await mulgil(['lnit', '.']), {
      code: 2,
      out: '',
      err: 'mulgil: unknown command "lnit" (did you mean "lint"?); see `mulgil --help`\n',
    });
    for (const args of [[], ['--verbose'], ['constructor'], ['lsp'], ['lsp', '--port', '1'], ['a\u001b[31m\n']]) {
      const { code, out, err } = await mulgil(args);
      assert.deepEqual({ code, out }, { code: 2, out: '' });
      assert.match(err, /^mulgil: [^\n\u001b]+\n$/);
    }
  });
});

function optionsIn(help: string): readonly string[] {
  return (help.match(/--[a-z-]+/g) ?? []).sort();
}
