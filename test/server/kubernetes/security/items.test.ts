import assert from 'node:assert/strict';
import { isSeq, type Node, type YAMLSeq } from 'yaml';
import { appendItem, deleteItem } from '../../../../server/yaml/items.ts';
import { applyEdits } from '../../../../server/text/edit.ts';
import { parseYamlFile, type YamlDocument } from '../../../../server/yaml/parse.ts';
import { nodeAt } from '../../../../server/yaml/read.ts';

/** The list under the key `list` of a file's last document. */
function find(text: string): { readonly document: YamlDocument; readonly list: YAMLSeq } {
  const document = parseYamlFile(text).documents.at(-1);
  assert.ok(document);
  const list = nodeAt(document.source.ast, document.source.ast.contents, ['list']);
  assert.ok(isSeq(list));
  return { document, list };
}

function without(text: string, index: number): string | undefined {
  const { document, list } = find(text);
  const edit = deleteItem(document, list, list.items[index] as Node);
  return edit && applyEdits(text, [edit]);
}

function longer(text: string, value = 'ALL'): string | undefined {
  const { document, list } = find(text);
  const edit = appendItem(document, list, value);
  return edit && applyEdits(text, [edit]);
}

describe('deleteItem', () => {
  it('takes a line out of a block list', () => {
    assert.equal(without('list:\n  - a\n  - b\nx: 1\n', 0), 'list:\n  - b\nx: 1\n');
    assert.equal(without('list:\r\n- a\r\n- b\r\n', 1), 'list:\r\n- a\r\n');
    assert.equal(without('list:\n  - a\n  - b', 1), 'list:\n  - a');
    assert.equal(without('y: 1\n---\nlist:\n  - a\n  # b is next\n  - b\n', 0), 'y: 1\n---\nlist:\n  # b is next\n  - b\n');
  });

  it('takes an item and its comma out of a flow list', () => {
    assert.equal(without('list: [a, b, "c"]\n', 0), 'list: [b, "c"]\n');
    assert.equal(without('list: [a, b, "c"]\n', 1), 'list: [a, "c"]\n');
    assert.equal(without('list: [a, b, "c" ]\n', 2), 'list: [a, b ]\n');
  });

  it('leaves alone what is not plain', () => {
    assert.equal(without('list: [a]\n', 0), undefined); // the list would be empty
    assert.equal(without('list:\n  - a # why\n  - b\n', 0), undefined); // the comment would be lost
    assert.equal(without('list: &l [a, b]\nx: *l\n', 0), undefined);
    assert.equal(without('list:\n  - &a a\n  - *a\n', 0), undefined);
    assert.equal(without('list: [a # why\n  , b]\n', 0), undefined);
  });
});

describe('appendItem', () => {
  it('adds to a block list, below a comment', () => {
    assert.equal(longer('list:\n  - a\n  - b # why\nx: 1\n'), 'list:\n  - a\n  - b # why\n  - ALL\nx: 1\n');
    assert.equal(longer('list:\r\n-   a'), 'list:\r\n-   a\r\n-   ALL');
  });

  it('adds to a flow list and quotes where it must', () => {
    assert.equal(longer('list: [a,b ]\n', 'no'), 'list: [a,b, "no" ]\n');
  });

  it('leaves alone what is not plain', () => {
    assert.equal(longer('list: []\n'), undefined);
    assert.equal(longer('list: &l [a]\n'), undefined);
    assert.equal(longer('list:\n  - - a\n'), undefined);
    assert.equal(longer('list:\n  - |\n    a\n'), undefined);
  });
});
