import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { nodeAt, textAt } from '../../yaml/read.ts';
import { perManifest } from '../check.ts';
import type { KubernetesModel } from '../model.ts';
import { readQuantity } from '../values/quantity.ts';
import { containersOf } from '../workload.ts';

const equivalents: Readonly<Record<string, readonly string[]>> = {
  cpu: ['kube-score:container-resource-requests-equal-limits', 'kube-score:container-cpu-requests-equal-limits'],
  memory: ['kube-score:container-resource-requests-equal-limits', 'kube-score:container-memory-requests-equal-limits'],
  'ephemeral-storage': ['kube-score:container-ephemeral-storage-request-equals-limit'],
};

/** Only where both are written: what is missing is the matter of the rule `resources`. */
export const requestsEqualLimits = defineRule<KubernetesModel, { readonly resources: readonly string[] }>({
  id: 'kubernetes/requests-equal-limits',
  severity: 'info',
  presets: [],
  equivalents: [...new Set(Object.values(equivalents).flat())],
  message: {
    ko: '컨테이너 `{container}`의 `{resource}` 요청({request})과 한도({limit})가 다릅니다. 같은 값으로 맞추세요.',
    en: 'The request ({request}) and the limit ({limit}) of `{resource}` differ in container `{container}`. Give both one value.',
  },
  why: {
    ko: 'CPU와 메모리의 요청과 한도가 모두 같아야 Pod가 `Guaranteed` 등급이 되어, 노드의 메모리가 모자랄 때 맨 나중에 밀려납니다.',
    en: 'Only when requests and limits of CPU and memory are equal is the Pod of class `Guaranteed`, the last to go when the node runs out of memory.',
  },
  note: 'kubernetes/ResourceRequirements#limits',
  url: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/',
  options: { resources: ['cpu', 'memory', 'ephemeral-storage'] },
  check: perManifest((manifest, report, { resources }) => {
    const { document } = manifest;
    const { ast } = document.source;
    for (const { node, name = '' } of containersOf(manifest)) {
      for (const resource of resources) {
        const [request = '', limit = ''] = ['requests', 'limits'].map((group) => textAt(ast, node, ['resources', group, resource]));
        const [wanted, most] = [readQuantity(request), readQuantity(limit)];
        const value = nodeAt(ast, node, ['resources', 'limits', resource]);
        const at = value && spanOfNode(document, value);
        if (!at || !wanted || !most || wanted.numerator * most.denominator === most.numerator * wanted.denominator) continue;
        report({ at, data: { container: name, resource, request, limit }, equivalents: equivalents[resource] ?? [] });
      }
    }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      resources:\n        requests:\n          cpu: 1\n          memory: 1Gi\n        limits:\n          cpu: 1000m\n          memory: «2Gi» # 넉넉히\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: web\r\nspec:\r\n  containers:\r\n    - name: web\r\n      image: shop/web:1.0\r\n      resources: {requests: {cpu: 100m}, limits: {cpu: «"1"»}}\r\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      resources:\n        requests: &amount {cpu: 500m, memory: 1Gi}\n        limits: *amount\n',
      // written differently, yet the same
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      resources:\n        requests: {cpu: 0.5, memory: 1Gi}\n        limits: {cpu: 500m, memory: 1024Mi}\n',
      // what is missing, and what is no quantity, is another matter
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      resources:\n        requests: {cpu: 0.5, memory: much}\n        limits: {memory: 1024Mi}\n',
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: shop/web:1.0\n      resources: {requests: {cpu: 100m}, limits: {cpu: 1}}\n',
        options: { resources: ['memory'] },
      },
    ],
  },
});
