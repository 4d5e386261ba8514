import { defineRule } from '../../rule.ts';
import { reportMissingReasons } from '../../silence.ts';
import type { ComposeModel } from '../model.ts';
import { silencersIn } from '../silencers.ts';

export const ignoreReason = defineRule<ComposeModel>({
  id: 'compose/ignore-reason',
  severity: 'info',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '진단을 끄는 이유가 없습니다. 규칙 이름 뒤에 이유를 적으세요.',
    en: 'This comment silences a finding without a reason. Write one after the name of the rule.',
  },
  why: {
    ko: '이유가 없으면 나중에 읽는 사람은 아직 꺼 두어야 하는지 알 수 없습니다.',
    en: 'Without a reason nobody can tell later whether the finding still has to be silent.',
  },
  note: 'concepts/yaml#comment',
  check: (model, report) => reportMissingReasons(silencersIn(model.file), report),
  examples: {
    bad: [
      { text: 'services:\n  db:\n    «# mulgil ignore=compose/no-latest-tag»\n    image: postgres\n' },
      { text: 'services:\r\n  db:\r\n    image: postgres «# mulgil ignore=compose/no-latest-tag»\r\n' },
    ],
    good: [
      'services:\n  db:\n    # mulgil ignore=compose/no-latest-tag 실습용\n    image: postgres\n',
      'services:\n  db:\n    # mulgil\n    image: postgres\n',
    ],
  },
});
