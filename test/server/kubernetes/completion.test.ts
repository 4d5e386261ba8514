import assert from 'node:assert/strict';
import { InsertTextMode, type CompletionItem } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { kubernetes } from '../../../server/kubernetes/language.ts';
import { readCursor } from '../../marks.ts';
import { contextIn } from '../../context.ts';

function complete(marked: string, locale: 'ko' | 'en' = 'en'): readonly CompletionItem[] {
  const { text, offset } = readCursor(marked);
  const model = kubernetes.parse(TextDocument.create('file:///app.yaml', 'yaml', 1, text));
  return kubernetes.complete(model, offset, contextIn(locale));
}

const labels = (marked: string): readonly string[] => complete(marked).map(({ label }) => label);
const deployment = 'apiVersion: apps/v1\nkind: Deployment\n';

describe('kubernetes completion', () => {
  it('offers the fields of the type at the cursor', () => {
    assert.deepEqual(labels(`${deployment}▮\n`), ['metadata', 'spec', 'status']);
    assert.ok(labels(`${deployment}spec:\n  ▮\n`).includes('replicas'));
    assert.ok(labels(`${deployment}spec:\n  template:\n    spec:\n      containers:\n        - ▮\n`).includes('image'));
    assert.ok(
      labels(`${deployment}spec:\n  template:\n    spec:\n      containers:\n      - name: web\n        liv▮\n`).includes('livenessProbe'),
    );
  });

  it('leaves out what is there', () => {
    const found = labels(`${deployment}spec:\n  replicas: 1\n  ▮\n  selector: {}\n`);
    assert.ok(found.includes('template') && !found.includes('replicas') && !found.includes('selector'));
  });

  it('puts required fields first', () => {
    const items = complete(`${deployment}spec:\n  ▮\n`);
    const first = [...items].sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? '')).slice(0, 2);
    assert.deepEqual(
      first.map(({ label }) => label),
      ['selector', 'template'],
    );
  });

  it('says what a field is, in both languages', () => {
    const item = (locale: 'ko' | 'en') => complete(`${deployment}spec:\n  ▮\n`, locale).find(({ label }) => label === 'replicas');
    assert.equal(item('en')?.detail, 'Type integer · Default 1');
    assert.equal(item('ko')?.detail, '타입 integer · 기본값 1');
    assert.match(JSON.stringify(item('ko')?.documentation), /[가-힣]/);
    assert.notDeepEqual(item('ko')?.documentation, item('en')?.documentation);
  });

  it('opens the next line where one follows, indented for its place', () => {
    const text = (marked: string, label: string): string | undefined => {
      const item = complete(marked).find((candidate) => candidate.label === label);
      assert.equal(item?.insertTextMode, InsertTextMode.asIs);
      return item.insertText;
    };
    assert.equal(text(`${deployment}spec:\n  ▮`, 'replicas'), 'replicas: ');
    assert.equal(text(`${deployment}spec:\n  ▮`, 'selector'), 'selector:\n    ');
    assert.equal(text(`${deployment}spec:\n  template:\n    spec:\n      ▮`, 'containers'), 'containers:\n        - ');
    assert.equal(
      text(`${deployment}spec:\n  template:\n    spec:\n      containers:\n        - ▮`, 'resources'),
      'resources:\n            ',
    );
  });

  it('knows the document and the item under the cursor', () => {
    assert.ok(labels(`${deployment}---\napiVersion: v1\nkind: Service\nspec:\n  ▮\n`).includes('clusterIP'));
    const list =
      'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Service\n    spec:\n      type: NodePort\n  - apiVersion: apps/v1\n    kind: Deployment\n    spec:\n      ▮\n';
    assert.ok(labels(list).includes('replicas'));
    assert.ok(!labels(list).includes('clusterIP'));
    assert.deepEqual(labels(list.replace('▮', '') + '▮'), []);
  });

  it('works in a file that does not parse yet, and begins with a blank line', () => {
    assert.ok(labels(`\n${deployment}spec:\n  repl▮\n  selector: {}\n`).includes('replicas'));
    assert.ok(labels(`${deployment}metadata:\n  name: "web\nspec:\n  ▮\n`).includes('replicas'));
    assert.ok(labels(`${deployment.replaceAll('\n', '\r\n')}spec:\r\n  ▮\r\n`).includes('replicas'));
  });

  it('offers nothing where no field can stand', () => {
    for (const marked of [
      `${deployment}spec: ▮\n`,
      `${deployment}spec: {▮}\n`,
      `${deployment}spec: {\n  ▮\n}\n`,
      `${deployment}# ▮\n`,
      `${deployment}metadata:\n  labels:\n    ▮\n`,
      `${deployment}spec:\n  noSuch:\n    ▮\n`,
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  script: |\n    ▮\n',
      'apiVersion: example.com/v1\nkind: Thing\nspec:\n  ▮\n',
      'a:\n  ▮\n',
      '▮',
    ])
      assert.deepEqual(labels(marked), [], marked);
  });
});
