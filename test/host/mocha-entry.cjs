/**
 * Runs inside the extension host, as VS Code's `extensionTestsPath`: runs the suite that TEST_SUITE names with mocha
 * (`describe` and `it` are globals) and reports.
 *
 * It always runs in the Node extension host, also where the extension under test runs in the web worker host: commands,
 * providers, diagnostics, snippets and documents are the same from both, and here a test has a file system. Two things do
 * not cross over: `extensions.getExtension` finds nothing of the other host, and the command of a code action is missing
 * (its edit is there). VS Code runs tests in the host of the extension whose folder holds the test file, and in the Node
 * host if no folder does; so the extension under test is installed as a package, never loaded from the project.
 *
 * code-host.mjs reads what this prints: `##test` lines go to the terminal, and without a `##result` line the run fails,
 * because VS Code reports success when an extension host dies.
 */
'use strict';

const { appendFileSync } = require('node:fs');
const { format } = require('node:util');

const hosted = process.env.CODE_HOST_ARTIFACTS !== undefined;
const print = (/** @type {unknown[]} */ ...values) => console.log(hosted ? `##test ${format(...values)}` : format(...values));

exports.run = async () => {
  const { passes, failures, pending } = await runSuite().catch((error) => {
    print(error.stack);
    throw error;
  });
  const counts = process.env.MULGIL_TEST_COUNTS;
  if (counts) appendFileSync(counts, `${JSON.stringify({ passed: passes, failed: failures, skipped: pending })}\n`);
  if (hosted) console.log(`##result ${JSON.stringify({ passes, failures })}`);
  if (failures || !passes) throw new Error(`${failures} failed, ${passes} passed`);
};

/** @returns {Promise<{passes: number, failures: number, pending: number}>} rejects when the suite cannot be loaded */
async function runSuite() {
  const suite = process.env.TEST_SUITE;
  if (!suite) throw new Error('TEST_SUITE names no file.');
  const Mocha = require('mocha');
  Mocha.reporters.Base.consoleLog = print;
  // A window on a loaded machine loses a click now and then: once more, but not unsaid.
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 30_000, retries: 1, reporter: 'spec' });
  mocha.addFile(suite);
  return new Promise((resolve) => {
    const run = mocha.run(() => resolve(/** @type {Mocha.Stats} */ (run.stats)));
    run.on('retry', (/** @type {Mocha.Test} */ test, /** @type {Error} */ error) =>
      print(`    tried again: ${test.fullTitle()}: ${error.message}`),
    );
  });
}
