import { defineRule } from '../../rule.ts';
import { stageResource, type DockerfileModel } from '../model.ts';

export const matchingAsCase = defineRule<DockerfileModel>({
  id: 'dockerfile/matching-as-case',
  severity: 'hint',
  presets: [],
  equivalents: ['buildkit:FromAsCasing'],
  message: {
    ko: '`{as}`와 `{from}`의 대소문자가 다릅니다. `{wanted}`로 쓰세요.',
    en: '`{as}` and `{from}` are in different cases. Write `{wanted}`.',
  },
  why: {
    ko: '한 줄 안에서 키워드의 모양이 같아야 이미지와 스테이지 이름이 쉽게 눈에 들어옵니다.',
    en: 'When the keywords of a line look alike, the image and the stage name between them are easier to see.',
  },
  note: 'dockerfile/FROM#AS',
  check(model, report) {
    for (const stage of model.stages) {
      const { keywordSpan, words } = stage.from;
      const as = words[1];
      const from = model.text.slice(keywordSpan.start, keywordSpan.end);
      if (!as || !/^as$/i.test(as.text)) continue;
      // A FROM in mixed case has its own finding.
      const wanted = from === from.toLowerCase() ? 'as' : from === from.toUpperCase() ? 'AS' : as.text;
      if (wanted === as.text) continue;
      report({
        at: as.span,
        data: { as: as.text, from, wanted },
        resource: stageResource(stage),
        fix: () => ({
          title: { ko: `\`${wanted}\`로 바꾸기`, en: `Change to \`${wanted}\`` },
          edits: [{ span: as.span, newText: wanted }],
          isPreferred: true,
        }),
      });
    }
  },
  examples: {
    bad: [
      { text: 'FROM node:24 «as» build\n', fixed: 'FROM node:24 AS build\n' },
      {
        text: 'from node:24 \\\r\n  # 빌드\r\n  «AS» build\r\n',
        fixed: 'from node:24 \\\r\n  # 빌드\r\n  as build\r\n',
      },
      { text: 'FROM node:24 «As» build', fixed: 'FROM node:24 AS build' },
    ],
    good: ['FROM node:24 AS build\n', 'from node:24 as build\n', 'From node:24 as build\n', 'FROM node:24\n', 'FROM as\n'],
  },
});
