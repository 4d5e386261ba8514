import { isMap, isScalar, isSeq } from 'yaml';
import type { Store } from '../../facts/stores.ts';
import { defineRule, type Fix } from '../../rule.ts';
import { insertEntry } from '../../yaml/edit.ts';
import { spanOfNode, type YamlDocument } from '../../yaml/parse.ts';
import { perDocument } from '../../yaml/per-document.ts';
import { nodeAt, pairsOf, resolve, stringAt } from '../../yaml/read.ts';
import type { ComposeModel } from '../model.ts';
import { hasHealthCheck, storeIn } from '../review/health.ts';
import { longDependencies } from '../review/long-dependencies.ts';
import { has, valueAt, writtenAt, type Reviewed } from '../review/service.ts';
import { resourceOf, servicesOf } from '../services.ts';

export const waitUntilHealthy = defineRule<ComposeModel>({
  id: 'compose/wait-until-healthy',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{name}` 서비스가 시작되기만 기다립니다. 헬스체크가 있으니 `condition: service_healthy`로 준비될 때까지 기다리세요.',
    en: 'This only waits until `{name}` has been started. It has a health check: wait for it with `condition: service_healthy`.',
  },
  variants: {
    unchecked: {
      ko: '`{name}` 서비스가 시작되기만 기다립니다. {store}에 `healthcheck`를 두고 `condition: service_healthy`로 기다리세요.',
      en: 'This only waits until `{name}` has been started. Give {store} a `healthcheck` and wait for it with `condition: service_healthy`.',
    },
    impossible: {
      ko: '`{name}` 서비스에 헬스체크가 없어 `service_healthy`가 될 수 없습니다. `healthcheck`를 추가하세요.',
      en: '`{name}` has no health check, so it never becomes `service_healthy`. Add a `healthcheck`.',
    },
  },
  why: {
    ko: '데이터베이스는 컨테이너가 뜬 뒤에도 접속을 받기까지 시간이 걸립니다. 그사이에 시작한 앱은 첫 접속에 실패합니다.',
    en: 'A database takes a while from the start of its container to the first connection. An app that starts meanwhile fails to connect.',
  },
  note: 'compose/depends_on#condition',
  check: perDocument((document, report) => {
    const services = new Map(servicesOf(document).map((service): [string, Reviewed] => [service.name, { ...service, document }]));
    for (const service of services.values()) {
      const { ast } = document.source;
      const dependencies = nodeAt(ast, service.node, ['depends_on']);
      const resource = resourceOf(service);
      if (isSeq(dependencies))
        for (const item of dependencies.items) {
          const other = isScalar(item) ? services.get(String(item.value)) : undefined;
          const at = isScalar(item) && spanOfNode(document, item);
          if (!other || !at) continue;
          const store = storeIn(other);
          if (hasHealthCheck(other)) report({ at, data: { name: other.name }, resource, fix: () => lengthen(document, service, services) });
          else if (store && isAwaited(store) && !has(other, ['healthcheck']))
            report({
              at,
              variant: 'unchecked',
              data: { name: other.name, store: store.name },
              resource,
              fix: () => lengthen(document, service, services, other),
            });
        }
      else if (isMap(dependencies))
        for (const [name, pair] of pairsOf(ast, dependencies)) {
          const other = services.get(name);
          const value = resolve(ast, pair.value);
          if (!other || !isMap(value) || stringAt(ast, value, ['condition']) !== 'service_healthy' || hasHealthCheck(other)) continue;
          const isOff = valueAt(other, ['healthcheck', 'disable']) === 'true';
          const node = nodeAt(ast, value, ['condition']);
          const at = node && spanOfNode(document, node);
          // What an image brings along is not known, but for these.
          if (!at || !(isOff || (storeIn(other) && !has(other, ['healthcheck'])))) continue;
          report({ at, variant: 'impossible', data: { name }, resource, fix: () => (isOff ? undefined : addCheck(other)) });
        }
    }
  }),
  examples: {
    bad: [
      {
        text: 'services:\n  app:\n    build: .\n    depends_on:\n      # 주문\n      - «db» # PostgreSQL\n      - cache\n    restart: always\n  db:\n    image: postgres:17\n    healthcheck:\n      test: pg_isready\n  cache:\n    image: redis:8\n',
        fixed:
          'services:\n  app:\n    build: .\n    depends_on:\n      # 주문\n      db: # PostgreSQL\n        condition: service_healthy\n      cache:\n        condition: service_started\n    restart: always\n  db:\n    image: postgres:17\n    healthcheck:\n      test: pg_isready\n  cache:\n    image: redis:8\n',
      },
      {
        text: 'services:\r\n  app:\r\n    build: .\r\n    depends_on: [«db»] # 먼저\r\n  db:\r\n    image: postgres:17\r\n    environment:\r\n    - POSTGRES_PASSWORD=${PW}\r\n',
        fixed:
          'services:\r\n  app:\r\n    build: .\r\n    depends_on: # 먼저\r\n      db:\r\n        condition: service_healthy\r\n  db:\r\n    image: postgres:17\r\n    environment:\r\n    - POSTGRES_PASSWORD=${PW}\r\n    healthcheck:\r\n      test: "pg_isready --host=127.0.0.1 --username=\\"$${POSTGRES_USER:-postgres}\\""\r\n      interval: 10s\r\n      timeout: 5s\r\n      retries: 5\r\n      start_period: 30s\r\n',
      },
      {
        text: 'services:\n  app: {image: "shop:1", depends_on: [cache, «db»]}\n  db: {image: "shop-db:1", healthcheck: {test: check}}\n  cache: {image: "redis:8"}\n',
        fixed:
          'services:\n  app: {image: "shop:1", depends_on: {cache: {condition: service_started}, db: {condition: service_healthy}}}\n  db: {image: "shop-db:1", healthcheck: {test: check}}\n  cache: {image: "redis:8"}\n',
      },
      {
        text: 'services:\n  app:\n    build: .\n    depends_on:\n      cache:\n        condition: «service_healthy»\n  cache:\n    image: redis:8\n',
        fixed:
          'services:\n  app:\n    build: .\n    depends_on:\n      cache:\n        condition: service_healthy\n  cache:\n    image: redis:8\n    healthcheck:\n      test: "redis-cli ping | grep -q PONG"\n      interval: 10s\n      timeout: 5s\n      retries: 5\n      start_period: 30s\n',
      },
      // which password would the check use?
      { text: 'services:\n  app:\n    build: .\n    depends_on:\n      - «db»\n  db:\n    image: mysql:8.4\n    secrets: [root]\n' },
    ],
    good: [
      'services:\n  app:\n    build: .\n    depends_on:\n      db:\n        condition: service_healthy\n      cache:\n        condition: service_started\n  db:\n    image: postgres:17\n    healthcheck:\n      test: pg_isready\n  cache:\n    image: redis:8\n    healthcheck: {test: redis-cli ping}\n',
      // a cache, an image of one's own, a service elsewhere
      'services:\n  app:\n    build: .\n    depends_on: [cache, api, kafka, elsewhere]\n  kafka:\n    image: apache/kafka:4.3.1\n  cache:\n    image: redis:8\n  api:\n    build: api\n',
      // the image may bring its own check
      'services:\n  app:\n    build: .\n    depends_on:\n      api: {condition: service_healthy}\n  api:\n    image: shop-api:1\n',
      'services:\n  app:\n    build: .\n    depends_on: [db]\n  db:\n    image: postgres:17\n    healthcheck: {disable: true}\n',
    ],
  },
});

/** Whether apps fail on a store that is not ready: clients of caches and of Kafka try again. */
function isAwaited({ kind, check }: Store): boolean {
  return kind === 'database' || (kind === 'queue' && check !== undefined);
}

function lengthen(
  document: YamlDocument,
  service: Reviewed,
  services: ReadonlyMap<string, Reviewed>,
  unchecked?: Reviewed,
): Fix | undefined {
  const condition = (name: string): string => {
    const other = services.get(name);
    return other && (other === unchecked || hasHealthCheck(other)) ? 'service_healthy' : 'service_started';
  };
  const edit = longDependencies(document, service, condition);
  const check = unchecked && addCheck(unchecked);
  if (!edit || (unchecked && !check)) return undefined;
  return {
    title: unchecked
      ? { ko: '헬스체크를 추가하고 준비될 때까지 기다리기', en: 'Add a health check and wait for it' }
      : { ko: '준비될 때까지 기다리기 (`service_healthy`)', en: 'Wait until it is healthy (`service_healthy`)' },
    edits: [edit, ...(check?.edits ?? [])],
  };
}

/** Gives a database, queue or cache a health check that really asks it. */
function addCheck(service: Reviewed): Fix | undefined {
  const check = storeIn(service)?.check;
  // A Redis that asks for a password answers the check with an error.
  if (check === undefined || /requirepass/.test(writtenAt(service, 'command'))) return undefined;
  // The check logs in with a password that has to be in the container's environment.
  const [, password] = /\$\$(\w+_PASSWORD)/.exec(check) ?? [];
  if (password !== undefined && !mentions(service, password)) return undefined;
  const edit = insertEntry(service.document, service.node, [
    'healthcheck',
    [
      ['test', check],
      ['interval', '10s'],
      ['timeout', '5s'],
      ['retries', 5],
      ['start_period', '30s'],
    ],
  ]);
  return edit && { title: { ko: '헬스체크 추가하기', en: 'Add a health check' }, edits: [edit] };
}

function mentions({ document, node }: Reviewed, variable: string): boolean {
  const environment = nodeAt(document.source.ast, node, ['environment']);
  if (isMap(environment)) return pairsOf(document.source.ast, environment).has(variable);
  return isSeq(environment) && environment.items.some((item) => isScalar(item) && String(item.value).split('=')[0] === variable);
}
