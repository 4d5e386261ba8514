/**
 * Installs a real VS Code from the npm registry alone: code-server is VS Code's own server and workbench, and the Node
 * it needs comes as a package too. Nothing is compiled and nothing is installed system-wide.
 *
 *     node test/host/install.mjs
 */
import { execFile } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { atExit } from './cleanup.mjs';
import { serverEnvironment } from './environment.mjs';
import { npmInstall } from './npm.mjs';
import { cache } from './paths.mjs';
import { runAsScript } from './script.mjs';

const codeServer = '4.139.1'; // VS Code 1.139.1
const node = '24.21.0'; // the major version that code-server asks for

const host = join(cache, 'host');
const nodePackage = `node-linux-${process.arch}`;
const stamp = `code-server@${codeServer} ${nodePackage}@${node}\n`;

/** Half of the bytes, and no test needs them: Node's headers, the Copilot agents, Mermaid. */
const unneeded = [
  `${nodePackage}/include`,
  `${nodePackage}/share`,
  'code-server/lib/vscode/node_modules/@github',
  'code-server/lib/vscode/node_modules/@microsoft/mxc-sdk',
  'code-server/lib/vscode/extensions/copilot',
  'code-server/lib/vscode/extensions/mermaid-markdown-features',
];

/**
 * @typedef {object} Host
 * @property {string} node the Node that runs code-server
 * @property {string} entry code-server's main file
 */

/**
 * Installs the host, unless it is there.
 *
 * @returns {Promise<Host>} rejects with one line that says what to do
 */
export async function installHost() {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new Error(
      `VS Code from npm runs on Linux (x64, arm64), not on ${process.platform}-${process.arch}: install VS Code and its "code" command instead.`,
    );
  }
  if (await isReady(host)) return paths(host);
  // Built beside its place and moved there when complete: an interrupted or a second installation does no harm.
  const building = `${host}.${process.pid}`;
  await removeAbandoned();
  const discard = atExit(() => rmSync(building, { recursive: true, force: true, maxRetries: 3 }));
  try {
    await build(building);
    await moveTo(host, building);
    await removeAbandoned();
  } catch (error) {
    throw new Error(`VS Code could not be installed from npm (is the registry within reach?): ${/** @type {Error} */ (error).message}`);
  } finally {
    discard();
  }
  return paths(host);
}

/** @param {string} folder */
async function build(folder) {
  await mkdir(folder, { recursive: true });
  await npmInstall(folder, [`${nodePackage}@${node}`, `code-server@${codeServer}`]);
  // VS Code's own packages: code-server would install them in a script, together with native builds that are not needed.
  await npmInstall(join(folder, 'node_modules/code-server/lib/vscode'));
  await Promise.all(unneeded.map((path) => rm(join(folder, 'node_modules', path), { recursive: true, force: true })));
  const { node: binary, entry } = paths(folder);
  await promisify(execFile)(binary, [entry, '--version', '--config', join(folder, 'config.yaml')], { env: serverEnvironment(folder) });
  await writeFile(join(folder, '.stamp'), stamp);
}

/**
 * @param {string} place
 * @param {string} building
 */
async function moveTo(place, building) {
  if (await isReady(place)) return;
  await rm(place, { recursive: true, force: true });
  await rename(building, place).catch(async (error) => {
    if (!(await isReady(place))) throw error; // else another installation was faster
  });
}

/** What installations left behind whose process is gone. */
async function removeAbandoned() {
  const prefix = `${basename(host)}.`;
  for (const name of existsSync(cache) ? await readdir(cache) : []) {
    const isOurs = name.startsWith(prefix) && !existsSync(`/proc/${name.slice(prefix.length)}`);
    if (isOurs) await rm(join(cache, name), { recursive: true, force: true }).catch(() => {}); // its npm may still write
  }
}

/** @param {string} folder */
async function isReady(folder) {
  return (await readFile(join(folder, '.stamp'), 'utf8').catch(() => '')) === stamp;
}

/**
 * @param {string} folder
 * @returns {Host}
 */
function paths(folder) {
  const modules = join(folder, 'node_modules');
  return { node: join(modules, nodePackage, 'bin/node'), entry: join(modules, 'code-server/out/node/entry.js') };
}

await runAsScript(import.meta.url, async () => {
  await installHost();
  console.log(`VS Code is ready: ${stamp.trim()}`);
});
