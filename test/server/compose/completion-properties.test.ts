import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseAllDocuments } from 'yaml';
import { compose } from '../../../server/compose/language.ts';
import { plainText } from '../../../server/snippets/plain-text.ts';
import { contextIn } from '../../context.ts';

const files = ['examples/good/compose.yaml', 'examples/poor/compose.yaml'].map((name) => ({ name, text: readFileSync(name, 'utf8') }));

const errorsIn = (text: string): readonly string[] =>
  parseAllDocuments(text).flatMap((document) => (document as { errors: readonly Error[] }).errors.map(({ message }) => message));

/** The file with each item of a new line taken, one at a time. */
function* completions(text: string, at: number, line: string): Generator<readonly [label: string, after: string]> {
  const typed = `${text.slice(0, at)}${line}\n${text.slice(at)}`;
  const document = TextDocument.create('file:///w/compose.yaml', 'yaml', 1, typed);
  const items = compose.complete(compose.parse(document), at + line.length, contextIn('ko'));
  for (const { label, textEdit, insertTextFormat, additionalTextEdits = [] } of items) {
    assert.ok(textEdit && 'range' in textEdit, label);
    const newText = insertTextFormat === 2 ? plainText(textEdit.newText) : textEdit.newText;
    yield [label, TextDocument.applyEdits(document, [...additionalTextEdits, { range: textEdit.range, newText }])];
  }
}

describe('compose completion on real files', () => {
  for (const { name, text } of files) {
    it(`keeps ${name} YAML wherever a new line is completed`, () => {
      let taken = 0;
      let line = 0;
      for (let at = 0; at < text.length; at = text.indexOf('\n', at) + 1) {
        if (line++ % 6 !== 0) continue; // a sample
        const indent = /^ */.exec(text.slice(at))?.[0] ?? '';
        for (const start of [indent, `${indent}- `, `${indent}  `])
          for (const [label, after] of completions(text, at, start)) {
            if (taken++ % 7 !== 0) continue;
            assert.deepEqual(
              errorsIn(after),
              [],
              `${label} in line ${line} after «${start}»:\n${after.slice(Math.max(0, at - 300), at + 200)}`,
            );
          }
      }
      assert.ok(taken > 10);
    });
  }
});
