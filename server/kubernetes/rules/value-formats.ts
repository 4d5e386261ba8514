import { defineRule } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { equivalentsByRule } from '../validation/equivalents.ts';
import { fromWalk } from '../validation/problems.ts';
import { textFormats } from '../validation/text-formats.ts';

export const valueFormats = defineRule<KubernetesModel>({
  id: 'kubernetes/value-formats',
  severity: 'error',
  presets: ['recommended'],
  equivalents: equivalentsByRule['value-formats'],
  message: {
    ko: '`{field}`의 `{value}`은(는) {min}에서 {max} 사이여야 합니다.',
    en: 'The `{field}` `{value}` must be between {min} and {max}.',
  },
  variants: {
    ...Object.fromEntries(Object.entries(textFormats).map(([name, { message }]) => [name, message])),
    range: {
      ko: '`{field}`의 `{value}`은(는) {min}에서 {max} 사이여야 합니다.',
      en: 'The `{field}` `{value}` must be between {min} and {max}.',
    },
    'at-least': {
      ko: '`{field}`의 `{value}`은(는) {min} 이상이어야 합니다.',
      en: 'The `{field}` `{value}` must be at least {min}.',
    },
    'port-text': {
      ko: '`{field}`의 "{value}"은(는) 따옴표 때문에 포트의 이름으로 읽힙니다. 번호라면 따옴표를 빼세요.',
      en: 'The `{field}` "{value}" is read as the name of a port, because of its quotes. For the number leave them out.',
    },
    percent: {
      ko: '`{field}`의 `{value}`은(는) `2` 같은 수나 `25%` 같은 비율이어야 합니다.',
      en: 'The `{field}` `{value}` must be a number such as `2` or a share such as `25%`.',
    },
    share: {
      ko: '`{field}`의 `{value}`은(는) `100%`를 넘을 수 없습니다.',
      en: 'The `{field}` `{value}` must not be more than `100%`.',
    },
  },
  why: {
    ko: 'API 서버는 이름, 포트, 수량, 일정 같은 값이 정해진 모양이 아니면 매니페스트를 거부합니다.',
    en: 'Names, ports, quantities, schedules and the like have fixed forms. The API server rejects a manifest with any other.',
  },
  note: 'kubernetes/ObjectMeta#name',
  check: fromWalk('value-formats'),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: «Shop_Config» # 설정\n',
        fixed: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop-config # 설정\n',
      },
      { text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: «x.com^2»\n' },
      { text: `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: «${'a'.repeat(254)}»\n` },
      {
        text: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: «shop.kr»\n',
        fixed: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop-kr\n',
      },
      { text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n  labels:\n    «-app»: shop\n' },
      {
        text: 'apiVersion: v1\r\nkind: ConfigMap\r\nmetadata:\r\n  name: shop\r\n  labels:\r\n    app: «"my shop"»\r\n',
        fixed: 'apiVersion: v1\r\nkind: ConfigMap\r\nmetadata:\r\n  name: shop\r\n  labels:\r\n    app: "my-shop"\r\n',
      },
      { text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  «a/b»: c\n' },
      {
        text: 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n  password: «hunter2!»\n',
        fixed: 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n  password: aHVudGVyMiE=\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      resources:\n        limits:\n          memory: «512MB»\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      resources:\n        limits:\n          memory: 512M\n',
      },
      { text: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - port: «80800»\n' },
      {
        text: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - port: 80\n      targetPort: «"8080"»\n',
        fixed: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - port: 80\n      targetPort: 8080\n',
      },
      {
        text: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: NodePort\n  ports:\n    - port: 80\n      nodePort: «8080»\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      ports: [{name: «this-name-is-too-long», containerPort: 80}]\n',
      },
      { text: 'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: report\nspec:\n  schedule: «"*/5 * * *"»\n' },
      {
        text: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n---\napiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: report\nspec:\n  schedule: «"0 3 * * 7"»\n',
        fixed:
          'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n---\napiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: report\nspec:\n  schedule: "0 3 * * 0"\n',
      },
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  strategy:\n    rollingUpdate:\n      maxUnavailable: «150%»\n',
      },
      { text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: «-1»\n' },
      {
        text: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: a\nspec:\n  podSelector: {}\n  ingress:\n    - from:\n        - ipBlock: {cidr: «10.0.0.0/40»}\n',
      },
      {
        text: 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\nspec:\n  rules:\n    - host: «https://shop.example.com/»\n',
        fixed: 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\nspec:\n  rules:\n    - host: shop.example.com\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop.example.com\n  labels: {app.kubernetes.io/name: Shop_1, empty: ""}\n  annotations: {Example.com/any: "any text at all"}\ndata: {.env: a, _b: c}\n',
      'apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n  password: aHVudGVyMiE=\n  empty: ""\nstringData:\n  plain: hunter2!\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      resources:\n        limits: {cpu: 0.5, memory: 1.5Gi, ephemeral-storage: 1e9}\n        requests: {cpu: 250m, memory: 128974848}\n',
      'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: report\nspec:\n  schedule: "*/15 8-18/2 1,15 jan-jun MON-FRI"\n  timeZone: Asia/Seoul\n---\napiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: daily\nspec:\n  schedule: "@daily"\n',
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: system:Shop_Reader\n',
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  clusterIP: None\n  ports:\n    - {name: http, port: 80, targetPort: http}\n',
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\nspec:\n  rules:\n    - host: "*.example.com"\n',
      // filled in later, or a template
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${NAME}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}_A\n',
    ],
  },
});
