import { isMap, isScalar } from 'yaml';
import { defineRule } from '../../rule.ts';
import { isHarmlessValue, soundsSecret } from '../../secret-names.ts';
import { spanOfKey } from '../../yaml/parse.ts';
import { isEmpty, nodeAt, pairsOf, resolve } from '../../yaml/read.ts';
import { perManifest } from '../check.ts';
import { groupOf, type KubernetesModel } from '../model.ts';
import { isPlaceholder, passwordIn } from '../security/secret-value.ts';
import { looksSecret } from '../../secret-values.ts';

/** Keys that are names of files with settings, of which a secret may be one among many, and keys that say nothing. */
const sayNothing = /\.(?:c(?:n|on)?fg?|env|html?|ini|js|json|lua|md|properties|pub|sh|sql|toml|tpl|txt|xml|ya?ml)$|^(?:auth|key)$/i;

export const noSecretInConfigMap = defineRule<KubernetesModel>({
  id: 'kubernetes/no-secret-in-config-map',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['polaris:sensitiveConfigmapContent'],
  message: {
    ko: '`{key}`은(는) 비밀로 보입니다. ConfigMap이 아니라 Secret에 두세요.',
    en: '`{key}` looks like a secret. Keep it in a Secret, not in a ConfigMap.',
  },
  variants: {
    line: {
      ko: '`{key}`에 `{name}`의 값이 그대로 있습니다. ConfigMap이 아니라 Secret에 두세요.',
      en: 'The value of `{name}` stands in `{key}`. Keep it in a Secret, not in a ConfigMap.',
    },
  },
  why: {
    ko: 'ConfigMap은 누구나 읽어도 되는 설정을 위한 것이라 권한이 넓게 열려 있고, 값이 그대로 보입니다.',
    en: 'ConfigMaps are made for settings that all may read: access to them is wide, and their values lie open.',
  },
  note: 'kubernetes/ConfigMap#data',
  check: perManifest((manifest, report) => {
    const { document, root } = manifest;
    const { ast } = document.source;
    if (manifest.kind !== 'ConfigMap' || groupOf(manifest) !== '') return;
    const data = nodeAt(ast, root, ['data']);
    if (!isMap(data)) return;
    for (const [key, pair] of pairsOf(ast, data)) {
      const value = resolve(ast, pair.value);
      const at = spanOfKey(document, pair);
      if (!at || !isScalar(value) || isEmpty(value)) continue;
      const text = String(value.value).trim();
      const bySound = soundsSecret(key) && !sayNothing.test(key) && text !== '' && !isHarmlessValue(text) && !isPlaceholder(text);
      const password = bySound ? undefined : passwordIn(text);
      if (password !== undefined) report({ at, variant: 'line', data: { key: key.slice(0, 80), name: password } });
      else if (bySound || looksSecret(text)) report({ at, data: { key: key.slice(0, 80) } });
    }
  }),
  examples: {
    bad: [
      { text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  DB_HOST: db\n  «DB_PASSWORD»: "1234"\n' },
      {
        text: 'apiVersion: v1\r\nkind: List\r\nitems:\r\n  - apiVersion: v1\r\n    kind: ConfigMap\r\n    metadata: {name: shop}\r\n    data: {«"azure.batch-key"»: xxxxx}\r\n',
      },
      {
        text: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  «application.properties»: |\n    # 데이터베이스\n    url=jdbc:postgresql://db/shop\n    mirror=https://shop:s3cret@mirror.example.com/\n',
      },
      {
        text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  «application.yaml»: |\n    spring:\n      datasource:\n        username: shop\n        password: s3cret\n',
      },
      {
        text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  «server.pem»: |\n    -----BEGIN PRIVATE KEY-----\n    MIIE\n',
      },
    ],
    good: [
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  PUBLIC_KEY: MFkw\n  PASSWORD_FILE: /run/secrets/db\n  SECRET_NAME: shop\n  TOKEN_TTL: "3600"\n  auth.conf: |\n    realm shop\n    password = ${DB_PASSWORD}\n    password_file = /run/secrets/db\n    # the password: see Secret\n    passwordField: password\n  key: value\n  API_KEY: ""\n  API_TOKEN:\n',
      'apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop\nstringData:\n  DB_PASSWORD: "1234"\n',
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata: DB_PASSWORD=1234\n',
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  DB_PASSWORD: ${DB_PASSWORD}\n  API_KEY: [a]\n',
    ],
  },
});
