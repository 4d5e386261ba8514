import type { Localized } from '../../locale.ts';
import { storeOf } from '../../facts/stores.ts';
import type { Declaration } from './top-level.ts';

/** A part of a Compose file that is offered as a whole. Its body is a snippet, indented by two spaces, lists too. */
export interface Piece {
  /** The map that holds it, as the schema calls it. */
  readonly on: string;
  /** The key that it begins with. */
  readonly field: string;
  readonly label: string;
  readonly detail: Localized;
  readonly body: string;
  /** The note that explains it. */
  readonly note: string;
  /** The image that it is for. */
  readonly image?: string;
  /** What is declared at the top of the file along with it. */
  readonly declares?: readonly Declaration[];
}

/** Stores with a health check that really asks them, and what they are offered as. */
const checked = ['mysql:8.4', 'mariadb:11.8', 'postgres:18', 'redis:8', 'valkey/valkey:8', 'mongo:8', 'rabbitmq:4-management'];

const kafkaCheck = '["CMD", "/opt/kafka/bin/kafka-broker-api-versions.sh", "--bootstrap-server", "localhost:9092"]';

/** Text as it stands in the body of a snippet. */
function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** The command of a check that a shell runs, as a list in one line. */
function shellTest(check: string): string {
  return `["CMD-SHELL", '${literal(check.replaceAll("'", "''"))}']`;
}

function shortName(image: string): string {
  return (image.split(':', 1)[0] ?? '').replace(/^.*\//, '');
}

function timing(startPeriod: string): string {
  return `interval: 10s\ntimeout: 5s\nretries: 5\nstart_period: ${startPeriod}`;
}

function indented(columns: number, body: string): string {
  return body.replaceAll(/^(?=.)/gm, ' '.repeat(columns));
}

interface Check {
  readonly name: string;
  readonly image?: string;
  readonly test: string;
  readonly startPeriod: string;
  readonly detail: Localized;
}

const checks: readonly Check[] = [
  ...checked.flatMap((image): readonly Check[] => {
    const store = storeOf(image);
    if (store?.check === undefined) return [];
    const detail = { ko: `${store.name} 서버에 실제로 물어보는 헬스체크`, en: `really asks the ${store.name} server` };
    return [{ name: shortName(image), image, test: shellTest(store.check), startPeriod: '30s', detail }];
  }),
  {
    name: 'kafka',
    image: 'apache/kafka:4.3.1',
    test: kafkaCheck,
    startPeriod: '60s',
    detail: { ko: 'Kafka 브로커에 실제로 물어보는 헬스체크', en: 'really asks the Kafka broker' },
  },
  {
    name: 'http, curl',
    test: '["CMD", "curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:${1:8080}${2:/health}"]',
    startPeriod: '${3:30s}',
    detail: { ko: 'HTTP 응답으로 확인 (이미지에 curl이 있어야 합니다)', en: 'asks over HTTP (needs curl in the image)' },
  },
  {
    name: 'http, wget',
    test: '["CMD", "wget", "--quiet", "--spider", "http://127.0.0.1:${1:8080}${2:/health}"]',
    startPeriod: '${3:30s}',
    detail: { ko: 'HTTP 응답으로 확인 (이미지에 wget이 있어야 합니다)', en: 'asks over HTTP (needs wget in the image)' },
  },
];

const healthchecks: readonly Piece[] = checks.flatMap(({ name, image, test, startPeriod, detail }): readonly Piece[] => [
  {
    on: 'service',
    field: 'healthcheck',
    label: `healthcheck (${name})`,
    detail,
    note: 'compose/service#healthcheck',
    body: `healthcheck:\n  test: ${test}\n${indented(2, timing(startPeriod))}`,
    ...(image === undefined ? {} : { image }),
  },
  {
    on: 'healthcheck',
    field: 'test',
    label: `test (${name})`,
    detail,
    note: 'compose/healthcheck#test',
    body: `test: ${test}`,
    ...(image === undefined ? {} : { image }),
  },
]);

const ofServices: readonly Piece[] = [
  {
    on: 'service',
    field: 'build',
    label: 'build (context, target)',
    detail: { ko: 'Dockerfile의 한 스테이지를 빌드', en: 'builds a stage of a Dockerfile' },
    note: 'compose/service#build',
    body: 'build:\n  context: ${1:.}\n  dockerfile: ${2:Dockerfile}\n  target: ${3:runtime}',
  },
  {
    on: 'service',
    field: 'deploy',
    label: 'deploy (resources)',
    detail: { ko: 'CPU와 메모리의 상한과 예약', en: 'limits and reservations of CPU and memory' },
    note: 'compose/service#deploy',
    body: `deploy:
  resources:
    limits:
      cpus: "\${1:1.0}"
      memory: \${2:512M}
    reservations:
      cpus: "\${3:0.25}"
      memory: \${4:128M}`,
  },
  {
    on: 'service',
    field: 'logging',
    label: 'logging (rotation)',
    detail: { ko: '로그 파일의 크기와 개수를 제한', en: 'limits the size and number of log files' },
    note: 'compose/service#logging',
    body: `logging:
  driver: json-file
  options:
    max-size: "\${1:10m}"
    max-file: "\${2:3}"`,
  },
  {
    on: 'service',
    field: 'depends_on',
    label: 'depends_on (healthy)',
    detail: { ko: '헬스체크가 통과한 뒤에 시작', en: 'starts once the other is healthy' },
    note: 'compose/service#depends_on',
    body: 'depends_on:\n  ${1:db}:\n    condition: service_healthy',
  },
  {
    on: 'service',
    field: 'volumes',
    label: 'volumes (named, declared)',
    detail: { ko: '이름 있는 볼륨, 맨 위의 volumes에도 추가합니다', en: 'a named volume, added to the volumes at the top too' },
    note: 'compose/service#volumes',
    body: 'volumes:\n  - NAME-data:${1:DIRECTORY}',
    declares: [{ section: 'volumes', name: 'NAME-data', body: '' }],
  },
  {
    on: 'service',
    field: 'secrets',
    label: 'secrets (file, declared)',
    detail: {
      ko: '파일로 된 비밀, 맨 위의 secrets에도 추가합니다',
      en: 'a secret from a file, added to the secrets at the top too',
    },
    note: 'compose/service#secrets',
    body: 'secrets:\n  - NAME-password',
    declares: [{ section: 'secrets', name: 'NAME-password', body: '\nfile: ./secrets/NAME-password.txt' }],
  },
  {
    on: 'service',
    field: 'security_opt',
    label: 'hardening (read_only, cap_drop)',
    detail: { ko: '읽기 전용 파일 시스템, 권한 없음', en: 'a read-only file system and no capabilities' },
    note: 'compose/service#security_opt',
    body: 'read_only: true\ntmpfs:\n  - /tmp\ncap_drop:\n  - ALL\nsecurity_opt:\n  - no-new-privileges:true',
  },
  {
    on: 'service',
    field: 'develop',
    label: 'develop (watch)',
    detail: { ko: '고친 파일을 컨테이너로 옮기고, 의존성이 바뀌면 다시 빌드', en: 'syncs changed files, rebuilds for new dependencies' },
    note: 'compose/service#develop',
    body: `develop:
  watch:
    - action: sync
      path: \${1:./src}
      target: \${2:/app/src}
    - action: rebuild
      path: \${3:package.json}`,
  },
];

/** Every piece. */
export const pieces: readonly Piece[] = [...healthchecks, ...ofServices];
