import assert from 'node:assert/strict';
import { documentAt, parseYamlFile } from '../../../server/yaml/parse.ts';
import { enclosing, pathAt } from '../../../server/yaml/path.ts';
import { readCursor } from '../../marks.ts';

/** What stands at the cursor ▮, in short: `key spec.containers.0.name «name»`. */
function at(marked: string): string | undefined {
  const { text, offset } = readCursor(marked);
  const file = parseYamlFile(text);
  const document = documentAt(file, offset);
  const found = document && pathAt(document, offset);
  return found && `${found.role} ${found.path.join('.')} «${text.slice(found.span.start, found.span.end)}»`;
}

describe('pathAt', () => {
  it('finds keys', () => {
    assert.equal(at('a:\n  b▮b: 1\n'), 'key a.bb «bb»');
    assert.equal(at('▮a: 1\n'), 'key a «a»');
    assert.equal(at('a▮: 1\n'), 'key a «a»');
    assert.equal(at('a:\n  - b: 1\n    c▮: 2\n'), 'key a.0.c «c»');
    assert.equal(at('"a ▮b": 1\n'), 'key a b «"a b"»');
    assert.equal(at('a: {b▮: 1}\n'), 'key a.b «b»');
    assert.equal(at('80▮80: 1\n'), 'key 8080 «8080»');
    assert.equal(at('? a▮\n: b\n'), 'key a «a»');
  });

  it('finds values', () => {
    assert.equal(at('a: b▮c\n'), 'value a «bc»');
    assert.equal(at('a: ▮bc\n'), 'value a «bc»');
    assert.equal(at('a: bc▮\n'), 'value a «bc»');
    assert.equal(at('a:\n  - b\n  - c▮\n'), 'value a.1 «c»');
    assert.equal(at('a: [b, "▮c"]\n'), 'value a.1 «"c"»');
    assert.equal(at('a: |\n  b\n  c▮\n'), 'value a «|\n  b\n  c\n»');
  });

  it('finds aliases, with what they stand for', () => {
    assert.equal(at('a: &x b\nc: *▮x\n'), 'value c «*x»');
    assert.equal(at('a: &x {b: 1}\nc: [*x▮]\n'), 'value c.0 «*x»');
    const file = parseYamlFile('a: &x b\nc: *x\n');
    const [document] = file.documents;
    assert.equal(document && pathAt(document, 12)?.value, 'b');
  });

  it('finds keys without a value, and half-typed ones', () => {
    assert.equal(at('a:\n  name▮:\n  b: 1\n'), 'key a.name «name»');
    assert.equal(at('a:\n  name:▮'), 'value a.name «»');
    assert.equal(at('a:\n  b: 1\n  na▮\nc: 2\n'), 'key a.na «na»');
  });

  it('finds nothing between', () => {
    assert.equal(at('a:▮ \n  b: 1\n'), undefined);
    assert.equal(at('a: 1 # ▮b\n'), undefined);
    assert.equal(at('a:\n  ▮\n  b: 1\n'), undefined);
    assert.equal(at('▮'), undefined);
    assert.equal(at('c: *▮x\n'), undefined);
  });

  it('counts positions in the file, after Korean and Windows line breaks too', () => {
    assert.equal(at('# 한글 주석\r\n이름: 웹\r\n---\r\na:\r\n  b: ▮한글\r\n'), 'value a.b «한글»');
    assert.equal(at('\uFEFFa: 1\n---\nb▮: 2\n'), 'key b «b»');
  });

  it('finds what surrounds masked templates', () => {
    assert.equal(at('{{- if .a }}\na:\n  b▮: {{ .c }}\n{{- end }}\n'), 'key a.b «b»');
  });
});

describe('enclosing', () => {
  const around = (marked: string): string | undefined => {
    const { text, offset } = readCursor(marked);
    return enclosing(parseYamlFile(text).documents[0]!.source.ast, offset);
  };

  it('tells brackets and quotes from lines', () => {
    for (const text of ['a: {▮b: 1}\n', 'a: [\n  ▮\n]\n', 'a:\n  - b: {c: [▮]}\n', 'a: {b: "▮c"}\n'])
      assert.equal(around(text), 'brackets', text);
    for (const text of ['a: "b ▮"\n', "a: 'b\n\n  ▮c'\n", '"a▮b": c\n']) assert.equal(around(text), 'quotes', text);
    for (const text of ['a: ▮{b: 1}\n', 'a: {b: 1}▮\n', 'a:\n  ▮b: 1\n', 'a: b▮\n', 'a: |\n  {▮}\n', '▮'])
      assert.equal(around(text), undefined, text);
  });
});
