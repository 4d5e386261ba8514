import { defineRule } from '../../rule.ts';
import { isEmpty, nodeAt } from '../../yaml/read.ts';
import { perWholeManifest } from '../check.ts';
import type { KubernetesModel } from '../model.ts';
import { ownerSpan } from '../owner.ts';
import { podSpec } from '../workload.ts';

export const useNodeAffinity = defineRule<KubernetesModel>({
  id: 'kubernetes/use-node-affinity',
  severity: 'hint',
  presets: [],
  equivalents: ['kube-linter:no-node-affinity'],
  message: {
    ko: '`{name}`이(가) 어느 노드에서 돌아야 하는지 적혀 있지 않습니다. `nodeAffinity`나 `nodeSelector`로 고르세요.',
    en: '`{name}` does not say on which nodes it may run. Choose them with `nodeAffinity` or `nodeSelector`.',
  },
  why: {
    ko: '아키텍처나 디스크가 다른 노드가 섞여 있으면, 고르지 않은 Pod는 맞지 않는 노드에 놓일 수 있습니다.',
    en: 'Where nodes differ in architecture or disks, Pods that do not choose may land on one that does not suit them.',
  },
  note: 'kubernetes/PodSpec#nodeSelector',
  check: perWholeManifest((manifest, report) => {
    const { ast } = manifest.document.source;
    const spec = podSpec(manifest);
    const at = ownerSpan(manifest);
    const chosen = [['affinity', 'nodeAffinity'], ['nodeSelector'], ['nodeName']].some((path) => !isEmpty(nodeAt(ast, spec, path)));
    if (spec && at && !chosen) report({ at, data: { name: manifest.name ?? manifest.kind } });
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: «web»\nspec:\n  template:\n    spec:\n      affinity:\n        podAntiAffinity: {}\n      containers: []\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: List\r\nitems:\r\n- apiVersion: v1\r\n  kind: Pod\r\n  metadata: {name: «"web"»}\r\n  spec: {containers: []}\r\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  affinity:\n    nodeAffinity:\n      requiredDuringSchedulingIgnoredDuringExecution:\n        nodeSelectorTerms: []\n  containers: []\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  nodeSelector:\n    kubernetes.io/arch: amd64\n  containers: []\n',
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports: [{port: 80}]\n',
    ],
  },
});
