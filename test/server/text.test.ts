import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits, sortEdits } from '../../server/text/edit.ts';
import { compileGlob } from '../../server/text/glob.ts';
import { indentationAt, lineAt, lineBreakOf, nextLineStart } from '../../server/text/lines.ts';
import { codeSpan, escapeMarkdown } from '../../server/text/markdown.ts';
import { contains, overlaps, rangeOf, spanOf } from '../../server/text/span.ts';

describe('text', () => {
  it('edits apply in terms of the original text', () => {
    const edits = [
      { span: { start: 4, end: 5 }, newText: 'E' },
      { span: { start: 0, end: 0 }, newText: '<' },
      { span: { start: 1, end: 3 }, newText: '' },
      { span: { start: 5, end: 5 }, newText: '1' },
      { span: { start: 5, end: 5 }, newText: '2' },
    ];
    assert.equal(applyEdits('abcde', edits), '<adE12');
    assert.equal(applyEdits('abc', []), 'abc');
    assert.deepEqual(
      sortEdits(edits).map(({ newText }) => newText),
      ['<', '', 'E', '1', '2'],
    );
    assert.throws(
      () =>
        applyEdits('abc', [
          { span: { start: 0, end: 2 }, newText: '' },
          { span: { start: 1, end: 3 }, newText: '' },
        ]),
      RangeError,
    );
  });

  it('lines are found without their breaks', () => {
    const text = 'a\r\n  bc\n';
    assert.deepEqual(
      [0, 1, 3, 7, 8].map((offset) => text.slice(lineAt(text, offset).start, lineAt(text, offset).end)),
      ['a', 'a', '  bc', '  bc', ''],
    );
    assert.deepEqual(
      [0, 3, 8].map((offset) => nextLineStart(text, offset)),
      [3, 8, 8],
    );
    assert.deepEqual(
      [0, 6].map((offset) => indentationAt(text, offset)),
      ['', '  '],
    );
    assert.deepEqual(['a\r\nb\n', 'a\nb\r\n', 'a', '\n', ''].map(lineBreakOf), ['\r\n', '\n', '\n', '\n', '\n']);
  });

  it('spans contain and overlap', () => {
    const span = { start: 2, end: 5 };
    assert.deepEqual(
      [1, 2, 5, 6].map((offset) => contains(span, offset)),
      [false, true, true, false],
    );
    for (const [start, end, expected] of [
      [0, 2, false],
      [0, 3, true],
      [5, 7, false],
      [4, 9, true],
      [2, 2, true],
      [5, 5, true],
      [6, 6, false],
      [3, 3, true],
    ] as const) {
      assert.equal(overlaps(span, { start, end }), expected, `${start}-${end}`);
      assert.equal(overlaps({ start, end }, span), expected, `${start}-${end}`);
    }
    const document = TextDocument.create('file:///x', '', 1, 'ab\r\n한글\n');
    assert.deepEqual(rangeOf(document, { start: 1, end: 6 }), { start: { line: 0, character: 1 }, end: { line: 1, character: 2 } });
    assert.deepEqual(spanOf(document, { start: { line: 1, character: 0 }, end: { line: 9, character: 9 } }), { start: 4, end: 7 });
  });

  it('Markdown is made harmless', () => {
    assert.equal(
      escapeMarkdown('[a](command:b) <img> **c** $(x) `d`\ne'),
      '\\[a\\]\\(command:b\\) \\<img\\> \\*\\*c\\*\\* \\$\\(x\\) \\`d\\` e',
    );
    assert.deepEqual(['a', '`a', 'a``b', ''].map(codeSpan), ['`a`', '`` `a ``', '```a``b```', '``']);
    assert.equal(codeSpan('a\nb'), '`a b`');
  });

  describe('globs', () => {
    const cases: readonly (readonly [glob: string, matches: readonly string[], others: readonly string[]])[] = [
      ['Dockerfile', ['Dockerfile', 'Dockerfile/inside'], ['a/Dockerfile', 'Dockerfile.dev', 'dockerfile']],
      ['*.yaml', ['a.yaml', '.yaml', '.hidden.yaml'], ['a/b.yaml', 'a.yml', 'a.yamlx']],
      ['**/*.yaml', ['a.yaml', 'a/b.yaml', 'a/.b/c.yaml'], ['a/b.yml']],
      ['vendor', ['vendor/a', 'vendor/b/c'], ['vendored', 'a/vendor']],
      ['vendor/', ['vendor/a'], ['vendored']],
      ['vendor/**', ['vendor/a', 'vendor/b/c'], ['vendored/a', 'a/vendor/b']],
      ['**/vendor/**', ['vendor/a', 'a/vendor/b', 'a/b/vendor/c/d'], ['vendored/a']],
      ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['a/xb', 'ab']],
      ['a/*/b', ['a/x/b'], ['a/b', 'a/x/y/b']],
      ['**', ['a', 'a/b'], []],
      ['a?c', ['abc'], ['ac', 'a/c', 'abbc']],
      ['[a-c]1', ['a1', 'c1'], ['d1', '-1']],
      ['[!a-c]1', ['d1'], ['a1', '/1']],
      ['[^a]', ['b'], ['a']],
      ['[]]', [']'], ['a']],
      ['[a', ['[a'], ['a']],
      ['{a,b/c}.yaml', ['a.yaml', 'b/c.yaml'], ['c.yaml', 'ab/c.yaml']],
      ['{a,{b,c}d}e', ['ae', 'bde', 'cde'], ['de']],
      ['{a', ['{a'], ['a']],
      ['a**b', ['ab', 'axb'], ['a/b']],
      ['\\*', ['*'], ['a']],
      ['./a', ['a'], []],
      ['k8s/{dev,prod}/**/*.y{a,}ml', ['k8s/dev/a.yml', 'k8s/prod/x/y/b.yaml'], ['k8s/test/a.yml']],
      ['', [], ['a']],
    ];
    for (const [glob, matches, others] of cases) {
      it(glob === '' ? '(empty)' : glob, () => {
        const test = compileGlob(glob);
        for (const path of matches) assert.equal(test(path), true, path);
        for (const path of others) assert.equal(test(path), false, path);
      });
    }

    it('take linear time, whatever they are', () => {
      const started = performance.now();
      for (const glob of [
        '*a'.repeat(400),
        '**/a/'.repeat(180),
        '{a,b}'.repeat(180),
        '{'.repeat(900),
        `${'{a,'.repeat(200)}${'}'.repeat(200)}`,
        '['.repeat(900),
        '?*'.repeat(400),
        '*'.repeat(2000),
        '\\',
      ]) {
        const test = compileGlob(`${glob}b`);
        for (const path of ['a'.repeat(300), 'a/'.repeat(150), `${'ab'.repeat(150)}c`]) test(path);
      }
      assert.ok(performance.now() - started < 3000);
    });
  });
});
