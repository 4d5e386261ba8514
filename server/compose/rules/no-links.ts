import { isNode, isScalar, isSeq } from 'yaml';
import { defineRule, type Fix } from '../../rule.ts';
import { deletePair } from '../../yaml/edit.ts';
import { spanOfKey, spanOfNode } from '../../yaml/parse.ts';
import { pairOf, textsAt } from '../../yaml/read.ts';
import type { ComposeModel } from '../model.ts';
import { has, perService, type Reviewed } from '../review/service.ts';

export const noLinks = defineRule<ComposeModel>({
  id: 'compose/no-links',
  severity: 'info',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`links`는 옛 방식입니다. 같은 네트워크의 서비스는 이름으로 서로를 찾습니다. 시작 순서는 `depends_on`에 적으세요.',
    en: '`links` is legacy. Services on one network find each other by name. Write the order of starting with `depends_on`.',
  },
  why: {
    ko: '기본 네트워크만 있어도 서비스 이름이 호스트 이름이 됩니다. `links`가 더하는 것은 시작 순서와 별명뿐이고, 별명은 네트워크의 `aliases`로도 붙입니다.',
    en: 'On the default network already a service name is a host name. All that `links` adds is an order of starting and aliases, for which networks have `aliases`.',
  },
  note: 'compose/service#links',
  check: perService((service, report) => {
    const pair = pairOf(service.node, 'links');
    const at = pair && spanOfKey(service.document, pair);
    if (at && has(service, ['links']) && !has(service, ['network_mode'])) report({ at, fix: () => depend(service) });
  }),
  examples: {
    bad: [
      {
        text: 'services:\n  web:\n    build: .\n    «links»:\n      - db # 주문\n  db:\n    image: postgres:17\n',
        fixed: 'services:\n  web:\n    build: .\n    depends_on:\n      - db # 주문\n  db:\n    image: postgres:17\n',
      },
      {
        text: 'services:\r\n  web:\r\n    build: .\r\n    «links»: [db, cache]\r\n    depends_on:\r\n      cache: {condition: service_started}\r\n      db: {condition: service_healthy}\r\n  db:\r\n    image: postgres:17\r\n',
        fixed:
          'services:\r\n  web:\r\n    build: .\r\n    depends_on:\r\n      cache: {condition: service_started}\r\n      db: {condition: service_healthy}\r\n  db:\r\n    image: postgres:17\r\n',
      },
      { text: 'services:\n  web:\n    build: .\n    «links»: ["db:database"]\n' },
      { text: 'services:\n  web:\n    build: .\n    depends_on: [cache]\n    «links»: [db]\n' },
    ],
    good: [
      'services:\n  web:\n    build: .\n    depends_on: [db]\n  db:\n    image: postgres:17\n',
      // on the old default bridge names are not known
      'services:\n  web:\n    build: .\n    network_mode: bridge\n    links: [db]\n',
      'services:\n  web:\n    build: .\n    external_links: [db]\n',
    ],
  },
});

function depend({ document, node }: Reviewed): Fix | undefined {
  const links = pairOf(node, 'links');
  if (!links || !isSeq(links.value)) return undefined;
  const names = links.value.items.map((item) => (isScalar(item) ? String(item.value) : ':'));
  if (names.some((name) => name.includes(':'))) return undefined;
  const dependencies = pairOf(node, 'depends_on');
  if (!dependencies) {
    const at = isNode(links.key) ? spanOfNode(document, links.key) : undefined;
    return at && { title: { ko: '`depends_on`으로 바꾸기', en: 'Use `depends_on`' }, edits: [{ span: at, newText: 'depends_on' }] };
  }
  const { ast } = document.source;
  const held = isSeq(dependencies.value)
    ? textsAt(ast, node, ['depends_on'])
    : (dependencies.value as { items?: readonly { key?: unknown }[] } | null)?.items?.map(({ key }) =>
        isScalar(key) ? String(key.value) : '',
      );
  if (!names.every((name) => held?.includes(name))) return undefined;
  const edit = deletePair(document, node, links);
  return edit && { title: { ko: '`links` 지우기', en: 'Delete `links`' }, edits: [edit] };
}
