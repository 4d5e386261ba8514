import { isMap, isScalar } from 'yaml';
import { nearestNames } from '../../nearest.ts';
import { defineRule } from '../../rule.ts';
import { replaceText } from '../../yaml/edit.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { perDocument } from '../../yaml/per-document.ts';
import { mapAt, nodeAt, pairOf, pairsOf, resolve } from '../../yaml/read.ts';
import type { ComposeModel } from '../model.ts';

/** The drivers that Docker brings along. */
const drivers = ['bridge', 'overlay', 'macvlan', 'ipvlan'];

/** Those that only Windows has, or that stand for a network that is there already. */
const others = ['host', 'none', 'null', 'nat', 'transparent', 'l2bridge', 'l2tunnel', 'ics'];

export const networkDriver = defineRule<ComposeModel>({
  id: 'compose/network-driver',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: 'Docker에 `{driver}` 네트워크 드라이버는 없습니다. `{nearest}`를 쓰려던 것인가요?',
    en: 'Docker has no network driver `{driver}`. Is `{nearest}` what you mean?',
  },
  variants: {
    single: {
      ko: '`{driver}` 네트워크는 새로 만들 수 없습니다. 서비스에 `network_mode: {driver}`를 적으세요.',
      en: 'No second `{driver}` network can be made. Write `network_mode: {driver}` in the service.',
    },
  },
  why: {
    ko: '드라이버를 찾지 못하면 `docker compose up`은 네트워크를 만들다 멈춥니다. 한 컴퓨터에서는 기본값 `bridge`면 됩니다.',
    en: 'Without the driver `docker compose up` stops while it makes the network. On one computer the default, `bridge`, is what you need.',
  },
  note: 'compose/network#driver',
  check: perDocument((document, report) => {
    const { ast } = document.source;
    const networks = mapAt(ast, ast.contents, ['networks']);
    for (const [, pair] of networks ? pairsOf(ast, networks) : []) {
      const network = resolve(ast, pair.value);
      if (!isMap(network)) continue;
      const node = nodeAt(ast, network, ['driver']);
      const at = isScalar(node) && node.tag === undefined && spanOfNode(document, node);
      const own = pairOf(network, 'driver');
      if (!at || !isScalar(node) || typeof node.value !== 'string') continue;
      const driver = node.value;
      if (driver === 'host' || driver === 'none') {
        if (!pairOf(network, 'external') && !pairOf(network, 'name')) report({ at, variant: 'single', data: { driver } });
        continue;
      }
      // Plugins have names of their own, but hardly one so close.
      const [nearest] = [...drivers, ...others].includes(driver) || driver.includes('$') ? [] : nearestNames(driver, drivers);
      if (nearest === undefined) continue;
      report({
        at,
        data: { driver, nearest },
        fix: () => {
          const edits = own && replaceText(document, own, nearest);
          return edits && { title: { ko: `\`${nearest}\` 쓰기`, en: `Use \`${nearest}\`` }, edits };
        },
      });
    }
  }),
  examples: {
    bad: [
      {
        text: 'networks:\n  backend:\n    driver: «brigde» # 내부\nservices:\n  web:\n    image: nginx:1.29\n',
        fixed: 'networks:\n  backend:\n    driver: bridge # 내부\nservices:\n  web:\n    image: nginx:1.29\n',
      },
      { text: 'services:\r\n  web:\r\n    image: nginx:1.29\r\nnetworks:\r\n  out: {driver: «host»}\r\n' },
    ],
    good: [
      'services:\n  web:\n    image: nginx:1.29\nnetworks:\n  a:\n    driver: bridge\n  b: {driver: overlay}\n  c:\n',
      'services:\n  web:\n    image: nginx:1.29\nnetworks:\n  a:\n    driver: weaveworks/net-plugin:latest_release\n  b: {driver: "${DRIVER}"}\n  c: {driver: cilium}\n',
      'services:\n  web:\n    image: nginx:1.29\nnetworks:\n  hostnet:\n    name: host\n    driver: host\n    external: true\n',
    ],
  },
});
