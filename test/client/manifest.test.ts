import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';

interface Manifest {
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
}

const read = (path: string): string => readFileSync(path, 'utf8');
const readJson = (path: string): unknown => JSON.parse(read(path));
const manifest = readJson('package.json') as Manifest;
const sources = readdirSync('client', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => read(`client/${file}`));
const matches = (pattern: RegExp): string[] =>
  [...new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map((match) => match[1] ?? '')))].sort();

describe('package.json', () => {
  const commands = manifest.contributes.commands.map(({ command }) => command).sort();

  it('contributes exactly the commands that are registered', () => assert.deepEqual(matches(/registerCommand\('([^']+)'/g), commands));
  it('puts only its own commands into menus', () => {
    for (const entries of Object.values(manifest.contributes.menus))
      for (const { command } of entries) assert.ok(commands.includes(command), command);
  });
  it('contributes the views and panels that the code provides', () => {
    assert.deepEqual(matches(/(?:library|here)View = '([^']+)'/g), manifest.contributes.views['mulgil']?.map(({ id }) => id).sort());
    assert.deepEqual(
      matches(/(?:panelType =|\btype:) '(mulgil\.[^']+)'/g).map((type) => `onWebviewPanel:${type}`),
      manifest.activationEvents.filter((event) => event.startsWith('onWebviewPanel:')),
    );
  });
  it('names files that exist', () => {
    // Snippets would be offered everywhere in YAML; the language server knows where they fit.
    assert.ok(!('snippets' in manifest.contributes));
  });
  it('gives each setting a default', () => {
    for (const [name, { default: value }] of Object.entries(manifest.contributes.configuration.properties))
      assert.notEqual(value, undefined, name);
  });
  it('is typed for the oldest VS Code that it runs in', () =>
    assert.equal(`^${manifest.devDependencies['@types/vscode'] ?? ''}`, manifest.engines.vscode));
});

describe('texts of the manifest', () => {
  const used = [...new Set([...read('package.json').matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? ''))].sort();
  for (const file of ['package.nls.json', 'package.nls.ko.json']) {
    it(`are all in ${file}, and nothing else is`, () => assert.deepEqual(Object.keys(readJson(file) as object).sort(), used));
  }
  it('are Korean in the Korean file', () => {
    for (const [key, text] of Object.entries(readJson('package.nls.ko.json') as Record<string, string>)) assert.match(text, /[가-힣]/, key);
  });
});

describe('texts of the client', () => {
  const korean = readJson('l10n/bundle.l10n.ko.json') as Record<string, string>;
  it('are all translated, and nothing else is', () => assert.deepEqual(matches(/l10n\.t\('([^']*)'/g), Object.keys(korean).sort()));
  it('are all written where this test finds them', () =>
    assert.equal(sources.join('').match(/l10n\.t\(/g)?.length, sources.join('').match(/l10n\.t\('[^']*'/g)?.length));
  it('use the same placeholders in both languages', () => {
    const placeholders = (text: string): string[] => (text.match(/\{\d+\}/g) ?? []).sort();
    for (const [english, text] of Object.entries(korean)) assert.deepEqual(placeholders(text), placeholders(english), english);
  });
});
