import { defineRule } from '../../rule.ts';
import { imageName } from '../../image.ts';
import { baseImage } from '../images/base.ts';
import { inStage, type DockerfileModel, type Stage } from '../model.ts';
import { runsOf } from '../packages/calls.ts';
import { packageCalls, type Option, type PackageCall } from '../packages/read.ts';

export const useOmitDev = defineRule<DockerfileModel>({
  id: 'dockerfile/use-omit-dev',
  severity: 'info',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{option}` 옵션은 npm에서 폐기되었습니다. `--omit=dev`를 쓰세요.',
    en: 'npm has deprecated `{option}`. Use `--omit=dev`.',
  },
  why: {
    ko: '지금의 npm은 경고를 내고, 다음 버전에서 사라지면 개발용 의존성까지 조용히 이미지에 들어갑니다.',
    en: 'npm warns about it today. Once it is gone, the dependencies for development slip into the image.',
  },
  note: 'dockerfile/RUN',
  url: 'https://docs.npmjs.com/cli/commands/npm-ci#omit',
  check(model, report) {
    for (const run of runsOf(model)) {
      for (const call of packageCalls(run.calls)) {
        const option = call.manager.name === 'npm' && takesOmit(call) ? call.options.find(isProduction) : undefined;
        if (!option || hasOldNpm(model, run.stage)) continue;
        report({
          at: option.span,
          data: { option: option.value === undefined ? option.name : `${option.name}=${option.value}` },
          ...inStage(run.stage),
          fix: () =>
            call.call.editable
              ? {
                  title: { ko: '`--omit=dev`로 바꾸기', en: 'Change to `--omit=dev`' },
                  edits: [{ span: option.span, newText: '--omit=dev' }],
                  isPreferred: true,
                }
              : undefined,
        });
      }
    }
  },
  examples: {
    bad: [
      { text: 'FROM node:24\nRUN npm ci «--only=production»\n', fixed: 'FROM node:24\nRUN npm ci --omit=dev\n' },
      {
        text: 'from node:24\r\nrun npm install \\\r\n    # 운영\r\n    «--only prod» \\\r\n    && npm cache clean --force\r\n',
        fixed: 'from node:24\r\nrun npm install \\\r\n    # 운영\r\n    --omit=dev \\\r\n    && npm cache clean --force\r\n',
      },
      {
        text: 'FROM node:24-alpine AS build\nONBUILD RUN npm prune «--production»\n',
        fixed: 'FROM node:24-alpine AS build\nONBUILD RUN npm prune --omit=dev\n',
      },
      { text: 'FROM node:24\nRUN <<EOF\nnpm i «--production=true»\nEOF\n', fixed: 'FROM node:24\nRUN <<EOF\nnpm i --omit=dev\nEOF\n' },
      { text: 'FROM node:24\nRUN «["npm", "ci", "--only=production"]»\n' },
    ],
    good: [
      'FROM node:24\nRUN npm ci --omit=dev\nRUN yarn install --production && pnpm install --prod\n',
      'FROM node:24\nRUN npm run build --production && npm ci --production=false && npm ci --only=dev\n',
      'FROM node:14-alpine\nRUN npm ci --only=production\n',
      'FROM node:24\nRUN echo npm ci --only=production\n',
    ],
  },
});

function takesOmit({ manager, subcommand }: PackageCall): boolean {
  const name = subcommand?.value ?? '';
  return (
    manager.install.has(name) ||
    /^(?:ci|clean-install|ic|install-clean|prune|update|up|upgrade|rebuild|dedupe|install-ci-test|cit)$/.test(name)
  );
}

function isProduction({ name, value }: Option): boolean {
  return (name === '--only' && /^prod(?:uction)?$/.test(value ?? '')) || (name === '--production' && (value ?? 'true') === 'true');
}

/** npm 6, which came with Node.js 14 and earlier, does not know `--omit`. */
function hasOldNpm(model: DockerfileModel, stage: Stage | undefined): boolean {
  const image = stage && baseImage(model, stage);
  const major = image && imageName(image) === 'node' ? /^\d+/.exec(image.tag ?? '')?.[0] : undefined;
  return major !== undefined && Number(major) < 15;
}
