// Packs what is in dist/ into mulgil.vsix. Build first: `npm run package` does both.
import { execFileSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';

/**
 * @param {string} root the project's folder
 * @returns {Promise<string>} the path of the package
 */
export async function packageExtension(root) {
  const packagePath = join(root, 'mulgil.vsix');
  await createVSIX({ cwd: root, packagePath, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
  execFileSync(process.execPath, [fileURLToPath(new URL('recompress.mjs', import.meta.url)), packagePath]);
  return packagePath;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = await packageExtension(fileURLToPath(new URL('..', import.meta.url)));
  console.log(`${file}: ${Math.round((await stat(file)).size / 1024)} KB`);
}
