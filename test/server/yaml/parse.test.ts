import assert from 'node:assert/strict';
import { documentAt, parseYamlFile } from '../../../server/yaml/parse.ts';

const hundred = Array.from({ length: 100 }, (_, index) => `a${index}: ${index}\n`).join('---\n');

describe('parseYamlFile', () => {
  it('parses only the document that an edit touches', () => {
    const before = parseYamlFile(hundred);
    const after = parseYamlFile(hundred.replace('a42: 42', 'a42: forty-two'), before);
    assert.equal(after.documents.length, 100);
    const parsedAgain = after.documents.flatMap(({ source }, index) => (source === before.documents[index]?.source ? [] : [index]));
    assert.deepEqual(parsedAgain, [42]);
    assert.deepEqual(after.documents[42]?.source.ast.toJS(), { a42: 'forty-two' });
    assert.equal(after.text.slice(after.documents[99]?.span.start, after.documents[99]?.span.end), '---\na99: 99\n');
  });

  it('takes documents over when one is put in or taken out before them', () => {
    const before = parseYamlFile(hundred);
    const after = parseYamlFile(`new: 1\n---\n${hundred}`, before);
    assert.equal(after.documents.length, 101);
    assert.deepEqual(after.documents[1]?.source.ast.toJS(), { a0: 0 });
    assert.equal(after.documents[2]?.source, before.documents[1]?.source);
    assert.equal(after.documents[100]?.source, before.documents[99]?.source);
  });

  it('shares what is equal inside one version too', () => {
    const before = parseYamlFile('---\na: 1\n');
    const [first, second] = parseYamlFile('---\na: 1\n---\na: 1\n', before).documents;
    assert.equal(first?.source, second?.source);
  });

  it('joins lines of brackets and quotes that are indented less than the specification wants', () => {
    const text = 'x:\n  a: [\n  b,\n  # c\n  d\n  ]\n  e: "f\n  g"\nh: 1\n';
    const [document] = parseYamlFile(text).documents;
    assert.deepEqual(document?.source.ast.toJS(), { x: { a: ['b', 'd'], e: 'f   g' }, h: 1 });
    assert.equal(document.source.text, text);
  });

  it('never throws', () => {
    for (const text of ['\0\x01\x02', '\uD800', 'a: &a [*a]', '!!', '%', '&', '*', '"', "'", '|', '>'])
      assert.doesNotThrow(() => parseYamlFile(text));
  });
});

describe('documentAt', () => {
  it('gives the document whose line an offset is on', () => {
    const file = parseYamlFile('a: 1\n---\nb: 1\n');
    assert.equal(documentAt(file, 2), file.documents[0]);
    assert.equal(documentAt(file, 5), file.documents[1]);
    assert.equal(documentAt(file, 14), file.documents[1]);
    assert.equal(documentAt(file, 15), undefined);
  });
});
