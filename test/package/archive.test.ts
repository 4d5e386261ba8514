/** What `npm test` packed. Packing takes seconds, so `npm run test:unit` leaves this folder out. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readZip } from '../../client/package/zip.mjs';
import { dataFiles } from '../../server/data-files.ts';
import { temporaryFolder } from '../cli/support.ts';

const packed = readFileSync('mulgil.vsix');
const files = new Map(readZip(packed).map(({ name, data }) => [name, data]));
const names = [...files.keys()];
const read = (path: string): string => files.get(`extension/${path}`)?.toString() ?? assert.fail(`${path} is not in the package`);
const source = JSON.parse(readFileSync('package.json', 'utf8')) as Readonly<Record<string, unknown>>;

/** Every text of a value of JSON. */
const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];

describe('the package', () => {
  const elsewhere = temporaryFolder();

  it('is the same to the byte when packed elsewhere, later, by somebody else', function () {
    this.timeout(120_000);
    const inputs = ['dist', 'l10n']
      .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
      .concat('.vscodeignore', 'CHANGELOG.md', 'LICENSE', 'README.md', 'package.json', 'package.nls.json', 'package.nls.ko.json')
      .filter((path) => /\.[\w-]+$|LICENSE$/.test(path));
    for (const path of inputs.toReversed()) {
      const copy = join(elsewhere.path, path);
      mkdirSync(dirname(copy), { recursive: true });
      writeFileSync(copy, readFileSync(path));
      chmodSync(copy, 0o700);
      utimesSync(copy, 1e9, 1e9);
    }
    const env = { ...process.env, TZ: 'Asia/Seoul', LC_ALL: 'ko_KR.UTF-8', SOURCE_DATE_EPOCH: '' };
    const { status, stderr } = spawnSync(process.execPath, ['client/package.mjs', elsewhere.path], { env, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.ok(readFileSync(join(elsewhere.path, 'mulgil.vsix')).equals(packed), 'other bytes');
  });
  it('is at most one megabyte', () => assert.ok(packed.length <= 1_048_576, `${packed.length} bytes`));

  it('holds what runs and what is read, and nothing that these are made from', () => {
    const kinds = [
      /^\[Content_Types\]\.xml$/,
      /^extension\.vsixmanifest$/,
      /^extension\/(?:LICENSE\.txt|changelog\.md|readme\.md|package(?:\.nls(?:\.ko)?)?\.json)$/,
      /^extension\/l10n\/bundle\.l10n\.ko\.json$/,
      /^extension\/dist\/(?:core\.cjs|server(?:\.web)?\.js|package\.json|mulgil\.schema\.json|THIRD_PARTY_NOTICES\.txt)$/,
      /^extension\/dist\/client\/(?:extension\.js|package\.json)$/,
      /^extension\/dist\/data\/[\w.]+\.(?:json|bwt)$/,
      /^extension\/dist\/media\/(?:first\/)?[\w-]+\.(?:png|svg)$/,
      /^extension\/dist\/views\/[\w-]+\.(?:css|js)$/,
    ];
    const others = names.filter((name) => !kinds.some((kind) => kind.test(name)));
    assert.deepEqual(others, []);
    assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length);
  });
  it('names no source map and no path of the machine that built it', () => {
    const root = resolve('.');
    const places = ['client', 'content', 'dist', 'docs', 'node_modules', 'server', 'snippets'].map((folder) => join(root, folder));
    for (const [name, data] of files)
      for (const place of ['sourceMappingURL', 'sourcesContent', ...places]) assert.ok(!data.includes(place), `${name}: ${place}`);
  });

  it('holds what its manifest names', () => {
    const named = textsIn(JSON.parse(read('package.json'))).filter((text) => /^(?:\.\/)?(?:dist|l10n)(?:\/|$)/.test(text));
    for (const path of ['dist/client/extension.js', 'dist/media/icon.png', 'dist/mulgil.schema.json', 'l10n'])
      assert.ok(
        named.some((text) => text.replace(/^\.\//, '') === path),
        `the manifest names ${path}`,
      );
    for (const text of named) {
      const path = `extension/${text.replace(/^\.\//, '')}`;
      assert.ok(
        names.some((name) => name === path || name.startsWith(`${path}/`)),
        `${text} is not in the package`,
      );
    }
    for (const text of textsIn(JSON.parse(read('package.json')))) {
      const key = /^%(.+)%$/.exec(text)?.[1];
      if (key === undefined) continue;
      for (const texts of ['package.nls.json', 'package.nls.ko.json']) assert.ok(key in (JSON.parse(read(texts)) as object), key);
    }
  });
  it('holds what its code reads', () => {
    for (const file of Object.values(dataFiles)) assert.ok(files.has(`extension/dist/data/${file}`), file);
    for (const page of readdirSync('dist/views')) assert.ok(files.has(`extension/dist/views/${page}`), page);
    for (const [, file = ''] of read('dist/client/extension.js').matchAll(/["'`](dist\/[\w./-]+\.\w+)["'`]/g)) read(file);
  });
  it('is the extension of package.json, without what is for npm', () => {
    const manifest = JSON.parse(read('package.json')) as object;
    const left = Object.keys(source).filter((key) => !(key in manifest));
    assert.deepEqual(left.sort(), ['bin', 'devDependencies', 'overrides', 'scripts']);
    assert.deepEqual({ ...source, ...manifest }, source);
    const identity = /<Identity Language="en-US" Id="([^"]*)" Version="([^"]*)" Publisher="([^"]*)"/.exec(
      files.get('extension.vsixmanifest')?.toString() ?? '',
    );
    assert.deepEqual(identity?.slice(1), [source['name'], source['version'], source['publisher']]);
  });
  it('carries the licences, its own and those of others', () => {
    assert.equal(read('LICENSE.txt'), readFileSync('LICENSE', 'utf8'));
    assert.equal(read('dist/THIRD_PARTY_NOTICES.txt'), readFileSync('dist/THIRD_PARTY_NOTICES.txt', 'utf8'));
  });
  it('has no link in its texts that leads nowhere', () => {
    for (const text of ['readme.md', 'changelog.md'])
      for (const [, to = ''] of read(text).matchAll(/\]\(([^)]+)\)/g)) assert.match(to, /^(?:https:|#)/, text);
    assert.ok(existsSync('README.md') && read('readme.md').startsWith('# Mulgil\n'));
  });
});
