import { defineRule } from '../../rule.ts';
import { isEmpty, nodeAt } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import type { KubernetesModel } from '../model.ts';
import { ownerSpan } from '../owner.ts';
import { silencedApart } from '../silencers.ts';
import { podPath } from '../workload.ts';

/** The checks of other linters that miss a label. */
const equivalents: Readonly<Record<string, readonly string[]>> = {
  owner: ['kube-linter:required-label-owner'],
  'app.kubernetes.io/instance': ['polaris:metadataAndInstanceMismatched'],
};
const podEquivalents: Readonly<Record<string, readonly string[]>> = {
  'app.kubernetes.io/name': ['kyverno:require-labels'],
};

interface Options {
  readonly labels: readonly string[];
  readonly podLabels: readonly string[];
  readonly [name: string]: readonly string[];
}

export const requiredLabels = defineRule<KubernetesModel, Options>({
  id: 'kubernetes/required-labels',
  severity: 'info',
  presets: [],
  equivalents: [...Object.values(equivalents), ...Object.values(podEquivalents)].flat(),
  message: {
    ko: '`{name}`에 레이블 {missing}이(가) 없습니다. 찾고 묶을 수 있게 적으세요.',
    en: '`{name}` lacks the labels {missing}. Write them, so that it can be found and grouped.',
  },
  why: {
    ko: '`kubectl logs -l`, 대시보드, 비용 집계는 모두 레이블로 찾습니다. 이름이 제각각이면 빠지는 것이 생깁니다.',
    en: '`kubectl logs -l`, dashboards and cost reports all go by labels; what lacks them is left out.',
  },
  note: 'kubernetes/ObjectMeta#labels',
  url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/',
  options: {
    // Labels of the workload itself.
    labels: [],
    // Labels of the Pods that it makes.
    podLabels: ['app.kubernetes.io/name'],
  },
  optionsInAll: { labels: ['owner', 'app.kubernetes.io/instance'] },
  check: perWholeManifest((manifest, report, { labels, podLabels }) => {
    const { document, root } = manifest;
    const { ast } = document.source;
    const path = podPath(manifest);
    const at = ownerSpan(manifest);
    if (!path || !at) return;
    const lacks = (label: string, ...from: readonly (string | number)[]): boolean =>
      isEmpty(nodeAt(ast, root, [...from, 'metadata', 'labels', label]));
    const missing = [
      ...labels.filter((label) => lacks(label)).map((label) => ({ label, ids: equivalents[label] ?? [] })),
      // A Pod makes itself.
      ...podLabels
        .filter((label) => lacks(label, ...path) && !(path.length === 0 && labels.includes(label)))
        .map((label) => ({ label, ids: podEquivalents[label] ?? [] })),
    ];
    for (const group of silencedApart(manifest, missing, ({ ids }) => ids)) {
      report({
        at,
        data: { name: manifest.name ?? manifest.kind, missing: group.map(({ label }) => `\`${label}\``).join(', ') },
        equivalents: group.flatMap(({ ids }) => ids),
      });
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: «web»\n  labels:\n    app.kubernetes.io/name: web\nspec:\n  template:\n    metadata:\n      labels:\n        app: web\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: List\r\nitems:\r\n- apiVersion: v1\r\n  kind: Pod\r\n  metadata: {name: «web», labels: {app.kubernetes.io/name: web, team: }}\r\n',
        options: { labels: ['team'] },
      },
      // an annotation of kube-linter silences one of two
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: «web»\n  annotations:\n    ignore-check.kube-linter.io/required-label-owner: 모두의 것\n',
        options: { labels: ['owner'] },
      },
    ],
    good: [
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    metadata:\n      labels:\n        app.kubernetes.io/name: web\n',
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels: {owner: shop}\n',
        options: { labels: ['owner'], podLabels: ['owner'] },
      },
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n',
      // a patch
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n',
        files: { 'kustomization.yaml': 'patches: [{path: manifest.yaml}]\n' },
      },
    ],
  },
});
