import { defineRule } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { combinationMessages } from '../validation/combinations.ts';
import { fromWalk } from '../validation/problems.ts';

const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n';

export const uniqueEntries = defineRule<KubernetesModel>({
  id: 'kubernetes/unique-entries',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{field}` 목록에 `{value}`이(가) 이미 있습니다. 하나를 지우거나 바꾸세요.',
    en: 'The list `{field}` has `{value}` already. Remove or change one of them.',
  },
  variants: {
    ...combinationMessages('unique-entries'),
    applied: {
      ko: '`{field}` 목록에 `{value}`이(가) 이미 있습니다. 서버 사이드 적용(`kubectl apply --server-side`, Flux)이 거부하니 하나를 지우세요.',
      en: 'The list `{field}` has `{value}` already. Server-side apply (`kubectl apply --server-side`, Flux) rejects this: remove one of them.',
    },
  },
  why: {
    ko: '이름이나 포트로 구별하는 항목이 겹치면 API 서버가 매니페스트를 거부합니다.',
    en: 'Items are told apart by their name or port. If two are the same the API server rejects the manifest.',
  },
  note: 'kubernetes/PodSpec#containers',
  check: fromWalk('unique-entries'),
  examples: {
    bad: [
      {
        text: `${pod}      ports:\n        - protocol: UDP\n          containerPort: 88\n        - containerPort: 88\n          protocol: TCP\n        - protocol: TCP\n          containerPort: «88»\n`,
      },
      { text: `${pod}    - name: «web»\n      image: envoy:1.35\n` },
      { text: `${pod}  initContainers:\n    - name: «web»\n      image: busybox:1.37\n` },
      {
        text: `${pod}      volumeMounts:\n        - {name: a, mountPath: /data}\n        - {name: b, mountPath: «/data»}\n  volumes:\n    - {name: a, emptyDir: {}}\n    - {name: b, emptyDir: {}}\n`,
      },
      { text: `${pod}  volumes:\n    - {name: a, emptyDir: {}}\n    - {name: «a», emptyDir: {}}\n`.replace(/\n/g, '\r\n') },
      {
        text: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - {name: http, port: 80}\n    - {name: «http», port: 8080}\n',
      },
      { text: `${pod}      ports:\n        - {name: http, containerPort: 80}\n        - {name: «http», containerPort: 81}\n` },
    ],
    good: [
      `${pod}      ports:\n        - {name: dns, containerPort: 53, protocol: UDP}\n        - {name: dns-tcp, containerPort: 53}\n`,
      // accepted: the last one counts
      `${pod}      env:\n        - {name: A, value: a}\n        - {name: A, value: b}\n`,
      `${pod}      command: [echo, a, a]\n`,
      `${pod}      volumeMounts:\n        - {name: a, mountPath: /a}\n        - {name: a, mountPath: /b}\n  volumes:\n    - {name: a, emptyDir: {}}\n`,
      'apiVersion: example.com/v1\nkind: Pod\nspec:\n  containers: [{name: a}, {name: a}]\n',
    ],
  },
});
