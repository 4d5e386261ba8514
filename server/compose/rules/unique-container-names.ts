import { defineRule } from '../../rule.ts';
import type { Span } from '../../text/span.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { perDocument } from '../../yaml/per-document.ts';
import { textOf } from '../../yaml/read.ts';
import type { ComposeModel } from '../model.ts';
import { scalarAt } from '../review/service.ts';
import { resourceOf, servicesOf } from '../services.ts';

export const uniqueContainerNames = defineRule<ComposeModel>({
  id: 'compose/unique-container-names',
  severity: 'error',
  presets: ['recommended'],
  equivalents: ['dclint:no-duplicate-container-names'],
  message: {
    ko: '`{service}` 서비스의 컨테이너 이름도 `{name}`입니다. 다른 이름으로 바꾸거나 `container_name`을 지우세요.',
    en: 'The container of the service `{service}` is called `{name}` too. Rename one, or delete `container_name`.',
  },
  why: {
    ko: '컨테이너 이름은 한 컴퓨터에서 하나뿐이어야 합니다. `docker compose`는 이름이 겹친 파일을 거부합니다.',
    en: 'A container name exists once on a computer. `docker compose` refuses a file that gives one to two services.',
  },
  note: 'compose/service#container_name',
  check: perDocument((document, report) => {
    const seen = new Map<string, { readonly service: string; readonly at: Span }>();
    for (const service of servicesOf(document)) {
      const node = scalarAt({ ...service, document }, ['container_name']);
      const at = node && spanOfNode(document, node);
      const name = node ? textOf(node) : '';
      if (!at || name.includes('$')) continue;
      const first = seen.get(name);
      if (!first) seen.set(name, { service: service.name, at });
      else
        report({
          at,
          data: { service: first.service, name },
          resource: resourceOf(service),
          related: [{ message: { ko: '먼저 쓰는 곳', en: 'Used here first' }, at: first.at }],
        });
    }
  }),
  examples: {
    bad: [
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    container_name: shop\n  db:\n    image: postgres:17\n    container_name: «shop»\n',
      },
      { text: 'services:\r\n  a: {image: "a:1", container_name: x1}\r\n  b: {image: "b:1", container_name: «"x1"»}\r\n' },
    ],
    good: [
      'services:\n  web:\n    image: nginx:1.29\n    container_name: shop-web\n  db:\n    image: postgres:17\n    container_name: shop-db\n',
      'services:\n  web:\n    image: nginx:1.29\n    container_name: ${NAME}\n  db:\n    image: postgres:17\n    container_name: ${NAME}\n',
      'services:\n  web:\n    image: nginx:1.29\n    container_name: shop\n  db:\n    image: postgres:17\n    container_name: !reset null\n',
    ],
  },
});
