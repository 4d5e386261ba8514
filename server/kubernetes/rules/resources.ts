import { defineRule, type Fix } from '../../rule.ts';
import { insertEntry, mergeEntries, type Entry } from '../../yaml/edit.ts';
import type { YamlDocument } from '../../yaml/parse.ts';
import { isEmpty, mapAt, nodeAt, pairOf, textAt } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import type { KubernetesModel } from '../model.ts';
import { containerSpan } from '../owner.ts';
import { silencedApart } from '../silencers.ts';
import { containersOf, isWhole, podSpec, type ContainerNode } from '../workload.ts';

/** What can be demanded of a resource: `group.name`, with a value to start from. */
const starts: Readonly<Record<string, string>> = {
  'requests.cpu': '100m',
  'requests.memory': '128Mi',
  'requests.ephemeral-storage': '1Gi',
  'limits.cpu': '500m',
  'limits.memory': '256Mi',
  'limits.ephemeral-storage': '2Gi',
};

/** The checks of other linters that miss a field. */
const equivalents: Readonly<Record<string, readonly string[]>> = {
  'requests.cpu': [
    'kube-linter:unset-cpu-requirements',
    'polaris:cpuRequestsMissing',
    'kube-score:container-resources',
    'kyverno:require-pod-requests-limits',
  ],
  'requests.memory': [
    'kube-linter:unset-memory-requirements',
    'polaris:memoryRequestsMissing',
    'kube-score:container-resources',
    'kyverno:require-pod-requests-limits',
  ],
  'limits.cpu': ['kube-linter:unset-cpu-requirements', 'polaris:cpuLimitsMissing', 'kube-score:container-resources'],
  'limits.memory': [
    'kube-linter:unset-memory-requirements',
    'polaris:memoryLimitsMissing',
    'kube-score:container-resources',
    'kyverno:require-pod-requests-limits',
  ],
  'requests.ephemeral-storage': ['kube-score:container-ephemeral-storage-request-and-limit'],
  'limits.ephemeral-storage': ['kube-score:container-ephemeral-storage-request-and-limit'],
};

/** The checks that want requests and limits to be equal; a half that is missing is not. */
const equalities: Readonly<Record<string, readonly string[]>> = {
  cpu: ['kube-score:container-resource-requests-equal-limits', 'kube-score:container-cpu-requests-equal-limits'],
  memory: ['kube-score:container-resource-requests-equal-limits', 'kube-score:container-memory-requests-equal-limits'],
  'ephemeral-storage': ['kube-score:container-ephemeral-storage-request-equals-limit'],
};

interface Options {
  readonly required: readonly string[];
  readonly initContainers: boolean;
  readonly limitsAsRequests: boolean;
  readonly withoutImage: boolean;
  readonly [name: string]: boolean | readonly string[];
}

export const resources = defineRule<KubernetesModel, Options>({
  id: 'kubernetes/resources',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [...new Set([...Object.values(equivalents), ...Object.values(equalities)].flat())],
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
    // Kubernetes takes a limit for the request where that is missing.
    limitsAsRequests: true,
    // A container without an image belongs to a patch, or is still being written.
    withoutImage: false,
  },
  optionsInAll: {
    required: Object.keys(starts),
    initContainers: true,
    limitsAsRequests: false,
    withoutImage: true,
  },
  check: perWholeManifest((manifest, report, { required, initContainers, limitsAsRequests, withoutImage }) => {
    const { document } = manifest;
    const { ast } = document.source;
    const podResources = mapAt(ast, podSpec(manifest), ['resources']);
    for (const container of containersOf(manifest)) {
      const { node, name = '', role } = container;
      if ((role === 'init' && !initContainers) || !(withoutImage || isWhole(manifest, container))) continue;
      // What the Pod as a whole has counts for its containers.
      const has = (field: string): boolean =>
        [mapAt(ast, node, ['resources']), podResources].some((from) => !isEmpty(nodeAt(ast, from, field.split('.'))));
      const lacks = (field: string): boolean => !has(field) && !(limitsAsRequests && has(field.replace('requests.', 'limits.')));
      const missing = required.filter((field) => Object.hasOwn(starts, field) && lacks(field));
      const idsOf = (field: string): readonly string[] => [
        ...(equivalents[field] ?? []),
        ...(has(counterpartOf(field)) ? (equalities[field.slice(field.indexOf('.') + 1)] ?? []) : []),
      ];
      const at = containerSpan(manifest, container);
      if (!at) continue;
      for (const fields of silencedApart(manifest, missing, idsOf)) {
        report({
          at,
          data: { container: name, missing: fields.map((field) => `\`${field}\``).join(', ') },
          equivalents: [...new Set(fields.flatMap(idsOf))],
          fix: () => addResources(document, container, fields),
        });
      }
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
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: «web»\n      image: nginx:1.29\n      resources:\n        requests:\n          cpu: 250m\n          memory: 1Gi # 넉넉히\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      resources:\n        requests:\n          cpu: 250m\n          memory: 1Gi # 넉넉히\n        limits:\n          memory: 1Gi\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: «web»\n      image: nginx:1.29\n      resources:\n        limits:\n          cpu: 1\n          memory: 1Gi\n        requests: {}\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      resources:\n        limits:\n          cpu: 1\n          memory: 1Gi\n        requests:\n          cpu: 1\n          memory: 1Gi\n',
        options: { limitsAsRequests: false },
      },
      // an annotation of kube-linter silences one half
      {
        text: "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n    ignore-check.kube-linter.io/unset-memory-requirements: '캐시가 메모리를 다 씁니다'\nspec:\n  containers:\n    - name: «web»\n      image: nginx:1.29\n",
        fixed:
          "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n    ignore-check.kube-linter.io/unset-memory-requirements: '캐시가 메모리를 다 씁니다'\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      resources:\n        requests:\n          cpu: 100m\n",
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
      // Kubernetes takes the limits for the requests
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      resources:\n        limits: {cpu: 1, memory: 1Gi}\n',
      // of the Pod as a whole
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  resources:\n    requests: {cpu: 1, memory: 1Gi}\n    limits: {memory: 1Gi}\n  containers:\n    - name: web\n      image: nginx:1.29\n',
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

/** The limit of a request, the request of a limit. */
function counterpartOf(field: string): string {
  return field.startsWith('requests.') ? field.replace('requests.', 'limits.') : field.replace('limits.', 'requests.');
}

/** Adds what is missing: with what stands for the other half where there is one, which always fits, or with a value to start from. */
function addResources(document: YamlDocument, { node }: ContainerNode, missing: readonly string[]): Fix | undefined {
  const { ast } = document.source;
  const valueOf = (field: string): string => textAt(ast, node, ['resources', ...counterpartOf(field).split('.')]) ?? starts[field] ?? '';
  const entries = ['requests', 'limits'].flatMap((group): readonly Entry[] => {
    const values = missing
      .filter((field) => field.startsWith(`${group}.`))
      .map((field): Entry => [field.slice(group.length + 1), numeric(valueOf(field))]);
    return values.length === 0 ? [] : [[group, values]];
  });
  const pair = pairOf(node, 'resources');
  const edit = pair ? undefined : insertEntry(document, node, ['resources', entries]);
  const edits = pair ? mergeEntries(document, pair, entries) : edit && [edit];
  return edits && { title: { ko: '`resources`를 시작값으로 넣기', en: 'Add `resources` with values to start from' }, edits };
}

/** A whole number as such, so that it is not quoted. */
function numeric(text: string): string | number {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : text;
}
