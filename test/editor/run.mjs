// Runs the suite inside a real VS Code, with the packaged extension, in every extension host and language.
//   node test/editor/run.mjs [--desktop]
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { packageExtension } from '../../client/package.mjs';
import { runSuite } from '../host/run.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const host = process.argv.includes('--desktop') ? 'desktop' : 'npm';
const suite = join(root, 'dist-test/editor.cjs');

await build({
  absWorkingDir: root,
  entryPoints: ['test/editor/suite.ts'],
  outfile: suite,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  external: ['vscode'],
  logLevel: 'warning',
});
const vsix = await packageExtension(root);

/** @type {readonly ['node' | 'worker', string][]} */
const combinations = [
  ['node', 'en'],
  ['node', 'ko'],
  ['worker', 'en'],
  ['worker', 'ko'],
];
for (const [extensionHost, locale] of host === 'npm' ? combinations : combinations.filter(([kind]) => kind === 'node')) {
  const artifacts = join(root, 'test/artifacts', `${host}-${extensionHost}-${locale}`);
  await runSuite({ host, extensionHost, locale, vsix, id: 'mulgil.mulgil', suite, folder: join(root, 'examples'), artifacts });
}
