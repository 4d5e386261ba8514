import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toKubernetes } from '../../../server/convert/kubernetes/convert.ts';
import { asFiles, asOneFile } from '../../../server/convert/kubernetes/present.ts';
import type { ComposeSource } from '../../../server/convert/read/project.ts';
import { lintWorkspace } from '../../../server/lint-workspace.ts';
import type { Locale } from '../../../server/locale.ts';

const root = 'test/server/convert';

/** A stack of the folder `stacks`, with the files beside it. */
function stack(name: string, files: readonly string[] = ['compose.yaml']): ComposeSource {
  const folder = join(root, 'stacks', name);
  const read = (path: string): string | null => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : null);
  return { files: files.map((path) => ({ path, text: read(path) ?? '' })), read };
}

/** What a person has to decide, by stack: what is left of the recommended rules. */
const decisions: Readonly<Record<string, readonly string[]>> = {
  build: ['kubernetes/safe-sysctls'],
  files: ['kubernetes/reference-exists'],
  gpu: ['kubernetes/no-host-namespaces', 'kubernetes/no-privileged'],
  health: ['kubernetes/use-readiness-probe'],
};

const korean: readonly string[] = ['marketplace', 'networks', 'workers', 'build'];
const several: Readonly<Record<string, readonly string[]>> = { override: ['compose.yaml', 'compose.prod.yaml'] };

describe('Compose files as Kubernetes manifests', () => {
  for (const name of readdirSync(join(root, 'stacks'))) {
    const locale: Locale = korean.includes(name) ? 'ko' : 'en';
    const source = stack(name, several[name]);
    const conversion = toKubernetes(source, locale);
    const text = asOneFile(conversion, { name: source.files.map(({ path }) => path).join(' + ') }, locale);

    it(`gives of ${name} what a person read`, () => {
      const golden = join(root, 'golden', `${name}.txt`);
      if (process.env['MULGIL_GOLDEN']) writeFileSync(golden, text);
      assert.equal(text, readFileSync(golden, 'utf8'));
    });

    it(`gives of ${name} manifests that need no more than decisions`, () => {
      const log: string[] = [];
      const reports = [
        lintWorkspace(conversion.files, { preset: 'recommended' }, (message) => void log.push(message)),
        lintWorkspace([{ path: 'all.yaml', text }], { preset: 'recommended' }, (message) => void log.push(message)),
      ];
      for (const { files } of reports) {
        assert.ok(files.every(({ language }) => language === 'kubernetes'));
        const findings = files.flatMap((file) => file.findings);
        assert.deepEqual(
          findings.filter(({ severity }) => severity === 'error'),
          [],
        );
        const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
        assert.deepEqual(rules, decisions[name] ?? []);
      }
      assert.equal(reports[0]?.files.length, conversion.files.length);
      assert.deepEqual(log, []);
    });
  }

  it('writes no secret value anywhere', () => {
    for (const [name, secrets] of [
      ['marketplace', ['root-4711', 'market-4711', 'change-this-token']],
      ['files', ['hunter2']],
      ['env-file', ['not-for-the-repo']],
      ['override', ['hush-hush']],
    ] as const) {
      const conversion = toKubernetes(stack(name, several[name]), 'en');
      const all = JSON.stringify(asFiles(conversion, { name }, 'en'));
      for (const secret of secrets) assert.ok(!all.includes(secret), `${name}: ${secret}`);
    }
  });

  it('marks in the manifests what a person has to decide', () => {
    for (const name of Object.keys(decisions)) assert.match(asOneFile(toKubernetes(stack(name), 'en'), { name }, 'en'), /\[decide\]/);
  });

  it('tells why something does not translate', () => {
    const { remarks } = toKubernetes(stack('files'), 'en');
    const lost = remarks.filter(({ kind }) => kind === 'lost').map(({ part, key }) => `${part} ${key}`);
    assert.deepEqual([...new Set(lost)], ['services.app volumes', 'services.backup volumes']);
  });

  it('lays later files over earlier ones, with !reset and !override', () => {
    const { files } = toKubernetes(stack('override', several['override']), 'en');
    assert.deepEqual(
      files.map(({ path }) => path),
      ['web.yaml'],
    );
    const [{ text } = { text: '' }] = files;
    assert.match(text, /image: registry\.example\.com\/web:1\.0\n/);
    assert.match(text, /args: \["run"\]/);
    assert.match(text, /MODE: prod\n {2}KEEP: "yes"/);
    assert.match(text, /ports 80:3000/);
    assert.ok(!text.includes('/app/src'));
  });

  it('never takes two services for one', () => {
    const text = 'services:\n  a_b:\n    image: x:1\n    ports: ["80:80"]\n  a-b:\n    image: y:1\n    ports: ["81:80"]\n';
    const { files } = toKubernetes({ files: [{ path: 'compose.yaml', text }], read: () => null }, 'en');
    assert.deepEqual(
      files.map(({ path }) => path),
      ['a-b.yaml', 'a-b-2.yaml'],
    );
  });
});
