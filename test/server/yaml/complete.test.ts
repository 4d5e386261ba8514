import assert from 'node:assert/strict';
import { placeAtCursor } from '../../../server/yaml/complete.ts';
import { readCursor } from '../../marks.ts';

/** What would go at the cursor ▮: its path, column, what is typed, and what is there already. Keys have no mark before them, values `=`, items `-`. */
function place(marked: string, within?: readonly [number, number]): string | undefined {
  const { text, offset } = readCursor(marked);
  const [start, end] = within ?? [0, text.length];
  const found = placeAtCursor(text, { start, end }, offset);
  if (!found) return undefined;
  const role = { key: '', value: '=', item: '-' }[found.role];
  return `${role}${found.path.join('.') || '/'} ${found.column} «${found.typed}» ${[...found.siblings.keys()].sort().join(' ')}`.trim();
}

/** What an item at the cursor takes the place of, and around it. */
function around(marked: string): string | undefined {
  const { text, offset } = readCursor(marked);
  const found = placeAtCursor(text, { start: 0, end: text.length }, offset);
  return found && `«${text.slice(found.span.start, found.span.end)}»${found.needsSpace ? ' space' : ''}${found.hasColon ? ' colon' : ''}`;
}

describe('placeAtCursor', () => {
  it('goes by indentation', () => {
    assert.equal(place('a:\n  b: 1\n  ▮\n'), 'a 2 «» b');
    assert.equal(place('a:\n  b: 1\n▮\n'), '/ 0 «» a');
    assert.equal(place('a:\n  b:\n    ▮\n'), 'a.b 4 «»');
    assert.equal(place('a:\n  b:\n    c: 1\n  d▮\n'), 'a 2 «d» b');
    assert.equal(place('a:\n  b:\n    c: 1\n\n  ▮'), 'a 2 «» b');
    assert.equal(place('▮'), '/ 0 «»');
    assert.equal(place('a▮'), '/ 0 «a»');
  });

  it('knows the keys above and below', () => {
    assert.equal(place('a:\n  b: 1\n  ▮\n  c:\n    x: 1\n  d: 2\ne: 3\n'), 'a 2 «» b c d');
    assert.equal(place('▮\n\na: 1\n# b: 2\n\nc: 3\n'), '/ 0 «» a c');
  });

  it('steps into lists, whichever way they are indented', () => {
    assert.equal(place('a:\n  - b: 1\n    ▮\n'), 'a.0 4 «» b');
    assert.equal(place('a:\n- b: 1\n  ▮\n'), 'a.0 2 «» b');
    assert.equal(place('a:\n- b: 1\n- c▮\n'), 'a.1 2 «c»');
    assert.equal(place('a:\n- b: 1\n▮\n'), '/ 0 «» a');
    assert.equal(place('a:\n  - b: 1\n  ▮\n'), '-a 2 «»');
    assert.equal(place('a:\n  - ▮\n'), 'a.0 4 «»');
    assert.equal(place('a:\n  -▮\n'), 'a.0 3 «»');
    assert.equal(place('a:\n  - b: 1\n  - ▮\n    c: 2\n'), 'a.1 4 «» c');
    assert.equal(place('a:\n  -\n    ▮\n'), 'a.0 4 «»');
    assert.equal(place('- - b: 1\n    ▮\n'), '0.0 4 «» b');
    assert.equal(place('a:\n  -   b: 1\n      ▮\n'), 'a.0 6 «» b');
  });

  it('does not mix the items of a list', () => {
    assert.equal(place('a:\n  - b: 1\n    c: 2\n  - d: 3\n    ▮\n  - e: 4\n'), 'a.1 4 «» d');
  });

  it('passes over comments, blank lines, scripts and quoted keys', () => {
    assert.equal(place('a:\n  # x: 1\n\n  "b": 1\n  ▮\n'), 'a 2 «» b');
    assert.equal(place('a:\n  b: |\n    x: 1\n      y: 2\n  ▮\n'), 'a 2 «» b');
    assert.equal(place('a:\n  b: "x\n    y: 2"\n  ▮\n'), 'a 2 «» b');
    assert.equal(place('a:\n  b: {c: 1,\n    d: 2}\n  ▮\n'), 'a 2 «» b');
  });

  it('takes what is never closed to end where the next key begins', () => {
    assert.equal(place('a:\n  b: "x\nc:\n  ▮\n'), 'c 2 «»');
    assert.equal(place('a:\n  b: {x\nc:\n  ▮\n'), 'c 2 «»');
  });

  it('stays inside its document', () => {
    assert.equal(place('a: 1\n---\nb: 2\n▮\n---\nc: 3\n', [5, 15]), '/ 0 «» b');
    assert.equal(place('---\n▮\n'), '/ 0 «»');
  });

  it('takes a leading blank line', () => {
    assert.equal(place('\n▮'), '/ 0 «»');
    assert.equal(place('\n\na:\n  ▮'), 'a 2 «»');
    assert.equal(place('\r\na: 1\r\n▮\r\n'), '/ 0 «» a');
  });

  it('finds values after colons and dashes', () => {
    assert.equal(place('a:\n  b: ▮\n  c: 1\n'), '=a.b 2 «» c');
    assert.equal(place('a:\n  b: x y▮\n'), '=a.b 2 «x y»');
    assert.equal(place('a:\n  - b: "x▮"\n'), '=a.0.b 4 «x»');
    assert.equal(place('a:\n  - x y▮\n'), '=a.0 4 «x y»');
    assert.equal(around('a: x▮y z # n\n'), '«xy z»');
    assert.equal(around('a: "x▮y" # n\n'), '«"xy"»');
    assert.equal(around('a:▮\n'), '«» space');
    assert.equal(around('a:\n  -▮\n'), '«» space');
    assert.equal(around('re▮p: 1\n'), '«rep» colon');
  });

  it('finds keys and values in flow style', () => {
    assert.equal(place('a: {b: 1, ▮, c: 2}\n'), 'a 10 «» b c');
    assert.equal(place('a: {b: ▮}\n'), '=a.b 7 «»');
    assert.equal(place('a: [x, y▮]\n'), '=a.1 7 «y»');
    assert.equal(place('{\n  "a": {\n    "b": 1,\n    "▮"\n  }\n}'), 'a 4 «» b');
    assert.equal(place('{\n  "a": {\n    "b": "x▮"\n  },\n  "c": 1 }'), '=a.b 9 «x»');
    assert.equal(place('{"a": [{"b": 1}, {▮}]}'), 'a.1 18 «»');
    assert.equal(place('a: {\n  ▮\n}\n'), 'a 2 «»');
  });

  it('offers nothing where nothing can stand', () => {
    for (const text of [
      '# ▮\n',
      'a: 1 # ▮\n',
      'a b▮\n',
      '"▮\n',
      '\t▮\n',
      'a: |\n  ▮\n',
      'a: |\n  x\n  ▮\n',
      'a:\n  - |\n    x: ▮\n',
      'a: "x\n  y: ▮"\n',
      'a: x\n  ▮\n',
      'a:\n    b: 1\n  ▮\n',
      'a: {} ▮\n',
      '---▮\n',
      'a: |▮\n',
    ])
      assert.equal(place(text), undefined, text);
  });
});
