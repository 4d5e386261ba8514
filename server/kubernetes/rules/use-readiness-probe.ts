import { defineRule, type Fix } from '../../rule.ts';
import { insertEntry, type Entry } from '../../yaml/edit.ts';
import { isEmpty, mapsAt, nodeAt, pairOf } from '../../yaml/read.ts';
import { whenServed } from '../beside.ts';
import { perWholeManifest } from '../check.ts';
import type { KubernetesModel, Manifest } from '../model.ts';
import { containerSpan } from '../owner.ts';
import { portToProbe, runsOn } from '../probe.ts';
import { containersOf, isWhole, type ContainerNode } from '../workload.ts';

const equivalents = ['kube-linter:no-readiness-probe', 'polaris:readinessProbeMissing'];

export const useReadinessProbe = defineRule<KubernetesModel, { readonly withoutPorts: boolean; readonly withoutImage: boolean }>({
  id: 'kubernetes/use-readiness-probe',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [...equivalents, 'kyverno:require-probes', 'kube-score:pod-probes'],
  message: {
    ko: '컨테이너 `{container}`에 `readinessProbe`가 없습니다. 요청을 받을 수 있는지 확인하는 프로브를 적으세요.',
    en: 'Container `{container}` has no `readinessProbe`. Write one that asks whether it can take requests.',
  },
  why: {
    ko: '프로브가 없으면 컨테이너가 뜨자마자 트래픽을 받습니다. 아직 시작 중이거나 응답하지 못하는 Pod로도 요청이 가고, 롤링 업데이트는 그런 Pod를 준비된 것으로 봅니다.',
    en: 'Without it a container gets traffic as soon as it runs: requests go to Pods that are still starting or no longer answer, and a rolling update takes them for ready.',
  },
  note: 'kubernetes/Container#readinessProbe',
  options: {
    // A container that listens on no port that it names may serve nobody.
    withoutPorts: false,
    // A container without an image belongs to a patch, or is still being written.
    withoutImage: false,
  },
  optionsInAll: { withoutPorts: true, withoutImage: true },
  check: whenServed(
    ['kube-score:pod-probes'],
    perWholeManifest((manifest, report, { withoutPorts, withoutImage }) => {
      const { document } = manifest;
      const { ast } = document.source;
      if (!runsOn(manifest)) return;
      // A Pod is out of the traffic as soon as one of its containers is.
      const isAsked = containersOf(manifest).some(({ node }) => !isEmpty(nodeAt(ast, node, ['readinessProbe'])));
      for (const container of containersOf(manifest)) {
        const { node, name = '', role } = container;
        const has = (field: string): boolean => !isEmpty(nodeAt(ast, node, [field]));
        if (role !== 'main' || has('readinessProbe') || !(withoutImage || isWhole(manifest, container))) continue;
        if (!withoutPorts && mapsAt(ast, node, ['ports']).length === 0) continue;
        const at = containerSpan(manifest, container);
        const hasProbe = has('livenessProbe') || has('startupProbe');
        if (!at) continue;
        report({
          at,
          data: { container: name },
          equivalents: [...equivalents, ...(hasProbe ? [] : ['kyverno:require-probes']), ...(isAsked ? [] : ['kube-score:pod-probes'])],
          fix: () => addProbe(manifest, container),
        });
      }
    }),
  ),
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: «web»\n          image: shop/web:1.0\n          ports:\n            - name: http\n              containerPort: 8080 # 웹\n',
        fixed:
          'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: shop/web:1.0\n          ports:\n            - name: http\n              containerPort: 8080 # 웹\n          readinessProbe:\n            tcpSocket:\n              port: http\n',
      },
      // in the second document, with Windows line breaks; a liveness probe does not stand in
      {
        text: 'apiVersion: v1\r\nkind: Namespace\r\nmetadata:\r\n  name: shop\r\n---\r\napiVersion: apps/v1\r\nkind: StatefulSet\r\nmetadata:\r\n  name: db\r\nspec:\r\n  template:\r\n    spec:\r\n      containers:\r\n      - image: shop/db:1.0\r\n        name: «db»\r\n        ports:\r\n        - containerPort: 5432\r\n        livenessProbe:\r\n          tcpSocket:\r\n            port: 5432\r\n',
        fixed:
          'apiVersion: v1\r\nkind: Namespace\r\nmetadata:\r\n  name: shop\r\n---\r\napiVersion: apps/v1\r\nkind: StatefulSet\r\nmetadata:\r\n  name: db\r\nspec:\r\n  template:\r\n    spec:\r\n      containers:\r\n      - image: shop/db:1.0\r\n        name: db\r\n        ports:\r\n        - containerPort: 5432\r\n        readinessProbe:\r\n          tcpSocket:\r\n            port: 5432\r\n        livenessProbe:\r\n          tcpSocket:\r\n            port: 5432\r\n',
      },
      // several ports: which one shall be asked is not plain
      {
        text: 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: apps/v1\n    kind: DaemonSet\n    metadata: {name: agent}\n    spec:\n      template:\n        spec:\n          containers:\n            - {name: «agent», image: "shop/agent:1.0", ports: [{containerPort: 80}, {containerPort: 9090}]}\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: «web»\n      image: shop/web:1.0\n',
        options: { withoutPorts: true },
      },
    ],
    good: [
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      initContainers:\n        - name: migrate\n          image: shop/migrate:1.0\n          ports: [{containerPort: 80}]\n      containers:\n        - name: web\n          image: shop/web:1.0\n          ports: [{containerPort: 80}]\n          readinessProbe:\n            httpGet: {path: /ready, port: 80}\n',
      // serves nobody
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: worker\nspec:\n  template:\n    spec:\n      containers:\n        - name: worker\n          image: shop/worker:1.0\n',
      // what runs to its end serves nobody either
      'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: report\nspec:\n  template:\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: report\n          image: shop/report:1.0\n          ports: [{containerPort: 80}]\n---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: once\nspec:\n  restartPolicy: Never\n  containers:\n    - name: once\n      image: shop/once:1.0\n      ports: [{containerPort: 80}]\n',
      // a patch
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: shop/web:1.1\n          ports: [{containerPort: 80}]\n',
        files: { 'kustomization.yaml': 'resources: [base]\npatches:\n  - path: manifest.yaml\n' },
      },
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          ports: [{containerPort: 80}]\n',
    ],
  },
});

/** Adds a probe that asks the container's only port. */
function addProbe(manifest: Manifest, { node }: ContainerNode): Fix | undefined {
  const { document } = manifest;
  const port = portToProbe(document.source.ast, node);
  if (port === undefined || pairOf(node, 'readinessProbe')) return undefined;
  const entry: Entry = ['readinessProbe', [['tcpSocket', [['port', port]]]]];
  const edit = insertEntry(document, node, entry, 'ports');
  return (
    edit && {
      title: { ko: '포트에 접속해 보는 `readinessProbe` 넣기', en: 'Add a `readinessProbe` that connects to the port' },
      edits: [edit],
    }
  );
}
