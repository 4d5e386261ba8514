import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runVSCodeCommand } from '@vscode/test-electron';
import { atExit } from './cleanup.mjs';
import { cache } from './paths.mjs';
import { writeProfile } from './profile.mjs';

/**
 * Downloads the stable desktop VS Code, unless it is there, and gives it a new profile with the extension installed.
 *
 * @param {import('./run.mjs').HostOptions} options
 * @returns {Promise<{executable: string, args: string[]}>} for `runTests`
 */
export async function installDesktop({ vsix, beside, webExtensions, locale }) {
  const executable = await downloadAndUnzipVSCode({ cachePath: cache });
  const home = mkdtempSync(join(tmpdir(), 'mulgil-')); // short: VS Code puts a socket into it
  atExit(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  const userData = join(home, 'user');
  await writeProfile(userData, {
    locale,
    settings: {
      'extensions.webWorker': true,
      'remote.extensionKind': Object.fromEntries(webExtensions.map((id) => [id, ['web']])),
    },
  });
  const args = [`--user-data-dir=${userData}`, `--extensions-dir=${join(home, 'extensions')}`];
  for (const path of [vsix, ...beside]) await runVSCodeCommand([...args, '--install-extension', path], { cachePath: cache });
  return { executable, args };
}
