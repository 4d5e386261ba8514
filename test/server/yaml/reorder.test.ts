import assert from 'node:assert/strict';
import { isMap, isSeq, parse } from 'yaml';
import { applyEdits } from '../../../server/text/edit.ts';
import { parseYamlFile } from '../../../server/yaml/parse.ts';
import { nodeAt } from '../../../server/yaml/read.ts';
import { reorder } from '../../../server/yaml/reorder.ts';

function ordered(text: string, order: readonly number[], key = 'a'): string | undefined {
  const document = parseYamlFile(text).documents.at(-1);
  assert.ok(document);
  const collection = nodeAt(document.source.ast, document.source.ast.contents, key === '' ? [] : [key]);
  assert.ok(isMap(collection) || isSeq(collection));
  const edit = reorder(document, collection, order);
  return edit && applyEdits(text, [edit]);
}

describe('putting entries in another order', () => {
  it('moves the comments that touch an entry, and those inside of it', () => {
    assert.equal(
      ordered('a:\n  # of b\n  b: 1 # one\n    # deeper\n\n  # of c\n  c:\n    d: 2\n', [1, 0]),
      'a:\n  # of c\n  c:\n    d: 2\n\n  # of b\n  b: 1 # one\n    # deeper\n',
    );
  });

  it('leaves blank lines where they are', () => {
    assert.equal(ordered('a:\n  b: 1\n  c: 2\n\n\n  d: 3\n', [2, 0, 1]), 'a:\n  d: 3\n  b: 1\n\n\n  c: 2\n');
  });

  it('writes no more than what changes', () => {
    const text = 'a:\n  b: 1\n  d: 2\n  c: 3\n  e: 4\n';
    const [document] = parseYamlFile(text).documents;
    const map = document && nodeAt(document.source.ast, document.source.ast.contents, ['a']);
    assert.ok(document && isMap(map));
    assert.deepEqual(reorder(document, map, [0, 2, 1, 3]), { span: { start: 10, end: 23 }, newText: '  c: 3\n  d: 2' });
  });

  it('keeps line breaks and a missing one at the end', () => {
    assert.equal(ordered('a:\r\n  c: 1\r\n  b: 2', [1, 0]), 'a:\r\n  b: 2\r\n  c: 1');
    assert.equal(ordered('# one\n---\na:\n- y\n- x # last\n', [1, 0]), '# one\n---\na:\n- x # last\n- y\n');
  });

  it('changes the places of scalars in flow style', () => {
    assert.equal(ordered('a: ["y", x, z ]\n', [1, 0, 2]), 'a: [x, "y", z ]\n');
    assert.equal(ordered('a: [{y: 1}, x]\n', [1, 0]), undefined);
    assert.equal(ordered('a: [y, # first\n  x]\n', [1, 0]), undefined);
  });

  it('leaves a comment alone that may belong to either side', () => {
    assert.equal(ordered('a:\n  b: 1\n\n  # title\n\n  c: 2\n', [1, 0]), undefined);
    assert.equal(ordered('a:\n  b: 1\n  c: 2\n  # the end\n', [1, 0]), undefined);
    assert.equal(ordered('a:\n  b: 1\n# outside\n  c: 2\n', [1, 0]), undefined);
    assert.equal(ordered('# of the file?\nb: 1\na: 2\n', [1, 0], ''), undefined);
  });

  it('keeps anchors above their aliases', () => {
    assert.equal(ordered('a:\n  b: &x 1\n  c: *x\n', [1, 0]), undefined);
    assert.equal(ordered('o: &x 1\na:\n  c: *x\n  b: *x\n', [1, 0]), 'o: &x 1\na:\n  b: *x\n  c: *x\n');
    assert.equal(ordered('a:\n  b: &x 1\n  c: &x 2\n', [1, 0]), undefined);
    assert.equal(ordered('a: &m\n  c: 1\n  b: 2\no: *m\n', [1, 0]), undefined);
  });

  it('does not touch keys that stand twice, or text whose end counts', () => {
    assert.equal(ordered('a:\n  b: 1\n  b: 2\n', [1, 0]), undefined);
    assert.equal(ordered('a:\n  c: |+\n    x\n\n  b: 2\n', [1, 0]), undefined);
    assert.equal(ordered('a:\n  c: |\n    x\n  b: 2\n', [1, 0]), 'a:\n  b: 2\n  c: |\n    x\n');
    assert.equal(ordered('a:\n  c: 1\n  b: |\n    x', [1, 0]), undefined);
  });

  it('keeps the data', () => {
    const text = 'a:\n  - d: 1\n    e: [1, 2]\n  # two\n  - >\n    folded\n    text\n  - x: {y: z}\n';
    const result = ordered(text, [2, 1, 0]);
    assert.ok(result !== undefined);
    assert.deepEqual((parse(result) as { a: unknown[] }).a.reverse(), (parse(text) as { a: unknown[] }).a);
  });
});
