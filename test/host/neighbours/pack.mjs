import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * Packs the stand-ins of other extensions, so that a VS Code can install them.
 *
 * @param {string} folder where to
 * @returns {Promise<string[]>} the packages
 */
export function packNeighbours(folder) {
  return Promise.all(
    ['containers', 'docker-dx', 'yaml'].map(async (name) => {
      const cwd = join(folder, name);
      mkdirSync(cwd, { recursive: true });
      copyFileSync(join(here, name, 'package.json'), join(cwd, 'package.json'));
      await build({
        entryPoints: [join(here, name, 'main.cjs')],
        outfile: join(cwd, 'main.cjs'),
        bundle: true,
        platform: 'node',
        external: ['vscode'],
        logLevel: 'warning',
      });
      const packagePath = join(folder, `${name}.vsix`);
      await createVSIX({ cwd, packagePath, dependencies: false, allowMissingRepository: true, skipLicense: true });
      return packagePath;
    }),
  );
}
