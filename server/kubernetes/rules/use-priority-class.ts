import { isScalar } from 'yaml';
import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { isEmpty, nodeAt, textOf } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import type { KubernetesModel } from '../model.ts';
import { ownerSpan } from '../owner.ts';
import { podSpec } from '../workload.ts';

export const usePriorityClass = defineRule<KubernetesModel, { readonly accepted: readonly string[] }>({
  id: 'kubernetes/use-priority-class',
  severity: 'hint',
  presets: [],
  equivalents: ['polaris:priorityClassNotSet', 'kube-linter:priority-class-name'],
  message: {
    ko: '`{name}`에 `priorityClassName`이 없습니다. 자리가 모자랄 때 얼마나 중요한지 PriorityClass로 정하세요.',
    en: '`{name}` has no `priorityClassName`. Say with a PriorityClass how much it matters when there is no room.',
  },
  variants: {
    other: {
      ko: '`{class}`은(는) 정해 둔 PriorityClass({accepted})가 아닙니다. 클러스터에 있는지 확인하세요.',
      en: '`{class}` is not one of the agreed PriorityClasses ({accepted}). Make sure that the cluster has it.',
      equivalents: ['kube-linter:priority-class-name'],
    },
  },
  why: {
    ko: '노드에 자리가 없으면 우선순위가 낮은 Pod부터 밀려납니다. 클러스터에 없는 PriorityClass를 적은 Pod는 만들어지지 않습니다.',
    en: 'Where nodes are full, Pods of lower priority are evicted first. Pods that name a PriorityClass the cluster lacks are refused.',
  },
  note: 'kubernetes/PodSpec',
  url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/',
  options: {
    // The classes that may be used; any, when the list is empty.
    accepted: [],
  },
  // The only two that every cluster has.
  optionsInAll: { accepted: ['system-cluster-critical', 'system-node-critical'] },
  check: perWholeManifest((manifest, report, { accepted }) => {
    const { document } = manifest;
    const spec = podSpec(manifest);
    if (!spec) return;
    const value = nodeAt(document.source.ast, spec, ['priorityClassName']);
    if (isEmpty(value) || (isScalar(value) && textOf(value) === '')) {
      const at = ownerSpan(manifest);
      if (at) report({ at, data: { name: manifest.name ?? manifest.kind }, equivalents: ['polaris:priorityClassNotSet'] });
      return;
    }
    const at = value && spanOfNode(document, value);
    if (!at || !isScalar(value) || accepted.length === 0 || accepted.includes(textOf(value))) return;
    report({ at, variant: 'other', data: { class: textOf(value), accepted: accepted.join(', ') } });
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: «web» # 웹\nspec:\n  template:\n    spec:\n      containers: []\n',
      },
      {
        text: 'apiVersion: batch/v1\r\nkind: CronJob\r\nmetadata: {name: report}\r\nspec: {jobTemplate: {spec: {template: {spec: {priorityClassName: «low»}}}}}\r\n',
        options: { accepted: ['high'] },
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  priorityClassName: low\n  containers: []\n',
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  priorityClassName: high\n  containers: []\n',
        options: { accepted: ['high', 'low'] },
      },
      // makes no Pods
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports: [{port: 80}]\n',
    ],
  },
});
