import { isMap } from 'yaml';
import { defineRule } from '../../rule.ts';
import { insertEntry } from '../../yaml/edit.ts';
import { spanOfKey, spanOfNode } from '../../yaml/parse.ts';
import { isEmpty, mapAt, mapsAt, nodeAt, pairOf, scalarsOf } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import type { KubernetesModel } from '../model.ts';
import { requirementsOf } from '../selector.ts';
import { meets } from '../wires/match.ts';
import { podPath, podSpec } from '../workload.ts';

export const topologySpreadSelector = defineRule<KubernetesModel>({
  id: 'kubernetes/topology-spread-selector',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['kube-score:pod-topology-spread-constraints', 'polaris:topologySpreadConstraint'],
  message: {
    ko: '`labelSelector`가 없어 어떤 Pod도 세지 않습니다. 이 Pod의 레이블을 `labelSelector`에 적으세요.',
    en: 'Without a `labelSelector` no Pod is counted. Write the labels of these Pods in it.',
  },
  variants: {
    mismatch: {
      ko: '`labelSelector`가 이 Pod의 레이블과 맞지 않아 자기 Pod를 세지 않습니다. 같은 레이블을 적으세요.',
      en: 'The `labelSelector` does not match the labels of these Pods, so they are not counted. Write their labels.',
      equivalents: [],
    },
  },
  why: {
    ko: '스케줄러는 셀렉터에 맞는 Pod만 세어 고르게 나눕니다. 자기 Pod를 세지 않으면 모두 한곳에 놓여도 제약을 지킨 것이 됩니다.',
    en: 'The scheduler spreads by counting the Pods that match. If it does not count these, they may all land in one place and still satisfy the constraint.',
  },
  note: 'kubernetes/LabelSelector',
  url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
  check: perWholeManifest((manifest, report) => {
    const { document, root } = manifest;
    const { ast } = document.source;
    const labels = scalarsOf(ast, mapAt(ast, root, [...(podPath(manifest) ?? []), 'metadata', 'labels']));
    for (const constraint of mapsAt(ast, podSpec(manifest), ['topologySpreadConstraints'])) {
      const pair = pairOf(constraint, 'labelSelector');
      const selector = nodeAt(ast, constraint, ['labelSelector']);
      const topology = nodeAt(ast, constraint, ['topologyKey']);
      const [first] = constraint.items;
      if (isEmpty(selector)) {
        const at = (topology && spanOfNode(document, topology)) ?? (first && spanOfKey(document, first));
        if (!at) continue;
        const selected = scalarsOf(ast, mapAt(ast, root, ['spec', 'selector', 'matchLabels']));
        const wanted = [...(selected.size > 0 ? selected : labels)];
        report({
          at,
          fix: () => {
            const edit =
              pair || wanted.length === 0 ? undefined : insertEntry(document, constraint, ['labelSelector', [['matchLabels', wanted]]]);
            return (
              edit && {
                title: { ko: 'Pod의 레이블로 `labelSelector` 넣기', en: "Add a `labelSelector` with the Pods' labels" },
                edits: [edit],
              }
            );
          },
        });
      } else if (pair && isMap(selector) && !requirementsOf(manifest, selector).every((requirement) => meets(requirement, labels))) {
        const at = spanOfKey(document, pair);
        if (at) report({ at, variant: 'mismatch' });
      }
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n        version: v1\n    spec:\n      topologySpreadConstraints:\n        - maxSkew: 1\n          topologyKey: «kubernetes.io/hostname» # 노드마다\n          whenUnsatisfiable: DoNotSchedule\n      containers: []\n',
        fixed:
          'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n        version: v1\n    spec:\n      topologySpreadConstraints:\n        - maxSkew: 1\n          topologyKey: kubernetes.io/hostname # 노드마다\n          whenUnsatisfiable: DoNotSchedule\n          labelSelector:\n            matchLabels:\n              app: web\n      containers: []\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: web\r\n  labels: {app: web}\r\nspec:\r\n  topologySpreadConstraints:\r\n  - {maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, «labelSelector»: {matchLabels: {app: shop}}}\r\n  containers: []\r\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels: {app: web}\nspec:\n  topologySpreadConstraints:\n    - maxSkew: 1\n      topologyKey: zone\n      whenUnsatisfiable: DoNotSchedule\n      labelSelector:\n        matchExpressions:\n          - {key: app, operator: Exists}\n',
      // every Pod of the namespace
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  topologySpreadConstraints:\n    - {maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: {}}\n',
      // a patch
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      topologySpreadConstraints:\n        - topologyKey: zone\n          maxSkew: 2\n',
        files: { 'kustomization.yaml': 'patches: [{path: manifest.yaml}]\n' },
      },
    ],
  },
});
