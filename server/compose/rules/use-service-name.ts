import { defineRule, type Fix } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { perDocument } from '../../yaml/per-document.ts';
import type { ComposeModel } from '../model.ts';
import { behindHostPort, endpointsOf, listensOn, publishes, type Endpoint } from '../review/endpoints.ts';
import { variablesAt, type Variable } from '../review/variables.ts';
import { resourceOf } from '../services.ts';

/** A `localhost` in a value that means another service. */
interface Mistaken {
  /** What stands there, such as `localhost:5432`, and where in the value. */
  readonly text: string;
  readonly index: number;
  readonly target: Endpoint;
  /** The port to write instead; `undefined` where none stands there. */
  readonly port: number | undefined;
  readonly isCertain: boolean;
}

export const useServiceName = defineRule<ComposeModel>({
  id: 'compose/use-service-name',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '이 컨테이너의 `{text}`에는 아무도 없습니다. `{right}`처럼 서비스 이름으로 부르세요.',
    en: 'Nobody is at `{text}` in this container. Call the service in the other container by its name: `{right}`.',
  },
  why: {
    ko: '컨테이너마다 자기 네트워크가 있어 `localhost`는 그 컨테이너 자신입니다. 같은 네트워크의 서비스에는 서비스 이름과 컨테이너 포트로 접속합니다.',
    en: 'Each container has its own network, so `localhost` is the container itself. Services on one network meet at the name of the service and the port in its container.',
  },
  note: 'compose/service',
  check: perDocument((document, report) => {
    const endpoints = endpointsOf(document);
    for (const own of endpoints) {
      if (!own.hasOwnNetwork) continue;
      const variables = variablesAt(own.service, ['environment']);
      const byName = new Map(variables.map(({ name, value }) => [name, value]));
      for (const variable of variables) {
        const found = withPort(variable, own, endpoints) ?? hostAlone(variable, byName, own, endpoints);
        if (!found) continue;
        const { valueAt, node } = variable;
        const at = valueAt
          ? { start: valueAt.start + found.index, end: valueAt.start + found.index + found.text.length }
          : spanOfNode(document, node);
        const right = found.target.service.name + (found.port === undefined ? '' : `:${found.port}`);
        if (!at) continue;
        report({
          at,
          data: { text: found.text, right },
          resource: resourceOf(own.service),
          fix: (): Fix | undefined =>
            valueAt && found.isCertain && node.anchor === undefined
              ? { title: { ko: `\`${right}\`로 바꾸기`, en: `Use \`${right}\`` }, edits: [{ span: at, newText: right }] }
              : undefined,
        });
      }
    }
  }),
  examples: {
    bad: [
      {
        text: 'services:\n  web:\n    build: .\n    environment:\n      DATABASE_URL: postgres://shop:${PW}@«localhost:5432»/shop # 로컬\n  db:\n    image: postgres:17\n',
        fixed:
          'services:\n  web:\n    build: .\n    environment:\n      DATABASE_URL: postgres://shop:${PW}@db:5432/shop # 로컬\n  db:\n    image: postgres:17\n',
      },
      // the port of the host leads nowhere either
      {
        text: 'services:\r\n  api:\r\n    build: .\r\n    environment:\r\n      - "SPRING_DATASOURCE_URL=jdbc:mysql://«127.0.0.1:13306»/shop"\r\n  mysql:\r\n    image: mysql:8.4\r\n    ports: ["127.0.0.1:13306:3306"]\r\n',
        fixed:
          'services:\r\n  api:\r\n    build: .\r\n    environment:\r\n      - "SPRING_DATASOURCE_URL=jdbc:mysql://mysql:3306/shop"\r\n  mysql:\r\n    image: mysql:8.4\r\n    ports: ["127.0.0.1:13306:3306"]\r\n',
      },
      {
        text: 'services:\n  web:\n    build: .\n    environment:\n      REDIS_HOST: "«localhost»"\n      REDIS_PORT: 6379\n  cache:\n    image: redis:8\n',
        fixed:
          'services:\n  web:\n    build: .\n    environment:\n      REDIS_HOST: "cache"\n      REDIS_PORT: 6379\n  cache:\n    image: redis:8\n',
      },
      {
        text: 'services:\n  web:\n    build: .\n    environment: {DB_HOST: «127.0.0.1», DB_NAME: shop}\n  pg:\n    image: postgres:17\n',
        fixed: 'services:\n  web:\n    build: .\n    environment: {DB_HOST: pg, DB_NAME: shop}\n  pg:\n    image: postgres:17\n',
      },
      {
        text: 'services:\n  ui:\n    build: .\n    environment:\n      KAFKA_BOOTSTRAP_SERVERS: «localhost:9092»\n  kafka:\n    image: apache/kafka:4.3.1\n',
        fixed:
          'services:\n  ui:\n    build: .\n    environment:\n      KAFKA_BOOTSTRAP_SERVERS: kafka:9092\n  kafka:\n    image: apache/kafka:4.3.1\n',
      },
      // not open to a browser either
      {
        text: 'services:\n  web:\n    build: .\n    environment:\n      API_URL: http://«localhost:3000»/v1\n  api:\n    build: api\n    expose: ["3000"]\n',
        fixed:
          'services:\n  web:\n    build: .\n    environment:\n      API_URL: http://api:3000/v1\n  api:\n    build: api\n    expose: ["3000"]\n',
      },
      // which of them?
      {
        text: 'services:\n  web:\n    build: .\n    environment:\n      REDIS_URL: redis://«localhost:6379»\n  cache:\n    image: redis:8\n  sessions:\n    image: redis:8\n',
      },
    ],
    good: [
      'services:\n  web:\n    build: .\n    environment:\n      DATABASE_URL: postgres://db:5432/shop\n      HEALTH_URL: http://localhost:8080/health\n      HOST: 127.0.0.1\n  db:\n    image: postgres:17\n    environment:\n      PGHOST: localhost\n      POSTGRES_HOST: localhost\n      URL: postgres://localhost:5432\n',
      // for the browser, which runs on the host
      'services:\n  web:\n    build: .\n    environment:\n      VITE_API_URL: http://localhost:8080\n      CORS_ORIGIN: localhost:3000,localhost:8080\n  api:\n    build: api\n    ports: ["8080:8080"]\n',
      // a shared network
      'services:\n  web:\n    build: .\n    network_mode: host\n    environment:\n      REDIS_URL: redis://localhost:6379\n  sidecar:\n    build: .\n    network_mode: service:cache\n    environment:\n      REDIS_URL: redis://localhost:6379\n  cache:\n    image: redis:8\n    ports: ["6379:6379"]\n',
      'services:\n  kafka:\n    image: apache/kafka:4.3.1\n    ports: ["29092:29092"]\n    environment:\n      KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://kafka:9092,HOST://localhost:29092\n  other:\n    build: .\n    environment:\n      ADVERTISED: localhost:29092\n      DB_HOST: mylocalhost:9092\n',
    ],
  },
});

/** Names of variables whose values browsers, or others outside, get to see. */
const outside = /origin|cors|allow|redirect|callback|public|external|frontend|browser|advertised|whitelist|trusted/i;

/** An address with a port that another service listens on, or that leads to one from the host. */
function withPort({ name, value }: Variable, own: Endpoint, endpoints: readonly Endpoint[]): Mistaken | undefined {
  if (outside.test(name) || value.length > 2000) return undefined;
  for (const match of value.matchAll(/(?<![\w.:-])(?:localhost|127\.0\.0\.1):(\d{2,5})(?![\w.])/g)) {
    const port = Number(match[1]);
    if (listensOn(own, port) || publishes(own, port)) continue;
    const isWeb = /(?:https?|wss?):\/\/(?:[^/\s]*@)?$/i.test(value.slice(Math.max(0, match.index - 100), match.index));
    if (isWeb && endpoints.some((endpoint) => publishes(endpoint, port))) continue;
    const others = endpoints.filter((endpoint) => endpoint !== own && endpoint.hasOwnNetwork);
    const listening = others.filter((endpoint) => listensOn(endpoint, port));
    const targets = listening.length > 0 ? listening : others.filter((endpoint) => behindHostPort(endpoint, port) !== undefined);
    const [target] = targets;
    if (!target) continue;
    const inside = listening.length > 0 ? port : behindHostPort(target, port);
    return { text: match[0], index: match.index, target, port: inside, isCertain: targets.length === 1 };
  }
  return undefined;
}

/** What the first word of a variable's name means: the kind of store by its port, or any database. */
const products: Readonly<Record<string, number | 'database'>> = {
  mysql: 3306,
  mariadb: 3306,
  postgres: 5432,
  postgresql: 5432,
  pg: 5432,
  pghost: 5432,
  mongo: 27017,
  mongodb: 27017,
  redis: 6379,
  rabbitmq: 5672,
  kafka: 9092,
  elasticsearch: 9200,
  memcached: 11211,
  db: 'database',
  database: 'database',
};

/** `localhost` alone as the host of a store that another service is. */
function hostAlone(
  { name, value }: Variable,
  variables: ReadonlyMap<string, string>,
  own: Endpoint,
  endpoints: readonly Endpoint[],
): Mistaken | undefined {
  if (value !== 'localhost' && value !== '127.0.0.1') return undefined;
  const [, prefix = '', suffix = ''] = /^(\w*?)_?(host|hostname|server|addr|address)$/i.exec(name.slice(0, 200)) ?? [];
  const [first = ''] = prefix.toLowerCase().split('_').slice(-1);
  const product = products[first] ?? products[prefix.toLowerCase().split('_')[0] ?? ''];
  if (suffix === '' || product === undefined || outside.test(name)) return undefined;
  const port = Number(variables.get(`${prefix}_PORT`) ?? variables.get(`${prefix}_port`) ?? NaN);
  const others = endpoints.filter((endpoint) => endpoint !== own && endpoint.hasOwnNetwork && endpoint.usual !== undefined);
  const targets = others.filter((endpoint) =>
    product === 'database'
      ? endpoint.store?.kind === 'database' && (Number.isNaN(port) || endpoint.usual === port)
      : endpoint.usual === product,
  );
  const [target] = targets;
  if (!target || listensOn(own, target.usual ?? 0)) return undefined;
  return { text: value, index: 0, target, port: undefined, isCertain: targets.length === 1 };
}
