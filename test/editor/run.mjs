// Runs the suite inside a real VS Code, with the packaged extension, in every extension host and language.
//   node test/editor/run.mjs [--desktop] [--packed]    --packed: mulgil.vsix is there and fresh
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { packageExtension } from '../../client/package.mjs';
import { packNeighbours } from '../host/neighbours/pack.mjs';
import { runSuite } from '../host/run.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** @type {'desktop' | 'npm'} */
const host = process.argv.includes('--desktop') ? 'desktop' : 'npm';

const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

/** @param {string} name */
async function bundleSuite(name) {
  const outfile = join(root, `dist-test/${name}.cjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [`test/editor/${name}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    define: { MULGIL_VERSION: JSON.stringify(version) },
    logLevel: 'warning',
  });
  return outfile;
}

const vsix = process.argv.includes('--packed') ? join(root, 'mulgil.vsix') : await packageExtension(root);
const common = { host, vsix, id: 'mulgil.mulgil', folder: join(root, 'examples') };
const artifacts = (/** @type {string} */ name) => join(root, 'test/artifacts', `${host}-${name}`);

/** @type {readonly ['node' | 'worker', string][]} */
const combinations = [
  ['node', 'en'],
  ['node', 'ko'],
  ['worker', 'en'],
  ['worker', 'ko'],
];
const suite = await bundleSuite('suite');
for (const [extensionHost, locale] of host === 'npm' ? combinations : combinations.filter(([kind]) => kind === 'node'))
  await runSuite({ ...common, extensionHost, locale, suite, artifacts: artifacts(`${extensionHost}-${locale}`) });

const beside = await packNeighbours(join(root, 'dist-test/neighbours'));
await runSuite({ ...common, suite: await bundleSuite('beside'), beside, artifacts: artifacts('beside') });
if (host === 'npm')
  await runSuite({ ...common, suite: await bundleSuite('restricted'), restricted: true, artifacts: artifacts('restricted') });
