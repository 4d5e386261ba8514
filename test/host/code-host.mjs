#!/usr/bin/env node
/**
 * "VS Code" as a program for tests: code-server and a headless Chromium behind the command line of VS Code, as far as
 * `runTests` of @vscode/test-electron uses it (`vscodeExecutablePath`). By hand:
 *
 *     node test/host/code-host.mjs examples --install-extension=mulgil.vsix \
 *       --extensionDevelopmentPath=test/host/empty-extension --extensionTestsPath=test/host/mocha-entry.cjs
 *
 * Its own flags: --extension-kind=<id>:web moves an extension to the web worker host, --artifacts=DIR gets logs and
 * screenshots, --timeout=SECONDS, --restricted does not trust the folder. Every run has a new profile: --user-data-dir and --extensions-dir, which runTests always
 * gives, are ignored. Exit code 0: tests ran, and all of them passed.
 */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { openBrowser } from './browser.mjs';
import { cache } from './paths.mjs';
import { startCodeServer } from './server.mjs';
import { testsPassed } from './test-run.mjs';

const string = { type: /** @type {const} */ ('string') };
const list = { ...string, multiple: true, default: /** @type {string[]} */ ([]) };
const { values, positionals } = parseArgs({
  strict: false, // VS Code has many more flags
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: list,
    extensionTestsPath: string,
    'install-extension': list,
    'extension-kind': list,
    locale: { ...string, default: 'en' },
    artifacts: { ...string, default: join(cache, 'artifacts/code-host') },
    timeout: { ...string, default: '300' },
    restricted: { type: /** @type {const} */ ('boolean'), default: false },
    'user-data-dir': string,
    'extensions-dir': string,
  },
});
/**
 * @typedef {object} Flags
 * @property {string[]} extensionDevelopmentPath
 * @property {string} [extensionTestsPath]
 * @property {string[]} install-extension
 * @property {string[]} extension-kind
 * @property {string} locale
 * @property {string} artifacts
 * @property {string} timeout
 * @property {boolean} restricted
 */
const flags = /** @type {Flags} */ (/** @type {unknown} */ (values));

process.exitCode = 1;
try {
  await main();
  process.exitCode = 0;
} catch (error) {
  console.error(`code-host: ${/** @type {Error} */ (error).message}`);
}
process.exit();

async function main() {
  const { extensionTestsPath, locale } = flags;
  if (!extensionTestsPath) throw new Error('--extensionTestsPath is missing');
  const artifacts = resolve(flags.artifacts);
  const server = await startCodeServer({
    folder: positionals[0],
    locale,
    vsix: flags['install-extension'],
    extensionKind: Object.fromEntries(flags['extension-kind'].map((pair) => pair.split(':'))),
    smokeTest: true,
    restricted: flags.restricted,
    artifacts,
    env: { CODE_HOST_ARTIFACTS: artifacts },
  });
  const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${server.port}${pathToFileURL(path).pathname}`;
  const payload = [
    ...flags.extensionDevelopmentPath.map((path) => ['extensionDevelopmentPath', remote(path)]),
    ['extensionTestsPath', remote(extensionTestsPath)],
    ['skipWelcome', 'true'],
  ];
  const browser = await openBrowser({ locale, artifacts });
  try {
    const passed = await testsPassed(browser, artifacts);
    await browser.page.goto(`${server.url}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
    await Promise.race([passed(), server.died, browser.crashed, parentEnds(), timeLimit(Number(flags.timeout))]);
  } finally {
    await browser.page.screenshot({ path: join(artifacts, 'last.png'), timeout: 5000 }).catch(() => {});
    await browser.close().catch(() => {});
    await server.stop();
  }
}

/**
 * @param {number} seconds
 * @returns {Promise<never>}
 */
function timeLimit(seconds) {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`the tests gave no result in ${seconds} s; see ${flags.artifacts}`)), seconds * 1000);
  });
}

/** @returns {Promise<never>} rejects when whoever started this is gone: nobody waits for the result any more */
function parentEnds() {
  const parent = process.ppid;
  return new Promise((_, reject) => {
    setInterval(() => process.ppid === parent || reject(new Error('the parent process ended')), 1000);
  });
}
