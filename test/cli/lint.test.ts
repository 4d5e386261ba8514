import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { mulgil, temporaryFolder } from './support.ts';

interface Json {
  readonly version: number;
  readonly files: readonly {
    readonly path: string;
    readonly language: string;
    readonly findings: readonly { readonly rule: string; readonly path: string }[];
    readonly silenced?: readonly { readonly rule: string }[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

const bad = 'FROM node:latest\nUSER node\n';
const clean = 'FROM node:24-alpine\nUSER node\n';

describe('mulgil lint', () => {
  const folder = temporaryFolder();
  const cwd = folder.path;
  const json = async (...args: string[]): Promise<Json> =>
    JSON.parse((await mulgil(['lint', '--format', 'json', ...args], { cwd })).out) as Json;
  const paths = ({ files }: Json): readonly string[] => files.map(({ path }) => path);
  folder.write({
    'bad/Dockerfile': bad,
    'clean/Dockerfile': clean,
    'k8s/pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n',
    'k8s/values.yaml': 'replicas: 1\n',
    'compose/compose.yaml': 'services:\n  web:\n    image: nginx:1.30\n',
    'README.md': '# Hi\n',
  });

  it('exits with 0 on clean files and says so', async () => {
    const { code, out, err } = await mulgil(['lint', 'clean'], { cwd });
    assert.deepEqual({ code, out, err }, { code: 0, out: '1 file checked, nothing to report.\n', err: '' });
  });

  it('exits with 1 on findings and prints place, severity, message, why and rule', async () => {
    const { code, out } = await mulgil(['lint', 'bad'], { cwd });
    assert.equal(code, 1);
    assert.match(out, /^bad\/Dockerfile:1:6: warning: .*`:latest`.* \[dockerfile\/no-latest-tag\]\n {4}\S.*\n/m);
    assert.match(out, /\n1 file checked: .*\d+ warnings?.*\n$/);
  });

  it('speaks the language of the system, or the one asked for, or the one of the configuration', async () => {
    assert.match((await mulgil(['lint', 'bad'], { cwd, env: { LANG: 'ko_KR.UTF-8' } })).out, /경고: .*습니다/);
    assert.match((await mulgil(['lint', 'bad'], { cwd, env: { LC_ALL: 'en_US.UTF-8', LANG: 'ko_KR.UTF-8' } })).out, /: warning: /);
    assert.match((await mulgil(['lint', '--language', 'ko', 'bad'], { cwd })).out, /경고: /);
    folder.write({ 'lang.yaml': 'language: ko\n' });
    assert.match((await mulgil(['lint', '--config', 'lang.yaml', 'bad'], { cwd })).out, /경고: /);
    assert.match((await mulgil(['lint', '--config', 'lang.yaml', '--language', 'en', 'bad'], { cwd })).out, /warning: /);
    assert.match((await mulgil(['lint', '--config', 'lang.yaml', '--language', 'auto', 'bad'], { cwd })).out, /warning: /);
  });

  it('prints JSON with every checked file and a summary', async () => {
    const report = await json('bad', 'clean');
    assert.equal(report.version, 1);
    assert.deepEqual(paths(report), ['bad/Dockerfile', 'clean/Dockerfile']);
    assert.deepEqual(
      report.files.map(({ language }) => language),
      ['dockerfile', 'dockerfile'],
    );
    assert.deepEqual(Object.keys(report.summary), ['files', 'error', 'warning', 'info', 'hint']);
    const { files, ...counts } = report.summary;
    assert.equal(files, 2);
    assert.equal(
      Object.values(counts).reduce((sum, count) => sum + count),
      report.files.flatMap(({ findings }) => findings).length,
    );
    assert.deepEqual(Object.keys(report.files[0] ?? {}), ['path', 'language', 'findings']);
    assert.equal(report.files[0]?.findings[0]?.path, 'bad/Dockerfile');
  });

  it('fails only on what --fail-on names', async () => {
    for (const [failOn, code] of [
      ['error', 0],
      ['warning', 1],
      ['info', 1],
      ['never', 0],
    ] as const) {
      assert.equal((await mulgil(['lint', '--fail-on', failOn, 'bad'], { cwd })).code, code, failOn);
    }
  });

  it('finds the files of a folder by name and by content', async () => {
    assert.deepEqual(paths(await json('.')), ['bad/Dockerfile', 'clean/Dockerfile', 'compose/compose.yaml', 'k8s/pod.yaml']);
    assert.deepEqual(
      (await json('k8s')).files.map(({ language }) => language),
      ['kubernetes'],
    );
  });

  it('looks at each file once, however often it is named', async () => {
    assert.deepEqual(
      paths(await json('bad', './bad/Dockerfile', '.', join(cwd, 'bad'))).filter((path) => path.startsWith('bad')),
      ['bad/Dockerfile'],
    );
  });

  it('passes over node_modules, hidden folders and links to folders, and follows links to files', async () => {
    folder.write({
      'walk/node_modules/a/Dockerfile': bad,
      'walk/.git/Dockerfile': bad,
      'walk/.hidden/Dockerfile': bad,
      'walk/src/Dockerfile': bad,
    });
    symlinkSync(join(cwd, 'walk'), join(cwd, 'walk/src/loop'));
    symlinkSync(join(cwd, 'bad/Dockerfile'), join(cwd, 'walk/src/Dockerfile.linked'));
    symlinkSync(join(cwd, 'nowhere'), join(cwd, 'walk/src/Dockerfile.broken'));
    assert.deepEqual(paths(await json('walk')), ['walk/src/Dockerfile', 'walk/src/Dockerfile.linked']);
    assert.deepEqual(paths(await json('walk/.hidden')), ['walk/.hidden/Dockerfile']);
  });

  it('leaves out what the configuration ignores, and says so of a named file', async () => {
    folder.write({ 'ignore.yaml': 'ignore: [bad, "k8s/**"]\n' });
    assert.deepEqual(paths(await json('--config', 'ignore.yaml', 'bad', 'clean', 'k8s')), ['clean/Dockerfile']);
    const { code, err } = await mulgil(['lint', '--config', 'ignore.yaml', 'bad/Dockerfile'], { cwd });
    assert.deepEqual({ code, err }, { code: 0, err: 'mulgil: bad/Dockerfile is left out by the configuration\n' });
  });

  it('reads .mulgil.yaml and .hadolint.yaml of the working folder', async () => {
    folder.write({ 'configured/Dockerfile': bad, 'configured/.mulgil.yaml': 'rules: {dockerfile/no-latest-tag: error}\n' });
    const { code, out } = await mulgil(['lint', '--fail-on', 'error', '.'], { cwd: join(cwd, 'configured') });
    assert.equal(code, 1);
    assert.match(out, /: error: /);
    folder.write({ 'hadolint/Dockerfile': bad, 'hadolint/.hadolint.yaml': 'ignored: [DL3007]\n' });
    assert.equal((await mulgil(['lint', '.'], { cwd: join(cwd, 'hadolint') })).code, 0);
  });

  it('lists silenced findings on request; they do not fail', async () => {
    folder.write({ 'silenced/Dockerfile': `# mulgil ignore=dockerfile/no-latest-tag demo\n${bad}` });
    assert.equal((await json('silenced')).files[0]?.silenced, undefined);
    assert.deepEqual(
      (await json('--silenced', 'silenced')).files[0]?.silenced?.map(({ rule }) => rule),
      ['dockerfile/no-latest-tag'],
    );
    const { code, out } = await mulgil(['lint', '--silenced', 'silenced'], { cwd });
    assert.equal(code, 0);
    assert.match(out, /warning \(silenced\): /);
  });

  it('reads standard input under the name it is given', async () => {
    const { code, out } = await mulgil(['lint', '--stdin-filename', 'app/Dockerfile', '-'], { cwd, input: `\uFEFF${bad}` });
    assert.equal(code, 1);
    assert.match(out, /^app\/Dockerfile:1:6: /);
  });

  it('says of a named file that it is none of ours', async () => {
    const { code, err } = await mulgil(['lint', 'README.md', 'k8s/values.yaml'], { cwd });
    assert.equal(code, 0);
    assert.equal(err.split('\n').filter((line) => /^mulgil: (?:README\.md|k8s\/values\.yaml) is not checked: /.test(line)).length, 2);
  });

  it('skips binary files with a note and reads broken UTF-8 as well as it can', async () => {
    folder.write({
      'bytes/Dockerfile.bin': new Uint8Array([0x46, 0, 0x52]),
      'bytes/Dockerfile': new Uint8Array([...Buffer.from('FROM node:latest\n# '), 0xff, 0xc3, 0x0a]),
    });
    const { code, out, err } = await mulgil(['lint', 'bytes'], { cwd });
    assert.equal(code, 1);
    assert.match(out, /^bytes\/Dockerfile:1:6: /);
    assert.match(err, /^mulgil: bytes\/Dockerfile\.bin is not checked: .*\n$/);
  });

  it('says once that a file is too large', async () => {
    folder.write({ 'large/Dockerfile': 'FROM node:latest\n'.repeat(700_000) });
    const { code, err } = await mulgil(['lint', 'large'], { cwd });
    assert.equal(code, 0);
    assert.match(err, /^mulgil: large\/Dockerfile is not checked: larger than 10 million characters\n$/);
  });

  it('tells problems of the configuration, unknown rules with the nearest name', async () => {
    folder.write({ 'odd.yaml': 'presets: all\nrules: {dockerfile/no-latest-tags: off}\n' });
    const { code, err } = await mulgil(['lint', '--config', 'odd.yaml', 'clean'], { cwd });
    assert.equal(code, 0);
    assert.match(
      err,
      /^mulgil: odd\.yaml: unknown setting "presets" \(did you mean "preset"\?\)\nmulgil: odd\.yaml: unknown rule "dockerfile\/no-latest-tags" \(did you mean "dockerfile\/no-latest-tag"\?\)\n$/,
    );
  });

  it('exits with 2 and one line on wrong usage or unreadable input', async () => {
    mkdirSync(join(cwd, 'closed'));
    symlinkSync('circle', join(cwd, 'circle'));
    const wrong = [
      ['lint'],
      ['lint', 'nowhere'],
      ['lint', '--format', 'xml', 'bad'],
      ['lint', '--preset', 'strict', 'bad'],
      ['lint', '--language', 'fr', 'bad'],
      ['lint', '--fail-on', 'hint', 'bad'],
      ['lint', '--formt', 'json', 'bad'],
      ['lint', '--config', 'nowhere.yaml', 'bad'],
      ['lint', '--format'],
      ['lint', '-'],
      ['lint', '/dev/null'],
      ['lint', 'bad\0'],
      ['lint', 'bad/Dockerfile/x'],
      ['lint', 'circle'],
      ['lint', '--config', 'bad', 'bad'],
    ];
    for (const args of wrong) {
      const { code, out, err } = await mulgil(args, { cwd });
      assert.deepEqual({ code, out }, { code: 2, out: '' }, args.join(' '));
      assert.match(err, /^mulgil: [^\n]+\n$/, args.join(' '));
    }
    assert.match((await mulgil(['lint', '--formt', 'json', 'bad'], { cwd })).err, /unknown option "--formt" \(did you mean "--format"\?\)/);
  });

  it('exits with 2 on a folder or a file that it may not read', async function () {
    if (process.getuid?.() === 0) this.skip(); // nothing is closed to the superuser
    folder.write({ 'locked/Dockerfile': bad });
    for (const path of ['closed', 'locked/Dockerfile']) {
      chmodSync(join(cwd, path), 0);
      const { code, out, err } = await mulgil(['lint', '.'], { cwd });
      chmodSync(join(cwd, path), 0o755);
      assert.deepEqual({ code, out, err }, { code: 2, out: '', err: `mulgil: cannot read ${path}: permission denied\n` });
    }
  });

  it('makes what a terminal would obey harmless in paths and messages', async () => {
    const name = 'evil/a\u001b]0;x\u0007\u202e/Dockerfile';
    folder.write({ [name]: 'FROM node\u001b[31m\u009b1m\n' });
    const { out } = await mulgil(['lint', '--preset', 'all', 'evil'], { cwd });
    assert.doesNotMatch(out, /[\u001b\u0007\u009b\u202e]/);
    assert.match(out, /^evil\/a\\x1b\]0;x\\x07\\u202e\/Dockerfile:1:/);
  });

  it('uses colours on a terminal only, and not with NO_COLOR', async () => {
    assert.match((await mulgil(['lint', 'bad'], { cwd, isTerminal: true })).out, /\u001b\[33mwarning\u001b\[39m/);
    assert.doesNotMatch((await mulgil(['lint', 'bad'], { cwd, isTerminal: true, env: { NO_COLOR: '1' } })).out, /\u001b/);
  });

  it('takes the .dockerignore beside a Dockerfile into the workspace', async () => {
    folder.write({
      'context/Dockerfile': 'FROM node:24-alpine\nUSER node\n',
      'context/.dockerignore': 'a\n',
      'context/Dockerfile.dockerignore': 'b\n',
    });
    assert.deepEqual(paths(await json('context')), ['context/Dockerfile']);
  });

  it('looks for the .dockerignore of each Dockerfile, wherever it lies', async () => {
    const text = 'FROM debian:13-slim\nWORKDIR /app\nCOPY . .\nUSER 10001\n';
    folder.write({ 'with/Dockerfile': text, 'with/.dockerignore': '.git\n.env\n', 'without/app.dockerfile': text });
    const found = async (path: string) => (await mulgil(['lint', path], { cwd })).out.includes('dockerfile/use-dockerignore');
    assert.deepEqual([await found('with'), await found('without')], [false, true]);
  });
});
