import assert from 'node:assert/strict';
import { parseAllDocuments } from 'yaml';
import { parseYamlFile } from '../../../server/yaml/parse.ts';
import { splitDocuments } from '../../../server/yaml/split.ts';

/** The documents' values, as the whole stream gives them. */
function wholeStream(text: string): readonly unknown[] {
  const documents = parseAllDocuments(text, { logLevel: 'silent' });
  return Array.isArray(documents) ? documents.map((document) => document.toJS() as unknown) : [];
}

/** The same, parsed piece by piece. A piece of comments alone is no document. */
function pieceByPiece(text: string): readonly unknown[] {
  return parseYamlFile(text)
    .documents.filter(({ source }) => /^(?:[^#%\s]|[ \t]+[^#\s])/m.test(source.text.replace('\uFEFF', '')))
    .map(({ source }): unknown => source.ast.toJS());
}

const streams: Readonly<Record<string, string>> = {
  'one document': 'a: 1\n',
  'one with a start': '---\na: 1\n',
  'two documents': 'a: 1\n---\nb: 2\n',
  'an empty one between': 'a: 1\n---\n---\nb: 2\n',
  'an empty one at the end': 'a: 1\n---\n',
  'a comment after the marker': 'a: 1\n--- # second\nb: 2\n',
  'a value after the marker': 'a: 1\n--- text\n--- "b"\n',
  'a tab after the marker': 'a: 1\n---\t# second\nb: 2\n',
  'four dashes': 'a: 1\n---- : 2\n',
  'dashes inside a line': 'a: "---"\nb: x --- y\n',
  'indented dashes': 'a:\n  ---\n',
  'dashes in an indented block scalar': 'a: |\n  ---\n  b\nc: 1\n',
  'a marker after a block scalar': 'a: |\n  b\n---\nc: |\n  ---\n',
  'a block scalar on the marker line': '--- |\n  a\n--- >\n  b\n  c\n',
  'an end marker': 'a: 1\n...\n',
  'a document after an end marker': 'a: 1\n...\nb: 2\n',
  'both markers': 'a: 1\n...\n---\nb: 2\n',
  'a comment after the end marker': 'a: 1\n... # end\n---\nb: 2\n',
  'dots inside a line': 'a: ...\nb: "..."\n',
  'comments before the first marker': '# one\n\n# two\n---\na: 1\n',
  'comments between documents': 'a: 1\n# after\n---\n# before\nb: 2\n',
  'comments alone': '# nothing\n',
  nothing: '',
  'white space': '\n  \n\n',
  directives: '%YAML 1.2\n---\na: 1\n...\n%YAML 1.2\n# again\n---\nb: 2\n',
  'a percent sign in the text': 'a: |\n  x\n  %y\n---\n%z: 1\n',
  'a byte order mark': '\uFEFFa: 1\n---\nb: 2\n',
  'a byte order mark before a marker': '\uFEFF---\na: 1\n---\nb: 2\n',
  'a byte order mark before a directive': '\uFEFF%YAML 1.2\n---\na: 1\n',
  'Windows line breaks': 'a: |\r\n  b\r\n---\r\nc: 1\r\n...\r\n---\r\nd: 2\r\n',
  'no line break at the end': 'a: 1\n---\nb: 2',
  'only a marker': '---',
};

describe('splitDocuments', () => {
  for (const [name, text] of Object.entries(streams)) {
    it(`sees the documents that the whole stream has: ${name}`, () => {
      assert.deepEqual(pieceByPiece(text), wholeStream(text));
    });
  }

  it('covers the whole text without overlaps', () => {
    for (const text of Object.values(streams)) {
      const spans = splitDocuments(text);
      assert.equal(spans.map(({ start, end }) => text.slice(start, end)).join(''), text);
    }
  });

  it('ends an unclosed quote or bracket at the next marker, as kubectl does', () => {
    assert.equal(splitDocuments('a: "b\n---\nc: 1\n').length, 2);
    assert.equal(splitDocuments('a: [b\n---\nc: 1\n').length, 2);
  });

  it('counts comments before a marker to the document that follows', () => {
    assert.deepEqual(splitDocuments('# a\n---\nb: 1\n'), [{ start: 0, end: 13 }]);
  });
});
