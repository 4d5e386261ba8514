import { perInstruction } from '../per-instruction.ts';
import { defineRule } from '../../rule.ts';
import { type DockerfileModel } from '../model.ts';

const forbidden: ReadonlySet<string> = new Set(['FROM', 'MAINTAINER', 'ONBUILD']);

export const noOnbuildTrigger = defineRule<DockerfileModel>({
  id: 'dockerfile/no-onbuild-trigger',
  severity: 'error',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3043'],
  message: {
    ko: '`ONBUILD`에는 `{keyword}`를 맡길 수 없어 빌드가 실패합니다. 이 줄을 지우거나 다른 명령어로 바꾸세요.',
    en: '`ONBUILD` cannot hold back `{keyword}`, so the build fails. Remove the line or use another instruction.',
  },
  why: {
    ko: '맡긴 명령어는 다른 이미지의 `FROM` 바로 뒤에서 실행됩니다. 거기서 또 베이스를 바꾸거나 다시 미룰 수는 없습니다.',
    en: 'What is held back runs right after the `FROM` of another image; it can neither change the base there nor be put off again.',
  },
  note: 'dockerfile/ONBUILD',
  check: perInstruction((model, { instruction, outer }, report) => {
    if (outer === instruction || !forbidden.has(instruction.keyword)) return;
    report({ at: instruction.keywordSpan, data: { keyword: instruction.keyword } });
  }),
  examples: {
    bad: [
      { text: 'FROM node:24\nONBUILD «FROM» debian:13\n' },
      { text: 'from node:24\r\nonbuild \\\r\n  # 만든 사람\r\n  «maintainer» Mulgil\r\n' },
      { text: 'FROM node:24\nONBUILD «ONBUILD» RUN make\n' },
    ],
    good: [
      'FROM node:24\nONBUILD COPY . .\nONBUILD RUN npm ci\n',
      'FROM node:24\nONBUILD CMD ["node"]\n',
      'FROM node:24\nONBUILD\n',
      'FROM node:24\n# ONBUILD FROM debian:13\n',
    ],
  },
});
