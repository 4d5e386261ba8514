// What went wrong without a test noticing: reads the logs of the test servers and of the VS Code hosts after a run.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Words that an error leaves in a host's log when nobody handled it. */
const unhandled = /unhandled|uncaught|rejected promise not handled|mulgil[^\n]*\b(?:error|failed|exception)\b/i;

/** Lines of hosts that look like failures and are none: the names of tests, and folders that are called after us. */
const harmless = /##test|##page|##result/;

/**
 * @param {string} text a host's log
 * @returns {readonly string[]} the lines that tell of a failure of ours
 */
export function failuresIn(text) {
  return text
    .split('\n')
    .filter((line) => !harmless.test(line))
    .filter((line) => unhandled.test(line.replace(/[\w./-]*\/(?:mulgil-(?:host|workspace)|main)[\w./-]*/g, '')));
}

/**
 * @param {string} root of the project
 * @param {number} since milliseconds: only logs written later count
 * @returns {readonly string[]} what the logs of a test run hold that they should not; test servers log nothing at all
 */
export function failuresOfRun(root, since) {
  const servers = join(root, 'dist-test/logs');
  const hosts = join(root, 'test/artifacts');
  const logs = existsSync(servers) ? readdirSync(servers).map((name) => join(servers, name)) : [];
  const told = logs.flatMap((file) => lines(file).map((line) => `${file}: ${line}`));
  const runs = existsSync(hosts) ? readdirSync(hosts).filter((name) => /^(?:npm|desktop)-/.test(name)) : [];
  for (const run of runs)
    for (const name of ['console.log', 'server.log']) {
      const file = join(hosts, run, name);
      if (!existsSync(file) || statSync(file).mtimeMs < since) continue;
      told.push(...failuresIn(readFileSync(file, 'utf8')).map((line) => `${file}: ${line}`));
    }
  return told;
}

/** @param {string} file */
function lines(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}
