import { defineRule } from '../../rule.ts';
import type { ComposeModel } from '../model.ts';
import { perService } from '../review/service.ts';
import { variablesAt } from '../review/variables.ts';

export const noQuotedValue = defineRule<ComposeModel>({
  id: 'compose/no-quoted-value',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '이 따옴표는 `{name}` 값의 일부가 됩니다. 항목 전체를 감싸거나 따옴표를 빼세요.',
    en: 'These quotes become part of the value of `{name}`. Put them around the whole item, or drop them.',
  },
  why: {
    ko: '셸과 달리 YAML은 항목의 맨 앞에 있는 따옴표만 벗깁니다. 앱은 따옴표까지 붙은 비밀번호나 주소를 받아 접속에 실패합니다.',
    en: 'Unlike a shell, YAML takes off quotes only at the beginning of an item. The app gets a password or an address with quotes in it, and fails to connect.',
  },
  note: 'compose/service#environment',
  check: perService((service, report) => {
    for (const path of [['environment'], ['build', 'args']])
      for (const { name, value, node, nameAt, valueAt } of variablesAt(service, path)) {
        const [, quote, inner] = /^(["'])(.*)\1$/s.exec(value) ?? [];
        // In a map YAML takes them off, and quotes inside of quotes are meant.
        const isItem = valueAt?.start === nameAt.end + 1 && String(node.value) === `${name}=${value}`;
        if (quote === undefined || inner === undefined || !valueAt || !isItem || node.type !== 'PLAIN') continue;
        report({
          at: valueAt,
          data: { name: name.slice(0, 80) },
          fix: () =>
            /["'\\\r\n]/.test(inner) || node.anchor !== undefined
              ? undefined
              : {
                  title: { ko: '항목 전체를 따옴표로 감싸기', en: 'Put the quotes around the whole item' },
                  edits: [{ span: { start: nameAt.start, end: valueAt.end }, newText: `${quote}${name}=${inner}${quote}` }],
                },
        });
      }
  }),
  examples: {
    bad: [
      {
        text: 'services:\n  db:\n    image: postgres:17\n    environment:\n      - POSTGRES_DB=shop\n      - POSTGRES_PASSWORD=«"${PW}"» # .env\n',
        fixed:
          'services:\n  db:\n    image: postgres:17\n    environment:\n      - POSTGRES_DB=shop\n      - "POSTGRES_PASSWORD=${PW}" # .env\n',
      },
      {
        text: "services:\r\n  web:\r\n    build:\r\n      context: .\r\n      args:\r\n      - NAME=«'my shop'»\r\n",
        fixed: "services:\r\n  web:\r\n    build:\r\n      context: .\r\n      args:\r\n      - 'NAME=my shop'\r\n",
      },
      { text: 'services:\n  web:\n    build: .\n    environment:\n      - CONFIG=«\'{"a":1}\'»\n' },
    ],
    good: [
      'services:\n  web:\n    build: .\n    environment:\n      - "A=b c"\n      - B=c\n      - C="d" e\n      - D=\n      - "E=\\"f\\""\n',
      'services:\n  web:\n    build: .\n    environment:\n      A: "b"\n      B: \'"c"\'\n',
      'services:\n  web:\n    image: web:1\n    command: ["A=\'b\'"]\n',
    ],
  },
});
