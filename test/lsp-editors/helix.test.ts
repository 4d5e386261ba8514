import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documented, isInstalled, workplace } from './documented.ts';

describe('Helix', function () {
  this.timeout(90_000);
  const { folder, environment } = workplace();
  before(function () {
    if (isInstalled('hx') && isInstalled('script')) return;
    console.log('      hx or script is not installed: skipped');
    this.skip();
  });

  it('finds the server with the documented configuration, for each of the languages', () => {
    const env = begin();
    for (const language of ['dockerfile', 'docker-compose', 'yaml'])
      assert.match(spawnSync('hx', ['--health', language], { env, encoding: 'utf8' }).stdout, /✓\S* mulgil:/, language);
  });

  it('asks it for what is wrong, and explains', async () => {
    const env = begin();
    const file = join(folder.path, 'log');
    const log = (): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
    // Helix runs in a terminal only.
    const shell = `stty rows 40 cols 140; exec hx -vv --log "${file}" Dockerfile`;
    const terminal = spawn('script', ['-qec', shell, '/dev/null'], {
      cwd: join(folder.path, 'project'),
      env: { ...env, TERM: 'xterm-256color' },
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const ended = new Promise((resolve) => terminal.on('exit', resolve));
    try {
      await until(() => /dockerfile\/no-latest-tag.*dockerfile\/no-kill-stopsignal/.test(log()));
      terminal.stdin.write('jll k'); // to the second line, what is it?
      await until(() => /"result":\{"contents":\{[^\n]*\*\*STOPSIGNAL\*\* — [^\n]*SIGTERM/.test(log()));
      terminal.stdin.write('\u001b\u001b:q!\r');
      await ended;
    } finally {
      terminal.kill();
    }
    assert.match(log(), /"languageId":"dockerfile"/);
  });

  function begin(): NodeJS.ProcessEnv {
    const env = environment();
    folder.write({ '.config/helix/languages.toml': documented('## Helix', 'toml') });
    return env;
  }
});

/** Waits until something holds; fails after half a minute. */
async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 30_000; !holds();) {
    assert.ok(Date.now() < end, holds.toString());
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
