import { isScalar, isSeq } from 'yaml';
import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { pairOf } from '../../yaml/read.ts';
import type { ComposeModel } from '../model.ts';
import { perService } from '../review/service.ts';

export const quotePorts = defineRule<ComposeModel, { readonly always: boolean }>({
  id: 'compose/quote-ports',
  severity: 'info',
  presets: ['recommended'],
  equivalents: ['dclint:require-quotes-in-ports'],
  message: {
    ko: '포트는 따옴표로 감싸세요.',
    en: 'Put quotes around ports.',
  },
  variants: {
    number: {
      ko: '`{port}`는 YAML 1.1에서 60진수 {number}입니다. 따옴표로 감싸세요.',
      en: 'To YAML 1.1 `{port}` is the number {number}, to base 60. Put quotes around it.',
    },
  },
  why: {
    ko: 'YAML 1.1 파서는 `22:22`처럼 콜론 뒤가 60보다 작은 값을 숫자로 읽습니다. 늘 따옴표를 쓰면 어느 포트가 그런지 따질 일이 없습니다.',
    en: 'Parsers of YAML 1.1 read `22:22`, or anything with less than 60 behind the colon, as one number. With quotes always there, nobody has to think which ports that are.',
  },
  note: 'compose/service#ports',
  options: { always: false },
  optionsInAll: { always: true },
  check: perService(({ document, node }, report, { always }) => {
    for (const key of ['ports', 'expose']) {
      const list = pairOf(node, key)?.value;
      if (!isSeq(list)) continue;
      const usual = list.items.some((item) => isScalar(item) && item.type === 'QUOTE_SINGLE') ? "'" : '"';
      for (const item of list.items) {
        const at = isScalar(item) && item.type === 'PLAIN' && item.tag === undefined ? spanOfNode(document, item) : undefined;
        if (!at || !isScalar(item) || item.value === null) continue;
        const port = document.source.text.slice(at.start - document.span.start, at.end - document.span.start);
        const number = sexagesimal(port);
        if (!always && number === undefined) continue;
        const quote = port.includes(usual) || port.includes('\\') ? "'" : usual;
        report({
          at,
          ...(number === undefined ? {} : { variant: 'number', data: { port, number: String(number) } }),
          fix: () =>
            /^[^\r\n']+$/.test(port)
              ? {
                  title: { ko: '따옴표로 감싸기', en: 'Put quotes around it' },
                  edits: [{ span: at, newText: quote + port + quote }],
                  isPreferred: true,
                }
              : undefined,
        });
      }
    }
  }),
  examples: {
    bad: [
      {
        text: 'services:\n  git:\n    image: gitea:1\n    ports:\n      - «22:22» # SSH\n      - 3000:3000\n',
        fixed: 'services:\n  git:\n    image: gitea:1\n    ports:\n      - "22:22" # SSH\n      - 3000:3000\n',
      },
      {
        text: "services:\r\n  web:\r\n    image: nginx:1.29\r\n    ports:\r\n      - '443:443'\r\n      - «8080:80»\r\n",
        fixed: "services:\r\n  web:\r\n    image: nginx:1.29\r\n    ports:\r\n      - '443:443'\r\n      - '8080:80'\r\n",
        options: { always: true },
      },
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    expose: [«3000»]\n',
        fixed: 'services:\n  web:\n    image: nginx:1.29\n    expose: ["3000"]\n',
        options: { always: true },
      },
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    ports:\n      - «${PORT:-8080}:80»\n',
        fixed: 'services:\n  web:\n    image: nginx:1.29\n    ports:\n      - "${PORT:-8080}:80"\n',
        options: { always: true },
      },
    ],
    good: [
      'services:\n  git:\n    image: gitea:1\n    ports:\n      - "22:22"\n      - \'3000:3000\'\n',
      'services:\n  web:\n    image: nginx:1.29\n    ports:\n      - 8080:80\n      - 80\n      - 127.0.0.1:22:22\n',
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    ports:\n      - "80"\n      - target: 80\n        published: 8080\n      - !reset 80\n    expose: ["80"]\n',
        options: { always: true },
      },
    ],
  },
});

/** The number that YAML 1.1 reads in `hours:minutes`. */
function sexagesimal(port: string): number | undefined {
  const [, left, right] = /^([1-9]\d{0,5}):([0-5]?\d)$/.exec(port) ?? [];
  return left === undefined ? undefined : Number(left) * 60 + Number(right);
}
