// Runs every test: builds and packs, then the unit tests and those of the built bundles, then those in a real VS Code.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failuresOfRun } from './logs.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const counts = join(root, 'dist-test/counts.jsonl');
mkdirSync(join(root, 'dist-test'), { recursive: true });
rmSync(counts, { force: true });
rmSync(join(root, 'dist-test/logs'), { recursive: true, force: true });
const begun = Date.now();

/** @type {readonly (readonly [string, ...string[]])[]} */
const steps = [
  ['esbuild.mjs', '--production'],
  ['client/package.mjs'],
  ['esbuild.mjs', '--tests'],
  ['node_modules/mocha/bin/mocha.js', '--reporter', 'test/reporter.cjs', 'dist-test/unit/**/*.test.mjs'],
  ['test/editor/run.mjs', '--packed'],
];
const failed = steps.find(([script, ...args]) => {
  const started = Date.now();
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MULGIL_TEST_COUNTS: counts },
  });
  console.log(`${script} ${args[0] ?? ''}: ${Math.round((Date.now() - started) / 1000)} s`);
  return status !== 0;
});

const runs = existsSync(counts)
  ? readFileSync(counts, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  : [];
const sum = (/** @type {string} */ key) => runs.reduce((total, run) => total + run[key], 0);
if (failed) console.error(`${failed.join(' ')} failed`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
const logged = failuresOfRun(root, begun);
for (const line of logged) console.error(`in a log: ${line}`);
process.exit(failed || logged.length > 0 ? 1 : 0);
