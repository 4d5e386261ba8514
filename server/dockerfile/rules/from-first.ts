import { defineRule } from '../../rule.ts';
import { isInstruction } from '../instructions.ts';
import type { DockerfileModel } from '../model.ts';

export const fromFirst = defineRule<DockerfileModel>({
  id: 'dockerfile/from-first',
  severity: 'error',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3061'],
  message: {
    ko: '첫 `FROM` 앞에는 `ARG`만 올 수 있어 빌드가 실패합니다. `{keyword}`를 `FROM` 아래로 옮기세요.',
    en: 'Only `ARG` may stand before the first `FROM`, so the build fails. Move `{keyword}` below it.',
  },
  variants: {
    empty: {
      ko: '명령어가 하나도 없어 빌드가 실패합니다. `FROM`으로 시작하세요.',
      en: 'There is no instruction, so the build fails. Begin with `FROM`.',
      equivalents: [],
    },
  },
  why: {
    ko: '`FROM`이 스테이지를 시작합니다. 그 앞에서는 명령어를 실행하거나 설정을 적용할 이미지가 없습니다.',
    en: '`FROM` starts the stage. Before it there is no image to run commands in or to set anything on.',
  },
  note: 'dockerfile/FROM',
  check(model, report) {
    const [first] = model.instructions;
    if (!first) {
      report({ at: { start: 0, end: 0 }, variant: 'empty' });
      return;
    }
    const from = model.stages[0]?.from;
    // Without any FROM the file may be a part that something else puts together.
    const early = from && model.instructions.find(({ keyword }) => keyword !== 'ARG' && isInstruction(keyword));
    if (early && early !== from) report({ at: early.keywordSpan, data: { keyword: early.keyword } });
  },
  examples: {
    bad: [
      { text: '«LABEL» team=web\nFROM node:24\n' },
      { text: '# 앱\r\nARG VERSION=24\r\n«run» echo \\\r\n  hello\r\nENV A=b\r\nfrom node:${VERSION}\r\n' },
      { text: '«»# only a comment\n' },
    ],
    good: [
      'ARG VERSION=24\nFROM node:${VERSION}\nLABEL team=web\n',
      '# syntax=docker/dockerfile:1\r\n# 앱\r\nfrom node:24\r\n',
      'RUN npm ci\nCOPY . .\n',
    ],
  },
});
