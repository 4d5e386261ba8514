import { defineRule, type Fix } from '../../rule.ts';
import { wordsWithoutComment } from '../arguments/trailing-comment.ts';
import { insertBelow, keywordLike } from '../edits.ts';
import { imageName } from '../../image.ts';
import { baseImage } from '../images/base.ts';
import { rootImage } from '../images/users.ts';
import { finalStage, stageResource, type DockerfileModel, type Instruction, type Stage, type Word } from '../model.ts';
import { commandsOf } from '../shell.ts';
import { lineage } from '../stages/find.ts';

export const nonRootUser = defineRule<DockerfileModel>({
  id: 'dockerfile/non-root-user',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3002'],
  message: {
    ko: '컨테이너가 root로 실행됩니다. root가 아닌 `USER`를 지정하세요.',
    en: 'The container runs as root. Set a `USER` that is not root.',
  },
  variants: {
    missing: {
      ko: '`USER`가 없고 `{image}`의 기본 사용자는 root라서, 컨테이너가 root로 실행됩니다. 다른 사용자를 지정하세요.',
      en: 'There is no `USER` and `{image}` starts as root, so the container runs as root. Set another user.',
      equivalents: [],
    },
    root: {
      ko: '마지막 `USER`가 root라서 컨테이너도 root로 실행됩니다. 설치가 끝나면 다른 사용자로 바꾸세요.',
      en: 'The last `USER` is root, so the container runs as root. Switch to another user when the installing is done.',
      equivalents: ['hadolint:DL3002'],
    },
  },
  why: {
    ko: '앱이 뚫리면 공격자도 root가 됩니다. 컨테이너를 벗어나는 취약점이 있을 때 호스트까지 위험해지고, `runAsNonRoot`인 Pod에서는 시작조차 못 합니다.',
    en: 'Who breaks into the app is root as well, one flaw away from the host. And a Pod with `runAsNonRoot` does not start the container at all.',
  },
  note: 'dockerfile/USER',
  check(model, report) {
    const stage = finalStage(model);
    if (!stage) return;
    const users = usersOf(model, stage);
    const last = users.at(-1);
    // Someone is typing it.
    if (stage.instructions.some(({ keyword, words }) => keyword === 'USER' && words.length === 0)) return;
    const resource = stageResource(stage);
    if (last) {
      if (isRoot(last.text)) report({ at: last.span, variant: 'root', resource, fix: () => switchUser(model, stage, users) });
      return;
    }
    const { base } = stage;
    const image = baseImage(model, stage);
    if (!base || !image || !rootImage(image) || !has(model, stage, work) || dropsRights(model, stage)) return;
    // An image from scratch that starts nothing only carries files.
    if (image.repository === 'scratch' && !has(model, stage, starters)) return;
    report({ at: base.span, variant: 'missing', data: { image: imageName(image) }, resource, fix: () => switchUser(model, stage, users) });
  },
  examples: {
    bad: [
      {
        text: 'FROM «node:24-alpine»\nWORKDIR /app\nCOPY . .\n\n# 시작\nEXPOSE 3000\nCMD ["node", "server.js"]\n',
        fixed: 'FROM node:24-alpine\nWORKDIR /app\nCOPY . .\nUSER node\n\n# 시작\nEXPOSE 3000\nCMD ["node", "server.js"]\n',
      },
      {
        text: '# 파이썬 앱\r\nfrom «python:3.13-slim»\r\nrun pip install \\\r\n  -r requirements.txt\r\ncmd ["python", "app.py"]\r\n',
        fixed:
          '# 파이썬 앱\r\nfrom python:3.13-slim\r\nrun pip install \\\r\n  -r requirements.txt\r\n' +
          'run groupadd --gid 10001 app && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin app\r\nuser 10001:10001\r\ncmd ["python", "app.py"]\r\n',
      },
      {
        text: 'FROM golang:1.26 AS build\nRUN go build -o /app .\nFROM «alpine:3.22»\nCOPY --from=build /app /app\nENTRYPOINT ["/app"]',
        fixed:
          'FROM golang:1.26 AS build\nRUN go build -o /app .\nFROM alpine:3.22\nCOPY --from=build /app /app\n' +
          'RUN addgroup -g 10001 app && adduser -u 10001 -G app -D -H app\nUSER 10001:10001\nENTRYPOINT ["/app"]',
      },
      {
        text: 'FROM gcr.io/distroless/static-debian12\nUSER «root»\n',
        fixed: 'FROM gcr.io/distroless/static-debian12\nUSER 65532:65532\n',
      },
      { text: 'FROM gcr.io/distroless/static-debian12:nonroot\nUSER «0»\n' },
      {
        text: 'FROM node:24\nUSER node\nRUN npm ci\nUSER «"0:0"»\nRUN apt-get update\nCMD ["node", "a.js"]\n',
        fixed: 'FROM node:24\nUSER node\nRUN npm ci\nUSER "0:0"\nRUN apt-get update\nUSER node\nCMD ["node", "a.js"]\n',
      },
      { text: 'FROM debian:13 AS base\nUSER «root:root»\nFROM base\nRUN useradd app\n' },
      { text: 'FROM scratch\nUSER «root»\n', fixed: 'FROM scratch\nUSER 10001:10001\n' },
      { text: 'ARG VERSION\nFROM «node:${VERSION}-slim» AS app\nCOPY . \\\n' },
      {
        text: 'FROM «scratch»\nCOPY app /app\nENTRYPOINT ["/app"]\n',
        fixed: 'FROM scratch\nCOPY app /app\nUSER 10001:10001\nENTRYPOINT ["/app"]\n',
      },
      { text: 'FROM «fedora:43»\nCMD ["bash"]\n' },
      {
        text: 'FROM «mcr.microsoft.com/dotnet/aspnet:10.0»\nCOPY . .\n',
        fixed: 'FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY . .\nUSER $APP_UID\n',
      },
    ],
    good: [
      'FROM node:24\nUSER node\n',
      'FROM node:24\nUSER root\nRUN apt-get update\nUSER 1000:1000\nCMD ["node"]\n',
      'FROM node:24 AS base\nUSER node\nFROM base\nCMD ["node"]\n',
      'FROM debian:13\nARG APP_USER=app\nUSER $APP_USER\n',
      'FROM debian:13\nUSER\nCMD ["app"]\n',
      'FROM debian:13\nWORKDIR /app\n',
      'FROM gcr.io/distroless/static-debian12:nonroot\nENTRYPOINT ["/app"]\n',
      'FROM nginxinc/nginx-unprivileged:1.29\nFROM nginx:1.30\nCOPY dist /usr/share/nginx/html\n',
      'FROM postgres:18\nCOPY init.sql /docker-entrypoint-initdb.d/\n',
      'FROM registry.example.com/team/base:1\nCMD ["app"]\n',
      'ARG BASE\nFROM ${BASE}\nCMD ["app"]\n',
      'FROM scratch\nCOPY --from=build /out /\n',
      'FROM debian:13\nRUN apt-get install -y gosu\nENTRYPOINT ["/start.sh"]\n',
      'FROM debian:13\nUSER root\nFROM node:24\nUSER node\n',
      'FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nCMD ["app.exe"]\n',
    ],
  },
});

/** The arguments of USER that the stage goes through, those of the stages it starts from first. */
function usersOf(model: DockerfileModel, stage: Stage): readonly Word[] {
  return lineage(model, stage)
    .toReversed()
    .flatMap(({ instructions }) => instructions)
    .filter(({ keyword }) => keyword === 'USER')
    .flatMap((instruction) => wordsWithoutComment(model, instruction).slice(0, 1));
}

function isRoot(user: string): boolean {
  return /^["']?(?:root|0+)(?::|["']?$)/.test(user);
}

/** Programs with which a start script gives up root's rights. */
function dropsRights(model: DockerfileModel, stage: Stage): boolean {
  return lineage(model, stage).some(({ instructions }) =>
    instructions.some(
      ({ argumentsSpan }) =>
        argumentsSpan &&
        /\b(?:gosu|su-exec|setpriv|s6-setuidgid|chpst|fixuid)\b/.test(model.text.slice(argumentsSpan.start, argumentsSpan.end)),
    ),
  );
}

const starters: ReadonlySet<string> = new Set(['CMD', 'ENTRYPOINT']);
/** Without any of these a file is only begun. */
const work: ReadonlySet<string> = new Set(['RUN', 'COPY', 'ADD', ...starters]);

function has(model: DockerfileModel, stage: Stage, keywords: ReadonlySet<string>): boolean {
  return lineage(model, stage).some(({ instructions }) => instructions.some(({ keyword }) => keywords.has(keyword)));
}

/** Instructions at a stage's end that need no rights, so that USER may stand above them. */
const settings: ReadonlySet<string> = new Set([
  'CMD',
  'ENTRYPOINT',
  'HEALTHCHECK',
  'EXPOSE',
  'LABEL',
  'STOPSIGNAL',
  'VOLUME',
  'ENV',
  'MAINTAINER',
  'ONBUILD',
]);

function switchUser(model: DockerfileModel, stage: Stage, users: readonly Word[]): Fix | undefined {
  const last = stage.instructions.findLast(({ keyword }) => !settings.has(keyword));
  const remedy = last && remedyFor(model, stage, users);
  if (!last || !remedy) return undefined;
  const title = { ko: `\`${remedy.user}\` 사용자로 실행하기`, en: `Run as the user \`${remedy.user}\`` };
  const root = users.at(-1);
  if (root && last.words[0] === root && remedy.create === undefined) return { title, edits: [{ span: root.span, newText: remedy.user }] };
  const keyword = (name: string): string => keywordLike(model, stage.from, name);
  const create = remedy.create === undefined ? [] : [`${keyword('RUN')} ${remedy.create}`];
  const edit = insertBelow(model, last, [...create, `${keyword('USER')} ${remedy.user}`]);
  // Never preferred: files that the app writes may belong to root.
  return edit && { title, edits: [edit] };
}

/** The user to run as, and the command that makes it when the image has none. */
function remedyFor(
  model: DockerfileModel,
  stage: Stage,
  users: readonly Word[],
): { readonly user: string; readonly create?: string } | undefined {
  const before = users.findLast(({ text }) => !isRoot(text));
  if (before) return before.text.includes('$') ? undefined : { user: before.text };
  const image = baseImage(model, stage);
  const known = image && rootImage(image);
  if (known?.ownUser !== undefined) return { user: known.ownUser };
  if (
    !known ||
    model.escape !== '\\' ||
    lineage(model, stage).some(({ instructions }) => instructions.some((instruction) => makesUser(model, instruction)))
  )
    return undefined;
  if (known.tools === 'debian')
    return {
      user: '10001:10001',
      create: 'groupadd --gid 10001 app && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin app',
    };
  if (known.tools === 'alpine') return { user: '10001:10001', create: 'addgroup -g 10001 app && adduser -u 10001 -G app -D -H app' };
  return undefined;
}

/** Another user may have the same name or number. */
function makesUser(model: DockerfileModel, instruction: Instruction): boolean {
  return (
    instruction.keyword === 'RUN' &&
    commandsOf(model, instruction).some(({ words }) => /(?:^|\/)(?:add(?:user|group)|(?:user|group)add)$/.test(words[0] ?? ''))
  );
}
