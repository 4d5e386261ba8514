import assert from 'node:assert/strict';
import type { YAMLMap } from 'yaml';
import { applyEdits } from '../../../server/text/edit.ts';
import { deletePair, insertEntry, insertFirst, mergeEntries, type Entry } from '../../../server/yaml/edit.ts';
import { parseYamlFile, type YamlDocument } from '../../../server/yaml/parse.ts';
import type { Path } from '../../../server/yaml/path.ts';
import { mapAt, pairOf } from '../../../server/yaml/read.ts';

const entry: Entry = [
  'new',
  [
    ['key', 'value'],
    ['deep', [['number', '1']]],
  ],
];

/** A document of a file, and the map at a path of it. */
function find(text: string, path: Path, index = 0): { readonly document: YamlDocument; readonly map: YAMLMap } {
  const document = parseYamlFile(text).documents[index];
  assert.ok(document);
  const map = mapAt(document.source.ast, document.source.ast.contents, path);
  assert.ok(map, 'there is a map');
  return { document, map };
}

function insert(text: string, path: Path, after?: string, index = 0): string | undefined {
  const { document, map } = find(text, path, index);
  const edit = insertEntry(document, map, entry, after);
  if (!edit) return undefined;
  const result = applyEdits(text, [edit]);
  // Nothing of the old text is lost, and what is read is the old value with the new entry.
  assert.equal(result.slice(0, edit.span.start) + result.slice(edit.span.start + edit.newText.length), text);
  const { map: after_ } = find(result, path, index);
  assert.deepEqual({ ...after_.toJSON() }, { ...map.toJSON(), new: { key: 'value', deep: { number: '1' } } });
  return result;
}

describe('insertEntry', () => {
  it('adds at the end of a map', () => {
    assert.equal(insert('a:\n  b: 1\nc: 2\n', ['a']), 'a:\n  b: 1\n  new:\n    key: value\n    deep:\n      number: "1"\nc: 2\n');
  });

  it('adds after a key', () => {
    assert.equal(insert('a: 1\nb: 2\n', [], 'a'), 'a: 1\nnew:\n  key: value\n  deep:\n    number: "1"\nb: 2\n');
    assert.equal(insert('a:\n  b: 1\nc: 2\n', [], 'a')?.indexOf('new'), 'a:\n  b: 1\n'.length);
    assert.equal(insert('a: 1\nb: 2\n', [], 'no such key')?.indexOf('new'), 'a: 1\nb: 2\n'.length);
  });

  it('keeps comments where they are', () => {
    assert.equal(
      insert('a:\n  # 앞\n  b: 1 # 옆\n  # 뒤\n\n# c의 설명\nc: 2\n', ['a']),
      'a:\n  # 앞\n  b: 1 # 옆\n  new:\n    key: value\n    deep:\n      number: "1"\n  # 뒤\n\n# c의 설명\nc: 2\n',
    );
  });

  it('keeps Windows line breaks, and a missing one at the end', () => {
    const added = '\r\n  new:\r\n    key: value\r\n    deep:\r\n      number: "1"';
    assert.equal(insert('a:\r\n  b: 1\r\nc: 2\r\n', ['a']), `a:\r\n  b: 1${added}\r\nc: 2\r\n`);
    assert.equal(insert('a:\r\n  b: 1', ['a']), `a:\r\n  b: 1${added}`);
  });

  it("follows the document's own indentation", () => {
    assert.equal(insert('a:\n    b: 1\n', ['a']), 'a:\n    b: 1\n    new:\n        key: value\n        deep:\n            number: "1"\n');
    assert.equal(insert('a:\n b: 1\n', ['a']), 'a:\n b: 1\n new:\n  key: value\n  deep:\n   number: "1"\n');
  });

  it('adds to a map that begins behind a dash', () => {
    assert.equal(insert('a:\n- b: 1\n- c: 2\n', ['a', 0]), 'a:\n- b: 1\n  new:\n    key: value\n    deep:\n      number: "1"\n- c: 2\n');
    assert.equal(insert('- - b: 1\n  - c: 2\n', [0, 0])?.indexOf('new'), '- - b: 1\n    '.length);
  });

  it('steps over every kind of value', () => {
    for (const value of [
      'b: "c d"',
      "b: 'c\n    d'",
      'b: c\n    d',
      'b: |\n    c\n\n    d',
      'b: |-\n    c',
      'b: |+\n    c\n',
      'b: >\n    c\n\n',
      'b: [c, d]',
      'b: [\n    c,\n    d,\n  ] # e',
      'b: {c: d}',
      'b:\n  - c\n  - d: e\n    f: g',
      'b:\n    c:\n      d: e # f',
      'b:',
      'b: # c',
      'b: ~',
      'b: &x c',
      'b: !!str 1',
      '"b": 1',
      "'b c' : 1",
    ]) {
      assert.ok(insert(`a:\n  ${value}\nz: 1\n`, ['a']), value);
      assert.ok(insert(`a:\n  ${value}\n`, ['a']), value);
      assert.ok(insert(`a:\n  ${value}\n  z: 1\n`, ['a'], 'b'), value);
      assert.ok(insert(`a:\n  ${value}`.replaceAll('\n', '\r\n'), ['a']), value);
    }
  });

  it('puts nothing into a block scalar or behind its last blank lines', () => {
    assert.equal(
      insert('a:\n  b: |\n    text\n\n\nc: 1\n', ['a']),
      'a:\n  b: |\n    text\n  new:\n    key: value\n    deep:\n      number: "1"\n\n\nc: 1\n',
    );
  });

  it('works in any document of a file', () => {
    assert.equal(
      insert('a: 1\n---\nb:\n  c: 2\n---\nd: 3\n', ['b'], undefined, 1),
      'a: 1\n---\nb:\n  c: 2\n  new:\n    key: value\n    deep:\n      number: "1"\n---\nd: 3\n',
    );
  });

  it('leaves alone what is not plain to edit', () => {
    const refused: readonly (readonly [string, Path])[] = [
      ['a: {b: 1}\n', ['a']],
      ['{a: {b: 1}}\n', ['a']],
      ['a: {}\n', ['a']],
      ['a: &x\n  b: 1\nc: *x\n', ['a']],
      ['a: &x\n  b: 1\nc: *x\n', ['c']],
      ['a: &x\n  b:\n    c: 1\nd: *x\n', ['a', 'b']],
      ['? a\n: b\n', []],
      ['a:\n  &k b: 1\n', ['a']],
    ];
    for (const [text, path] of refused) assert.equal(insert(text, path), undefined, text);
  });
});

describe('insertFirst', () => {
  const first = (text: string, key: string): string | undefined => {
    const { document, map } = find(text, []);
    const pair = pairOf(map, key);
    assert.ok(pair);
    const edit = insertFirst(document, pair, ['new', '1']);
    return edit && applyEdits(text, [edit]);
  };

  it('adds above the first key and the comments there', () => {
    assert.equal(first('a: # 옆\n  # 설명\n  b: 1\nc: 2\n', 'a'), 'a: # 옆\n  new: "1"\n  # 설명\n  b: 1\nc: 2\n');
    assert.equal(first('a:\r\n\r\n    b: 1\r\n', 'a'), 'a:\r\n    new: "1"\r\n\r\n    b: 1\r\n');
  });

  it('leaves alone other shapes', () => {
    for (const text of ['a: {b: 1}\n', 'a:\n', 'a: &x\n  b: 1\n', 'a: !!map\n  b: 1\n', 'a: [b]\n', 'a:\n  - b: 1\n'])
      assert.equal(first(text, 'a'), undefined, text);
  });
});

describe('mergeEntries', () => {
  const merge = (text: string, entries: readonly Entry[]): string | undefined => {
    const { document, map } = find(text, []);
    const pair = pairOf(map, 'a');
    assert.ok(pair);
    const edits = mergeEntries(document, pair, entries);
    return edits && applyEdits(text, edits);
  };

  it('adds, replaces and goes deeper', () => {
    assert.equal(
      merge('a:\n  labels:\n    app: web # 이름\n    same: x\n  z: 1\n', [
        [
          'labels',
          [
            ['app', 'shop'],
            ['same', 'x'],
            ['tier', '1'],
          ],
        ],
        ['name', 'yes'],
      ]),
      'a:\n  labels:\n    app: shop # 이름\n    same: x\n    tier: "1"\n  z: 1\n  name: "yes"\n',
    );
  });

  it('fills what is empty', () => {
    assert.equal(merge('a:\nb: 1\n', [['c', 'd']]), 'a:\n  c: d\nb: 1\n');
    assert.equal(merge('a: # 주석\n\nb: 1\n', [['c', 'd']]), 'a: # 주석\n  c: d\n\nb: 1\n');
    assert.equal(merge('a: {}\nb: 1\n', [['c', 'd']]), 'a:\n  c: d\nb: 1\n');
    assert.equal(merge('a: {} # 주석', [['c', 'd']]), 'a: # 주석\n  c: d');
    assert.equal(merge('a: null\r\n', [['c', [['d', 'e']]]]), 'a:\r\n  c:\r\n    d: e\r\n');
  });

  it('replaces inside flow style, but adds nothing there', () => {
    assert.equal(merge('a: {c: "x"}\n', [['c', 'd']]), 'a: {c: d}\n');
    // JSON stays JSON.
    assert.equal(merge('{"a": {"c": "x"}}', [['c', 'd']]), '{"a": {"c": "d"}}');
    assert.equal(merge('{"a": {"c": 1}}', [['c', 2]]), '{"a": {"c": 2}}');
    assert.equal(merge('a: {c: x}\n', [['e', 'f']]), undefined);
  });

  it('leaves alone what is not plain to edit', () => {
    for (const text of [
      'a: b\n',
      'a: [b]\n',
      'a: &x\n',
      'a: &x {}\n',
      'a: *y\n',
      'a:\n  c: [x]\n',
      'a:\n  c: |\n    x\n',
      'a:\n  c: &x y\n',
      'a:\n  c: !!str y\n',
      'a:\n  c:\n',
    ])
      assert.equal(merge(text, [['c', 'd']]), undefined, text);
  });
});

describe('deletePair', () => {
  const remove = (text: string, path: Path, key: string): string | undefined => {
    const { document, map } = find(text, path);
    const pair = pairOf(map, key);
    assert.ok(pair);
    const edit = deletePair(document, map, pair);
    return edit && applyEdits(text, [edit]);
  };

  it('deletes all lines of a pair', () => {
    assert.equal(remove('a: 1\nb:\n  c: 2\n  d:\n    - e\nf: 3\n', [], 'b'), 'a: 1\nf: 3\n');
    assert.equal(remove('a:\r\n  b: 1\r\n  c: 2\r\n', ['a'], 'b'), 'a:\r\n  c: 2\r\n');
  });

  it('keeps comments', () => {
    assert.equal(remove('# 위\na: 1 # 옆\n# 아래\nb: 2\n', [], 'a'), '# 위\n# 옆\n# 아래\nb: 2\n');
    assert.equal(remove('a:\n  b: 1 # 옆\n  c: 2\n', ['a'], 'b'), 'a:\n  # 옆\n  c: 2\n');
  });

  it('leaves no blank lines at the top', () => {
    assert.equal(remove('a: 1\n\n\nb: 2\n', [], 'a'), 'b: 2\n');
    assert.equal(remove('b: 2\n\na: 1\n\nc: 3\n', [], 'a'), 'b: 2\n\n\nc: 3\n');
  });

  it('leaves alone what others need, or what shares its line', () => {
    for (const text of ['a: &x 1\nb: *x\n', 'a:\n  b: &x 1\nc: *x\n', '{a: 1, b: 2}\n', 'a: 1\n'])
      assert.equal(remove(text, [], 'a'), undefined, text);
    assert.equal(remove('- a: 1\n  b: 2\n', [0], 'a'), undefined);
  });
});
