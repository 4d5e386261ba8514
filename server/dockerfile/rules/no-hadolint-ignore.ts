import { defineRule } from '../../rule.ts';
import type { DockerfileModel } from '../model.ts';

export const noHadolintIgnore = defineRule<DockerfileModel>({
  id: 'dockerfile/no-hadolint-ignore',
  severity: 'hint',
  presets: [],
  equivalents: ['hadolint:DL1001'],
  message: {
    ko: '이 주석은 이유 없이 검사를 끕니다. 문제를 고치거나 `# mulgil ignore=<규칙> <이유>`로 이유를 남기세요.',
    en: 'This comment silences a check without a reason. Fix the cause, or leave one with `# mulgil ignore=<rule> <reason>`.',
  },
  why: {
    ko: '왜 껐는지 모르는 주석은 아무도 지우지 못해, 이유가 사라진 뒤에도 진짜 문제를 숨깁니다.',
    en: 'Nobody dares to remove a comment whose reason is unknown, so it goes on hiding problems after the reason is gone.',
  },
  note: 'dockerfile/comment',
  check(model, report) {
    for (const { text, span } of model.comments) if (/^\s*hadolint\s+(?:global\s+|stage\s+)?ignore\s*=/.test(text)) report({ at: span });
  },
  examples: {
    bad: [
      { text: 'FROM node:24\n«# hadolint ignore=DL3008»\nRUN apt-get install -y curl\n' },
      { text: '«# hadolint global ignore=DL3008,DL3009»\r\nfrom node:24\r\n' },
    ],
    good: [
      'FROM node:24\n# mulgil ignore=dockerfile/no-latest-tag 사내 미러가 고정합니다\nRUN a\n',
      '# hadolint shell=powershell\nFROM node:24\n',
      'FROM node:24\nRUN <<EOF\n# hadolint ignore=DL3008\nEOF\n',
      'FROM node:24\nRUN a # hadolint ignore=DL3008\n',
    ],
  },
});
