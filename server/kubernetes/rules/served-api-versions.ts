import { defineRule } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { checkVersions, versionEquivalents } from '../validation/check-versions.ts';

export const servedApiVersions = defineRule<KubernetesModel, { readonly version: string }>({
  id: 'kubernetes/served-api-versions',
  severity: 'error',
  presets: ['recommended'],
  equivalents: versionEquivalents,
  message: {
    ko: '`{apiVersion}`의 `{kind}`은(는) Kubernetes {removedIn}에서 없어졌습니다. `{wanted}`을(를) 쓰세요.',
    en: '`{kind}` of `{apiVersion}` is gone since Kubernetes {removedIn}. Use `{wanted}`.',
  },
  variants: {
    'no-successor': {
      ko: '`{apiVersion}`의 `{kind}`은(는) Kubernetes {removedIn}에서 없어졌고 대신할 것이 없습니다. 지우세요.',
      en: '`{kind}` of `{apiVersion}` is gone since Kubernetes {removedIn}, without a successor. Remove it.',
    },
    'not-yet': {
      ko: '`{apiVersion}`의 `{kind}`은(는) Kubernetes {since}부터 있습니다. 설정한 버전에는 아직 없습니다.',
      en: '`{kind}` of `{apiVersion}` exists since Kubernetes {since}: the version that you set does not have it yet.',
    },
  },
  why: {
    ko: '클러스터를 올리면 없어진 `apiVersion`의 매니페스트는 더 이상 적용되지 않습니다. `no matches for kind` 오류가 납니다.',
    en: 'After an upgrade of the cluster such a manifest cannot be applied any more: `no matches for kind`.',
  },
  note: 'kubernetes/TypeMeta#apiVersion',
  url: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
  // The version of the cluster, such as 1.31; empty stands for the newest one that is known.
  options: { version: '' },
  check: checkVersions('removed'),
  examples: {
    bad: [
      {
        text: 'apiVersion: «policy/v1beta1» # 예전 버전\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  minAvailable: 1\n  selector:\n    matchLabels:\n      app: web\n',
        fixed:
          'apiVersion: policy/v1 # 예전 버전\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  minAvailable: 1\n  selector:\n    matchLabels:\n      app: web\n',
      },
      // with a selector, which had a default before
      {
        text: 'apiVersion: «extensions/v1beta1»\r\nkind: Deployment\r\nmetadata:\r\n  name: web\r\nspec:\r\n  replicas: 2\r\n  template:\r\n    metadata:\r\n      labels:\r\n        app: web\r\n    spec:\r\n      containers:\r\n        - name: web\r\n          image: nginx:1.29\r\n',
        fixed:
          'apiVersion: apps/v1\r\nkind: Deployment\r\nmetadata:\r\n  name: web\r\nspec:\r\n  replicas: 2\r\n  selector:\r\n    matchLabels:\r\n      app: web\r\n  template:\r\n    metadata:\r\n      labels:\r\n        app: web\r\n    spec:\r\n      containers:\r\n        - name: web\r\n          image: nginx:1.29\r\n',
      },
      {
        text: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n---\napiVersion: «batch/v1beta1»\nkind: CronJob\nmetadata:\n  name: report\nspec:\n  schedule: "@daily"\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          restartPolicy: Never\n          containers:\n            - name: report\n              image: report:1\n',
        fixed:
          'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n---\napiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: report\nspec:\n  schedule: "@daily"\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          restartPolicy: Never\n          containers:\n            - name: report\n              image: report:1\n',
      },
      // backends have another shape
      {
        text: 'apiVersion: «networking.k8s.io/v1beta1»\nkind: Ingress\nmetadata:\n  name: web\nspec:\n  backend: {serviceName: web, servicePort: http}\n  rules:\n    - http:\n        paths:\n          - path: /shop # 가게\n            backend:\n              serviceName: shop\n              servicePort: 80\n          - path: /api\n            backend:\n              serviceName: api\n              servicePort: 80\n',
        fixed:
          'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\nspec:\n  defaultBackend: {service: {name: web, port: {name: http}}}\n  rules:\n    - http:\n        paths:\n          - path: /shop # 가게\n            pathType: ImplementationSpecific\n            backend:\n              service:\n                name: shop\n                port:\n                  number: 80\n          - path: /api\n            pathType: ImplementationSpecific\n            backend:\n              service:\n                name: api\n                port:\n                  number: 80\n',
      },
      // a comment between the fields: no edit that could lose it
      {
        text: 'apiVersion: «extensions/v1beta1»\nkind: Ingress\nmetadata:\n  name: web\nspec:\n  rules:\n    - http:\n        paths:\n          - path: /\n            backend:\n              serviceName: web # 웹\n              servicePort: 80\n',
      },
      // metrics have another shape
      {
        text: 'apiVersion: «autoscaling/v2beta1»\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  maxReplicas: 3\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}\n  metrics:\n    - type: Resource\n      resource: {name: cpu, targetAverageUtilization: 80}\n',
      },
      {
        text: 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: «policy/v1beta1»\n    kind: PodSecurityPolicy\n    metadata: {name: web}\n',
      },
      {
        text: 'apiVersion: «policy/v1»\nkind: PodDisruptionBudget\nmetadata:\n  name: web\n',
        options: { version: '1.20' },
      },
    ],
    good: [
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n',
      { text: 'apiVersion: batch/v1beta1\nkind: CronJob\nmetadata:\n  name: report\n', options: { version: '1.24' } },
      // not yet gone
      'apiVersion: resource.k8s.io/v1beta1\nkind: DeviceClass\nmetadata:\n  name: gpu\n',
      'apiVersion: example.com/v1beta1\nkind: Ingress\nmetadata:\n  name: web\n',
      'apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata:\n  name: {{ .Release.Name }}\n',
    ],
  },
});
