import { defineRule } from '../../rule.ts';
import { readInstall } from '../installs/read.ts';
import { stageResource, type DockerfileModel } from '../model.ts';
import { commandsOf } from '../shell.ts';
import { variablesOf } from '../variables/variables.ts';

/** Names of build arguments that hold another value at every build. */
const changing = /(?:^|_)(?:COMMIT|SHA|REVISION|BUILD_(?:DATE|TIME|NUMBER|ID)|TIMESTAMP|CACHE_?BUST)(?:_|$)|^GIT_(?!URL|REPO)/;

export const lateChangingArg = defineRule<DockerfileModel>({
  id: 'dockerfile/late-changing-arg',
  severity: 'info',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{name}` 값은 빌드할 때마다 바뀌어 아래의 `{command}`가 매번 다시 실행됩니다. `ARG`를 쓰는 줄 바로 위로 내리세요.',
    en: '`{name}` differs at every build, so `{command}` below runs again each time. Move the `ARG` down to right above where it is used.',
  },
  why: {
    ko: '`RUN`은 위에서 선언한 `ARG`의 값을 환경 변수로 받으므로, 쓰지 않는 값이 바뀌어도 캐시를 쓰지 못합니다.',
    en: 'A `RUN` gets every `ARG` declared above it as an environment variable, so a new value undoes its cache even if it is not used.',
  },
  note: 'concepts/build-cache',
  url: 'https://docs.docker.com/reference/dockerfile/#impact-on-build-caching',
  check(model, report) {
    const { definitions, uses } = variablesOf(model);
    for (const definition of definitions) {
      const { kind, name, nameSpan, stage, instruction } = definition;
      if (kind !== 'ARG' || !stage || !changing.test(name)) continue;
      const firstUse = Math.min(...uses.filter((use) => use.definition === definition).map(({ span }) => span.start));
      const install = stage.instructions
        .filter(({ keyword, span }) => keyword === 'RUN' && span.start > instruction.span.end && span.end < firstUse)
        .flatMap((run) => commandsOf(model, run).map(readInstall))
        .find((found) => found !== undefined);
      if (install) report({ at: nameSpan, data: { name, command: install.name }, resource: stageResource(stage) });
    }
  },
  examples: {
    bad: [
      {
        text: 'FROM node:24-alpine\nARG «GIT_SHA»\nCOPY package.json package-lock.json ./\nRUN npm ci\nLABEL org.opencontainers.image.revision=$GIT_SHA\n',
      },
      {
        text: 'from python:3.14-slim\r\narg TZ «BUILD_DATE»=unknown\r\ncopy requirements.txt .\r\nrun pip install \\\r\n  -r requirements.txt\r\n',
      },
    ],
    good: [
      'FROM node:24-alpine\nCOPY package.json package-lock.json ./\nRUN npm ci\nARG GIT_SHA\nLABEL org.opencontainers.image.revision=$GIT_SHA\n',
      'ARG BUILD_DATE\nFROM node:24-alpine\nRUN npm ci\n',
      'FROM node:24-alpine\nARG NODE_ENV=production\nARG GIT_URL\nRUN npm ci\n',
      'FROM golang:1.27\nARG COMMIT\nRUN go build -ldflags "-X main.commit=$COMMIT" ./...\n',
      'FROM golang:1.27\nARG COMMIT\nRUN echo "$COMMIT" > /commit && go mod download\n',
    ],
  },
});
