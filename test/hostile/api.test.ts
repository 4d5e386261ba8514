import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Api from '../../server/api.ts';
import { dist } from '../cli/support.ts';

const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: app\n      image: nginx:latest\n';
const pods = (count: number): string => `---\n${pod}`.repeat(count);

/** Texts that no one writes, except someone who wants to see it fall over. */
const hostile: Readonly<Record<string, readonly [path: string, text: string]>> = {
  'NUL characters in a Dockerfile': ['Dockerfile', 'FROM a\0b\nRUN \0\0\n'],
  'NUL characters in YAML': ['pod.yaml', `${pod}x: "\0"\n`],
  'lone surrogates in path and Dockerfile': ['a\uD800/Dockerfile', 'FROM \uDC00\uD800:latest\nRUN \uD800\n'],
  'lone surrogates in path and YAML': ['\uDFFF.yaml', pod.replace('nginx', '\uD800')],
  'a megabyte of {{': ['pod.yaml', pod + '{{'.repeat(500_000)],
  'a megabyte of {{}}': ['pod.yaml', `${pod}x: ${'{{}}'.repeat(250_000)}`],
  'ten thousand lists in one another, never closed': ['pod.yaml', `${pod}x: ${'['.repeat(10_000)}`],
  'ten thousand lists in one another, closed': ['pod.yaml', `${pod}x: ${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  'ten thousand mappings in one another': ['pod.yaml', `${pod}x: ${'{a: '.repeat(10_000)}`],
  'ten thousand dashes in one another': ['compose.yaml', `services:\n  ${'- '.repeat(10_000)}a\n`],
  'two thousand levels of indentation': ['compose.yaml', Array.from({ length: 2000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
  'an alias bomb': ['pod.yaml', `${pod}${bomb()}`],
  'an alias bomb where containers are expected': ['pod.yaml', `apiVersion: v1\nkind: Pod\n${bomb()}\nspec:\n  containers: *a30\n`],
  'an alias bomb in Compose': [
    'compose.yaml',
    `${bomb()}\nservices:\n  web: *a30\n  db: {image: *a30, ports: *a30, environment: *a30, depends_on: *a30}\n`,
  ],
  'aliases that hold themselves': [
    'pod.yaml',
    'apiVersion: v1\nkind: Pod\nspec: &s\n  <<: *s\n  containers: &c\n    - *c\n    - *s\n  template: *s\n',
  ],
  'services that hold themselves': [
    'compose.yaml',
    'services: &s\n  web: &w\n    <<: [*s, *w]\n    depends_on: *s\n    build: *w\n    environment: *w\n',
  ],
  'fifty thousand aliases': [
    'pod.yaml',
    `apiVersion: v1\nkind: Pod\nx: &x {name: a}\nspec:\n  containers:\n${'    - *x\n'.repeat(50_000)}`,
  ],
  'a hundred thousand documents': ['many.yaml', '---\na: 1\n'.repeat(100_000)],
  'a hundred thousand short manifests': ['many.yaml', '---\napiVersion: v1\nkind: Pod\n'.repeat(100_000)],
  'ten thousand manifests': ['many.yaml', pods(10_000)],
  'twenty thousand items of a List': [
    'list.yaml',
    `apiVersion: v1\nkind: List\nitems:\n${'  - {apiVersion: v1, kind: Pod, metadata: {name: a}}\n'.repeat(20_000)}`,
  ],
  'twenty thousand services': [
    'compose.yaml',
    `services:\n${Array.from({ length: 20_000 }, (_, index) => `  s${index}: {image: nginx, depends_on: [s${index + 1}]}`).join('\n')}`,
  ],
  'CR line ends in a Dockerfile': ['Dockerfile', 'FROM node\rRUN a\r\rCMD b # c\r'],
  'CR line ends in YAML': ['pod.yaml', pod.replaceAll('\n', '\r')],
  'CR line ends in Compose': ['compose.yaml', 'services:\r  web:\r    image: nginx\r'],
  'a byte order mark': ['Dockerfile', '\uFEFFFROM node\n'],
  'a byte order mark in YAML': ['pod.yaml', `\uFEFF${pod}`],
  'an empty path': ['', pod],
  'odd paths': ['../..//./\\Dockerfile', 'FROM node\n'],
  'an empty Dockerfile': ['Dockerfile', ''],
  'an empty Compose file': ['compose.yaml', ''],
  'a megabyte of words': ['Dockerfile', `FROM node\nRUN ${'a '.repeat(500_000)}`],
  'quotes that are never closed': ['Dockerfile', `FROM node\nRUN ${'"'.repeat(200_000)}`],
  backslashes: ['Dockerfile', `FROM node\nRUN ${'\\'.repeat(200_000)}`],
  'braces that are never closed': ['Dockerfile', `FROM node\nRUN ${'${a'.repeat(100_000)}`],
  'brackets that are never closed': ['Dockerfile', `FROM node\nCMD ${'['.repeat(200_000)}`],
  'fifty thousand continued lines': ['Dockerfile', `FROM node\nRUN a \\\n${' b && \\\n'.repeat(50_000)}c\n`],
  'twenty thousand stages': ['Dockerfile', 'FROM node AS build\n'.repeat(20_000)],
  'five thousand stages in a row': ['Dockerfile', stagesInARow(5000, 'ENTRYPOINT a\nCMD b\nCOPY $c .\nRUN npm ci\n')],
  'five thousand stages that copy from the one below': [
    'Dockerfile',
    Array.from({ length: 5000 }, (_, index) => `FROM node AS s${index}\nCOPY --from=s${index + 1} a b\n`).join(''),
  ],
  'five thousand variables that nobody sets, among as many that someone does': [
    'Dockerfile',
    `FROM node\n${Array.from({ length: 5000 }, (_, index) => `ARG A${index}\nLABEL a=$B${index}\n`).join('')}`,
  ],
  'twenty thousand COPY': ['Dockerfile', `FROM node\n${'COPY --from=b --chown=a x y # c\n'.repeat(20_000)}`],
  'twenty thousand heredocs': ['Dockerfile', `FROM node\n${'RUN <<E\nx\nE\n'.repeat(20_000)}`],
  'a heredoc that never ends': ['Dockerfile', `FROM node\nRUN <<E\n${'x\n'.repeat(100_000)}`],
  'twenty thousand heredocs in one instruction': ['Dockerfile', `FROM node\nRUN ${'<<E '.repeat(20_000)}\n${'E\n'.repeat(20_000)}`],
  'fifty thousand ignore comments': ['Dockerfile', `${'# mulgil ignore=a\n'.repeat(50_000)}FROM node`],
  'fifty thousand ignore comments in YAML': ['compose.yaml', `services:\n${'# mulgil ignore=a\n'.repeat(50_000)}  a: {image: b}`],
  'an ignore comment with an endless name': ['compose.yaml', `services:\n# mulgil ignore=${'a'.repeat(300_000)}\u2028x\n  a: {image: b}`],
  'an image with a megabyte of colons': ['Dockerfile', `FROM ${'a:'.repeat(500_000)}`],
  'a hundred thousand keys': ['pod.yaml', pod + Array.from({ length: 100_000 }, (_, index) => `k${index}: v`).join('\n')],
  'a hundred thousand times one key': ['pod.yaml', pod + 'k: v\n'.repeat(100_000)],
  'a hundred thousand anchors': ['pod.yaml', pod + '&a '.repeat(100_000)],
  'a hundred thousand commas': ['pod.yaml', `${pod}x: [${','.repeat(100_000)}`],
};

function bomb(): string {
  return `a0: &a0 [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 30 }, (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level},`.repeat(9)}]`).join('\n')}\n`;
}

/** Stages of which each starts from the one above. */
function stagesInARow(count: number, body: string): string {
  return `FROM node AS s0\n${Array.from({ length: count }, (_, index) => `FROM s${index} AS s${index + 1}\n${body}`).join('')}`;
}

describe('hostile files at the API (dist/api.js)', function () {
  this.timeout(30_000);
  let api: typeof Api;
  before(async () => {
    assert.ok(existsSync(join(dist, 'api.js')), 'the bundles are built: npm run build');
    api = (await import(pathToFileURL(join(dist, 'api.js')).href)) as typeof Api;
  });

  for (const [name, [path, text]] of Object.entries(hostile)) {
    it(`survives ${name}`, () => {
      const started = performance.now();
      const report = api.lintWorkspace(
        [
          { path, text },
          { path: 'Dockerfile.after', text: 'FROM nginx:latest\n' },
        ],
        { preset: 'all' },
        (message) => assert.fail(message),
      );
      const lines = text.split(/\r\n|\r|\n/).length;
      for (const { range } of report.files[0]?.findings ?? []) {
        assert.ok(range.start.line <= range.end.line && range.end.line < lines);
      }
      assert.ok(
        report.files.at(-1)?.findings.some(({ rule }) => rule === 'dockerfile/no-latest-tag'),
        'the next file is checked',
      );
      assert.ok(performance.now() - started < 15_000, 'in reasonable time');
    });
  }

  for (const path of ['.mulgil.yaml', '.hadolint.yaml', '.dockerignore']) {
    it(`survives a hostile ${path}`, async () => {
      const texts = [
        '['.repeat(20_000),
        `a: &a [1]\n${'b: *a\n'.repeat(1000)}`,
        bomb(),
        '\0',
        '- 1',
        '"',
        '{',
        'rules: 1',
        'rules: {a: [b, c, d]}',
        'ignored: {}',
        `ignore: ["${'*a'.repeat(400)}b"]`,
        '!!js/function x',
      ];
      for (const text of texts) {
        const findings = await api.lint([
          { path, text },
          { path: `${'a'.repeat(200)}/Dockerfile`, text: 'FROM nginx:latest\nCOPY . .\n' },
        ]);
        assert.ok(findings.length > 0);
      }
    });
  }
});
