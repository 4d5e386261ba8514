import { defineRule } from '../../rule.ts';
import type { ComposeModel } from '../model.ts';
import { reportKeyOrder } from '../review/order.ts';
import { perService } from '../review/service.ts';

export const serviceKeysOrder = defineRule<ComposeModel, { readonly order: readonly string[] }>({
  id: 'compose/service-keys-order',
  severity: 'hint',
  presets: [],
  equivalents: ['dclint:service-keys-order'],
  message: {
    ko: '`{key}` 항목은 `{before}` 항목보다 앞에 두세요.',
    en: 'Put `{key}` before `{before}`.',
  },
  why: {
    ko: '서비스마다 키의 순서가 같으면 무엇을 실행하는지, 무엇에 기대는지를 같은 자리에서 찾을 수 있습니다.',
    en: 'When all services list their keys in one order, what runs and what it relies on is found in the same place each time.',
  },
  note: 'compose/service',
  // The keys of one text may stand in any order, and those that no text names anywhere.
  options: {
    order: [
      'image',
      'build',
      'container_name',
      'depends_on',
      'volumes volumes_from configs secrets environment env_file',
      'ports',
      'networks',
      'network_mode',
      'extra_hosts',
      'healthcheck',
      'logging',
      'labels',
      'user',
      'isolation',
    ],
  },
  check: perService(({ document, node }, report, { order }) => {
    const ranks = new Map(order.flatMap((keys, index) => keys.split(' ').map((key): [string, number] => [key, index])));
    reportKeyOrder(document, node, (key) => ranks.get(key), report);
  }),
  examples: {
    bad: [
      {
        text: 'services:\n  web:\n    # 외부에 공개\n    ports:\n      - "8080:80"\n\n    «image»: nginx:1.29 # 프록시\n    restart: always\n',
        fixed:
          'services:\n  web:\n    image: nginx:1.29 # 프록시\n\n    # 외부에 공개\n    ports:\n      - "8080:80"\n    restart: always\n',
      },
      // unknown keys stay where they are
      {
        text: 'services:\r\n  web:\r\n    x-team: shop\r\n    volumes:\r\n    - data:/data\r\n    init: true\r\n    «build»: .\r\n',
        fixed: 'services:\r\n  web:\r\n    x-team: shop\r\n    build: .\r\n    init: true\r\n    volumes:\r\n    - data:/data\r\n',
      },
      // a comment of two entries, or of none
      { text: 'services:\n  web:\n    ports:\n      - "80"\n\n    # 여기부터는 공통\n\n    «image»: nginx:1.29\n' },
      // an alias has to stay below its anchor
      { text: 'services:\n  web:\n    labels: &l {a: b}\n    «build»: {context: ., labels: *l}\n' },
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    command: sh\n    «user»: app\n',
        fixed: 'services:\n  web:\n    image: nginx:1.29\n    user: app\n    command: sh\n',
        options: { order: ['image', 'user', 'command'] },
      },
    ],
    good: [
      'services:\n  web:\n    image: nginx:1.29\n    volumes:\n      - ./data:/data\n    environment:\n      A: b\n    ports:\n      - "80:80"\n    annotations:\n      a: b\n',
      'services:\n  web:\n    image: nginx:1.29\n    restart: always\n    command: [sh]\n    environment: {A: b}\n    volumes: ["a:/a"]\n',
      'services:\n  web:\n    init: true\n    image: nginx:1.29\n    cap_drop: [ALL]\n    ports: ["80"]\n',
      'x-base: &base {image: "nginx:1.29"}\nservices:\n  web:\n    ports: ["80"]\n    <<: *base\n',
    ],
  },
});
