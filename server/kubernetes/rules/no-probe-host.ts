import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import type { Path } from '../../yaml/path.ts';
import { mapAt, nodeAt, pairOf } from '../../yaml/read.ts';
import type { KubernetesModel } from '../model.ts';
import { remove } from '../security/fixes.ts';
import { perPod, stringOf, truthAt } from '../security/pod.ts';

/** Where a container lets the kubelet ask something. */
const askers: readonly Path[] = [
  ['livenessProbe'],
  ['readinessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
];

export const noProbeHost = defineRule<KubernetesModel>({
  id: 'kubernetes/no-probe-host',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '컨테이너가 아니라 `{host}`에 물어봅니다. `host`를 지우면 Pod의 IP를 씁니다. 호스트 이름이 필요하면 `httpHeaders`의 `Host`에 적으세요.',
    en: 'It asks `{host}`, not the container. Without `host` the IP of the Pod is used; a host name goes into `httpHeaders` as `Host`.',
  },
  why: {
    ko: '요청은 노드의 kubelet이 보내므로 `127.0.0.1`은 노드이고, 노드만 닿을 수 있는 곳을 두드리는 데 쓰일 수 있습니다. Pod Security Standards의 `baseline` 단계가 1.34부터 막습니다.',
    en: 'The kubelet sends the request: `127.0.0.1` is the node, and it can knock where only nodes may. The level `baseline` of the Pod Security Standards forbids it since 1.34.',
  },
  note: 'kubernetes/HTTPGetAction#host',
  url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  check: perPod(({ document, ast, spec, containers }, report) => {
    // In the network of the node the container answers at the node's addresses.
    if (truthAt(ast, spec, ['hostNetwork']) === true) return;
    for (const { node } of containers)
      for (const asker of askers)
        for (const handler of ['httpGet', 'tcpSocket']) {
          const action = mapAt(ast, node, [...asker, handler]);
          const value = nodeAt(ast, action, ['host']);
          const host = stringOf(value) ?? '';
          const at = value && spanOfNode(document, value);
          if (!action || !at || host === '') continue;
          const pair = pairOf(action, 'host');
          report({ at, data: { host: host.slice(0, 80) }, fix: () => pair && remove(document, action, pair) });
        }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      livenessProbe:\n        httpGet:\n          host: «127.0.0.1»\n          path: /\n          port: 80\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      livenessProbe:\n        httpGet:\n          path: /\n          port: 80\n',
      },
      {
        text: 'apiVersion: apps/v1\r\nkind: Deployment\r\nmetadata:\r\n  name: web\r\nspec:\r\n  template:\r\n    spec:\r\n      containers:\r\n        - name: web\r\n          image: nginx:1.29\r\n          lifecycle: {preStop: {httpGet: {host: «"metadata.internal"», port: 80}}}\r\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      readinessProbe:\n        httpGet:\n          host: ""\n          port: 80\n          httpHeaders:\n            - name: Host\n              value: shop.example.com\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  hostNetwork: true\n  containers:\n    - name: web\n      image: nginx:1.29\n      readinessProbe:\n        tcpSocket: {host: 127.0.0.1, port: 80}\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      readinessProbe:\n        tcpSocket: 127.0.0.1\n      livenessProbe:\n        httpGet:\n          host:\n          port: 80\n',
    ],
  },
});
