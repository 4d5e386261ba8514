import { defineRule } from '../../rule.ts';
import type { ComposeModel } from '../model.ts';
import { fromCheck } from '../validation/problems.ts';

export const allowedValues = defineRule<ComposeModel>({
  id: 'compose/allowed-values',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{field}` 자리에 `{value}` 값은 쓸 수 없습니다. {allowed} 가운데 하나를 쓰세요.',
    en: '`{value}` is no `{field}`. Use one of {allowed}.',
  },
  variants: {
    near: {
      ko: '`{field}` 자리에 `{value}` 값은 쓸 수 없습니다. 쓸 수 있는 값은 {allowed}입니다. 혹시 `{near}` 아닌가요?',
      en: '`{value}` is no `{field}`. Did you mean `{near}`? Allowed are {allowed}.',
    },
  },
  why: {
    ko: '정해진 값만 받는 키입니다. 대소문자까지 같아야 하고, 다르면 `docker compose`가 파일을 거부합니다.',
    en: 'The key takes fixed values only, in exactly this case. With any other `docker compose` refuses the file.',
  },
  note: 'compose/depends_on',
  url: 'https://docs.docker.com/reference/compose-file/services/',
  check: fromCheck('allowed-values'),
  examples: {
    bad: [
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    depends_on:\n      db:\n        condition: «healthy» # 준비되면\n  db:\n    image: postgres:17\n',
      },
      {
        text: 'services:\r\n  web:\r\n    image: nginx:1.29\r\n    depends_on:\r\n      db:\r\n        condition: «"service_helthy"»\r\n  db:\r\n    image: postgres:17\r\n',
        fixed:
          'services:\r\n  web:\r\n    image: nginx:1.29\r\n    depends_on:\r\n      db:\r\n        condition: "service_healthy"\r\n  db:\r\n    image: postgres:17\r\n',
      },
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    volumes:\n      - {type: «Bind», source: ., target: /app}\n',
        fixed: 'services:\n  web:\n    image: nginx:1.29\n    volumes:\n      - {type: bind, source: ., target: /app}\n',
      },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    cgroup: «shared»\n' },
    ],
    good: [
      'services:\n  web:\n    image: nginx:1.29\n    depends_on:\n      db:\n        condition: service_completed_successfully\n  db:\n    image: postgres:17\n',
      'services:\n  web:\n    image: nginx:1.29\n    cgroup: ${CGROUP:-host}\n',
      'services:\n  web:\n    image: nginx:1.29\n    gpus: all\n',
    ],
  },
});
