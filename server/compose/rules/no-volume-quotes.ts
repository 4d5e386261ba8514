import { isScalar, isSeq } from 'yaml';
import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { pairOf } from '../../yaml/read.ts';
import type { ComposeModel } from '../model.ts';
import { perService } from '../review/service.ts';

export const noVolumeQuotes = defineRule<ComposeModel>({
  id: 'compose/no-volume-quotes',
  severity: 'hint',
  presets: [],
  equivalents: ['dclint:no-quotes-in-volumes'],
  message: {
    ko: '볼륨에는 따옴표가 필요 없습니다.',
    en: 'A volume needs no quotes.',
  },
  why: {
    ko: '포트와 달리 숫자로 읽힐 일이 없습니다. 꼭 필요한 곳에만 따옴표가 있으면 그것이 눈에 띕니다.',
    en: 'Unlike a port it is never read as a number. With quotes only where they are needed, those stand out.',
  },
  note: 'compose/service#volumes',
  check: perService(({ document, node }, report) => {
    const list = pairOf(node, 'volumes')?.value;
    if (!isSeq(list)) return;
    for (const item of list.items) {
      const at = isScalar(item) && (item.type === 'QUOTE_SINGLE' || item.type === 'QUOTE_DOUBLE') ? spanOfNode(document, item) : undefined;
      const written = at && document.source.text.slice(at.start - document.span.start, at.end - document.span.start);
      const text = isScalar(item) ? String(item.value) : '';
      // Anything that could mean something else without quotes keeps them.
      if (!at || written?.slice(1, -1) !== text || !isPlain(text)) continue;
      report({
        at,
        fix: () => ({ title: { ko: '따옴표 빼기', en: 'Drop the quotes' }, edits: [{ span: at, newText: text }], isPreferred: true }),
      });
    }
  }),
  examples: {
    bad: [
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    volumes:\n      - «"data:/data"» # 파일\n      - type: volume\n        source: "db-data"\n        target: \'/data\'\n',
        fixed:
          'services:\n  web:\n    image: nginx:1.29\n    volumes:\n      - data:/data # 파일\n      - type: volume\n        source: "db-data"\n        target: \'/data\'\n',
      },
      {
        text: "services:\r\n  web:\r\n    image: nginx:1.29\r\n    volumes: [a:/a, «'./conf.d:/etc/nginx/conf.d:ro'»]\r\n",
        fixed: 'services:\r\n  web:\r\n    image: nginx:1.29\r\n    volumes: [a:/a, ./conf.d:/etc/nginx/conf.d:ro]\r\n',
      },
    ],
    good: [
      'services:\n  web:\n    image: nginx:1.29\n    volumes:\n      - data:/data\n',
      'services:\n  web:\n    image: nginx:1.29\n    volumes:\n      - "${DIR:-.}:/data"\n      - "a b:/data"\n      - "1:2"\n      - "C:\\\\data:/data"\n      - "~"\n',
      'services:\n  web:\n    image: nginx:1.29\n    volumes:\n      - type: bind\n        source: "."\n        target: "/data"\n',
    ],
  },
});

function isPlain(text: string): boolean {
  return (
    /^(?:[A-Za-z/]|\.{1,2}\/|~\/)[\w./:@+-]*$/.test(text) &&
    !text.endsWith(':') &&
    (text.includes('/') || !/^(?:y|yes|n|no|true|false|on|off|null)$/i.test(text))
  );
}
