import assert from 'node:assert/strict';
import { InsertTextMode } from 'vscode-languageserver-types';
import { accepted, complete, inserted, labels } from './completing.ts';

const deployment = 'apiVersion: apps/v1\nkind: Deployment\n';
const container = `${deployment}spec:\n  template:\n    spec:\n      containers:\n        - name: web\n`;
const service = 'apiVersion: v1\nkind: Service\nspec:\n';

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

  it('leaves out what does not go with what is there', () => {
    const probe = (fields: string): readonly string[] => labels(`${container}          livenessProbe:\n${fields}            ▮\n`);
    assert.ok(probe('').includes('tcpSocket') && probe('').includes('httpGet'));
    const more = probe('            httpGet: {port: 80}\n');
    assert.ok(more.includes('periodSeconds') && !more.includes('tcpSocket') && !more.includes('grpc'));
    assert.ok(
      !labels(`${container}          env:\n            - name: A\n              value: x\n              ▮\n`).includes('valueFrom'),
    );
    assert.ok(!labels(`${deployment}spec:\n  strategy:\n    type: Recreate\n    ▮\n`).includes('rollingUpdate'));
  });

  it('puts required fields first, and last what nobody writes', () => {
    assert.deepEqual(labels(`${deployment}spec:\n  ▮\n`).slice(0, 2), ['selector', 'template']);
    assert.equal(labels(`${deployment}▮\n`).at(-1), 'status');
  });

  it('says what a field is, in both languages', () => {
    const item = (locale: 'ko' | 'en') => complete(`${deployment}spec:\n  ▮\n`, { locale }).find(({ label }) => label === 'replicas');
    assert.match(item('en')?.detail ?? '', /^Type integer/);
    assert.match(item('ko')?.detail ?? '', /^타입 integer/);
    assert.match(JSON.stringify(item('ko')?.documentation), /[가-힣]/);
    assert.notDeepEqual(item('ko')?.documentation, item('en')?.documentation);
  });

  it('goes on to where the value is typed, indented for its place', () => {
    const text = (marked: string, label: string): string | undefined => {
      assert.equal(complete(marked).find((item) => item.label === label)?.insertTextMode, InsertTextMode.asIs);
      return inserted(marked, label);
    };
    assert.equal(text(`${deployment}spec:\n  ▮`, 'replicas'), 'replicas: ');
    assert.equal(text(`${deployment}spec:\n  ▮`, 'selector'), 'selector:\n    matchLabels:\n      ');
    assert.equal(
      text(`${deployment}spec:\n  template:\n    spec:\n      ▮`, 'containers'),
      'containers:\n        - name: $1\n          image: $2',
    );
    assert.equal(text(`${container}          ▮`, 'resources'), 'resources:\n            ');
    assert.equal(text(`${container}          ▮`, 'imagePullPolicy'), 'imagePullPolicy: ${1|IfNotPresent,Always,Never|}');
    assert.equal(text(`${container}          ▮`, 'command'), 'command:\n            - ');
    assert.equal(text(`${container}          ▮`, 'tty'), 'tty: ${1|true,false|}');
  });

  it('keeps the style of the document', () => {
    const text = `${deployment}spec:\n    template:\n        spec:\n            initContainers:\n            - name: a\n            ▮\n`;
    assert.equal(inserted(text, 'containers'), 'containers:\n            - name: $1\n              image: $2');
    assert.equal(inserted(text, 'securityContext'), 'securityContext:\n                ');
    assert.match(inserted(text, '- container') ?? '', /^- name: .*\n {14}image: .*\n {14}resources:\n {18}requests:/);
  });

  it('changes only the name of a key that is there', () => {
    assert.equal(accepted(`${deployment}spec:\n  repl▮: 3\n`, 'replicas'), `${deployment}spec:\n  replicas: 3\n`);
    assert.equal(
      accepted(`${deployment}spec:\n  template:\n    spec:\n      containers:\n        -▮\n`, 'tty').slice(-12),
      '- tty: true\n',
    );
  });

  it('works in flow style and in JSON', () => {
    assert.equal(accepted(`${deployment}spec: {repl▮}\n`, 'replicas'), `${deployment}spec: {replicas: }\n`);
    assert.equal(
      accepted('{"apiVersion": "v1", "kind": "Service", "spec": {"ty▮"}}', 'type'),
      '{"apiVersion": "v1", "kind": "Service", "spec": {"type": ""}}',
    );
    assert.equal(
      accepted('{"apiVersion": "v1", "kind": "Service", "spec": {"type": ▮}}', 'NodePort'),
      '{"apiVersion": "v1", "kind": "Service", "spec": {"type": "NodePort"}}',
    );
    assert.equal(
      accepted('{"apiVersion": "v1", "kind": "Service", "spec": {"type": "▮"}}', 'NodePort'),
      '{"apiVersion": "v1", "kind": "Service", "spec": {"type": "NodePort"}}',
    );
    assert.ok(!labels('{"apiVersion": "v1", "kind": "Service", "spec": {"▮", "type": "NodePort"}}').includes('type'));
  });

  it('knows the document and the item under the cursor', () => {
    assert.ok(labels(`${deployment}---\napiVersion: v1\nkind: Service\nspec:\n  ▮\n`).includes('clusterIP'));
    const list =
      'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Service\n    spec:\n      type: NodePort\n  - apiVersion: apps/v1\n    kind: Deployment\n    spec:\n      ▮\n';
    assert.ok(labels(list).includes('replicas'));
    assert.ok(!labels(list).includes('clusterIP'));
  });

  it('goes by the column of an empty line', () => {
    const text = `${container}          image: a\n`;
    assert.ok(labels(`${text}          ▮`).includes('livenessProbe'));
    assert.ok(labels(`${text}      ▮`).includes('initContainers'));
    assert.ok(labels(`${text}    ▮`).includes('metadata'));
    assert.ok(labels(`${text}  ▮`).includes('replicas'));
    assert.ok(labels(`${text}        ▮`).includes('- container'));
  });

  it('works in a file that does not parse yet, and begins with a blank line', () => {
    assert.ok(labels(`\n${deployment}spec:\n  repl▮\n  selector: {}\n`).includes('replicas'));
    assert.ok(labels(`${deployment}metadata:\n  name: "web\nspec:\n  ▮\n`).includes('replicas'));
    assert.ok(labels(`${deployment.replaceAll('\n', '\r\n')}spec:\r\n  ▮\r\n`).includes('replicas'));
    assert.ok(labels(`${deployment}spec: {\n  sel\n---\n${service}  ▮\n`).includes('ports'));
    assert.ok(labels(`${deployment}sp▮\n`).includes('spec'));
  });

  it('works inside of templates, but not inside of their expressions', () => {
    const chart = `${deployment}metadata:\n  name: {{ .Values.name }}\n{{- if .Values.on }}\nspec:\n  replicas: {{ .Values.replicas }}\n`;
    assert.ok(labels(`${chart}  ▮\n{{- end }}\n`).includes('template'));
    assert.ok(!labels(`${chart}  ▮\n{{- end }}\n`).includes('replicas'));
    assert.deepEqual(labels(`${chart}  minReadySeconds: {{ .Val▮ }}\n`), []);
    assert.deepEqual(labels(`${chart}  strategy: {{▮\n`), []);
  });

  it('offers what a definition of the workspace knows', () => {
    const files = {
      'crd.yaml':
        'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: coupons.example.com}\nspec:\n  group: example.com\n  scope: Namespaced\n  names: {kind: Coupon, plural: coupons}\n  versions:\n    - name: v1\n      served: true\n      storage: true\n      schema:\n        openAPIV3Schema:\n          type: object\n          properties:\n            spec:\n              type: object\n              required: [percent]\n              properties:\n                percent: {type: integer}\n                $odd: {type: string}\n                target: {type: string, enum: [all, members]}\n',
    };
    const coupon = 'apiVersion: example.com/v1\nkind: Coupon\n';
    assert.deepEqual(labels(`${coupon}spec:\n  ▮\n`, { files }), ['percent', '$odd', 'target']);
    assert.deepEqual(labels(`${coupon}spec:\n  target: ▮\n`, { files }), ['all', 'members']);
    assert.equal(accepted(`${coupon}▮\n`, 'spec', { files }), `${coupon}spec:\n  percent: \n`);
    assert.equal(accepted(`${coupon}spec:\n  ▮\n`, '$odd', { files }), `${coupon}spec:\n  $odd: \n`);
    assert.deepEqual(labels('apiVersion: example.com/v1\nkind: ▮\n', { files }), ['Coupon']);
    assert.ok(labels('apiVersion: ▮\nkind: Coupon\n', { files }).includes('example.com/v1'));
  });

  it('comes up on its own only where a value or an item begins', () => {
    assert.deepEqual(labels(`${deployment}spec:\n  ▮\n`, { trigger: ' ' }), []);
    assert.deepEqual(labels(`${deployment}spec:\n  template:\n    spec:\n      containers:\n        -▮\n`, { trigger: '-' }), []);
    assert.ok(labels(`${deployment}spec:\n  template:\n    spec:\n      containers:\n        - ▮\n`, { trigger: ' ' }).includes('image'));
    assert.ok(labels(`${service}  type: ▮\n`, { trigger: ' ' }).includes('NodePort'));
    assert.deepEqual(labels(`${service}  type: $▮\n`, { trigger: '$' }), []);
    assert.deepEqual(labels(`${service}  # a ▮\n`, { trigger: ' ' }), []);
    assert.ok(labels(`${deployment}spec: {replicas: 1, ▮}\n`, { trigger: ' ' }).includes('template'));
    assert.deepEqual(labels('{"apiVersion": "v1", "kind": "Pod",\n ▮\n}', { trigger: ' ' }), []);
  });

  it('offers nothing where nothing can stand', () => {
    for (const marked of [
      `${deployment}spec: ▮\n`,
      `${deployment}# ▮\n`,
      `${deployment}spec:\n  noSuch:\n    ▮\n`,
      `${deployment}spec:\n  replicas: 1\n    ▮\n`,
      `${deployment}---▮\n`,
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  script: |\n    ▮\n',
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  script: |\n    spec:\n      ▮\n',
      'apiVersion: example.com/v1\nkind: Thing\nspec:\n  ▮\n',
      'a:\n  ▮\n',
      `${container}          command: ["sh", "-c", "echo ▮"]\n`,
    ])
      assert.deepEqual(labels(marked), [], marked);
  });
});
