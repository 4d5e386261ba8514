import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { atExit } from './cleanup.mjs';
import { serverEnvironment } from './environment.mjs';
import { installHost } from './install.mjs';
import { cache } from './paths.mjs';
import { startGroup } from './process-group.mjs';
import { writeProfile } from './profile.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {string | undefined} [folder] what `url` opens
 * @property {string} [locale] such as `ko`; `en` if absent
 * @property {readonly string[]} [vsix] packaged extensions to install
 * @property {Record<string, unknown>} [settings] user settings
 * @property {Record<string, 'web' | 'workspace'>} [extensionKind] by extension id: `web` moves an extension that has both
 *   `main` and `browser` from the Node extension host to the web worker host
 * @property {boolean} [smokeTest] whether tests run inside the extension host: VS Code ignores `extensionTestsPath`
 *   without it. It changes toasts and dialogs, so leave it off where a test looks at those.
 * @property {boolean} [restricted] whether VS Code treats the folder as one that the user does not trust
 * @property {boolean} [marketplace] whether VS Code may ask an extension gallery on the network
 * @property {string} [artifacts] the folder for server.log
 * @property {NodeJS.ProcessEnv} [env] added to the environment of the server and its extension hosts
 * @property {number} [idleTimeout] seconds without a browser until the server ends by itself (should this process be
 *   killed); at least 60, or 0 for never
 *
 * @typedef {object} Server
 * @property {string} url the workbench, with the folder open
 * @property {number} port
 * @property {string} logs path of server.log
 * @property {Promise<never>} died rejects when the server ends by itself
 * @property {() => Promise<void>} stop ends it and removes its temporary folders
 */

/** A folder that nobody has trusted yet, and nobody is asked about. */
const noTrust = { 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never' };

/**
 * Starts VS Code's server on a free port of 127.0.0.1, with a user profile and extensions of its own.
 *
 * @param {ServerOptions} [options]
 * @returns {Promise<Server>} rejects with a message that names the log
 */
export async function startCodeServer(options = {}) {
  const { folder, locale = 'en', vsix = [], extensionKind = {}, idleTimeout = 600 } = options;
  const { node, entry } = await installHost();
  const artifacts = resolve(options.artifacts ?? join(cache, 'artifacts/server'));
  mkdirSync(artifacts, { recursive: true });
  const home = mkdtempSync(join(tmpdir(), 'mulgil-host-'));
  const removeHome = atExit(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));

  const kinds = Object.fromEntries(Object.entries(extensionKind).map(([id, kind]) => [id, [kind]]));
  await writeProfile(join(home, 'user-data'), {
    locale,
    settings: { 'remote.extensionKind': kinds, ...(options.restricted ? noTrust : {}), ...options.settings },
  });
  const env = serverEnvironment(home, { ...(options.marketplace ? {} : { EXTENSIONS_GALLERY: '{}' }), ...options.env });
  const common = [
    entry,
    ...['--config', join(home, 'config.yaml')],
    ...['--user-data-dir', join(home, 'user-data')],
    ...['--extensions-dir', join(home, 'extensions')],
  ];
  for (const file of vsix) await installExtension(node, [...common, '--install-extension', resolve(file)], env);

  const logs = join(artifacts, 'server.log');
  const server = startGroup(
    node,
    [
      ...common,
      ...['--bind-addr', '127.0.0.1:0', '--auth', 'none', '--locale', locale, '--ignore-last-opened'],
      ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'],
      ...(options.restricted ? [] : ['--disable-workspace-trust']),
      ...(options.smokeTest ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
      ...(idleTimeout ? ['--idle-timeout-seconds', String(idleTimeout)] : []),
    ],
    { name: 'code-server', env, log: logs },
  );
  const stop = async () => {
    await server.stop();
    removeHome();
  };
  try {
    const [, port] = await server.output(/HTTP server listening on http:\/\/127\.0\.0\.1:(\d+)/, 60);
    const query = folder ? `folder=${encodeURIComponent(resolve(folder))}` : 'ew=true';
    return { url: `http://127.0.0.1:${port}/?${query}`, port: Number(port), logs, died: server.died, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {string} node
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function installExtension(node, args, env) {
  await promisify(execFile)(node, args, { env }).catch(({ message, stderr }) => {
    const reason = /^Error: (?!Could not locate the bindings)(.*)$/m; // a native logger is missing, and not needed
    throw new Error(`${args.at(-1)} could not be installed: ${reason.exec(stderr)?.[1] ?? stderr ?? message}`);
  });
}
