import assert from 'node:assert/strict';
import { withoutSnippets } from '../../server/lsp/plain-items.ts';
import { plainText } from '../../server/snippets/plain-text.ts';

describe('completion without snippets', () => {
  it('writes the default of each place to fill in', () => {
    assert.equal(
      plainText('name: ${1:web}\nimage: ${2:$1:${3:1.0}}\nkind: ${4|a,b|}\n$1 ${5}$0'),
      'name: web\nimage: web:1.0\nkind: a\nweb ',
    );
    assert.equal(plainText('a \\$1 \\} \\\\ $ {'), 'a $1 } \\ $ {');
    for (const broken of ['${1', '${1:', '${1|a', '${1:${2:', '\\', '$'.repeat(9)]) assert.ok(plainText(broken).length <= 9);
  });

  it('changes nothing else', () => {
    const plain = { label: 'a', insertText: '$1' };
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    assert.deepEqual(withoutSnippets([plain, { label: 'b', insertTextFormat: 2, textEdit: { range, newText: 'b: $1' } }]), [
      plain,
      { label: 'b', insertTextFormat: 1, textEdit: { range, newText: 'b: ' } },
    ]);
  });
});
