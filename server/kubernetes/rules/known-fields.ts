import { defineRule } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { equivalentsByRule } from '../validation/equivalents.ts';
import { fromWalk } from '../validation/problems.ts';

export const knownFields = defineRule<KubernetesModel>({
  id: 'kubernetes/known-fields',
  severity: 'error',
  presets: ['recommended'],
  equivalents: equivalentsByRule['known-fields'],
  message: {
    ko: '`{type}`에는 `{field}` 필드가 없습니다. 지우거나 자리를 확인하세요.',
    en: '`{type}` has no field `{field}`. Remove it, or check where it belongs.',
  },
  variants: {
    near: {
      ko: '`{type}`에는 `{field}` 필드가 없습니다. `{near}`을(를) 뜻하셨나요?',
      en: '`{type}` has no field `{field}`. Did you mean `{near}`?',
    },
    deeper: {
      ko: '`{type}`에는 `{field}` 필드가 없습니다. `{path}`에 적으세요.',
      en: '`{type}` has no field `{field}`. It belongs at `{path}`.',
    },
    labels: {
      ko: '`selector`에는 `{field}` 레이블을 바로 적을 수 없습니다. `matchLabels` 아래에 적으세요.',
      en: 'The label `{field}` cannot stand in the selector itself. Write it under `matchLabels`.',
    },
    version: {
      ko: '이 버전의 `{type}`에는 `{field}` 필드가 없습니다. `{apiVersion}`에 있으니 `apiVersion`을 바꾸세요.',
      en: '`{type}` has no field `{field}` in this version. It is in `{apiVersion}`: change the `apiVersion`.',
    },
    'old-version': {
      ko: '`{type}`에는 `{field}` 필드가 없습니다. 없어진 `{apiVersion}`의 필드이니 새 모양으로 적으세요.',
      en: '`{type}` has no field `{field}`. It is from `{apiVersion}`, which is gone: write the new form.',
    },
    higher: {
      ko: '`{type}`에는 `{field}` 필드가 없습니다. `{parent}` 안이 아니라 옆에 적으세요. 들여쓰기가 한 단계 깊습니다.',
      en: '`{type}` has no field `{field}`. It belongs beside `{parent}`, not inside: it is indented one step too deep.',
    },
  },
  why: {
    ko: '`kubectl apply`는 모르는 필드가 있는 매니페스트를 거부합니다. 거부하지 않는 도구에서는 그 설정이 아무 말 없이 빠집니다.',
    en: '`kubectl apply` rejects a manifest with an unknown field. Tools that do not reject it drop the setting without a word.',
  },
  note: 'concepts/manifest-validation',
  url: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
  check: fromWalk('known-fields'),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  «contAIN3rz»:\n    - name: web\n      image: nginx:1.29\n',
        fixed: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      },
      // upper and lower case differ; comments and quotes stay
      {
        text: "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      «'ImagePullPolicy'»: Always # 항상\n",
        fixed:
          "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      'imagePullPolicy': Always # 항상\n",
      },
      // a field of a deeper object
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector: {matchLabels: {app: web}}\n  «containers»:\n    - name: web\n      image: nginx:1.29\n',
      },
      // indented too deep
      {
        text: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector: {app: web}\n  ports:\n    - port: 80\n      «type»: NodePort\n',
      },
      { text: 'apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: agent\nspec:\n  «replicas»: 2\n' },
      {
        text: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: web\nspec:\n  podSelector:\n    «app»: web # 웹\n    tier: front\n',
        fixed:
          'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: web\nspec:\n  podSelector:\n    matchLabels:\n      app: web # 웹\n      tier: front\n',
      },
      {
        text: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: web\nspec:\n  podSelector: {«app»: web}\n',
        fixed:
          'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: web\nspec:\n  podSelector: {matchLabels: {app: web}}\n',
      },
      {
        text: 'apiVersion: autoscaling/v1\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  maxReplicas: 3\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}\n  «metrics»: []\n',
        fixed:
          'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  maxReplicas: 3\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}\n  metrics: []\n',
      },
      {
        text: 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\nspec:\n  defaultBackend:\n    «serviceName»: web\n    servicePort: 80\n',
        fixed:
          'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\nspec:\n  defaultBackend:\n    service:\n      name: web\n      port:\n        number: 80\n',
      },
      // a container's field in the Pod's securityContext
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext: {runAsNonRoot: true, «privileged»: false}\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      },
      // a List's item in the second document, with Windows line breaks
      {
        text: 'apiVersion: v1\r\nkind: Namespace\r\nmetadata:\r\n  name: shop\r\n---\r\napiVersion: v1\r\nkind: List\r\nitems:\r\n  - apiVersion: v1\r\n    kind: ConfigMap\r\n    metadata:\r\n      name: shop\r\n      «label»:\r\n        app: shop\r\n',
        fixed:
          'apiVersion: v1\r\nkind: Namespace\r\nmetadata:\r\n  name: shop\r\n---\r\napiVersion: v1\r\nkind: List\r\nitems:\r\n  - apiVersion: v1\r\n    kind: ConfigMap\r\n    metadata:\r\n      name: shop\r\n      labels:\r\n        app: shop\r\n',
      },
      // a kind that the workspace defines
      {
        text: 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: shops.example.com\nspec:\n  group: example.com\n  names: {plural: shops, kind: Shop}\n  scope: Namespaced\n  versions:\n    - name: v1\n      served: true\n      storage: true\n      schema:\n        openAPIV3Schema:\n          type: object\n          properties:\n            spec:\n              type: object\n              properties: {owner: {type: string}}\n---\napiVersion: example.com/v1\nkind: Shop\nmetadata:\n  name: a\nspec:\n  «onwer»: kim\n',
        fixed:
          'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: shops.example.com\nspec:\n  group: example.com\n  names: {plural: shops, kind: Shop}\n  scope: Namespaced\n  versions:\n    - name: v1\n      served: true\n      storage: true\n      schema:\n        openAPIV3Schema:\n          type: object\n          properties:\n            spec:\n              type: object\n              properties: {owner: {type: string}}\n---\napiVersion: example.com/v1\nkind: Shop\nmetadata:\n  name: a\nspec:\n  owner: kim\n',
      },
      // an anchor is walked once
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: a\n      image: a:1\n      livenessProbe: &probe\n        «path»: /\n        exec: {command: [a]}\n      readinessProbe: *probe\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  creationTimestamp: null\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\nstatus:\n  anything: goes\n',
      // keys of maps are free
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n  annotations: {anything: goes}\ndata:\n  anything: goes\n',
      // somebody else's kind
      'apiVersion: example.com/v1\nkind: Pod\nspec:\n  contAIN3rz: []\n',
      // a template
      'apiVersion: v1\nkind: Pod\nspec:\n  contAIN3rz: {{ .Values.containers }}\n',
      // a merge key
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - &base\n      name: a\n      image: a:1\n    - <<: *base\n      name: b\n',
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - $patch: delete\n      name: web\n',
        files: { 'kustomization.yaml': 'patches:\n  - path: manifest.yaml\n' },
      },
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n  - web.yaml\n',
    ],
  },
});
