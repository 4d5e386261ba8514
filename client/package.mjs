// Packs what is in dist/ into mulgil.vsix. Build first: `npm run package` does both.
//   node client/package.mjs [FOLDER]    the project's folder, unless another one is named
import { execFileSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';

/**
 * Packs the extension. Equal files make equal packages, to the byte: wherever, whenever and by whom they are packed.
 * @param {string} root the project's folder
 * @returns {Promise<string>} the path of the package
 */
export async function packageExtension(root) {
  const packagePath = join(root, 'mulgil.vsix');
  // With an address of the repository, links and pictures of the README lead there; without one they are left out.
  const { repository } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  await createVSIX({
    cwd: root,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: repository !== undefined,
  });
  execFileSync(process.execPath, [fileURLToPath(new URL('package/repack.mjs', import.meta.url)), packagePath]);
  return packagePath;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = await packageExtension(process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url)));
  console.log(`${file}: ${Math.round((await stat(file)).size / 1024)} KB`);
}
