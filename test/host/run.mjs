import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { atExit } from './cleanup.mjs';
import { installDesktop } from './desktop.mjs';
import { installHost } from './install.mjs';
import { cache } from './paths.mjs';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * @typedef {object} SuiteOptions
 * @property {'npm' | 'desktop'} [host] VS Code from npm in a headless browser (Linux only), or a downloaded desktop one
 * @property {'node' | 'worker'} [extensionHost] where the extension under test runs; the tests run in the Node host
 * @property {string} [locale] such as `ko`
 * @property {string} vsix the packaged extension under test
 * @property {string} id its `publisher.name`
 * @property {string} suite the bundled test file, CommonJS for Node; `describe`, `it` and the `vscode` module are there
 * @property {string} folder the workspace: the tests open a copy of it
 * @property {readonly string[]} [beside] packaged extensions that run beside it
 * @property {boolean} [restricted] whether the workspace is one that the user does not trust; only with VS Code from npm
 * @property {string} [artifacts] the folder for logs and screenshots
 */

/**
 * Runs a test suite inside a real VS Code that has the packaged extension installed.
 *
 * @param {SuiteOptions} options
 * @returns {Promise<void>} rejects when a test failed or no result came
 */
export async function runSuite(options) {
  const { host = 'npm', extensionHost = 'node', locale = 'en', beside = [], restricted = false } = options;
  const artifacts = resolve(options.artifacts ?? join(cache, 'artifacts', `${host}-${extensionHost}-${locale}`));
  const prepare = host === 'npm' ? npmHost : installDesktop;
  const { executable, args } = await prepare({
    vsix: resolve(options.vsix),
    beside: beside.map((path) => resolve(path)),
    webExtensions: extensionHost === 'worker' ? [options.id] : [],
    locale,
    artifacts,
  });
  const { folder, remove } = copied(options.folder);
  console.log(`VS Code (${host}), extension in the ${extensionHost} host, ${locale}`);
  await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: here('empty-extension'),
    extensionTestsPath: here('mocha-entry.cjs'),
    extensionTestsEnv: { TEST_SUITE: resolve(options.suite), TEST_EXTENSION_HOST: extensionHost },
    launchArgs: [folder, `--locale=${locale}`, ...(restricted ? ['--restricted'] : []), ...args],
  }).finally(remove);
}

/**
 * @param {string} original
 * @returns {{folder: string, remove: () => void}} a copy that tests may change
 */
function copied(original) {
  const parent = mkdtempSync(join(tmpdir(), 'mulgil-workspace-'));
  const folder = join(parent, basename(resolve(original)));
  cpSync(original, folder, { recursive: true });
  return { folder, remove: atExit(() => rmSync(parent, { recursive: true, force: true, maxRetries: 5 })) };
}

/**
 * @typedef {object} HostOptions
 * @property {string} vsix
 * @property {readonly string[]} beside packages that are installed too
 * @property {readonly string[]} webExtensions ids of the extensions that run in the web worker host
 * @property {string} locale
 * @property {string} artifacts
 *
 * @param {HostOptions} options
 */
async function npmHost({ vsix, beside, webExtensions, artifacts }) {
  await installHost();
  const kinds = webExtensions.map((id) => `--extension-kind=${id}:web`);
  return {
    executable: here('code-host.mjs'),
    args: [...[vsix, ...beside].map((path) => `--install-extension=${path}`), `--artifacts=${artifacts}`, ...kinds],
  };
}
