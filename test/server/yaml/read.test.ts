import assert from 'node:assert/strict';
import { parseYamlFile } from '../../../server/yaml/parse.ts';
import type { Path } from '../../../server/yaml/path.ts';
import { mapAt, mapsAt, nodeAt, scalarsOf, stringAt, textAt, textsAt } from '../../../server/yaml/read.ts';

function open(text: string) {
  const { ast } = parseYamlFile(text).documents[0]!.source;
  return {
    string: (path: Path) => stringAt(ast, ast.contents, path),
    text: (path: Path) => textAt(ast, ast.contents, path),
    texts: (path: Path) => textsAt(ast, ast.contents, path),
    scalars: (path: Path) => Object.fromEntries(scalarsOf(ast, mapAt(ast, ast.contents, path))),
    value: (path: Path): unknown => nodeAt(ast, ast.contents, path)?.toJS(ast),
    count: (path: Path) => mapsAt(ast, ast.contents, path).length,
  };
}

describe('reading YAML', () => {
  it('follows paths', () => {
    const { string, count, value } = open('a:\n  - b: c\n  - d\n');
    assert.equal(string(['a', 0, 'b']), 'c');
    assert.equal(string(['a', 1]), 'd');
    assert.equal(string(['a', 2, 'b']), undefined);
    assert.equal(string(['a', 'b']), undefined);
    assert.equal(value(['a', 5]), undefined);
    assert.equal(count(['a']), 1);
  });

  it('tells texts from other scalars', () => {
    const { string, text, texts, scalars } = open('a: 8080\nb: "8080"\nc: null\nd: [1, "2", x, {}]\ne: {f: 1.50, g: on, h: [], i: }\n');
    assert.deepEqual([string(['a']), text(['a']), string(['b']), text(['b']), text(['c'])], [undefined, '8080', '8080', '8080', undefined]);
    assert.deepEqual(texts(['d']), ['1', '2', 'x']);
    assert.deepEqual(scalars(['e']), { f: '1.50', g: 'on', i: '' });
  });

  it('takes the last of duplicate keys, as kubectl does', () => {
    assert.equal(open('a: b\na: c\n').string(['a']), 'c');
  });

  it('follows aliases to the anchor before them', () => {
    const { string } = open('a: &x one\nb: *x\nc: &x two\nd: *x\ne: *y\nf: &y three\n');
    assert.deepEqual([string(['b']), string(['d']), string(['e'])], ['one', 'two', undefined]);
  });

  it('follows merge keys: the nearer value wins', () => {
    const { string, scalars, count } = open(
      'x: &x {a: 1x, b: 2x, list: [{}, {}]}\ny: &y {b: 2y, c: 3y}\none:\n  b: own\n  <<: *x\ntwo:\n  <<: [*y, *x]\nthree:\n  <<: {<<: *y, d: deep}\n',
    );
    assert.deepEqual([string(['one', 'a']), string(['one', 'b']), string(['two', 'b']), string(['two', 'a'])], ['1x', 'own', '2y', '1x']);
    assert.deepEqual(scalars(['three']), { d: 'deep', b: '2y', c: '3y' });
    assert.equal(count(['one', 'list']), 2);
  });

  it('comes to an end on circles and on what grows without bounds', function () {
    this.timeout(3000);
    const circle = open('a: &a\n  b: *a\n  <<: *a\n');
    assert.equal(circle.string(['a', 'b', 'b', 'b', 'c']), undefined);
    assert.deepEqual(circle.scalars(['a']), {});
    const laughs = ['a0: &a0 {z: 1}', ...Array.from({ length: 60 }, (_, n) => `a${n + 1}: &a${n + 1} {<<: [*a${n}, *a${n}, *a${n}]}`)].join(
      '\n',
    );
    assert.equal(open(laughs).text(['a60', 'z']), '1');
    assert.equal(open(laughs).text(['a60', 'y']), undefined);
    const many = `x: &x {a: b}\n${Array.from({ length: 5000 }, (_, n) => `k${n}: *x\n`).join('')}`;
    const reader = open(many);
    for (let n = 0; n < 5000; n += 10) assert.equal(reader.string([`k${n}`, 'a']), 'b');
  });
});
