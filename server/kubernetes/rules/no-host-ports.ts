import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { mapsAt, nodeAt, pairOf } from '../../yaml/read.ts';
import type { KubernetesModel } from '../model.ts';
import { remove } from '../security/fixes.ts';
import { numberOf, perPod } from '../security/pod.ts';

const always = ['kyverno:disallow-host-ports', 'polaris:hostPortSet'];

export const noHostPorts = defineRule<KubernetesModel>({
  id: 'kubernetes/no-host-ports',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [...always, 'kyverno:disallow-host-ports-range'],
  message: {
    ko: '`hostPort: {port}`는 노드의 포트를 차지합니다. 지우고 Service로 여세요.',
    en: '`hostPort: {port}` takes a port of the node. Remove it and open the container by a Service.',
  },
  why: {
    ko: '같은 포트를 쓰는 Pod는 한 노드에 하나만 뜨므로 스케줄링이 막히고, 노드에 닿는 누구에게나 컨테이너가 열립니다.',
    en: 'Only one Pod with that port fits on a node, which narrows scheduling, and the container is open to all who reach the node.',
  },
  note: 'kubernetes/ContainerPort#hostPort',
  check: perPod(({ document, ast, containers }, report) => {
    for (const { node } of containers)
      for (const port of mapsAt(ast, node, ['ports'])) {
        const value = nodeAt(ast, port, ['hostPort']);
        const number = numberOf(value);
        const at = value && spanOfNode(document, value);
        const pair = pairOf(port, 'hostPort');
        if (!at || number === undefined || number === 0) continue;
        report({
          at,
          data: { port: String(number) },
          // The policy's example range.
          equivalents: number >= 5000 && number <= 6000 ? always : [...always, 'kyverno:disallow-host-ports-range'],
          fix: () => pair && remove(document, port, pair),
        });
      }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: dns\nspec:\n  containers:\n    - name: dns\n      image: dns:1\n      ports:\n        - containerPort: 5353\n          hostPort: «53»\n          protocol: UDP\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: dns\nspec:\n  containers:\n    - name: dns\n      image: dns:1\n      ports:\n        - containerPort: 5353\n          protocol: UDP\n',
      },
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      initContainers:\n        - name: web\n          image: nginx:1.29\n          ports: [{containerPort: 80}, {containerPort: 443, hostPort: «5443»}]\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      ports:\n        - containerPort: 80\n        - containerPort: 443\n          hostPort: 0\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      ports: 80\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      ports:\n        - containerPort: 80\n          hostPort:\n        - 443\n',
    ],
  },
});
