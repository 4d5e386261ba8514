import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Violation } from '../../../server/rule.ts';
import { applyEdits } from '../../../server/text/edit.ts';
import { createWorkspace } from '../../../server/workspace.ts';
import { parseYamlFile, type YamlFile } from '../../../server/yaml/parse.ts';
import { perDocument, type YamlModel } from '../../../server/yaml/per-document.ts';

let looks = 0;
/** A check that finds every `bad`, and would replace it. */
const check = perDocument<YamlModel, { readonly word: string }>(({ source, span }, report, { word }) => {
  looks++;
  for (const { index } of source.text.matchAll(/bad/g)) {
    const at = { start: span.start + index, end: span.start + index + 3 };
    report({ at, fix: () => ({ title: { ko: '고치기', en: 'Fix' }, edits: [{ span: at, newText: word }] }) });
  }
});

function run(text: string, previous?: YamlFile, word = 'good'): { readonly file: YamlFile; readonly found: readonly Violation[] } {
  const file = parseYamlFile(text, previous);
  const found: Violation[] = [];
  looks = 0;
  check({ document: TextDocument.create('file:///a.yaml', 'yaml', 1, text), file }, (violation) => found.push(violation), {
    options: { word },
    workspace: createWorkspace(),
    path: 'a.yaml',
  });
  return { file, found };
}

describe('perDocument', () => {
  const text = 'a: bad\n---\nb: bad\n---\nc: good\n---\nb: bad\n';

  it('reports positions of the file, and moves fixes with them', () => {
    const { found } = run(text);
    assert.deepEqual(
      found.map(({ at }) => text.slice(at.start, at.end)),
      ['bad', 'bad', 'bad'],
    );
    assert.deepEqual(new Set(found.map(({ at }) => at.start)).size, 3);
    const edits = found.flatMap(({ fix }) => fix?.()?.edits ?? []);
    assert.equal(applyEdits(text, edits), text.replaceAll('bad', 'good'));
  });

  it('looks again only at what changed', () => {
    const first = run(text);
    const second = run(text, first.file);
    assert.equal(second.found.length, 3);
    assert.equal(looks, 0);
    const moved = run(`# 주석\nz: bad bad\n---\n${text}`, second.file);
    assert.equal(looks, 2); // the new document, and the first one, which has a marker now
    assert.deepEqual(
      moved.found.map(({ at }) => moved.file.text.slice(at.start, at.end)),
      Array(5).fill('bad'),
    );
  });

  it('looks again when the options change', () => {
    const { file } = run(text);
    const { found } = run(text, file, 'fine');
    assert.equal(looks, 3); // of four documents two are the same text
    assert.equal(found[0]?.fix?.()?.edits[0]?.newText, 'fine');
  });

  it('passes over templates and what cannot be read', () => {
    assert.equal(run('a: bad\n---\nb: {{ bad }}\n---\nc: [bad\n---\nd: bad\n').found.length, 2);
  });
});
