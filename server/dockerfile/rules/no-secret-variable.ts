import { defineRule } from '../../rule.ts';
import { assignmentsOf } from '../arguments/assignments.ts';
import { plain } from '../arguments/plain.ts';
import { inStage, placedInstructions, type DockerfileModel } from '../model.ts';
import { mountSecret } from '../variables/secret-mount.ts';
import { isHarmlessValue, soundsSecret } from '../../secret-names.ts';

export const noSecretVariable = defineRule<DockerfileModel>({
  id: 'dockerfile/no-secret-variable',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3064', 'buildkit:SecretsUsedInArgOrEnv'],
  message: {
    ko: '`{name}`의 값은 이미지에 그대로 남아 누구나 볼 수 있습니다. 빌드에는 `RUN --mount=type=secret`으로, 실행할 때는 밖에서 넘기세요.',
    en: 'The value of `{name}` stays in the image for all to read. Pass it to the build with `RUN --mount=type=secret`, and to the container from outside.',
  },
  variants: {
    arg: {
      ko: '빌드 인자 `{name}`의 값은 빌드 기록에 남습니다. `RUN --mount=type=secret`으로 넘기세요.',
      en: 'The value of the build argument `{name}` stays in the build history. Pass it with `RUN --mount=type=secret`.',
    },
  },
  why: {
    ko: '이미지를 받은 사람은 `docker history`와 `docker inspect`로 값을 꺼낼 수 있고, 나중에 지워도 이미지의 기록에 남습니다.',
    en: 'Whoever has the image reads the value with `docker history` or `docker inspect`; removing it later leaves it in the image’s history.',
  },
  note: 'dockerfile/RUN#--mount',
  check(model, report) {
    for (const { instruction, outer, stage } of placedInstructions(model)) {
      const { keyword } = instruction;
      if (keyword !== 'ENV' && keyword !== 'ARG') continue;
      for (const { name, nameSpan, valueSpan } of assignmentsOf(model, instruction)) {
        if (!soundsSecret(name) || (valueSpan && isHarmlessValue(plain(model, valueSpan)))) continue;
        report({
          at: nameSpan,
          data: { name },
          ...inStage(stage),
          ...(keyword === 'ARG' ? { variant: 'arg' } : {}),
          fix: () =>
            outer === instruction && keyword === 'ARG' && !valueSpan && stage ? mountSecret(model, instruction, stage, name) : undefined,
        });
      }
    }
  },
  examples: {
    bad: [
      { text: 'FROM node:24\nENV «DB_PASSWORD»=1234\n' },
      { text: 'from node:24\r\nenv A=1 \\\r\n  # 비밀\r\n  «apiKey»="x y"\r\n' },
      { text: 'FROM node:24\nENV «AWS_SECRET_ACCESS_KEY» abc\n' },
      { text: 'FROM node:24\nONBUILD ARG «GITHUB_TOKEN»\n' },
      { text: 'ARG «openai_api_key»\nFROM node:24\n' },
      {
        text: 'FROM node:24\nARG «NPM_TOKEN»\nRUN npm ci --token=$NPM_TOKEN\nRUN --network=none node a.js\n',
        fixed: 'FROM node:24\nRUN --mount=type=secret,id=NPM_TOKEN,env=NPM_TOKEN npm ci --token=$NPM_TOKEN\nRUN --network=none node a.js\n',
      },
      {
        text: 'from node:24\r\n# 사설 저장소\r\narg «NPM_TOKEN»\r\nrun \\\r\n  # 설치\r\n  --mount=type=cache,target=/root/.npm \\\r\n  echo "${NPM_TOKEN}" > .npmrc && \\\r\n  npm ci\r\n',
        fixed:
          'from node:24\r\n# 사설 저장소\r\nrun --mount=type=secret,id=NPM_TOKEN,env=NPM_TOKEN \\\r\n  # 설치\r\n  --mount=type=cache,target=/root/.npm \\\r\n  echo "${NPM_TOKEN}" > .npmrc && \\\r\n  npm ci\r\n',
      },
      { text: 'FROM node:24\nARG «TOKEN»\nLABEL token=$TOKEN\nRUN echo $TOKEN\n' },
      { text: 'FROM node:24 AS a\nARG «TOKEN»\nRUN echo $TOKEN\nFROM a\nRUN echo $TOKEN\n' },
    ],
    good: [
      'FROM node:24\nENV PUBLIC_KEY=abc NEXT_PUBLIC_API_KEY=a DB_PASSWORD_FILE=/run/secrets/db TOKEN_URL=https://example.com\n',
      'FROM node:24\nENV KEYCLOAK_VERSION=26 AUTHOR=a MONKEY=b TOKENIZERS=c PATH=$PATH SSH_AUTH_SOCK=/a AUTH_TYPE=basic\n',
      'FROM node:24\nENV BASIC_AUTH=false API_TOKEN=/run/secrets/token\nARG GPG_KEY=7169605F62C751356D054A26A821E680E5FA6305\n',
      'FROM node:24\nRUN --mount=type=secret,id=token,env=TOKEN npm ci\n',
      'FROM node:24\nLABEL password=a\nARG\nENV\n',
    ],
  },
});
