import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { atExit } from './cleanup.mjs';
import { npmEnvironment } from './environment.mjs';

/** `--ignore-scripts`: what is installed here runs without a compiler, and no package runs code at install time. */
const flags = [
  '--ignore-scripts',
  '--omit=dev',
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
  '--fetch-retries=1',
  '--loglevel=error',
];

/**
 * Runs `npm install` in a folder, quietly, on Linux or macOS.
 *
 * @param {string} folder created, with an empty package.json, if need be
 * @param {string[]} [packages] `name@version`; none: what the folder's own package.json asks for
 * @returns {Promise<void>} rejects with npm's own error in one line
 */
export async function npmInstall(folder, packages = []) {
  await mkdir(folder, { recursive: true });
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) await writeFile(manifest, '{ "private": true }\n');
  const npm = spawn('npm', ['install', ...flags, ...packages], {
    cwd: folder,
    env: npmEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stop = atExit(() => npm.kill('SIGKILL'));
  let errors = '';
  npm.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  /** @type {number | null} */
  const status = await new Promise((resolve, reject) => {
    npm.once('error', reject);
    npm.once('close', resolve);
  }).finally(stop);
  if (status !== 0) throw new Error(`npm install ${packages.join(' ')}: ${gist(errors) || `exit code ${status}`}`);
}

/**
 * @param {string} errors what npm wrote to stderr
 * @returns {string} its code and its first sentence
 */
function gist(errors) {
  const lines = errors
    .split('\n')
    .filter((line) => line.startsWith('npm error'))
    .map((line) => line.slice('npm error'.length).trim());
  return lines
    .filter((line) => line && !/^(errno|syscall)\b/.test(line))
    .slice(0, 2)
    .join(': ');
}
