import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { serverEnvironment } from './environment.mjs';
import { installHost } from './install.mjs';
import { npmInstall } from './npm.mjs';
import { cache } from './paths.mjs';

const fromNpm = '@sparticuz/chromium@153.0.0'; // carries the browser in its tarball
const folder = join(cache, 'chromium');
const commands = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'chrome', 'microsoft-edge'];

/**
 * Finds a Chromium: CHROMIUM_PATH, else one that the system has, else one that is installed from npm.
 *
 * @returns {Promise<string>} its path; rejects with one line that says what to do
 */
export async function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (!isExecutable(chosen)) throw new Error(`CHROMIUM_PATH is not a program: ${chosen}`);
    return chosen;
  }
  const onPath = commands.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((place) => join(place, name)));
  return onPath.find(isExecutable) ?? installChromium();
}

/** @returns {Promise<string>} */
async function installChromium() {
  const unpacked = join(folder, 'unpacked');
  const browser = join(unpacked, 'chromium');
  if (existsSync(join(folder, '.stamp')) && readFileSync(join(folder, '.stamp'), 'utf8') === fromNpm) return browser;
  try {
    const system = `${process.platform}-${process.arch}`;
    if (system !== 'linux-x64') throw new Error(`there is none for ${system}`);
    rmSync(folder, { recursive: true, force: true });
    await npmInstall(folder, [fromNpm]);
    mkdirSync(unpacked);
    // The package unpacks the browser into TMPDIR, and wants a newer Node than the project does.
    const { node } = await installHost();
    const script = 'import chromium from "@sparticuz/chromium"; await chromium.executablePath();';
    const env = serverEnvironment(unpacked, { TMPDIR: unpacked });
    await promisify(execFile)(node, ['--input-type=module', '--eval', script], { cwd: folder, env });
    await promisify(execFile)(browser, ['--version']); // fails where the system lacks a library
    writeFileSync(join(folder, '.stamp'), fromNpm);
    return browser;
  } catch (error) {
    const { message, stderr } = /** @type {Error & {stderr?: string}} */ (error);
    const [reason] = (stderr || message).split('\n');
    throw new Error(`No Chromium found: install one (apt-get install chromium) or set CHROMIUM_PATH. From npm: ${reason}`);
  }
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
