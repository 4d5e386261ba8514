import { defineRule, type Fix } from '../../rule.ts';
import { insertEntry, isVacant, mergeEntries, type Entry } from '../../yaml/edit.ts';
import { spanOfKey, spanOfNode, type YamlDocument } from '../../yaml/parse.ts';
import { isEmpty, nodeAt, pairOf } from '../../yaml/read.ts';
import { perManifest } from '../check.ts';
import type { KubernetesModel } from '../model.ts';
import { containersOf, isWhole, type ContainerNode } from '../workload.ts';

/** The fields that can be demanded, with a value to start from and the checks of other linters that miss them. */
const fields: Readonly<Record<string, { readonly start: string; readonly equivalents: readonly string[] }>> = {
  'requests.cpu': {
    start: '100m',
    equivalents: ['kube-linter:unset-cpu-requirements', 'polaris:cpuRequestsMissing', 'kyverno:require-pod-requests-limits'],
  },
  'requests.memory': {
    start: '128Mi',
    equivalents: ['kube-linter:unset-memory-requirements', 'polaris:memoryRequestsMissing', 'kyverno:require-pod-requests-limits'],
  },
  'limits.cpu': { start: '500m', equivalents: ['kube-linter:unset-cpu-requirements', 'polaris:cpuLimitsMissing'] },
  'limits.memory': {
    start: '256Mi',
    equivalents: ['kube-linter:unset-memory-requirements', 'polaris:memoryLimitsMissing', 'kyverno:require-pod-requests-limits'],
  },
};

export const resources = defineRule<KubernetesModel, { readonly required: readonly string[]; readonly initContainers: boolean }>({
  id: 'kubernetes/resources',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['kube-score:container-resources', ...new Set(Object.values(fields).flatMap(({ equivalents }) => equivalents))],
  message: {
    ko: '컨테이너 `{container}`의 `resources`에 {missing} 항목이 없습니다. 필요한 만큼 적으세요.',
    en: 'The `resources` of container `{container}` lack {missing}. Write what it needs.',
  },
  why: {
    ko: '`requests`가 없으면 스케줄러가 자리를 0으로 치고 노드에 몰아넣습니다. 메모리 `limits`가 없으면 컨테이너 하나가 노드의 메모리를 모두 쓸 수 있습니다.',
    en: 'Without `requests` the scheduler counts zero and overfills the node; without a memory limit one container can use up the memory of the node.',
  },
  note: 'kubernetes/Container#resources',
  options: {
    // A CPU limit slows a container down even on an idle node, so opinions differ: 'limits.cpu' is for those who want it.
    required: ['requests.cpu', 'requests.memory', 'limits.memory'],
    // Init containers run once and briefly; sidecars among them always count.
    initContainers: false,
  },
  check: perManifest((manifest, report, { required, initContainers }) => {
    const { document } = manifest;
    const { ast } = document.source;
    for (const container of containersOf(manifest)) {
      const { node, name, role } = container;
      if ((role === 'init' && !initContainers) || !isWhole(manifest, container)) continue;
      const missing = required.filter(
        (field) => Object.hasOwn(fields, field) && isEmpty(nodeAt(ast, node, ['resources', ...field.split('.')])),
      );
      const value = nodeAt(ast, node, ['name']);
      const first = node.items[0];
      const at = (value && spanOfNode(document, value)) ?? (first && spanOfKey(document, first));
      if (missing.length === 0 || !at) continue;
      report({
        at,
        data: { container: name ?? '', missing: missing.map((field) => `\`${field}\``).join(', ') },
        equivalents: ['kube-score:container-resources', ...new Set(missing.flatMap((field) => fields[field]?.equivalents ?? []))],
        fix: () => addResources(document, container, required),
      });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: «web»\n      image: nginx:1.29\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      resources:\n        requests:\n          cpu: 100m\n          memory: 128Mi\n        limits:\n          memory: 256Mi\n',
      },
      // comments stay where they are
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - image: nginx:1.29 # 웹 서버\n      name: «web» # 이름\n      # ports:\n      #   - containerPort: 80\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - image: nginx:1.29 # 웹 서버\n      name: web # 이름\n      resources:\n        requests:\n          cpu: 100m\n          memory: 128Mi\n        limits:\n          memory: 256Mi\n      # ports:\n      #   - containerPort: 80\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: «web»\n      image: nginx:1.29\n      resources: {} # 나중에\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      resources: # 나중에\n        requests:\n          cpu: 100m\n          memory: 128Mi\n        limits:\n          memory: 256Mi\n',
      },
      // a limit of ours could be lower than the request
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: «web»\n      image: nginx:1.29\n      resources:\n        requests:\n          cpu: 250m\n          memory: 1Gi\n',
      },
      // no name to point at
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - «image»: nginx:1.29\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - image: nginx:1.29\n      resources:\n        requests:\n          cpu: 100m\n          memory: 128Mi\n        limits:\n          memory: 256Mi\n',
      },
      // flow style
      { text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - {name: «web», image: nginx:1.29}\n' },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: «web»\n      image: nginx:1.29\n      command:\n        - sh\n        - -c\n        - |\n          echo hello\n\n          sleep 5\n\n---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      command:\n        - sh\n        - -c\n        - |\n          echo hello\n\n          sleep 5\n      resources:\n        requests:\n          cpu: 100m\n          memory: 128Mi\n        limits:\n          memory: 256Mi\n\n---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n',
      },
      // Windows line breaks, none at the end
      {
        text: 'apiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: web\r\nspec:\r\n  containers:\r\n    - name: «web»\r\n      image: nginx:1.29\r\n  restartPolicy: Always',
        fixed:
          'apiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: web\r\nspec:\r\n  containers:\r\n    - name: web\r\n      image: nginx:1.29\r\n      resources:\r\n        requests:\r\n          cpu: 100m\r\n          memory: 128Mi\r\n        limits:\r\n          memory: 256Mi\r\n  restartPolicy: Always',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: «web»\n      image: nginx:1.29',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      resources:\n        requests:\n          cpu: 100m\n          memory: 128Mi\n        limits:\n          memory: 256Mi',
      },
      {
        text: 'apiVersion: v1\nkind: List\nitems:\n- apiVersion: apps/v1\n  kind: Deployment\n  metadata:\n    name: 상점\n  spec:\n    template:\n      spec:\n        containers:\n        - name: «shop»\n          image: shop:1.0\n',
        fixed:
          'apiVersion: v1\nkind: List\nitems:\n- apiVersion: apps/v1\n  kind: Deployment\n  metadata:\n    name: 상점\n  spec:\n    template:\n      spec:\n        containers:\n        - name: shop\n          image: shop:1.0\n          resources:\n            requests:\n              cpu: 100m\n              memory: 128Mi\n            limits:\n              memory: 256Mi\n',
      },
      // an anchor: other places may share this container
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - &web\n      name: «web»\n      image: nginx:1.29\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: «web»\n      image: nginx:1.29\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      resources:\n        limits:\n          cpu: 500m\n',
        options: { required: ['limits.cpu'] },
      },
      // a sidecar
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      resources:\n        requests:\n          cpu: 100m\n          memory: 128Mi\n        limits:\n          memory: 256Mi\n  initContainers:\n    - name: «proxy»\n      image: proxy:1.0\n      restartPolicy: Always\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      resources:\n        requests:\n          cpu: 100m\n          memory: 128Mi\n        limits:\n          memory: 256Mi\n  initContainers:\n    - name: proxy\n      image: proxy:1.0\n      restartPolicy: Always\n      resources:\n        requests:\n          cpu: 100m\n          memory: 128Mi\n        limits:\n          memory: 256Mi\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      resources:\n        requests:\n          cpu: 100m\n          memory: 128Mi\n        limits:\n          memory: 256Mi\n  initContainers:\n    - name: «migrate»\n      image: shop:1.0\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      resources:\n        requests:\n          cpu: 100m\n          memory: 128Mi\n        limits:\n          memory: 256Mi\n  initContainers:\n    - name: migrate\n      image: shop:1.0\n      resources:\n        requests:\n          cpu: 100m\n          memory: 128Mi\n        limits:\n          memory: 256Mi\n',
        options: { initContainers: true },
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      resources:\n        requests:\n          cpu: 100m\n          memory: 128Mi\n        limits:\n          memory: 256Mi\n',
      // an alias
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      resources:\n        limits: &amount {cpu: 1, memory: 1Gi}\n        requests: *amount\n',
      // init containers run once
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      resources:\n        requests:\n          cpu: 100m\n          memory: 128Mi\n        limits:\n          memory: 256Mi\n  initContainers:\n    - name: migrate\n      image: shop:1.0\n',
      // a patch: the image is elsewhere
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      env: []\n',
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - port: 80\n',
      // a template
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: {{ .Values.image }}\n',
      // not readable: yaml-syntax speaks
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n     image: nginx:1.29\n',
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
        options: { required: [] },
      },
    ],
  },
});

/** Adds what is demanded with values to start from, where there are no resources yet: beside values of the author's own they might not fit. */
function addResources(document: YamlDocument, { node }: ContainerNode, required: readonly string[]): Fix | undefined {
  const groups = ['requests', 'limits'].map((group): Entry => [
    group,
    required
      .filter((field) => field.startsWith(`${group}.`))
      .flatMap((field): readonly Entry[] => {
        const start = fields[field]?.start;
        return start === undefined ? [] : [[field.slice(group.length + 1), start]];
      }),
  ]);
  const entries = groups.filter(([, values]) => values.length > 0);
  const pair = pairOf(node, 'resources');
  if (pair && !isVacant(pair.value)) return undefined;
  const edit = pair ? mergeEntries(document, pair, entries)?.[0] : insertEntry(document, node, ['resources', entries]);
  return edit && { title: { ko: '`resources`를 시작값으로 넣기', en: 'Add `resources` with values to start from' }, edits: [edit] };
}
