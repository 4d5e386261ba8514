import { defineRule } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { equivalentsByRule } from '../validation/equivalents.ts';
import { fromWalk } from '../validation/problems.ts';

export const allowedValues = defineRule<KubernetesModel>({
  id: 'kubernetes/allowed-values',
  severity: 'error',
  presets: ['recommended'],
  equivalents: equivalentsByRule['allowed-values'],
  message: {
    ko: '`{field}`에는 `{value}`을(를) 쓸 수 없습니다. {allowed} 가운데 하나를 쓰세요.',
    en: '`{value}` is no `{field}`. Use one of {allowed}.',
  },
  variants: {
    near: {
      ko: '`{field}`에는 `{value}`을(를) 쓸 수 없습니다. 쓸 수 있는 값은 {allowed}입니다. `{near}`을(를) 뜻하셨나요?',
      en: '`{value}` is no `{field}`. Did you mean `{near}`? Allowed are {allowed}.',
    },
  },
  why: {
    ko: '정해진 값만 받는 필드입니다. 대소문자까지 같아야 하고, 다르면 API 서버가 매니페스트를 거부합니다.',
    en: 'The field takes fixed values only, in exactly this case. With any other the API server rejects the manifest.',
  },
  note: 'kubernetes/Container#imagePullPolicy',
  check: fromWalk('allowed-values'),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      imagePullPolicy: «IfNotPresnt» # 있으면 그대로\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      imagePullPolicy: IfNotPresent # 있으면 그대로\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: Service\r\nmetadata:\r\n  name: web\r\nspec:\r\n  type: «"nodeport"»\r\n  ports:\r\n    - port: 80\r\n',
        fixed:
          'apiVersion: v1\r\nkind: Service\r\nmetadata:\r\n  name: web\r\nspec:\r\n  type: "NodePort"\r\n  ports:\r\n    - port: 80\r\n',
      },
      { text: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports: [{port: 80, protocol: «HTTP/2»}]\n' },
      {
        text: 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: PersistentVolumeClaim\n    metadata:\n      name: data\n    spec:\n      accessModes: [«ReadWriteOnly»]\n      resources: {requests: {storage: 1Gi}}\n',
        fixed:
          'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: PersistentVolumeClaim\n    metadata:\n      name: data\n    spec:\n      accessModes: [ReadWriteOnce]\n      resources: {requests: {storage: 1Gi}}\n',
      },
      // no string, but quotes would not help
      { text: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - port: 80\n      protocol: «22»\n' },
    ],
    good: [
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: LoadBalancer\n  ports:\n    - port: 80\n      protocol: UDP\n',
      // an empty text counts as left out
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: ""\n  ports:\n    - port: 80\n',
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: ${TYPE}\n  ports:\n    - port: 80\n',
    ],
  },
});
