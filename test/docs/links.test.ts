import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const below = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name).replaceAll('\\', '/'));
const pages = [...readdirSync('.'), ...below('docs'), ...below('examples')].filter((name) => name.endsWith('.md'));
const read = (path: string): string => readFileSync(path, 'utf8');

/** A page without code, in which brackets are no links. */
const proseOf = (text: string): string => text.replaceAll(/^( *)```.*?^\1```$/gms, '').replaceAll(/`[^`\n]*`/g, '');

/** The names by which the headings of a page are linked. */
function anchorsOf(text: string): ReadonlySet<string> {
  const headings = [...text.replaceAll(/^```.*?^```$/gms, '').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

describe('links between the pages', () => {
  it('are found', () => assert.ok(pages.includes('README.md') && pages.includes('docs/contributing.md') && pages.length > 100));
  for (const page of pages) {
    it(`of ${page} lead somewhere`, () => {
      for (const [, to = ''] of proseOf(read(page)).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^[a-z]+:/.test(to)) {
          assert.match(to, /^https:/, to);
          continue;
        }
        const [path = '', anchor] = to.split('#');
        const target = path === '' ? page : join(dirname(page), path);
        assert.ok(existsSync(target), to);
        if (anchor !== undefined) assert.ok(anchorsOf(read(target)).has(anchor), to);
      }
    });
  }
});

describe('the page on architecture', () => {
  const text = read('docs/architecture.md');
  const places = [...text.matchAll(/^\| (`[^|]*`) \|/gm)].map(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
  );

  it('names places that exist', () => {
    assert.ok(places.length > 30);
    for (const [first = '', ...others] of places)
      for (const path of [
        first,
        ...others.map((other) => (/^(?:client|content|docs|server|test)\//.test(other) ? other : join(dirname(first), other))),
      ])
        if (!/\*|^dist\/|\.json$/.test(path)) assert.ok(existsSync(path) || existsSync(join('.', path)), path);
  });
  it('names every folder of the project, of the server and of its languages', () => {
    const foldersOf = (folder: string): readonly string[] =>
      readdirSync(folder).filter((name) => /^[a-z]/.test(name) && statSync(join(folder, name)).isDirectory());
    const made = ['dist', 'dist-test', 'node_modules'];
    const server = foldersOf('server');
    for (const name of [
      ...foldersOf('.').filter((folder) => !made.includes(folder)),
      ...server,
      ...server.flatMap((name) => foldersOf(join('server', name))),
    ])
      assert.ok(new RegExp(`[\`/]${name}/`).test(text), `${name}/ is named nowhere`);
  });
});
