// The command line on many files, beside the linters that are there: those on npm, and others when they are on the PATH.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { composeFile } from './compose.mjs';
import { dockerfile } from './dockerfile.mjs';
import { manifestFiles } from './manifests.mjs';
import { median, show } from './measure.mjs';

/**
 * @typedef {object} Linter
 * @property {string} name
 * @property {(files: readonly string[]) => readonly string[]} command what to run in the folder
 */

const node = process.execPath;
const script = (/** @type {string} */ name) => resolve('bench/node_modules', name);

/** @type {Linter} */
const mulgil = { name: 'mulgil lint', command: () => [node, resolve('dist/cli.js'), 'lint', '--fail-on', 'never', '.'] };

/** @type {readonly { what: string, count: number, files: (count: number) => readonly { path: string, text: string }[], others: readonly Linter[] }[]} */
const tasks = [
  {
    what: 'Dockerfiles of 40 lines',
    count: 1_000,
    files: (count) => Array.from({ length: count }, (_, i) => ({ path: `${i}/Dockerfile`, text: dockerfile(40) })),
    others: [
      { name: 'dockerfilelint 1.8.0', command: (files) => [node, script('dockerfilelint/bin/dockerfilelint'), ...files] },
      ...onPath('hadolint', (files) => ['hadolint', '--no-fail', ...files]),
    ],
  },
  {
    what: 'Compose files of 10 services',
    count: 200,
    files: (count) => Array.from({ length: count }, (_, i) => ({ path: `${i}/compose.yaml`, text: composeFile(10) })),
    others: [{ name: 'dclint 3.1.0', command: () => [node, script('dclint/bin/dclint.cjs'), '-r', '.'] }],
  },
  {
    what: 'manifests',
    count: 1_000,
    files: (count) => manifestFiles(count),
    others: [...onPath('kube-linter', () => ['kube-linter', 'lint', '.']), ...onPath('kubeconform', () => ['kubeconform', '.'])],
  },
];

/** @returns {Promise<string>} Markdown */
export function benchCommandLine() {
  const rows = tasks.flatMap(({ what, count, files, others }) => {
    const folder = mkdtempSync(join(tmpdir(), 'mulgil-bench-'));
    try {
      const written = files(count);
      for (const { path, text } of written) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      const paths = written.map(({ path }) => path);
      const ours = run(mulgil, folder, paths);
      const beside = others.map((other) => ({ name: other.name, taken: run(other, folder, paths) }));
      const title = `${count.toLocaleString('en')} ${what}`;
      if (beside.length === 0) return [`| ${title} | ${show(ours)} s | | |`];
      return beside.map(({ name, taken }) => `| ${title} | ${show(ours)} s | ${name}: ${show(taken)} s | ${(ours / taken).toFixed(2)} |`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  return Promise.resolve(['## Command line', '', '| | mulgil lint | another linter | ratio |', '|--|--|--|--|', ...rows, ''].join('\n'));
}

/**
 * A linter that is not on npm, if it is installed.
 * @param {string} name
 * @param {Linter['command']} command
 * @returns {readonly Linter[]}
 */
function onPath(name, command) {
  return spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0 ? [{ name, command }] : [];
}

/**
 * Seconds that a linter takes: the median of three runs.
 * @param {Linter} linter
 * @param {string} folder
 * @param {readonly string[]} files
 */
function run({ name, command }, folder, files) {
  const [program = '', ...args] = command(files);
  const taken = [];
  for (let round = 0; round < 3; round++) {
    const started = performance.now();
    const { error, stdout } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 30 });
    if (error) throw new Error(`${name} did not run: ${error.message}`);
    taken.push((performance.now() - started) / 1000);
    if (name !== mulgil.name && stdout === '') throw new Error(`${name} said nothing of ${files.length} files`);
  }
  return median(taken);
}
