import { defineRule, type Fix } from '../../rule.ts';
import { inStage, type DockerfileModel } from '../model.ts';
import { appendCommand } from '../packages/append.ts';
import { leftBehind } from '../packages/caches.ts';
import { runsOf } from '../packages/calls.ts';

export const noYarnCache = defineRule<DockerfileModel>({
  id: 'dockerfile/no-yarn-cache',
  severity: 'info',
  presets: [],
  equivalents: ['hadolint:DL3060'],
  message: {
    ko: 'yarn이 내려받은 캐시가 이미지에 남습니다. 캐시 마운트를 쓰거나 `yarn cache clean`으로 끝내세요.',
    en: 'The cache of yarn stays in the image. Use a cache mount, or end with `yarn cache clean`.',
  },
  why: {
    ko: '패키지가 `node_modules`와 캐시에 한 벌씩 들어가 이미지가 그만큼 커집니다.',
    en: 'Every package is in the image twice: in `node_modules` and in the cache.',
  },
  note: 'dockerfile/RUN#--mount',
  check(model, report) {
    for (const run of runsOf(model)) {
      if (!run.kept) continue;
      for (const { filled, clean } of leftBehind(model, run)) {
        if (filled.manager.name !== 'yarn' || clean === undefined) continue;
        const fix = (): Fix | undefined => {
          const edit = appendCommand(model, run.instruction, clean);
          return edit && { title: { ko: `\`${clean}\` 붙이기`, en: `Add \`${clean}\`` }, edits: [edit] };
        };
        report({ at: filled.span, ...inStage(run.stage), fix });
      }
    }
  },
  examples: {
    bad: [
      {
        text: 'FROM node:24\nRUN «yarn install» --frozen-lockfile\n',
        fixed: 'FROM node:24\nRUN yarn install --frozen-lockfile && yarn cache clean\n',
      },
      {
        text: 'from node:24\r\nrun corepack enable && \\\r\n    # 설치\r\n    «yarn»\r\n',
        fixed: 'from node:24\r\nrun corepack enable && \\\r\n    # 설치\r\n    yarn && \\\r\n    yarn cache clean\r\n',
      },
      {
        text: 'FROM node:24\nONBUILD RUN yarn cache clean && «yarn install»\nFROM scratch\n',
        fixed: 'FROM node:24\nONBUILD RUN yarn cache clean && yarn install && yarn cache clean\nFROM scratch\n',
      },
      { text: 'FROM node:24\nRUN <<EOF\n«yarn install»\nEOF\n', fixed: 'FROM node:24\nRUN <<EOF\nyarn install\nyarn cache clean\nEOF\n' },
      { text: 'FROM node:24\nRUN «["yarn", "install"]»\n' },
    ],
    good: [
      'FROM node:24\nRUN yarn install --frozen-lockfile && yarn cache clean\n',
      'FROM node:24\nRUN --mount=type=cache,target=/usr/local/share/.cache/yarn yarn install\n',
      'FROM node:24 AS build\nRUN yarn install\nFROM nginx:1.30\nCOPY --from=build /app /app\n',
      'FROM node:24\nRUN yarn build && yarn --version && yarn -v\n',
    ],
  },
});
