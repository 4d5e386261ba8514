import { isMap } from 'yaml';
import { defineRule } from '../../rule.ts';
import { mapAt, mapsAt, nodeAt, scalarsOf, stringAt, textAt, textsAt } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import { isOfKind, type KubernetesModel, type Manifest } from '../model.ts';
import { ownerSpan } from '../owner.ts';
import { requirementsOf } from '../selector.ts';
import { meets } from '../wires/match.ts';
import { podPath, podSpec } from '../workload.ts';

/** Topologies that keep Pods on different nodes: a node lies in one zone and one region. */
const topologies: ReadonlySet<string> = new Set([
  'kubernetes.io/hostname',
  'topology.kubernetes.io/zone',
  'topology.kubernetes.io/region',
  'failure-domain.beta.kubernetes.io/zone',
  'failure-domain.beta.kubernetes.io/region',
]);

export const spreadReplicas = defineRule<KubernetesModel, { readonly minimum: number }>({
  id: 'kubernetes/spread-replicas',
  severity: 'info',
  presets: [],
  equivalents: [
    'kube-linter:no-anti-affinity',
    'kube-score:deployment-has-host-podantiaffinity',
    'kube-score:statefulset-has-host-podantiaffinity',
    'polaris:topologySpreadConstraint',
  ],
  message: {
    ko: '`{name}`의 Pod들이 한 노드에 모일 수 있습니다. `topologySpreadConstraints`나 `podAntiAffinity`로 나누세요.',
    en: "`{name}`'s Pods may all land on one node. Spread them with `topologySpreadConstraints` or `podAntiAffinity`.",
  },
  why: {
    ko: '복제본이 여럿이어도 같은 노드에 있으면 그 노드와 함께 모두 멈춥니다. 스케줄러의 기본값은 느슨하게만 나눕니다.',
    en: 'Replicas on the same node all stop with it. By default the scheduler spreads them only loosely.',
  },
  note: 'kubernetes/DeploymentSpec#replicas',
  url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
  options: {
    // Fewer replicas, where their number is written, need no spreading.
    minimum: 2,
  },
  check: perWholeManifest((manifest, report, { minimum }) => {
    const isDeployment =
      isOfKind(manifest, 'Deployment', 'apps', 'extensions') || isOfKind(manifest, 'DeploymentConfig', 'apps.openshift.io');
    const isStatefulSet = isOfKind(manifest, 'StatefulSet', 'apps');
    const pod = podSpec(manifest);
    if (!(isDeployment || isStatefulSet)) return;
    const { ast } = manifest.document.source;
    const replicas = textAt(ast, manifest.root, ['spec', 'replicas']);
    const at = ownerSpan(manifest);
    if (!at || (replicas === undefined ? !pod : !(Number(replicas) >= minimum))) return;
    if (mapsAt(ast, pod, ['topologySpreadConstraints']).length > 0 || isKeptApart(manifest)) return;
    report({
      at,
      data: { name: manifest.name ?? manifest.kind },
      equivalents: [
        'polaris:topologySpreadConstraint',
        isStatefulSet ? 'kube-score:statefulset-has-host-podantiaffinity' : 'kube-score:deployment-has-host-podantiaffinity',
        ...(replicas === undefined ? [] : ['kube-linter:no-anti-affinity']),
      ],
    });
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: «web»\nspec:\n  replicas: 3\n  template:\n    metadata:\n      labels: {app: web}\n    spec:\n      containers: []\n',
      },
      // other Pods are kept away, not its own
      {
        text: 'apiVersion: apps/v1\r\nkind: StatefulSet\r\nmetadata:\r\n  name: «db»\r\nspec:\r\n  template:\r\n    metadata:\r\n      labels: {app: db}\r\n    spec:\r\n      affinity:\r\n        podAntiAffinity:\r\n          requiredDuringSchedulingIgnoredDuringExecution:\r\n            - topologyKey: kubernetes.io/hostname\r\n              labelSelector:\r\n                matchLabels: {app: web}\r\n            - topologyKey: example.com/rack\r\n              labelSelector:\r\n                matchLabels: {app: db}\r\n      containers: []\r\n',
      },
    ],
    good: [
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 3\n  template:\n    metadata:\n      labels: {app: web}\n    spec:\n      affinity:\n        podAntiAffinity:\n          preferredDuringSchedulingIgnoredDuringExecution:\n            - weight: 100\n              podAffinityTerm:\n                topologyKey: kubernetes.io/hostname\n                labelSelector:\n                  matchExpressions:\n                    - {key: app, operator: In, values: [web]}\n      containers: []\n',
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 3\n  template:\n    metadata:\n      labels: {app: web}\n    spec:\n      topologySpreadConstraints:\n        - maxSkew: 1\n          topologyKey: topology.kubernetes.io/zone\n          whenUnsatisfiable: ScheduleAnyway\n          labelSelector:\n            matchLabels: {app: web}\n      containers: []\n',
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 1\n  template:\n    spec:\n      containers: []\n',
      // one Pod a node anyway
      'apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: agent\nspec:\n  template:\n    spec:\n      containers: []\n',
    ],
  },
});

/** Whether an anti-affinity keeps the workload's own Pods apart, strictly or where possible. */
function isKeptApart(manifest: Manifest): boolean {
  const { ast } = manifest.document.source;
  const antiAffinity = mapAt(ast, podSpec(manifest), ['affinity', 'podAntiAffinity']);
  const labels = scalarsOf(ast, mapAt(ast, manifest.root, [...(podPath(manifest) ?? []), 'metadata', 'labels']));
  const terms = [
    ...mapsAt(ast, antiAffinity, ['requiredDuringSchedulingIgnoredDuringExecution']),
    ...mapsAt(ast, antiAffinity, ['preferredDuringSchedulingIgnoredDuringExecution']).flatMap(
      (preferred) => mapAt(ast, preferred, ['podAffinityTerm']) ?? [],
    ),
  ];
  return terms.some((term) => {
    const selector = nodeAt(ast, term, ['labelSelector']);
    const namespaces = textsAt(ast, term, ['namespaces']);
    const isElsewhere = namespaces.length > 0 && manifest.namespace !== undefined && !namespaces.includes(manifest.namespace);
    return (
      isMap(selector) &&
      !isElsewhere &&
      topologies.has(stringAt(ast, term, ['topologyKey']) ?? '') &&
      requirementsOf(manifest, selector).every((requirement) => meets(requirement, labels))
    );
  });
}
