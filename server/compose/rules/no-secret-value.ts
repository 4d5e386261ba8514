import { type Scalar } from 'yaml';
import { defineRule } from '../../rule.ts';
import { isHarmlessValue, soundsSecret } from '../../secret-names.ts';
import { looksSecret } from '../../secret-values.ts';
import { isCheckable } from '../../yaml/per-document.ts';
import type { ComposeModel } from '../model.ts';
import { takeFromEnvironment } from '../review/literal-secret.ts';
import { variablesAt } from '../review/variables.ts';
import { resourceOf, servicesOf } from '../services.ts';
import { hasVariables } from '../values/interpolation.ts';

export const noSecretValue = defineRule<ComposeModel>({
  id: 'compose/no-secret-value',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{name}`의 값이 파일에 그대로 있습니다. Git에 올리지 않는 `.env`에 두고 변수로 받으세요.',
    en: 'The value of `{name}` stands in the file for all to read. Keep it in an `.env` outside of Git, and take it with a variable.',
  },
  variants: {
    argument: {
      ko: '빌드 인자 `{name}`의 값은 파일에도, 이미지의 기록에도 남습니다. `build.secrets`로 넘기세요.',
      en: "The value of the build argument `{name}` stays in the file and in the image's history. Hand it over with `build.secrets`.",
    },
  },
  why: {
    ko: 'Compose 파일은 저장소에 올라가고, 한 번 올라간 비밀번호는 지워도 기록에 남습니다.',
    en: 'Compose files go into the repository, and a password stays in its history even after it is deleted.',
  },
  note: 'compose/service#environment',
  check: ({ file }, report, place) => {
    for (const document of file.documents) {
      if (!isCheckable(document)) continue;
      const seen = new Set<Scalar>();
      for (const found of servicesOf(document)) {
        const service = { ...found, document };
        for (const path of [['environment'], ['build', 'args']])
          for (const variable of variablesAt(service, path)) {
            const { name, value, node } = variable;
            const isWritten = value !== '' && !isHarmlessValue(value) && !/^<[^>]*>$/.test(value) && !hasVariables(value);
            // Several services may take their variables from one anchor.
            if (seen.has(node) || (!(isWritten && (soundsSecret(name) || /(?:^|_)PASS$/i.test(name))) && !looksSecret(value))) continue;
            seen.add(node);
            const isArgument = path.length > 1;
            report({
              at: variable.nameAt,
              ...(isArgument ? { variant: 'argument' } : {}),
              data: { name: name.slice(0, 80) },
              resource: resourceOf(service),
              fix: () => (isArgument ? undefined : takeFromEnvironment(service, variable, place)),
            });
          }
      }
    }
  },
  examples: {
    bad: [
      {
        text: 'services:\n  db:\n    image: mysql:8.4\n    environment:\n      MYSQL_DATABASE: shop\n      «MYSQL_ROOT_PASSWORD»: root123 # 임시\n',
        fixed:
          'services:\n  db:\n    image: mysql:8.4\n    environment:\n      MYSQL_DATABASE: shop\n      MYSQL_ROOT_PASSWORD: ${MYSQL_ROOT_PASSWORD:?set it in .env} # 임시\n',
        creates: [
          {
            path: '.env',
            text: '# 비밀 값은 여기에만 둡니다. Git에 올리지 않게 .gitignore에 .env를 적으세요.\n# Secrets live here only. Keep this file out of Git: list .env in .gitignore.\nMYSQL_ROOT_PASSWORD=root123\n',
          },
          { path: '.gitignore', text: '.env\n' },
        ],
      },
      // a password inside an address; Git leaves something out already
      {
        text: 'services:\r\n  web:\r\n    build: .\r\n    environment:\r\n      - NODE_ENV=production\r\n      - "«DATABASE_URL»=postgres://user:pa$$s@db:5432/shop"\r\n',
        fixed:
          'services:\r\n  web:\r\n    build: .\r\n    environment:\r\n      - NODE_ENV=production\r\n      - "DATABASE_URL=${DATABASE_URL:?set it in .env}"\r\n',
        files: { '.gitignore': 'node_modules\n' },
        creates: [
          {
            path: '.env',
            text: "# 비밀 값은 여기에만 둡니다. Git에 올리지 않게 .gitignore에 .env를 적으세요.\n# Secrets live here only. Keep this file out of Git: list .env in .gitignore.\nDATABASE_URL='postgres://user:pa$s@db:5432/shop'\n",
          },
        ],
      },
      // an .env that is there is never changed
      {
        text: "services:\n  db: {image: 'postgres:17', environment: {«POSTGRES_PASSWORD»: 1234}}\n",
        fixed: 'services:\n  db: {image: \'postgres:17\', environment: {POSTGRES_PASSWORD: "${POSTGRES_PASSWORD:?set it in .env}"}}\n',
        files: { '.env': 'TAG=1\n' },
      },
      {
        text: 'services:\n  api:\n    build: .\n    environment:\n      «DB_PASSWORD»: "a b"\n',
        fixed: 'services:\n  api:\n    build: .\n    environment:\n      DB_PASSWORD: "${API_DB_PASSWORD:?set it in .env}"\n',
        files: { '.env': 'DB_PASSWORD=other\n' },
      },
      // part of it is filled in
      { text: 'services:\n  api:\n    build: .\n    environment:\n      «DATABASE_URL»: postgres://shop:s3cret@${DB_HOST:-db}/shop\n' },
      { text: 'services:\n  api:\n    build:\n      context: .\n      args:\n        «NPM_TOKEN»: abc123\n' },
    ],
    good: [
      'services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?set it in .env}\n      POSTGRES_PASSWORD_FILE: /run/secrets/db\n      API_KEY: ""\n      DB_TOKEN:\n      JWT_PUBLIC_KEY: MFkw\n      MYSQL_ALLOW_EMPTY_PASSWORD: "yes"\n      URL: postgres://user:${PW}@db/shop\n',
      'services:\n  web:\n    build: .\n    environment:\n      - DB_PASSWORD\n      - DB_PASSWORD=\n      - DB_SECRET=$SECRET\n      - KEY_CONVERTER=org.apache.kafka.connect.json.JsonConverter\n',
      'services:\n  web:\n    build: .\n    environment:\n      SESSION_SECRET: !reset null\n      OTHER: {PASSWORD: a}\n    labels:\n      password: a\n',
    ],
  },
});
