import assert from 'node:assert/strict';
import { parseYamlFile } from '../../../server/yaml/parse.ts';
import { syntaxProblem } from '../../../server/yaml/syntax.ts';
import { readMarks } from '../../marks.ts';

function problemIn(text: string): ReturnType<typeof syntaxProblem> {
  const [document] = parseYamlFile(text).documents;
  return document && syntaxProblem(document.source);
}

// What kubectl 1.32 and compose-go 2 refuse: each was tried.
const refused: Readonly<Record<string, readonly string[]>> = {
  tab: [
    'a:\n«\t»b: 1\n',
    'a:\n  «\t»b: 1\n',
    'a:\n  -«\t»b: 1\n',
    'a: b\n«\t»c\n',
    'a: |\n«\t»b\n',
    'a: |\n  x\n«\t»b\n',
    '«\t»a: 1\n',
    '«\t»\na: b\n',
    'a:\n«\t»# c\n  b: 1\n',
    'a: b\n«\t»',
  ],
  indentation: ['a:\n  b: 1\n «c»: 2\n', 'a:\n    b: 1\n  «c»: 2\n', 'a: |\n   x\n  «y»\n', 'a: >-\n  x\n «y»\n', 'a: |\n     \n  «b»\n'],
  deeper: ['a: 1\n  «b»: 2\n', 'a: 1\n\n  # c\n  «b»: 2\n'],
  'nested-colon': ['a: «b: c»\n', 'a: «http://x: y» # z\n', 'a: «? b»\n'],
  'missing-colon': ['a: 1\n«b»\nc: 2\n', 'a: 1\n«b»\n', '«a»\n b: c\n', 'x:\n  a: b\n«c»\n', '«제목»\na: 1\n'],
  'missing-space': ['«a:»1\nb: 2\n', 'a: 1\n«b:»2\nc: 3\n'],
  'list-among-keys': ['a:\n  - b\n «-» c\n', 'a:\n  - b\n  «c»: d\n', 'a:\n  c: d\n  «-» b\n', '- a\n«b»: c\n', 'a: 1\n«-» b\n'],
  'list-on-key-line': ['a: «-» b\n'],
  'unclosed-quote': ['a: «"»b\nc: d\n', "a: «'»b\nc: d\n", 'a: "b"\nc: [d, «"»e]\n'],
  'unclosed-bracket': ['a: «[»b, c\nd: e\n', 'a: «{»b: c\nd: e\n', 'a: «[»b}\n', 'a: «{»b', 'a: [b, «{»c]\n'],
  'text-after': ['a: "b" «c»\n', "a: 'it'«s'»\n", 'a: [b] «c»\n'],
  'stray-bracket': ['a: [b]«]»\n', 'a: «}»\n'],
  comma: ['a: [b,«,»c]\n', 'a: [«,»b]\n', 'a: ["b" «"c"»]\n'],
  reserved: ['a: «@b»\n', 'a: «`b`»\n', 'a: «%b» # c\n', 'a: «*»\n', 'a: «,b»\n'],
  'block-header': ['a: |«x»\n  b\n'],
  escape: ['a: "«\\d»"\n', 'a: "«\\x»4"\n', 'a: "C:«\\U»sers"\n'],
  alias: ['a: «*b»\n', 'a: «*.txt»\n', 'a: «*x»\nb: &x 1\n'],
  'anchor-or-tag': ['a: &x «&y» 1\n', 'a: !!str «!!str» 1\n', 'a: &x 1\nb: &y «*x»\n', 'a: «!x!y» z\n', 'a: «&»\n'],
  directive: ['%YAML 1.2\n«a: 1»\n'],
  'document-start': ['--- «a: 1»\n'],
  'control-character': ['a: «\0»\n', 'a: "«\x07»"\n'],
};

// What both take, although the parser or the specification is stricter.
const accepted: readonly string[] = [
  'a:\tb\n',
  'a\t: 1\n',
  'a: [\n\tb,\n\tc\n]\n',
  'a: "b\n\tc"\n',
  'a: |\n  \tb\n',
  'a: b\n  \t\nc: d\n',
  'a: [b,\n\t\n  c]\n',
  'x:\n  a: [\n  b\n]\n',
  'x:\n  a: {\n  b: c\n}\n',
  'x:\n  a: "b\nc"\n',
  "a: 'b\n\nc'\nd: e\n",
  "x:\n  a: [ # it's\n  b, # d\n  ]\n",
  'a: "b"#c\n',
  'a: [b]#c\n',
  'a: |#c\n  x\n',
  'a:\n- b\n  - c\n',
  'a: !reset null\nb: !x y\n',
  'a: &x\nb: *x\n',
  'a: &x k\n*x : v\n',
  'a: {"b":"c"}\n',
  'a: ?b\n',
  'a: b"c\n',
  'a: b#c\n',
  'a: 1\na: 2\n',
  'a: 1\n...\n',
  '\uFEFFa: 1\n',
  '? a\n: b\n',
  'a: C:\\x\n',
  '',
  '# c\n',
  '---\n',
];

describe('syntaxProblem', () => {
  for (const [kind, texts] of Object.entries(refused)) {
    it(`finds ${kind}`, () => {
      for (const marked of texts) {
        const { text, spans } = readMarks(marked);
        const problem = problemIn(text);
        assert.deepEqual(problem && [problem.kind, problem.span], [kind, spans[0]], JSON.stringify(marked));
      }
    });
  }

  it('is silent where kubectl and Compose are', () => {
    for (const text of accepted) assert.equal(problemIn(text), undefined, JSON.stringify(text));
  });

  it('is silent in templates, and where line breaks are old Macintosh ones', () => {
    for (const text of ['a: {{ b }}\n\tc: d\n', 'a: {{ b }} c: d\n', 'a: 1\rb: 2\r'])
      assert.equal(problemIn(text), undefined, JSON.stringify(text));
  });

  it('names what it speaks of', () => {
    assert.equal(problemIn('a: *b\n')?.detail, 'b');
    assert.equal(problemIn('a: @b\n')?.detail, '@');
    assert.equal(problemIn('a: \x1b\n')?.detail, 'U+001B');
  });

  it('marks something that can be seen', () => {
    for (const texts of Object.values(refused))
      for (const marked of texts) {
        const span = problemIn(readMarks(marked).text)?.span;
        assert.ok(span && span.start < span.end);
      }
  });
});
