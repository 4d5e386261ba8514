import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dist } from '../cli/support.ts';

/** The names of packages whose code or data is in the bundles, besides those that only the build uses. */
const tools = /^(?:@types\/|@vscode\/|@gfx\/|eslint|typescript|prettier|mocha$|esbuild$|playwright|ajv|@microsoft\/sarif)/;

describe('the notices of the packages inside', () => {
  const notices = readFileSync(join(dist, 'THIRD_PARTY_NOTICES.txt'), 'utf8');
  const sections = new Map(
    [...notices.matchAll(/^={80}\n(\S+) (\S+) \(([^)\n]+)\)\n={80}\n([\s\S]*?)(?=^={80}\n\S+ \S+ \(|(?![\s\S]))/gm)].map(
      ([, name = '', version, licence, text = '']) => [name, { version, licence, text }],
    ),
  );
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };

  it('name each with its version, its licence and the licence’s text', () => {
    assert.ok(sections.size > 10);
    for (const [name, { version, licence, text }] of sections) {
      const manifest = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { readonly version: string };
      assert.equal(version, manifest.version, name);
      assert.match(licence ?? '', /^(?:MIT|ISC|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|0BSD|Python-2\.0)$/, name);
      assert.ok(text.trim().length > 100, `${name} comes with the text of its licence`);
    }
  });
  it('name all that this package brings into its bundles or makes its schemas of', () => {
    const brought = Object.keys(devDependencies).filter((name) => !tools.test(name));
    const sources = ['client', 'server']
      .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
      .filter((file) => /\.m?ts$/.test(file))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const isNamed = (name: string): boolean => new RegExp(`(?:from |import\\()'${name}['/]|['"\`/ ]${name}['"\`/ ]`).test(sources);
    const used = brought.filter(isNamed);
    assert.ok(used.includes('yaml') && used.includes('@dagrejs/dagre') && used.includes('kubernetes-models'), used.join(', '));
    // Types leave nothing behind.
    for (const name of used.filter((one) => one !== 'vscode-languageserver-protocol')) assert.ok(sections.has(name), name);
  });
  it('name what those carry of others', () => {
    assert.match(notices, /Copyright The Kubernetes Authors/);
    assert.match(notices, /Copyright The Compose Specification Authors/);
  });
});
