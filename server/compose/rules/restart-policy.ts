import { isMap } from 'yaml';
import { defineRule } from '../../rule.ts';
import { insertEntry } from '../../yaml/edit.ts';
import { spanOfKey } from '../../yaml/parse.ts';
import { perDocument } from '../../yaml/per-document.ts';
import { mapAt, nodeAt, pairOf, pairsOf, resolve, stringAt } from '../../yaml/read.ts';
import type { ComposeModel } from '../model.ts';
import { has, isWhole, type Reviewed } from '../review/service.ts';
import { resourceOf, servicesOf } from '../services.ts';

export const restartPolicy = defineRule<ComposeModel>({
  id: 'compose/restart-policy',
  severity: 'info',
  presets: [],
  equivalents: [],
  message: {
    ko: '`restart`가 없어 컨테이너가 죽으면 그대로 멈춰 있습니다. `restart: unless-stopped`를 적으세요.',
    en: 'Without `restart` the container stays dead once it fails. Write `restart: unless-stopped`.',
  },
  why: {
    ko: '기본값은 `no`입니다. 프로세스가 죽거나 컴퓨터가 다시 켜져도 누군가 직접 시작해야 합니다.',
    en: 'The default is `no`: after a crash or a reboot somebody has to start the container by hand.',
  },
  note: 'compose/service#restart',
  check: perDocument((document, report) => {
    const services = servicesOf(document).map((service): Reviewed => ({ ...service, document }));
    const ending = new Set(services.flatMap(completed));
    for (const service of services) {
      const at = spanOfKey(document, service.pair);
      // Jobs end, and tools behind a profile are started by hand.
      const isJob = ending.has(service.name) || has(service, ['profiles']);
      if (!at || isJob || !isWhole(service) || has(service, ['restart']) || has(service, ['deploy', 'restart_policy'])) continue;
      report({
        at,
        resource: resourceOf(service),
        fix: () => {
          const after = ['image', 'build'].find((key) => pairOf(service.node, key));
          const edit = insertEntry(document, service.node, ['restart', 'unless-stopped'], after);
          return edit && { title: { ko: '`restart: unless-stopped` 적기', en: 'Write `restart: unless-stopped`' }, edits: [edit] };
        },
      });
    }
  }),
  examples: {
    bad: [
      {
        text: 'services:\n  «web»:\n    image: nginx:1.29 # 프록시\n    ports:\n      - "80:80"\n',
        fixed: 'services:\n  web:\n    image: nginx:1.29 # 프록시\n    restart: unless-stopped\n    ports:\n      - "80:80"\n',
      },
      {
        text: 'services:\r\n  «api»:\r\n    build:\r\n      context: .\r\n',
        fixed: 'services:\r\n  api:\r\n    build:\r\n      context: .\r\n    restart: unless-stopped\r\n',
      },
      { text: 'services: {«web»: {image: "nginx:1.29"}}\n' },
    ],
    good: [
      'services:\n  web:\n    image: nginx:1.29\n    restart: "no"\n  api:\n    build: .\n    deploy: {restart_policy: {condition: on-failure}}\n',
      'services:\n  web:\n    image: nginx:1.29\n    restart: always\n    depends_on:\n      migrate: {condition: service_completed_successfully}\n  migrate:\n    build: .\n  tools:\n    build: .\n    profiles: [tools]\n',
      'services:\n  web:\n    ports: ["80:80"]\n',
    ],
  },
});

/** The services that a service waits for until they are done. */
function completed({ document, node }: Reviewed): readonly string[] {
  const { ast } = document.source;
  const dependencies = mapAt(ast, node, ['depends_on']);
  if (!dependencies) return [];
  return [...pairsOf(ast, dependencies)].flatMap(([name, pair]) => {
    const value = resolve(ast, pair.value);
    return isMap(value) && stringAt(ast, value, ['condition']) === 'service_completed_successfully' && nodeAt(ast, value, []) ? [name] : [];
  });
}
