import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, mulgilBundle, temporaryFolder } from './support.ts';

describe('the built command line', () => {
  const folder = temporaryFolder();
  const cwd = folder.path;
  const alone = temporaryFolder();
  folder.write({ 'bad/Dockerfile': 'FROM node:latest\nUSER node\n', 'clean/Dockerfile': 'FROM node:24-alpine\nUSER node\n' });

  before(() => assert.ok(existsSync(join(dist, 'cli.js')), 'the bundles are built: npm run build'));

  it('begins with a line that makes it executable', () => {
    assert.match(readFileSync(join(dist, 'cli.js'), 'utf8'), /^#!\/usr\/bin\/env node\n/);
  });

  it('helps without loading the core', () => {
    for (const file of readdirSync(dist).filter((name) => /\.js$|^package\.json$/.test(name)))
      alone.write({ [file]: readFileSync(join(dist, file)) });
    const run = (...args: string[]) => spawnSync(process.execPath, [join(alone.path, 'cli.js'), ...args], { encoding: 'utf8' });
    assert.match(run('--help').stdout, /mulgil <command>|mulgil <명령>/);
    assert.match(run('rules').stderr, /core\.cjs/, 'which is not there');
  });

  it('exits with 0, 1 or 2', () => {
    assert.equal(mulgilBundle(['lint', 'clean'], { cwd }).code, 0);
    assert.equal(mulgilBundle(['lint', 'bad'], { cwd }).code, 1);
    const wrong = mulgilBundle(['lint', 'nowhere'], { cwd });
    assert.deepEqual(wrong, { code: 2, out: '', err: 'mulgil: cannot read nowhere: there is no such file or folder\n' });
    assert.equal(mulgilBundle(['explain', 'livenessProbe'], { cwd }).code, 0);
    assert.equal(mulgilBundle(['explain', 'gibberish'], { cwd }).code, 1);
    assert.equal(mulgilBundle(['rules'], { cwd }).code, 0);
  });

  it('reads standard input, and its output is not cut off in a pipe', () => {
    const input = 'FROM node:latest\n'.repeat(5000);
    const { code, out } = mulgilBundle(['lint', '--format', 'json', '--stdin-filename', 'Dockerfile', '-'], { cwd, input });
    assert.equal(code, 1);
    const { summary } = JSON.parse(out) as { summary: { warning: number } };
    assert.ok(summary.warning >= 5000);
  });

  it('takes it quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, [join(dist, 'cli.js'), 'rules', '--format', 'json'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => void (err += chunk.toString()));
    child.stdout.destroy();
    await new Promise((resolve) => child.on('close', resolve));
    assert.equal(err, '');
  });

  it('starts the language server', async () => {
    const child = spawn(process.execPath, [join(dist, 'cli.js'), 'lsp', '--stdio'], { cwd });
    const send = (message: object): void => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    let out = '';
    const answered = new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString();
        if (out.includes('"capabilities"')) resolve();
      });
    });
    send({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
    await answered;
    assert.match(out, /"hoverProvider":true/);
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    assert.equal(await ended, 0);
  });
});
