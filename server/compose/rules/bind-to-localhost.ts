import { isMap, isScalar } from 'yaml';
import { storePort } from '../../facts/stores.ts';
import { defineRule, type Fix } from '../../rule.ts';
import { insertEntry } from '../../yaml/edit.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import type { ComposeModel } from '../model.ts';
import { includes, placeOf, portsOf, type Port } from '../review/ports.ts';
import { perService, pulledImage, valueAt, type Reviewed } from '../review/service.ts';

export const bindToLocalhost = defineRule<ComposeModel, { readonly everyPort: boolean }>({
  id: 'compose/bind-to-localhost',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['dclint:no-unbound-port-interfaces'],
  message: {
    ko: '{image}의 포트가 이 컴퓨터의 모든 네트워크에 열립니다. `127.0.0.1:`을 앞에 붙이거나, 컨테이너끼리만 쓴다면 지우세요.',
    en: "The port of {image} is open on all of this computer's networks. Put `127.0.0.1:` before it, or delete it if only containers use it.",
  },
  variants: {
    any: {
      ko: '이 포트는 이 컴퓨터의 모든 네트워크에 열립니다. 어디에 열지 적으세요.',
      en: "This port is open on all of this computer's networks. Write where to open it.",
    },
  },
  why: {
    ko: 'Docker가 공개한 포트는 `ufw` 같은 방화벽을 지나칩니다. 같은 Wi-Fi나 인터넷에서 누구나 접속해 볼 수 있습니다.',
    en: 'Ports that Docker publishes pass by firewalls such as `ufw`. Anybody on the same Wi-Fi, or on the internet, may try to connect.',
  },
  note: 'compose/port#host_ip',
  options: { everyPort: false },
  optionsInAll: { everyPort: true },
  check: perService((service, report, { everyPort }) => {
    if (valueAt(service, ['network_mode']) === 'host') return;
    const image = pulledImage(service) ?? '';
    const storesAt = storePort(image);
    for (const port of portsOf(service)) {
      const isStore = storesAt !== undefined && includes(port.target, storesAt) && port.isPublished;
      const at = placeOf(service, port);
      if (port.ip !== undefined || !at || (!isStore && !everyPort)) continue;
      report({
        at,
        ...(isStore ? { data: { image: nameOf(image) } } : { variant: 'any' }),
        fix: () => bind(service, port),
      });
    }
  }),
  examples: {
    bad: [
      {
        text: 'services:\n  db:\n    image: postgres:17\n    ports:\n      - «"5432:5432"» # 로컬 접속용\n',
        fixed: 'services:\n  db:\n    image: postgres:17\n    ports:\n      - "127.0.0.1:5432:5432" # 로컬 접속용\n',
      },
      {
        text: 'services:\r\n  db:\r\n    image: bitnami/mysql:8.4\r\n    ports:\r\n      - «target»: 3306\r\n        published: 13306\r\n',
        fixed:
          'services:\r\n  db:\r\n    image: bitnami/mysql:8.4\r\n    ports:\r\n      - target: 3306\r\n        published: 13306\r\n        host_ip: "127.0.0.1"\r\n',
      },
      {
        text: 'services:\n  cache: {image: "redis:8", ports: [«"${REDIS_PORT:-6379}:6379"»]}\n',
        fixed: 'services:\n  cache: {image: "redis:8", ports: ["127.0.0.1:${REDIS_PORT:-6379}:6379"]}\n',
      },
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    ports:\n      - «"80"»\n',
        fixed: 'services:\n  web:\n    image: nginx:1.29\n    ports:\n      - "127.0.0.1::80"\n',
        options: { everyPort: true },
      },
    ],
    good: [
      'services:\n  db:\n    image: postgres:17\n    ports:\n      - "127.0.0.1:5432:5432"\n      - "[::1]:5433:5432"\n',
      // a web server is there to be reached
      'services:\n  web:\n    image: nginx:1.29\n    ports:\n      - "80:80"\n  mq:\n    image: rabbitmq:4-management\n    ports:\n      - "15672:15672"\n',
      'services:\n  db:\n    image: postgres:17\n    ports:\n      - target: 5432\n        published: "5432"\n        host_ip: 127.0.0.1\n      - "0.0.0.0:5433:5432"\n',
      'services:\n  db:\n    image: postgres:17\n    network_mode: host\n    ports:\n      - "5432:5432"\n',
    ],
  },
});

function nameOf(image: string): string {
  return (image.split(/[:@]/, 1)[0] ?? '').slice(0, 80);
}

function bind({ document }: Reviewed, { node, isPublished }: Port): Fix | undefined {
  const title = { ko: '이 컴퓨터에만 열기 (`127.0.0.1`)', en: 'Open on this computer only (`127.0.0.1`)' };
  if (isMap(node)) {
    const edit = insertEntry(document, node, ['host_ip', '127.0.0.1']);
    return edit && { title, edits: [edit] };
  }
  const at = spanOfNode(document, node);
  if (!at || !isScalar(node) || node.anchor !== undefined) return undefined;
  const written = document.source.text.slice(at.start - document.span.start, at.end - document.span.start);
  const [, quote = '', port = ''] = /^(["']?)([\w.:${}/-]+)\1$/.exec(written) ?? [];
  if (port === '') return undefined;
  const newText = `127.0.0.1:${isPublished ? '' : ':'}${port}`;
  return { title, edits: [{ span: at, newText: quote === '' ? `"${newText}"` : quote + newText + quote }] };
}
