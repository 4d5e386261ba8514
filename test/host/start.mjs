/**
 * Opens a VS Code with the extension on examples/, to try it by hand:
 *
 *     node test/host/start.mjs [--browser] [FILE.vsix]
 *
 * The `code` command opens a window with the extension as it was built. Without that command, or with --browser, VS Code
 * comes from npm with the packaged extension installed, and waits for a browser until Ctrl+C.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { project } from './paths.mjs';
import { runAsScript } from './script.mjs';
import { startCodeServer } from './server.mjs';

const examples = join(project, 'examples');

await runAsScript(import.meta.url, async () => {
  const { values, positionals } = parseArgs({ options: { browser: { type: 'boolean' } }, allowPositionals: true });
  if (!values.browser && hasCodeCommand()) openWindow();
  else await serve(positionals[0] ?? newestPackage());
});

function openWindow() {
  const args = ['--new-window', `--extensionDevelopmentPath=${project}`, examples];
  const shell = process.platform === 'win32'; // there, `code` is a batch file
  const { status, error } = spawnSync('code', shell ? args.map((arg) => `"${arg}"`) : args, { stdio: 'inherit', shell });
  if (status !== 0) throw new Error(`code: ${error?.message ?? `exit code ${status}`}`);
}

/** @param {string} vsix */
async function serve(vsix) {
  const { url, died } = await startCodeServer({ folder: examples, vsix: [vsix], marketplace: true, idleTimeout: 0 });
  console.log(`Mulgil is open at ${url}`);
  await died;
}

/** @returns {string} */
function newestPackage() {
  const packages = readdirSync(project)
    .filter((name) => name.endsWith('.vsix'))
    .map((name) => join(project, name));
  const [newest] = packages.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (!newest) throw new Error('There is no packaged extension to open: run "npm run package" first.');
  return newest;
}

function hasCodeCommand() {
  const names = process.platform === 'win32' ? ['code.cmd', 'code.exe'] : ['code'];
  return (process.env.PATH ?? '').split(delimiter).some((folder) => names.some((name) => existsSync(join(folder, name))));
}
