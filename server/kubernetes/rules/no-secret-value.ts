import { isScalar } from 'yaml';
import { defineRule } from '../../rule.ts';
import { isHarmlessValue, soundsSecret } from '../../secret-names.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { isEmpty, mapsAt, nodeAt } from '../../yaml/read.ts';
import type { KubernetesModel } from '../model.ts';
import { perPod, stringOf } from '../security/pod.ts';
import { takeFromSecret } from '../security/secret-reference.ts';
import { isPlaceholder } from '../security/secret-value.ts';
import { looksSecret } from '../../secret-values.ts';

export const noSecretValue = defineRule<KubernetesModel>({
  id: 'kubernetes/no-secret-value',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['kube-linter:env-var-secret', 'polaris:sensitiveContainerEnvVar'],
  message: {
    ko: '`{name}`의 값이 매니페스트에 그대로 있습니다. Secret에 두고 `secretKeyRef`로 받으세요.',
    en: 'The value of `{name}` stands in the manifest for all to read. Keep it in a Secret and take it with `secretKeyRef`.',
  },
  why: {
    ko: '매니페스트는 저장소에 남고, Pod를 볼 수 있는 사람은 누구나 `kubectl describe`로 값을 읽습니다. Secret은 권한을 따로 줄 수 있습니다.',
    en: 'Manifests stay in the repository, and whoever may look at Pods reads the value with `kubectl describe`. Access to Secrets is granted on its own.',
  },
  note: 'kubernetes/EnvVarSource#secretKeyRef',
  check: perPod((pod, report) => {
    const { document, ast } = pod;
    for (const { node } of pod.containers)
      for (const variable of mapsAt(ast, node, ['env'])) {
        const nameNode = nodeAt(ast, variable, ['name']);
        const value = nodeAt(ast, variable, ['value']);
        const name = stringOf(nameNode) ?? '';
        const at = nameNode && spanOfNode(document, nameNode);
        if (!at || !isScalar(value) || isEmpty(value)) continue;
        const text = String(value.value);
        const bySound = soundsSecret(name) && text !== '' && !isHarmlessValue(text) && !isPlaceholder(text);
        if (!bySound && !looksSecret(text)) continue;
        report({
          at,
          data: { name: name.slice(0, 80) },
          equivalents: ['polaris:sensitiveContainerEnvVar', ...(/secret/i.test(name) ? ['kube-linter:env-var-secret'] : [])],
          fix: () => takeFromSecret(pod, variable, name),
        });
      }
  }),
  examples: {
    bad: [
      {
        text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: shop\nspec:\n  template:\n    spec:\n      containers:\n        - name: shop\n          image: shop:1\n          env:\n            - name: DB_HOST\n              value: db\n            - name: «DB_PASSWORD»\n              value: "1234" # 임시\n            - name: DB_PASSWORD_FILE\n              value: /run/secrets/db\n',
        fixed:
          'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: shop\nspec:\n  template:\n    spec:\n      containers:\n        - name: shop\n          image: shop:1\n          env:\n            - name: DB_HOST\n              value: db\n            - name: DB_PASSWORD\n              valueFrom:\n                secretKeyRef:\n                  name: shop-secret\n                  key: DB_PASSWORD # 임시\n            - name: DB_PASSWORD_FILE\n              value: /run/secrets/db\n',
      },
      {
        text: "apiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: shop\r\nspec:\r\n  initContainers:\r\n  - name: migrate\r\n    image: shop:1\r\n    env: [{name: «apiToken», value: 'a b'}, {name: LANG, value: ko_KR.UTF-8}]\r\n",
        fixed:
          'apiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: shop\r\nspec:\r\n  initContainers:\r\n  - name: migrate\r\n    image: shop:1\r\n    env: [{name: apiToken, valueFrom: {secretKeyRef: {name: shop-secret, key: apiToken}}}, {name: LANG, value: ko_KR.UTF-8}]\r\n',
      },
      // a password inside an address
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  containers:\n    - name: shop\n      image: shop:1\n      env:\n        - value: postgres://shop:s3cret@db:5432/shop\n          name: «DATABASE_URL»\n',
        fixed:
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  containers:\n    - name: shop\n      image: shop:1\n      env:\n        - valueFrom:\n            secretKeyRef:\n              name: shop-secret\n              key: DATABASE_URL\n          name: DATABASE_URL\n',
      },
      // several lines
      {
        text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  containers:\n    - name: shop\n      image: shop:1\n      env:\n        - name: «SIGNER»\n          value: |\n            -----BEGIN RSA PRIVATE KEY-----\n            MIIE\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  containers:\n    - name: shop\n      image: shop:1\n      env:\n        - name: DB_PASSWORD\n          valueFrom:\n            secretKeyRef:\n              name: shop\n              key: password\n        - name: JWT_PUBLIC_KEY\n          value: MFkw\n        - name: SECRET_NAME\n          value: shop\n        - name: TOKEN_URL\n          value: https://auth.example.com/token\n        - name: ENABLE_TOKEN\n          value: "true"\n        - name: API_KEY\n          value: ""\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  containers:\n    - name: shop\n      image: shop:1\n      env:\n        - name: DB_PASSWORD\n          value: $(OTHER)\n        - name: DB_SECRET\n          value: ${DB_SECRET}\n        - name: DATABASE_URL\n          value: postgres://shop:$(DB_PASSWORD)@db:5432/shop\n        - name: DB_TOKEN\n          value:\n        - DB_TOKEN\n        - name: 1\n          value: {a: b}\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  containers:\n    - name: shop\n      image: shop:1\n      env:\n        DB_PASSWORD: "1234"\n',
    ],
  },
});
