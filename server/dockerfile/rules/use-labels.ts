import { defineRule } from '../../rule.ts';
import { finalStage, stageResource, type DockerfileModel } from '../model.ts';
import { lineage } from '../stages/find.ts';

export const useLabels = defineRule<DockerfileModel>({
  id: 'dockerfile/use-labels',
  severity: 'hint',
  presets: [],
  equivalents: [],
  message: {
    ko: '이미지에 레이블이 없습니다. `LABEL org.opencontainers.image.source=…`처럼 출처와 버전을 적으세요.',
    en: 'The image has no labels. Tell where it comes from, as in `LABEL org.opencontainers.image.source=…`.',
  },
  why: {
    ko: '레이블이 있으면 레지스트리나 서버에 있는 이미지가 어느 저장소의 어느 버전인지 알 수 있습니다.',
    en: 'Labels tell which repository and version an image on a registry or server was made from.',
  },
  note: 'dockerfile/LABEL',
  check(model, report) {
    const stage = finalStage(model);
    if (!stage?.base) return;
    const labelled = lineage(model, stage).some(({ instructions }) => instructions.some(({ keyword }) => keyword === 'LABEL'));
    if (!labelled) report({ at: stage.base.span, resource: stageResource(stage) });
  },
  examples: {
    bad: [
      { text: 'FROM «node:24»\nRUN npm ci\n' },
      { text: 'from node:24 as build\r\nlabel a=b\r\nfrom «nginx:1.29»\r\ncopy --from=build /a \\\r\n  /b\r\n' },
    ],
    good: [
      'FROM node:24\nLABEL org.opencontainers.image.source=https://example.com/web\n',
      'FROM node:24 AS base\nLABEL a=b\nFROM base\n',
      'from node:24\r\nlabel a=b \\\r\n  # 버전\r\n  c=d\r\n',
      'ARG A=b\n',
    ],
  },
});
