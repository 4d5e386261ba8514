import assert from 'node:assert/strict';
import { keyPlaceAt } from '../../../server/yaml/complete.ts';
import { readCursor } from '../../marks.ts';

/** Where a key would go at the cursor ▮: its path, column, what is typed, and what is there already. */
function place(marked: string, within?: readonly [number, number]): string | undefined {
  const { text, offset } = readCursor(marked);
  const [start, end] = within ?? [0, text.length];
  const found = keyPlaceAt(text, { start, end }, offset);
  return found && `${found.path.join('.') || '/'} ${found.column} «${found.typed}» ${[...found.present].sort().join(' ')}`.trim();
}

describe('keyPlaceAt', () => {
  it('goes by indentation', () => {
    assert.equal(place('a:\n  b: 1\n  ▮\n'), 'a 2 «»  b'.replace('  b', ' b'));
    assert.equal(place('a:\n  b: 1\n▮\n'), '/ 0 «» a');
    assert.equal(place('a:\n  b:\n    ▮\n'), 'a.b 4 «»');
    assert.equal(place('a:\n  b:\n    c: 1\n  d▮\n'), 'a 2 «d» b');
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
    assert.equal(place('a:\n- b: 1\n- c▮\n'), 'a.0 2 «c»');
    assert.equal(place('a:\n  - ▮\n'), 'a.0 4 «»');
    assert.equal(place('a:\n  - b: 1\n  - ▮\n    c: 2\n'), 'a.0 4 «» c');
    assert.equal(place('a:\n  -\n    ▮\n'), 'a.0 4 «»');
    assert.equal(place('- - b: 1\n    ▮\n'), '0.0 4 «» b');
    assert.equal(place('a:\n  -   b: 1\n      ▮\n'), 'a.0 6 «» b');
  });

  it('does not mix the items of a list', () => {
    assert.equal(place('a:\n  - b: 1\n    c: 2\n  - d: 3\n    ▮\n  - e: 4\n'), 'a.0 4 «» d');
  });

  it('passes over comments, blank lines, scripts and quoted keys', () => {
    assert.equal(place('a:\n  # x: 1\n\n  "b": 1\n  ▮\n'), 'a 2 «» b');
    assert.equal(place('a:\n  b: |\n    x: 1\n      y: 2\n  ▮\n'), 'a 2 «» b');
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

  it('offers nothing where no key can stand', () => {
    for (const text of ['a: ▮\n', 'a: b▮\n', '# ▮\n', 'a: [▮]\n', 'a▮: 1\n', 'a b▮\n', '"▮\n', '\t▮\n', '▮: 1\n'])
      assert.equal(place(text), undefined, text);
  });
});
