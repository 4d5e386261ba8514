import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync, chmodSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { dist, temporaryFolder } from './support.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string; readonly description: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly name: string;
      readonly shell: string;
      readonly run: string;
      readonly env?: Readonly<Record<string, string>>;
    }[];
  };
}
interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
}

describe('the action for GitHub', () => {
  const folder = temporaryFolder();
  const action = parse(readFileSync('action.yml', 'utf8')) as Action;
  const step = action.runs.steps.find(({ name }) => name === 'Check');

  before(() =>
    folder.write({
      'a b/Dockerfile': 'FROM node:latest\nUSER node\n',
      'clean/Dockerfile': 'FROM node:24\nUSER node\n',
      'c/Dockerfile': 'FROM node:latest\nUSER node\n',
    }),
  );

  /** Runs the step as GitHub does: the script in bash, with inputs in the environment. */
  function run(inputs: Readonly<Record<string, string>>): { readonly code: number | null; readonly out: string; readonly err: string } {
    const values: Readonly<Record<string, string>> = {
      ...Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default])),
      ...inputs,
    };
    const env = Object.fromEntries(
      Object.entries(step?.env ?? {}).map(([name, value]) => [
        name,
        value
          .replace('${{ github.action_path }}/dist', resolve(dist))
          .replace(/\$\{\{ inputs\.([\w-]+) \}\}/, (_, input: string) => values[input] ?? assert.fail(`no input ${input}`)),
      ]),
    );
    const { LANG: _lang, LC_ALL: _all, LC_MESSAGES: _messages, ...rest } = process.env;
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? ''], {
      cwd: folder.path,
      env: { ...rest, ...env },
      encoding: 'utf8',
    });
    return { code: status, out: stdout, err: stderr };
  }

  it('is composite, and names a shell in every step', () => {
    assert.equal(action.runs.using, 'composite');
    for (const { shell } of action.runs.steps) assert.equal(shell, 'bash');
  });
  it('puts no input into a script', () => {
    for (const { run: script } of action.runs.steps) assert.doesNotMatch(script, /\$\{\{/);
  });
  it('makes notes at lines, and fails by what it finds', () => {
    const { code, out, err } = run({ path: 'c clean' });
    assert.deepEqual([code, err], [1, '']);
    assert.match(out, /^::warning file=c\/Dockerfile,line=1,[^\n]*title=dockerfile\/no-latest-tag::/);
    assert.equal(run({ path: 'clean' }).code, 0);
    assert.equal(run({ path: 'c', 'fail-on': 'error' }).code, 0);
    assert.equal(run({ path: 'nowhere' }).code, 2);
  });
  it('writes a report, in a language, with a preset', () => {
    const { code, out } = run({ path: 'c', format: 'sarif', output: 'report.sarif', language: 'ko', preset: 'all' });
    assert.deepEqual([code, out], [1, '']);
    const report = readFileSync(join(folder.path, 'report.sarif'), 'utf8');
    assert.match(report, /"version": "2\.1\.0"/);
    assert.match(report, /[가-힣]/);
  });
  it('runs nothing that an input holds', () => {
    const { code, out, err } = run({ path: '$(echo pwned) `echo pwned`; echo pwned', preset: 'all; echo pwned' });
    assert.equal(code, 2);
    assert.doesNotMatch(out, /^pwned/m);
    assert.match(err, /--preset must be/);
  });
});

describe('the hooks for pre-commit', () => {
  const folder = temporaryFolder();
  const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly Hook[];
  const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly bin: Readonly<Record<string, string>> };

  /** Runs a hook as pre-commit does: its entry with names of files behind it. */
  function run(id: string, files: readonly string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
    const entry = hooks.find((hook) => hook.id === id)?.entry.split(' ') ?? [];
    const { status, stdout, stderr } = spawnSync(entry[0] ?? '', [...entry.slice(1), ...files], {
      cwd: folder.path,
      env: { ...process.env, PATH: `${folder.path}/bin:${process.env['PATH'] ?? ''}`, LC_ALL: 'en_US' },
      encoding: 'utf8',
    });
    return { code: status, out: stdout, err: stderr };
  }

  before(() => {
    folder.write({
      Dockerfile: 'FROM node:24 # base\nADD a ./\nUSER node\n',
      'b/Dockerfile': 'FROM node:latest\nUSER node\n',
      'other.yaml': 'a: 1\n',
      'bin/mulgil': '',
    });
    writeFileSync(join(folder.path, 'bin/mulgil'), `#!/bin/sh\nexec "${process.execPath}" "${join(dist, 'cli.js')}" "$@"\n`);
    chmodSync(join(folder.path, 'bin/mulgil'), 0o755);
  });

  it('start the program that the package installs', () => {
    for (const { entry, language } of hooks) {
      assert.ok((entry.split(' ')[0] ?? '') in bin);
      assert.equal(language, 'node');
    }
  });
  it('run on the files that may be ours', () => {
    for (const { files } of hooks) {
      const pattern = new RegExp(files.replace('(?i)', ''), 'i');
      for (const path of ['Dockerfile', 'a/Dockerfile.dev', 'a/web.dockerfile', 'Containerfile', 'compose.yml', 'k8s/a.yaml'])
        assert.match(path, pattern);
      for (const path of ['a.ts', 'README.md', 'yaml/a.txt']) assert.doesNotMatch(path, pattern);
    }
  });
  it('fail on findings, and pass over foreign files', () => {
    assert.equal(run('mulgil', ['b/Dockerfile', 'other.yaml']).code, 1);
    assert.equal(run('mulgil', ['other.yaml']).code, 0);
  });
  it('mend files', () => {
    assert.equal(run('mulgil-fix', ['Dockerfile', 'other.yaml']).code, 0);
    assert.equal(readFileSync(join(folder.path, 'Dockerfile'), 'utf8'), '# base\nFROM node:24\nCOPY a ./\nUSER node\n');
  });
});
