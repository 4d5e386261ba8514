import { isMap, isNode, isSeq } from 'yaml';
import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { pairOf } from '../../yaml/read.ts';
import { reorder } from '../../yaml/reorder.ts';
import type { ComposeModel } from '../model.ts';
import { misplaced, orderTitle } from '../review/order.ts';
import { portsOf } from '../review/ports.ts';
import { perService } from '../review/service.ts';

export const portsOrder = defineRule<ComposeModel>({
  id: 'compose/ports-order',
  severity: 'hint',
  presets: [],
  equivalents: ['dclint:service-ports-alphabetical-order'],
  message: {
    ko: '포트가 번호순이 아닙니다. {port}번은 {before}번보다 앞에 두세요.',
    en: 'The ports are not in order. Put {port} before {before}.',
  },
  why: {
    ko: '번호순이면 어느 포트가 열렸는지, 겹치는 것은 없는지 한눈에 보입니다.',
    en: 'In order, it is plain to see which ports are open and whether any stands twice.',
  },
  note: 'compose/service#ports',
  check: perService((service, report) => {
    const { document, node } = service;
    const list = pairOf(node, 'ports')?.value;
    if (!isSeq(list)) return;
    const ports = new Map(portsOf(service).map((port) => [port.node, (port.isPublished ? port.published : port.target)?.start]));
    const ranks = list.items.map((item) => ports.get(item as never));
    const wrong = ranks.includes(undefined) ? undefined : misplaced(ranks);
    const item: unknown = wrong && list.items[wrong.index];
    const at = isNode(item) && spanOfNode(document, isMap(item) && isNode(item.items[0]?.key) ? item.items[0].key : item);
    if (!wrong || !at) return;
    report({
      at,
      data: { port: String(ranks[wrong.index]), before: String(ranks[wrong.before]) },
      fix: () => {
        const edit = reorder(document, list, wrong.order);
        return edit && { title: orderTitle, edits: [edit] };
      },
    });
  }),
  examples: {
    bad: [
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    ports:\n      - "8080:80" # HTTP\n      - «"443:443"»\n      # 관리\n      - "9000:9000"\n',
        fixed:
          'services:\n  web:\n    image: nginx:1.29\n    ports:\n      - "443:443"\n      - "8080:80" # HTTP\n      # 관리\n      - "9000:9000"\n',
      },
      {
        text: 'services:\r\n  web:\r\n    image: nginx:1.29\r\n    ports:\r\n    - target: 80\r\n      published: 8080\r\n    - «443»\r\n',
        fixed: 'services:\r\n  web:\r\n    image: nginx:1.29\r\n    ports:\r\n    - 443\r\n    - target: 80\r\n      published: 8080\r\n',
      },
      {
        text: 'services:\n  web: {image: "nginx:1.29", ports: ["9000:80", «80:80»]}\n',
        fixed: 'services:\n  web: {image: "nginx:1.29", ports: [80:80, "9000:80"]}\n',
      },
    ],
    good: [
      'services:\n  web:\n    image: nginx:1.29\n    ports:\n      - "127.0.0.1:80:8080"\n      - "443:443"\n      - "8080"\n',
      'services:\n  web:\n    image: nginx:1.29\n    ports: ["8080:80", "${PORT}:443", "80"]\n',
      'services:\n  web:\n    image: nginx:1.29\n',
    ],
  },
});
