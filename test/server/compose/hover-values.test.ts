import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { compose } from '../../../server/compose/language.ts';
import { renderHover } from '../../../server/hover.ts';
import type { HoverContent } from '../../../server/language.ts';
import { createWorkspace } from '../../../server/workspace.ts';
import { contextIn } from '../../context.ts';
import { readCursor } from '../../marks.ts';
import { openCompose } from './workspace.ts';

function contentAt(marked: string, locale: 'ko' | 'en', files?: Readonly<Record<string, string>>): HoverContent | undefined {
  const { text, offset } = readCursor(marked);
  const model = compose.parse(TextDocument.create('file:///shop/compose.yaml', 'yaml', 1, text));
  const workspace = files ? createWorkspace(Object.entries(files), 'missing') : createWorkspace();
  return compose.hover(model, offset, { ...contextIn(locale), workspace, path: 'shop/compose.yaml' });
}

/** What stands above the note. */
function leadAt(marked: string, locale: 'ko' | 'en', files?: Readonly<Record<string, string>>): string {
  return (contentAt(marked, locale, files)?.lead ?? []).join('\n');
}

/** Checks what stands above the note in both languages. */
function leads(marked: string, ko: RegExp, en: RegExp, files?: Readonly<Record<string, string>>): void {
  assert.match(leadAt(marked, 'ko', files), ko, marked);
  assert.match(leadAt(marked, 'en', files), en, marked);
}

const indented = (lines: string, by: number): string => lines.replace(/^/gm, ' '.repeat(by));
const service = (lines: string): string => `services:\n  web:\n${indented(lines, 4)}\n`;

const stack = `name: shop
services:
  web:
    build: ./web
    environment:
      DB_URL: postgres://app@db:5432/shop
      CACHE: redis://localhost:6379
      BROKER: 127.0.0.1:15672
    depends_on:
      db: { condition: service_healthy }
      cache: { condition: service_healthy }
    networks: [front, back]
    secrets: [key, { source: key, target: other }]
    volumes: [data:/data, ./src:/app, /app/node_modules]
    network_mode_: x
  db:
    image: postgres:17
    ports: ["127.0.0.1:5433:5432"]
    volumes: [data:/var/lib/postgresql/data]
    healthcheck:
      test: pg_isready
      interval: 10s
      timeout: 5s
      start_period: 30s
    networks: [back]
  cache:
    image: redis:8
    profiles: [dev]
    depends_on: [db]
  queue:
    image: rabbitmq:4
    ports: ["15672:5672"]
    profiles: [dev]
    network_mode: service:db
volumes:
  data:
  logs: { external: true }
  unused:
networks:
  front:
  back:
secrets:
  key: { file: ./key.txt }
configs:
  c: { environment: CONF }
`;

/** The stack with the cursor in a word of it, which stands there once. */
function inStack(word: string): string {
  assert.equal(stack.split(word.replace('▮', '')).length, 2, `${word} must stand once in the stack`);
  return stack.replace(word.replace('▮', ''), word);
}

describe('compose hover: values', () => {
  it('shows what the value comes to, then the first paragraph of the note', () => {
    const content = contentAt(service('ports: ["127.0.0.1:5432:54▮32"]'), 'ko') ?? assert.fail();
    const shown = renderHover(content, contextIn('ko'), { commandLinks: false })?.value ?? '';
    assert.match(shown, /^호스트 `127\.0\.0\.1:5432` → 컨테이너 `5432`\. 이 컴퓨터에서만/);
    assert.match(shown, /\*\*ports\*\* — 컨테이너의 포트를 호스트에/);
    assert.ok(!shown.includes('흔한 오해'));
  });

  for (const [what, marked, ko, en] of [
    ['published ports', service('ports: ["8080:8▮0"]'), /`8080` → 컨테이너 `80`\. 모든 주소/, /`8080` → container `80`\. Open on every/],
    ['ports alone', service('ports: [30▮00]'), /빈 포트 → 컨테이너 `3000`/, /free port of the host → container `3000`/],
    ['ranges of ports', service('ports: ["9090-9091:8080-80▮81/udp"]'), /`8080-8081` \(UDP\), 차례대로/, /one to one/],
    [
      'the long form of ports',
      service('ports:\n  - target▮: 80\n    published: "8080"\n    host_ip: 127.0.0.1'),
      /`127\.0\.0\.1:8080` → 컨테이너 `80`/,
      /Only this computer/,
    ],
    ['addresses of the host', service('ports:\n  - target: 80\n    host_ip: 0.0.▮0.0'), /모든 주소/, /every address/],
    ['exposed ports', service('expose: ["33▮06"]'), /MySQL/, /MySQL/],
    [
      'named volumes',
      service('volumes: [da▮ta:/data:ro]'),
      /이름 있는 볼륨 `data` → `\/data`\. 읽기 전용/,
      /Named volume `data` → `\/data`\. Read-only/,
    ],
    [
      'host paths',
      service('volumes: [./a:/▮b]'),
      /호스트 `\.\/a` → `\/b`\. 컨테이너가 고치면/,
      /Host `\.\/a` → `\/b`\. What the container changes/,
    ],
    ['anonymous volumes', service('volumes: [/da▮ta]'), /이름 없는 볼륨/, /Anonymous volume/],
    ['the socket of Docker', service('volumes: [/var/run/docker.so▮ck:/var/run/docker.sock]'), /root/, /root/],
    ['the long form of volumes', service('volumes:\n  - type: tmpfs\n    tar▮get: /tmp'), /메모리/, /in memory/],
    ['options of volumes', service('volumes: ["a:/b:▮Z"]'), /`Z` — SELinux/, /`Z` — SELinux/],
    ['durations', service('stop_grace_period: 1m▮30s'), /1분 30초까지/, /up to 1 minute 30 seconds/],
    ['durations of updates', service('deploy: {update_config: {delay: 9▮0s}}'), /`90s` = 1분 30초/, /= 1 minute 30 seconds/],
    ['durations without a unit', service('stop_grace_period: "3▮0"'), /`30s`처럼/, /write `30s`/],
    ['sizes', service('mem_limit: 51▮2m'), /536,870,912바이트 \(512 MiB\)/, /536,870,912 bytes \(512 MiB\)/],
    ['sizes at the key', service('deploy: {resources: {limits: {mem▮ory: 1g}}}'), /1 GiB/, /1 GiB/],
    ['processors', service('cpus: 0.▮5'), /50 %/, /50 % of one core/],
    ['images', service('image: postgres:1▮1'), /Docker Hub의 `postgres`, 태그 `11`[\s\S]*2023-11-09/, /2023-11-09/],
    ['images that move', service('image: nginx▮'), /`latest`/, /no tag/],
    ['names of built images', service('build: .\nimage: shop/w▮eb'), /만든 이미지/, /`build` makes/],
    ['restart policies', service('restart: on-fail▮ure:3'), /오류[\s\S]*최대 3번/, /error[\s\S]*At most 3/],
    ['network drivers', 'networks:\n  a: {driver: macv▮lan}\n', /실제 LAN/, /real LAN/],
    ['network modes', service('network_mode: ho▮st'), /호스트의 네트워크/, /host’s network/],
    ['conditions', service('depends_on: {db: {condition: service_completed_▮successfully}}'), /종료 코드 0/, /exit code 0/],
    ['users', service('user: "1000:1▮000"'), /UID `1000`, GID `1000`/, /UID `1000`, GID `1000`/],
    ['root', service('user: ro▮ot'), /root로 실행/, /Runs as root/],
    ['signals', service('stop_signal: SIGQ▮UIT'), /3번/, /number 3/],
    ['hosts', service('extra_hosts: ["a.b=host-gate▮way"]'), /이 호스트/, /this host/],
    ['hosts in a map', service('extra_hosts: {a.b: 10.0.0.▮1}'), /`a\.b` → `10\.0\.0\.1`/, /`a\.b` → `10\.0\.0\.1`/],
    ['memory file systems', service('tmpfs: /run:size=64▮m'), /최대 `64m`/, /At most `64m`/],
    ['capabilities', service('cap_add: [NET_AD▮MIN]'), /방화벽/, /firewall/],
    ['log drivers', service('logging: {driver: json-fi▮le}'), /`max-size`/, /`max-size`/],
    ['actions', service('develop: {watch: [{action: reb▮uild}]}'), /다시 빌드/, /builds the image again/],
    ['tests in a shell', service('healthcheck: {test: curl -f lo▮calhost}'), /셸\(`\/bin\/sh -c`\)/, /in the container’s shell/],
    [
      'tests without one',
      service('healthcheck: {test: [CMD, mysqladmin, pi▮ng]}'),
      /셸 없이[\s\S]*비밀번호/,
      /without a shell[\s\S]*password/,
    ],
    ['tests turned off', service('healthcheck: {test: [NO▮NE]}'), /헬스체크를 끕니다/, /Turns the health check off/],
    ['tests that are refused', service('healthcheck: {test: [cu▮rl, -f]}'), /`CMD`/, /must begin with/],
    ['commands that want a shell', service('command: npm ci &▮& npm start'), /`&&`도 인자/, /`&&` is just an argument/],
    ['resets', service('por▮ts: !reset []'), /앞선 파일의 이 값을 없앱니다/, /removes what the earlier/],
  ] as const) {
    it(`explains ${what}`, () => leads(marked, ko, en));
  }

  it('computes the timing of a health check', () => {
    leads(inStack('inter▮val: 10s'), /약 30초 뒤 `unhealthy`\*\*: 10초 × 3번\. .*최대 45초/, /after about 30 seconds\*\*: 10 seconds × 3/);
    leads(inStack('start_period: 3▮0s'), /30초 동안의 실패는 세지 않습니다\. 그동안은 5초마다/, /every 5 seconds/);
    leads(service('healthcheck▮: {test: "true"}'), /1분 30초[\s\S]*첫 검사는 시작하고 30초 뒤/, /30 seconds after the start/);
    leads(inStack('db: { condition: service_▮healthy'), /시작하고 약 1분 뒤 `unhealthy`/, /about 1 minute after its start/);
    // the image's own values may count
    assert.equal(leadAt(service('healthcheck: {inter▮val: 10s}'), 'ko'), '');
    assert.equal(leadAt(service('healthcheck: {test: "true", inter▮val: 10}'), 'ko'), '');
    assert.equal(leadAt(service('healthcheck: {test: "true", inter▮val: "${X}"}'), 'ko').includes('unhealthy'), false);
  });

  it('says what a service is', () => {
    leads(
      inStack('  d▮b:\n    image'),
      /이미지 `postgres:17` · 호스트 `127\.0\.0\.1:5433` → 컨테이너 `5432`\n.*`db:5432`\n.*`web`, `cache`/,
      /Waiting for it: `web`, `cache`/,
    );
    leads(inStack('  w▮eb:\n'), /`\.\/web`에서 빌드/, /built from `\.\/web`/);
    leads(inStack('  ca▮che:\n    image'), /`cache:6379`[\s\S]*프로필을 켰을 때만 시작합니다: `dev`/, /Starts only with a profile: `dev`/);
    leads(inStack('d▮b: { condition'), /이미지 `postgres:17`/, /image `postgres:17`/);
    leads(
      inStack('depends_on: [d▮b]'),
      /준비되었는지는[\s\S]*`condition: service_healthy`/,
      /until it has started|It waits[\s\S]*would wait/,
    );
    leads(inStack('network_mode: service:d▮b'), /`db`의 네트워크를[\s\S]*postgres/, /Shares the network of the service `db`/);
    leads(inStack('cache: { cond▮ition'), /`cache`에는 `healthcheck`가 없습니다/, /`cache` has no `healthcheck`/);
    leads(inStack('profiles: [de▮v]\n    depends'), /--profile dev up`.*`cache`, `queue`/, /starts `cache`, `queue`/);
  });

  it('says who uses a name', () => {
    leads(
      inStack('  da▮ta:\n'),
      /`web` \(`\/data`\), `db` \(`\/var\/lib\/postgresql\/data`\)[\s\S]*`shop_data`/,
      /Mounted by .*[\s\S]*`shop_data`/,
    );
    leads(inStack('  unu▮sed:'), /마운트하는 서비스가 없습니다/, /No service of this file mounts it/);
    assert.ok(!leadAt(inStack('lo▮gs: { ext'), 'ko').includes('shop_'));
    leads(inStack('  ba▮ck:\n'), /`web`, `db`/, /`web`, `db`/);
    leads(inStack('[front, ba▮ck]'), /`web`, `db`/, /reach each other by name/);
    leads('services:\n  a: {image: x}\n  b: {networks: [c]}\nnetworks:\n  defa▮ult:\n', /`a`/, /`a`/);
    leads(inStack('  ke▮y: { file'), /받는 서비스: `web`/, /Given to `web`/);
    leads(inStack('[ke▮y, '), /`\.\/key\.txt` → 컨테이너의 `\/run\/secrets\/key`/, /`\/run\/secrets\/key` in the container/);
    leads(inStack('source: k▮ey'), /`\/run\/secrets\/other`/, /`\/run\/secrets\/other`/);
    leads(inStack('data:/var/lib/postgresql/da▮ta'), /PostgreSQL 이미지가 데이터를/, /PostgreSQL image keeps/);
    leads(inStack('/app/node_mod▮ules'), /가리지 못하게/, /keeps the mount above/);
  });

  it('sees services and localhost in the environment', () => {
    leads(inStack('app@d▮b:5432'), /서비스 `db` · 이미지 `postgres:17`/, /Service `db`/);
    leads(inStack('localhost:63▮79'), /이 컨테이너 자신[\s\S]*`cache:6379`/, /container itself[\s\S]*`cache:6379`/);
    // the port of the host is meant
    leads(inStack('127.0.0.1:156▮72'), /`queue:5672`/, /`queue:5672`/);
    leads(service('environment: ["URL=http://local▮host:1"]'), /자신입니다/, /itself/);
    assert.equal(leadAt(service('environment: {A: localho▮sting}'), 'ko'), '');
  });
});

describe('compose hover: several files', () => {
  const base = 'services:\n  web: {build: .}\n  db: {image: "postgres:17"}\nvolumes: {data: }\n';

  function leadIn(files: Readonly<Record<string, string>>, path: string, locale: 'ko' | 'en'): string {
    const { text, offset } = readCursor(files[path] ?? '');
    const workspace = openCompose({ ...files, [path]: text });
    return (compose.hover(workspace.model(path), offset, { ...contextIn(locale), ...workspace.place(path) })?.lead ?? []).join('\n');
  }

  it('tells where a name is declared, and with what it is merged', () => {
    const files = { 'compose.yaml': base, 'compose.override.yaml': 'services:\n  we▮b: {depends_on: [db]}\n' };
    assert.match(leadIn(files, 'compose.override.yaml', 'ko'), /`compose\.yaml` 파일에도 있어 합쳐집니다/);
    assert.match(leadIn(files, 'compose.override.yaml', 'en'), /Merged with the definition in `compose\.yaml`/);
    const other = { 'compose.yaml': base, 'compose.override.yaml': 'services:\n  web: {depends_on: [d▮b]}\n' };
    assert.match(leadIn(other, 'compose.override.yaml', 'ko'), /`db` — `compose\.yaml` 파일에 선언/);
    assert.match(leadIn(other, 'compose.override.yaml', 'en'), /declared in `compose\.yaml`/);
    const included = {
      'infra.yaml': base.replace('{image: "postgres:17"}', '\n    image: postgres:17'),
      'compose.yaml': 'include: [infra.yaml]\nservices:\n  api: {image: a, depends_on: [d▮b]}\n',
    };
    assert.match(leadIn(included, 'compose.yaml', 'en'), /declared in `infra\.yaml`/);
  });
});

describe('compose hover: builds', () => {
  it('tells the Dockerfile and its stages', () => {
    const dockerfile = 'FROM node:22 AS build\nRUN a\nFROM nginx:1.29 AS prod\n';
    for (const [build, ko, en] of [
      ['./we▮b', /Dockerfile `web\/Dockerfile`\. 스테이지: `build`, `prod`/, /Stages: `build`, `prod`/],
      ['{context: web, target: pr▮od}', /`prod` 스테이지는 `nginx:1\.29`/, /starts from `nginx:1\.29`/],
      ['{context: web, tar▮get: build}', /`node:22`/, /`node:22`/],
    ] as const) {
      const { text, offset } = readCursor(service(`build: ${build}\nimage: shop/web`));
      const workspace = openCompose({ 'compose.yaml': text, 'web/Dockerfile': dockerfile });
      const lead = (locale: 'ko' | 'en'): string =>
        compose
          .hover(workspace.model('compose.yaml'), offset, { ...contextIn(locale), ...workspace.place('compose.yaml') })
          ?.lead?.join('\n') ?? '';
      assert.match(lead('ko'), ko);
      assert.match(lead('en'), en);
    }
  });
});

describe('compose hover: broken files', () => {
  it('answers at every place of every beginning of a file, and never fails', () => {
    for (let length = 0; length < stack.length; length += 7) {
      const text = stack.slice(0, length);
      const model = compose.parse(TextDocument.create('file:///compose.yaml', 'yaml', 1, text));
      for (const offset of [length, length - 3, length - 11, length - 40]) if (offset >= 0) compose.hover(model, offset, contextIn('ko'));
    }
  });

  it('stands anchors in circles and aliases to nothing', () => {
    for (const text of [
      'x-a: &a\n  b: *a\nservices: {web: {<<: *a}}\n',
      'x-a: &a {<<: *b}\nx-b: &b {<<: *a}\nservices: {web: *b}\n',
      'services: {web: {<<: [*no, 1, [*no]]}}\n',
      'services: [a, b]\n',
      'services: {web: [image]}\nvolumes: 3\nnetworks: [a]\n',
      'services: {web: {ports: {a: b}, volumes: [[a]], healthcheck: [x], environment: 3, depends_on: 1}}\n',
      'services: {__proto__: {constructor: {toString: 1}}, constructor: {image: a}}\nvolumes: {toString: }\n',
    ]) {
      const model = compose.parse(TextDocument.create('file:///compose.yaml', 'yaml', 1, text));
      for (let offset = 0; offset <= text.length; offset++) compose.hover(model, offset, contextIn('en'));
    }
  });
});

describe('compose hover: variables', () => {
  const files = { 'shop/.env': 'TAG=1.29\nDB_PASSWORD=hunter2\nURL=postgres://app:hunter2@db/x\nEMPTY=\nCOPY=${DB_PASSWORD}\n' };

  it('tell their value from .env, or what stands in for it', () => {
    leads(service('image: nginx:${TA▮G}'), /`TAG` = `1\.29` \(`\.env`\)[\s\S]*→ `nginx:1\.29`/, /→ `nginx:1\.29`/, files);
    leads(service('image: nginx:${OT▮HER:-2}'), /`\.env`에 없습니다\. 셸에도 없으면 기본값 `2`[\s\S]*`nginx:2`/, /the default `2`/, files);
    leads(service('image: nginx:${EMPT▮Y:-2}'), /비어 있습니다/, /empty in `\.env`/, files);
    leads(service('image: nginx:${A▮:?set it}'), /오류로 멈춥니다: `set it`/, /an error, and nothing starts: `set it`/, files);
    leads(service('image: nginx:${TAG▮:+alpine}'), /값이 있어 `alpine`/, /so `alpine`/, files);
    leads(service('image: nginx:$NO▮NE'), /경고하고 빈 문자열/, /an empty text/, files);
    leads(service('image: nginx:${TA▮G:-2}'), /셸이나 `\.env`에서 옵니다\. 없으면 기본값 `2`/, /from the shell or `\.env`/);
    leads(service('ports: ["${P▮:-8080}:80"]'), /호스트 `8080` → 컨테이너 `80`/, /Host `8080` → container `80`/, files);
    leads(service('command: echo $$H▮OME'), /`\$` 하나로/, /as a single `\$`/, files);
    leads(service('environment: [TA▮G]'), /`TAG` = `1\.29`/, /`TAG` = `1\.29`/, files);
    leads(service('environment: {MIS▮SING: }'), /셸이나 `\.env`/, /from the shell or `\.env`/, files);
    leads(service('env_file: .en▮v'), /변수 5개: `TAG`, `DB_PASSWORD`/, /5 variables/, files);
    leads(service('env_file: gone.en▮v'), /없습니다/, /no file/, files);
  });

  it('never tell a secret', () => {
    for (const marked of [
      service('environment: {A: "${DB_PASS▮WORD}"}'),
      service('environment: {A: "${DB_PASS▮WORD:-hunter2}"}'),
      service('environment: {A: "${X▮:-${DB_PASSWORD:-hunter2}}"}'),
      service('environment: {A: "${TAG▮:+${DB_PASSWORD:-hunter2}}"}'),
      service('environment: {A: "${CO▮PY}"}'),
      service('environment: [CO▮PY]'),
      service('image: "a:${CO▮PY}"'),
      service('environment: {API_TOKEN: "${CO▮PY}"}'),
      service('environment: {A: "${UR▮L}"}'),
      service('environment: ["API_TOKEN=${CO▮PY:-x}"]'),
      service('environment: [DB_PASS▮WORD]'),
      service('environment: {DB_PASS▮WORD: }'),
      service('environment: [U▮RL]'),
      service('build: {args: {TOKEN: "${CO▮PY}"}}'),
      service('build: {args: ["TOKEN=${CO▮PY}"]}'),
      service('command: run --password=${DB_PASS▮WORD}'),
      service('image: ${DB_PASSWORD}▮'),
      service('healthcheck: {test: "mysql -p${DB_PASS▮WORD}"}'),
      service('env_file: .en▮v'),
    ])
      for (const locale of ['ko', 'en'] as const) {
        const lead = leadAt(marked, locale, files);
        assert.notEqual(lead, '', marked);
        assert.ok(!lead.includes('hunter2'), `${marked}: ${lead}`);
      }
  });

  it('are left alone in templates and in what cannot be read', () => {
    for (const marked of [
      service('image: "{{ a }}:${TA▮G}"'),
      service('image: ${▮'),
      service('ports: ["${"▮]'),
      service('ports: [a:b:c▮]'),
    ])
      assert.doesNotThrow(() => contentAt(marked, 'ko', files));
    assert.equal(leadAt(service('ports: ["{{ port }}▮:80"]'), 'ko'), '');
  });

  it('escape what the file says', () => {
    const shown = leadAt(service('volumes: ["./[a](x)`:/b▮"]'), 'en');
    assert.ok(shown.includes('`` ./[a](x)` ``'), shown);
  });
});
