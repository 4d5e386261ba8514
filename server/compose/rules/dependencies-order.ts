import { isMap, isScalar, isSeq } from 'yaml';
import { defineRule } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { pairOf } from '../../yaml/read.ts';
import { reorder } from '../../yaml/reorder.ts';
import type { ComposeModel } from '../model.ts';
import { misplaced, orderTitle, ownMap, reportKeyOrder } from '../review/order.ts';
import { perService } from '../review/service.ts';

export const dependenciesOrder = defineRule<ComposeModel>({
  id: 'compose/dependencies-order',
  severity: 'hint',
  presets: [],
  equivalents: ['dclint:service-dependencies-alphabetical-order'],
  message: {
    ko: '`depends_on`의 이름이 가나다순이 아닙니다. `{key}` 항목은 `{before}` 항목보다 앞에 두세요.',
    en: 'The names in `depends_on` are not in alphabetical order. Put `{key}` before `{before}`.',
  },
  why: {
    ko: 'Compose는 적힌 순서를 보지 않습니다. 가나다순이면 빠진 이름과 겹친 이름이 눈에 띕니다.',
    en: 'The order means nothing to Compose. Sorted, a name that is missing or stands twice is easy to see.',
  },
  note: 'compose/service#depends_on',
  check: perService(({ document, node }, report) => {
    const pair = pairOf(node, 'depends_on');
    const map = ownMap(pair);
    if (map) reportKeyOrder(document, map, (name) => name, report);
    const list = pair?.value;
    if (!isSeq(list) || isMap(list)) return;
    const names = list.items.map((item) => (isScalar(item) ? String(item.value) : undefined));
    const wrong = misplaced(names);
    const item = wrong && list.items[wrong.index];
    const at = isScalar(item) && spanOfNode(document, item);
    if (!wrong || !at) return;
    report({
      at,
      data: { key: names[wrong.index] ?? '', before: names[wrong.before] ?? '' },
      fix: () => {
        const edit = reorder(document, list, wrong.order);
        return edit && { title: orderTitle, edits: [edit] };
      },
    });
  }),
  examples: {
    bad: [
      {
        text: 'services:\n  web:\n    image: shop:1\n    depends_on:\n      - redis # 세션\n      # 주문\n      - «db»\n',
        fixed: 'services:\n  web:\n    image: shop:1\n    depends_on:\n      # 주문\n      - db\n      - redis # 세션\n',
      },
      {
        text: 'services:\r\n  web:\r\n    image: shop:1\r\n    depends_on:\r\n      redis:\r\n        condition: service_started\r\n      «db»:\r\n        condition: service_healthy\r\n',
        fixed:
          'services:\r\n  web:\r\n    image: shop:1\r\n    depends_on:\r\n      db:\r\n        condition: service_healthy\r\n      redis:\r\n        condition: service_started\r\n',
      },
      {
        text: "services:\n  web:\n    image: shop:1\n    depends_on: ['redis', «db», mq]\n",
        fixed: "services:\n  web:\n    image: shop:1\n    depends_on: [db, mq, 'redis']\n",
      },
    ],
    good: [
      'services:\n  web:\n    image: shop:1\n    depends_on:\n      - db\n      - redis\n',
      'services:\n  web:\n    image: shop:1\n    depends_on: [db]\n',
      'services:\n  web:\n    image: shop:1\n    depends_on:\n      a: {condition: service_started}\n      b: {condition: service_started}\n',
    ],
  },
});
