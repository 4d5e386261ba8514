import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { nodeAt } from '../../yaml/read.ts';
import type { KubernetesModel } from '../model.ts';
import { contextsOf, numberOf, perPod } from '../security/pod.ts';

export const highUserId = defineRule<KubernetesModel, { readonly minimum: number }>({
  id: 'kubernetes/high-user-id',
  severity: 'info',
  presets: [],
  equivalents: ['kube-score:container-security-context-user-group-id'],
  message: {
    ko: '`{field}: {id}`은(는) 노드의 계정 번호와 겹칠 수 있습니다. {minimum} 이상을 쓰세요.',
    en: '`{field}: {id}` may be an account of the node. Use {minimum} or more.',
  },
  why: {
    ko: '낮은 번호는 노드의 계정이 쓰고 있을 수 있어, 컨테이너를 벗어나면 그 계정의 파일에 닿습니다.',
    en: 'Low numbers may belong to accounts of the node, whose files are within reach once out of the container.',
  },
  note: 'kubernetes/SecurityContext#runAsUser',
  options: { minimum: 10000 },
  check: perPod((pod, report, { minimum }) => {
    if (pod.windows || pod.ownUsers) return;
    for (const { node } of contextsOf(pod))
      for (const field of ['runAsUser', 'runAsGroup']) {
        const value = nodeAt(pod.ast, node, [field]);
        const id = numberOf(value);
        const at = value && spanOfNode(pod.document, value);
        // Root is a matter of its own.
        if (at && id !== undefined && id > 0 && id < minimum) report({ at, data: { field, id: String(id), minimum: String(minimum) } });
      }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    runAsUser: «101»\n    runAsGroup: 20000\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      },
      {
        text: 'apiVersion: apps/v1\r\nkind: Deployment\r\nmetadata:\r\n  name: web\r\nspec:\r\n  template:\r\n    spec:\r\n      containers:\r\n        - {name: web, image: "nginx:1.29", securityContext: {runAsUser: 10000, runAsGroup: «1000»}}\r\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    runAsUser: 10000\n    runAsGroup: 10000\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        runAsUser: 0\n        runAsGroup: wheel\n',
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        runAsUser: 1000\n',
        options: { minimum: 1000 },
      },
    ],
  },
});
