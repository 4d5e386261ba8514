import { defineRule } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { equivalentsByRule } from '../validation/equivalents.ts';
import { fromWalk } from '../validation/problems.ts';

export const requiredFields = defineRule<KubernetesModel>({
  id: 'kubernetes/required-fields',
  severity: 'error',
  presets: ['recommended'],
  equivalents: equivalentsByRule['required-fields'],
  message: {
    ko: '여기에는 {fields} 필드가 꼭 있어야 합니다.',
    en: 'This must have {fields}.',
  },
  variants: {
    empty: {
      ko: '`{field}` 필드는 비워 둘 수 없습니다.',
      en: '`{field}` must not be empty.',
    },
  },
  why: {
    ko: 'API 서버는 꼭 필요한 필드가 빠진 매니페스트를 거부합니다.',
    en: 'The API server rejects a manifest that lacks a required field.',
  },
  note: 'kubernetes/TypeMeta#kind',
  url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields',
  check: fromWalk('required-fields'),
  examples: {
    bad: [
      {
        text: '# 웹\r\nkind: «ConfigMap»\r\nmetadata:\r\n  name: bob\r\n',
        fixed: '# 웹\r\napiVersion: v1\r\nkind: ConfigMap\r\nmetadata:\r\n  name: bob\r\n',
      },
      { text: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n---\napiVersion: «apps/v1»\nmetadata:\n  name: web\n' },
      { text: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n---\n«metadata»:\n  name: web\n' },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: «web»\n      ports:\n        - containerPort: 80\n',
      },
      { text: 'apiVersion: v1\nkind: «ConfigMap»\ndata:\n  a: b\n' },
      {
        text: 'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: report\n«spec»:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          restartPolicy: Never\n          containers:\n            - name: report\n              image: report:1\n',
      },
      { text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers: «[]»\n' },
      { text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: «""» # 나중에\n' },
      { text: 'apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: «agent»\n' },
      { text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - «image»: nginx:1.29\n' },
      {
        text: 'apiVersion: networking.k8s.io/v1\r\nkind: Ingress\r\nmetadata:\r\n  name: web\r\nspec:\r\n  rules:\r\n    - http:\r\n        paths:\r\n          - «path»: / # 모두\r\n            backend:\r\n              service:\r\n                name: web\r\n                port:\r\n                  number: 80\r\n',
        fixed:
          'apiVersion: networking.k8s.io/v1\r\nkind: Ingress\r\nmetadata:\r\n  name: web\r\nspec:\r\n  rules:\r\n    - http:\r\n        paths:\r\n          - path: / # 모두\r\n            backend:\r\n              service:\r\n                name: web\r\n                port:\r\n                  number: 80\r\n            pathType: Prefix\r\n',
      },
      // two that are missing are one finding
      { text: 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web}\n«spec»: {minReplicas: 2}\n' },
      {
        text: 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: PersistentVolumeClaim\n    metadata:\n      name: data\n    «spec»:\n      resources: {requests: {storage: 1Gi}}\n',
      },
    ],
    good: [
      // Kustomize knows its own files by name
      'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n---\nkind: Kustomization\nresources: []\n---\nkey: value\n---\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  generateName: web-\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      // patches, by name and by what is missing
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      env: []\n',
        files: { 'kustomization.yaml': 'patches:\n  - path: manifest.yaml\n' },
      },
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          env: []\n',
      // the selector is a rule of its own
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      // questions have no name, lists neither
      'apiVersion: authorization.k8s.io/v1\nkind: SelfSubjectAccessReview\nspec:\n  resourceAttributes: {verb: get, resource: pods}\n---\napiVersion: v1\nkind: List\nitems: []\n',
      // a merge key
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - &base {name: a, image: "a:1"}\n    - <<: *base\n      name: b\n',
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: deny\nspec:\n  podSelector: {}\n',
    ],
  },
});
