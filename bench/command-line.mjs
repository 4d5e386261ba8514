// The command line on many files.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { dockerfile } from './dockerfile.mjs';
import { median } from './measure.mjs';

/** @returns {Promise<string>} Markdown */
export async function benchCommandLine() {
  const folder = mkdtempSync(join(tmpdir(), 'mulgil-bench-'));
  try {
    const rows = [100, 1_000].map(
      (count) => `| ${count.toLocaleString('en')} Dockerfiles of 40 lines | ${lintAll(join(folder, String(count)), count).toFixed(2)} s |`,
    );
    return ['## Command line', '', '| | mulgil lint |', '|--|--|', ...rows, ''].join('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {string} folder
 * @param {number} count
 */
function lintAll(folder, count) {
  mkdirSync(folder);
  for (let i = 0; i < count; i++) {
    mkdirSync(join(folder, String(i)));
    writeFileSync(join(folder, String(i), 'Dockerfile'), dockerfile(40));
  }
  const taken = [];
  for (let round = 0; round < 3; round++) {
    const started = performance.now();
    spawnSync(process.execPath, [resolve('dist/cli.js'), 'lint', '--fail-on', 'never', '.'], { cwd: folder, stdio: 'ignore' });
    taken.push((performance.now() - started) / 1000);
  }
  return median(taken);
}
