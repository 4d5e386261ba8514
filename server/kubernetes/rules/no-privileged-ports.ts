import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { mapsAt, nodeAt, stringAt } from '../../yaml/read.ts';
import type { KubernetesModel } from '../model.ts';
import { numberOf, perPod } from '../security/pod.ts';

export const noPrivilegedPorts = defineRule<KubernetesModel>({
  id: 'kubernetes/no-privileged-ports',
  severity: 'info',
  presets: [],
  equivalents: ['kube-linter:privileged-ports', 'kube-linter:ssh-port'],
  message: {
    ko: '{port}번처럼 1024보다 작은 포트를 여는 데는 root나 `NET_BIND_SERVICE`가 필요할 수 있습니다. 높은 포트에서 듣고 Service가 바꿔 주게 하세요.',
    en: 'Ports below 1024 such as {port} may need root or `NET_BIND_SERVICE`. Listen on a high port and let the Service translate.',
  },
  variants: {
    ssh: {
      ko: '{port}번은 SSH 포트입니다. 컨테이너에는 SSH 서버 대신 `kubectl exec`로 들어가세요.',
      en: 'Port {port} is that of SSH. Enter containers with `kubectl exec`, not through an SSH server.',
    },
  },
  why: {
    ko: '포트 하나 때문에 컨테이너에 권한을 더 주지 않아도 됩니다. 밖에서 보이는 번호는 Service의 `port`와 `targetPort`가 정합니다.',
    en: 'No container needs more rights for the sake of a port: `port` and `targetPort` of the Service decide which number others see.',
  },
  note: 'kubernetes/ContainerPort#containerPort',
  check: perPod(({ document, ast, containers }, report) => {
    for (const { node } of containers)
      for (const port of mapsAt(ast, node, ['ports'])) {
        const value = nodeAt(ast, port, ['containerPort']);
        const number = numberOf(value) ?? 0;
        const at = value && spanOfNode(document, value);
        if (!at || number < 1 || number >= 1024) continue;
        const isSsh = number === 22 && (stringAt(ast, port, ['protocol']) ?? 'TCP') === 'TCP';
        report({
          at,
          data: { port: String(number) },
          ...(isSsh ? { variant: 'ssh' } : {}),
          equivalents: ['kube-linter:privileged-ports', ...(isSsh ? ['kube-linter:ssh-port'] : [])],
        });
      }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      ports:\n        - containerPort: 8080\n        - name: web\n          containerPort: «80» # HTTP\n',
      },
      {
        text: 'apiVersion: apps/v1\r\nkind: Deployment\r\nmetadata:\r\n  name: web\r\nspec:\r\n  template:\r\n    spec:\r\n      containers:\r\n        - {name: web, image: "nginx:1.29", ports: [{containerPort: «22»}]}\r\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      ports:\n        - containerPort: 1024\n        - containerPort: 2222\n          protocol: TCP\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      ports: [80]\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      ports:\n        - containerPort: "80"\n        - name: empty\n',
    ],
  },
});
