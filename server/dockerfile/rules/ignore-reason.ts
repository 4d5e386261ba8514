import { defineRule } from '../../rule.ts';
import { reportMissingReasons } from '../../silence.ts';
import type { DockerfileModel } from '../model.ts';
import { silencers } from '../silencers.ts';

export const ignoreReason = defineRule<DockerfileModel>({
  id: 'dockerfile/ignore-reason',
  severity: 'info',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '왜 무시하는지 이유가 없습니다. 규칙 이름 뒤에 이유를 적으세요.',
    en: 'This gives no reason for ignoring the rule. Write one after its name.',
  },
  why: {
    ko: '이유가 적혀 있어야 나중에 이 줄을 지워도 되는지 판단할 수 있습니다.',
    en: 'Only with a reason can someone tell later whether the line may go.',
  },
  note: 'dockerfile/comment',
  check(model, report) {
    reportMissingReasons(silencers(model), report);
  },
  examples: {
    bad: [
      { text: '«# mulgil ignore=dockerfile/no-latest-tag»\nFROM node\n' },
      { text: 'FROM node:24\r\n# 한글 설명\r\n«# mulgil ignore=dockerfile/copy-not-add,dockerfile/exec-form»\r\nADD a /b\r\n' },
      { text: 'FROM node:24\nRUN npm ci \\\n  «#mulgil ignore=dockerfile/exec-form»\n  && npm run build\n' },
    ],
    good: [
      '# mulgil ignore=dockerfile/no-latest-tag 실습용 이미지\nFROM node\n',
      '# mulgil ignore=dockerfile/no-latest-tag a classroom example\nFROM node\n',
      '# hadolint ignore=DL3007\nFROM node:latest\n',
      '# mulgil은 이 줄을 설명합니다\n# mulgil ignore=\nFROM node:24\n',
    ],
  },
});
