import { defineRule } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { equivalentsByRule } from '../validation/equivalents.ts';
import { fromWalk } from '../validation/problems.ts';

export const fieldTypes = defineRule<KubernetesModel>({
  id: 'kubernetes/field-types',
  severity: 'error',
  presets: ['recommended'],
  equivalents: equivalentsByRule['field-types'],
  message: {
    ko: '`{field}`의 값 `{value}`은(는) 문자열이어야 합니다. 따옴표로 감싸세요.',
    en: 'The value `{value}` of `{field}` must be a string. Put it in quotes.',
  },
  variants: {
    string: {
      ko: '`{field}`의 값 `{value}`은(는) 문자열이어야 합니다. 따옴표로 감싸세요.',
      en: 'The value `{value}` of `{field}` must be a string. Put it in quotes.',
    },
    integer: {
      ko: '`{field}`의 값 `{value}`은(는) 정수여야 합니다. 따옴표와 소수점 없이 적으세요.',
      en: 'The value `{value}` of `{field}` must be a whole number, without quotes.',
    },
    number: {
      ko: '`{field}`의 값 `{value}`은(는) 숫자여야 합니다.',
      en: 'The value `{value}` of `{field}` must be a number.',
    },
    boolean: {
      ko: '`{field}`의 값 `{value}`은(는) `true`나 `false`여야 합니다. 따옴표 없이 적으세요.',
      en: 'The value `{value}` of `{field}` must be `true` or `false`, without quotes.',
    },
    'int-or-string': {
      ko: '`{field}`의 값 `{value}`은(는) 정수나 문자열이어야 합니다.',
      en: 'The value `{value}` of `{field}` must be a whole number or a string.',
    },
    quantity: {
      ko: '`{field}`의 값 `{value}`은(는) `250m`이나 `1Gi` 같은 수량이어야 합니다.',
      en: 'The value `{value}` of `{field}` must be a quantity such as `250m` or `1Gi`.',
    },
    list: {
      ko: '`{field}`에는 목록이 와야 합니다. 항목마다 `- `를 붙이세요.',
      en: '`{field}` takes a list. Begin each item with `- `.',
    },
    map: {
      ko: '`{field}`에는 `키: 값`이 와야 합니다. 목록이나 값 하나는 쓸 수 없습니다.',
      en: '`{field}` takes keys with values, not a list or a single value.',
    },
    scalar: {
      ko: '`{field}`에는 값 하나가 와야 합니다. 목록이나 `키: 값`은 쓸 수 없습니다.',
      en: '`{field}` takes a single value, not a list or keys with values.',
    },
  },
  why: {
    ko: 'API 서버는 타입이 다른 값을 바꾸어 읽지 않고 매니페스트를 거부합니다. YAML에서 `3306`, `true`, `yes`는 따옴표가 없으면 문자열이 아닙니다.',
    en: 'The API server converts nothing: it rejects the manifest. In YAML `3306`, `true` and even `yes` are no strings unless they are quoted.',
  },
  note: 'concepts/manifest-validation',
  url: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
  check: fromWalk('field-types'),
  examples: {
    bad: [
      {
        text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  DB_PORT: «3306» # 포트\n',
        fixed: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  DB_PORT: "3306" # 포트\n',
      },
      {
        text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata: {DEBUG: «yes»}\n',
        fixed: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata: {DEBUG: "yes"}\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels:\n    version: «1.10»\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels:\n    version: "1.10"\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      },
      {
        text: 'apiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: web\r\nspec:\r\n  containers:\r\n    - name: web\r\n      image: nginx:1.29\r\n      env:\r\n        - name: RETRIES\r\n          value: «3»\r\n',
        fixed:
          'apiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: web\r\nspec:\r\n  containers:\r\n    - name: web\r\n      image: nginx:1.29\r\n      env:\r\n        - name: RETRIES\r\n          value: "3"\r\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      args: [--workers, «4»]\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      args: [--workers, "4"]\n',
      },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  hostNetwork: «"true"»\n  containers:\n    - name: web\n      image: nginx:1.29\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  hostNetwork: true\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      },
      {
        text: "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n---\napiVersion: apps/v1\nkind: ReplicaSet\nmetadata:\n  name: web\nspec:\n  replicas: «'3'»\n",
        fixed:
          'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n---\napiVersion: apps/v1\nkind: ReplicaSet\nmetadata:\n  name: web\nspec:\n  replicas: 3\n',
      },
      { text: 'apiVersion: apps/v1\nkind: ReplicaSet\nmetadata:\n  name: web\nspec:\n  replicas: «1.5»\n' },
      { text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n  «finalizers»:\n    key: value\n' },
      { text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n  «labels»:\n    - app: shop\n' },
      { text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  «config»:\n    key: value\n' },
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      command: «sleep 5»\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      command: ["sleep 5"]\n',
      },
      // an alias: its anchor serves the port too, so quotes there would be wrong
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      ports:\n        - containerPort: &port 80\n      env:\n        - name: PORT\n          value: *port\n'.replace(
          '&port 80',
          '&port «80»',
        ),
      },
    ],
    good: [
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: "3306"\n  b: \'yes\'\n  c: !!str 3306\n  d: 10.0.0.1\n  e: 2026-01-31\n  f: |\n    3306\n  1: numbers may be keys\n',
      // null counts as left out
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n  labels:\n  creationTimestamp: null\ndata:\n  a:\n  b: ~\n',
      // whole numbers, however they are written; a port by its name
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 1.0\n  strategy: {rollingUpdate: {maxSurge: 25%, maxUnavailable: 1}}\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      hostNetwork: no\n      containers:\n        - name: web\n          image: nginx:1.29\n          resources: {limits: {cpu: 0.5, memory: 128Mi}}\n          livenessProbe: {httpGet: {port: http}}\n      volumes:\n        - name: keys\n          secret: {secretName: keys, defaultMode: 0400}\n',
      // filled in later
      'apiVersion: apps/v1\nkind: ReplicaSet\nmetadata:\n  name: web\nspec:\n  replicas: ${REPLICAS}\n',
      'apiVersion: example.com/v1\nkind: ConfigMap\ndata:\n  a: 1\n',
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: {{ .Values.a }}\n  b: 1\n',
    ],
  },
});
