import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lintWorkspace } from '../../../server/api.ts';
import { kubernetes } from '../../../server/kubernetes/language.ts';
import type { KubernetesModel } from '../../../server/kubernetes/model.ts';
import { contextIn } from '../../context.ts';
import { readCursor } from '../../marks.ts';
import { accept, namesOf } from '../../snippets/offered.ts';
import { allSnippets } from '../../snippets/expand.ts';

const path = 'k8s/app.yaml';

function at(marked: string, uri = `file:///${path}`) {
  const { text, offset } = readCursor(marked);
  const document = TextDocument.create(uri, 'yaml', 1, text);
  const model = kubernetes.parse(document) as KubernetesModel;
  return { document, items: kubernetes.recognises(document) ? kubernetes.snippets(model, offset, contextIn('en')) : [] };
}
const ids = (marked: string, uri?: string): readonly string[] => namesOf(at(marked, uri));
const accepted = (marked: string, name: string): string => accept(at(marked), name);

function findings(text: string, except?: string): readonly string[] {
  const { files } = lintWorkspace([{ path, text }], {}, (message) => assert.fail(message));
  assert.equal(files.length, 1, `recognised: ${text}`);
  return (files[0]?.findings ?? []).filter(({ rule }) => rule !== except).map(({ rule, message }) => `${rule}: ${message}`);
}

const deployment = (labels: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
  namespace: market
spec:
  selector:
    matchLabels: {${labels}}
  template:
    metadata:
      labels: {${labels}}
    spec:
      containers:
        - name: shop
          image: example/shop:1.0.0
          ports:
            - name: web
              containerPort: 8080
          readinessProbe: {tcpSocket: {port: web}}
          resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {memory: 256Mi}}
`;

describe('snippets of manifests', () => {
  it('stand where a document begins, also while a word or a kind is typed', () => {
    for (const marked of ['▮', 'dep▮', 'apiV▮', 'kind: De▮', 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n---\n▮\n'])
      assert.ok(ids(marked).includes('deployment-service'), marked);
    assert.ok(at('kind: De▮').items.some(({ filterText = '' }) => filterText.startsWith('kind: deployment')));
    assert.match(accepted('kind: De▮', 'deployment'), /^apiVersion: apps\/v1\nkind: Deployment\n/);
    assert.ok(ids('▮', 'untitled:Untitled-1').includes('deployment') && ids('dep▮', 'untitled:Untitled-1').includes('deployment'));
  });

  it('stand nowhere else, and in no other YAML', () => {
    for (const marked of [
      'apiVersion: v1\n▮\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  ▮\n',
      'a: 1\n▮\n',
      '- ▮',
      '{▮}',
      'apiVersion: v▮\nkind: Pod\n',
    ])
      assert.deepEqual(ids(marked), [], marked);
    for (const uri of ['file:///.github/workflows/ci.yml', 'file:///mkdocs.yml', 'file:///chart/Chart.yaml', 'file:///values.yaml'])
      for (const marked of ['▮', 'dep▮', 'name: ci\n▮']) assert.deepEqual(ids(marked, uri), [], `${uri} ${marked}`);
    assert.deepEqual(ids('▮', 'file:///k8s/kustomization.yaml'), ['kustomization']);
  });

  const documents = allSnippets().filter(({ language, id }) => language === 'kubernetes' && id !== 'snippets/kustomization');
  for (const { id, title } of documents) {
    const name = id.replace('snippets/', '');
    it(`${title.en}: fits below others, indented as they are, and nothing is found`, () => {
      for (const above of [
        'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: market\n',
        'apiVersion: v1\nkind: Namespace\nmetadata:\n    name: market\n',
        deployment('app: shop'),
        deployment('app.kubernetes.io/name: shop'),
      ]) {
        const text = accepted(`${above}---\n▮\n`, name);
        // These policies also name Pods of other files.
        const except = /^networkpolicy-(?:allow|web)$/.test(name) ? 'kubernetes/network-policy-selects-pods' : undefined;
        assert.deepEqual(findings(text, except), [], text);
        assert.ok(text.startsWith(above));
        for (const document of text.split(/^---$/m).slice(1))
          if (!/^kind: Namespace$/m.test(document)) assert.match(document, /^ +namespace: /m, document);
      }
    });
  }

  it('take over the name, the labels and the port of the workload above', () => {
    const text = accepted(`${deployment('app: shop')}---\n▮\n`, 'service');
    assert.match(text, /kind: Service\nmetadata:\n {2}name: shop\n {2}namespace: market\n/);
    assert.match(text, /selector:\n {4}app: shop\n {2}ports:\n {4}- name: http\n {6}port: 80\n {6}targetPort: web\n$/);
    assert.match(accepted(`${deployment('app: shop')}---\n▮\n`, 'horizontalpodautoscaler'), /kind: Deployment\n {4}name: shop\n/);
  });

  it('have the line ends of the file', () => {
    const above = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n---\n'.replaceAll('\n', '\r\n');
    assert.doesNotMatch(accepted(`${above}▮\r\n`, 'rbac'), /[^\r]\n/);
  });
});
