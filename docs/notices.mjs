import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Packages that are no input of a bundle, but from which the schemas beside the bundles are made. */
const schemaPackages = [
  'kubernetes-models',
  '@kubernetes-models/apimachinery',
  '@kubernetes-models/gateway-api',
  '@kubernetes/client-node',
  'dclint',
];

/** What the packages carry of others. */
const schemaTexts = `The descriptions of Kubernetes types and fields in these packages are those of Kubernetes and of the Gateway API:
Copyright The Kubernetes Authors, Apache License 2.0, the text of which stands under @kubernetes/client-node.
The keys and descriptions of Compose files come from dclint, which carries the schema of the Compose Specification:
Copyright The Compose Specification Authors, Apache License 2.0, as well.
`;

/**
 * The licences of everything that travels in the bundles.
 * @param {readonly string[]} inputs paths of bundled files, as esbuild's metafile names them
 * @param {string} root the project's folder
 * @returns {Promise<string>} one section a package, in the order of names
 */
export async function notices(inputs, root) {
  const bundled = inputs
    .map((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(input)?.[1])
    .filter((name) => name !== undefined);
  const names = [...new Set([...bundled, ...schemaPackages])].sort();
  const sections = await Promise.all(names.map((name) => section(join(root, 'node_modules', name), name)));
  return `Mulgil contains parts of these packages.\n\n${schemaTexts}\n${sections.join('\n')}`;
}

/**
 * @param {string} folder the package's
 * @param {string} name
 */
async function section(folder, name) {
  const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((file) => /^(?:licen[cs]e|notice|thirdpartynotices)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return [`${'='.repeat(80)}`, `${name} ${version} (${license})`, '='.repeat(80), '', ...texts.map((text) => `${text.trim()}\n`)].join(
    '\n',
  );
}
