import { nearestNames } from '../../nearest.ts';
import { defineRule } from '../../rule.ts';
import { inStage, placedInstructions, type DockerfileModel } from '../model.ts';
import { findStage } from '../stages/find.ts';
import { sourceNames } from '../stages/references.ts';

export const knownCopySource = defineRule<DockerfileModel>({
  id: 'dockerfile/known-copy-source',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3022'],
  message: {
    ko: '위에 `{name}`이라는 스테이지가 없어 `--build-context`로도 주지 않으면 이미지 `{name}:latest`를 받습니다. 이름을 고치거나, 이미지라면 태그를 적으세요.',
    en: 'No stage above is called `{name}`, so unless `--build-context` gives it, the image `{name}:latest` is pulled. Correct the name, or give the image a tag.',
  },
  variants: {
    near: {
      ko: '위에 `{name}`이라는 스테이지가 없습니다. `{nearest}` 스테이지를 쓰려던 것인지 확인하세요.',
      en: 'No stage above is called `{name}`. Did you mean `{nearest}`?',
    },
  },
  why: {
    ko: '이름을 잘못 적으면 빌드한 결과 대신 Docker Hub의 같은 이름 이미지를 찾습니다. 누가 올렸는지 모르는 파일이 들어올 수 있습니다.',
    en: 'With a misspelt name the builder looks on Docker Hub instead of in your build, and may copy files of a stranger’s image.',
  },
  note: 'dockerfile/COPY#--from',
  check(model, report) {
    const names = new Set(model.stages.flatMap(({ name }) => name?.text.toLowerCase() ?? []));
    for (const { instruction, stage } of placedInstructions(model)) {
      if (instruction.keyword !== 'COPY') continue;
      for (const { text, span } of sourceNames(model, instruction)) {
        if (/[$:/@.]/.test(text) || text.toLowerCase() === 'scratch' || text.toLowerCase() === 'context') continue;
        if (stage && findStage(model, text, stage)) continue;
        const about = { at: span, ...inStage(stage) };
        // Numbers, the stage itself and later stages make the build fail, which known-stage tells.
        if (/^\d+$/.test(text) || names.has(text.toLowerCase())) continue;
        // A file may have very many stages; the name meant is most likely one close by.
        const earlier = model.stages
          .slice(Math.max(0, (stage?.index ?? 0) - 50), stage?.index ?? 0)
          .flatMap(({ name }) => name?.text ?? []);
        const [near] = nearestNames(text, earlier, 1);
        if (near === undefined) report({ ...about, data: { name: text } });
        else
          report({
            ...about,
            variant: 'near',
            data: { name: text, nearest: near },
            fix: () => ({
              title: { ko: `\`${near}\` 이름으로 바꾸기`, en: `Change to \`${near}\`` },
              edits: [{ span, newText: near }],
            }),
          });
      }
    }
  },
  examples: {
    bad: [
      {
        text: 'FROM node:24 AS builder\nFROM nginx:1.30\nCOPY --from=«bulder» /app /app\n',
        fixed: 'FROM node:24 AS builder\nFROM nginx:1.30\nCOPY --from=builder /app /app\n',
      },
      { text: 'FROM nginx:1.30\nCOPY --from=«composer» /usr/bin/composer /usr/bin/\n' },
      { text: 'from node:24 as build\r\nfrom nginx:1.30\r\ncopy \\\r\n  --from=«deps» \\\r\n  # 결과\r\n  /a /b\r\n' },
      { text: 'COPY --from=«foo» bar .' },
    ],
    good: [
      'FROM node:24 AS build\nFROM nginx:1.30\nCOPY --from=BUILD /a /a\nCOPY --from=0 /a /a\n',
      'FROM nginx:1.30\nCOPY --from=composer:2 /usr/bin/composer /usr/bin/\nCOPY --from=ghcr.io/astral-sh/uv /uv /bin/\n',
      'ARG SOURCE=build\nFROM node:24 AS build\nFROM nginx:1.30\nCOPY --from=$SOURCE /a /a\n',
      'FROM nginx:1.30 AS web\nCOPY --from=web a b\nCOPY --from=3 a b\nCOPY a b\n',
      'FROM nginx:1.30\nCOPY --from=build /a /a\nFROM node:24 AS build\n',
    ],
  },
});
