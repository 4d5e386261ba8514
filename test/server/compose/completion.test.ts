import assert from 'node:assert/strict';
import { accepted, complete, inserted, labels } from './completing.ts';

const web = 'services:\n  web:\n';
const shop = `services:
  web:
    build: {context: .}
    ▮
  db:
    image: postgres:18
volumes:
  data:
  cache:
networks: {front: {}, back: {}}
secrets: {token: {file: ./token}}
`;
const at = (lines: string): string => shop.replace('▮', lines);

describe('compose completion', () => {
  it('offers the keys of the place, those first that people write most', () => {
    assert.deepEqual(labels('▮').slice(0, 4), ['name', 'include', 'services', 'networks']);
    assert.ok(!labels('▮').includes('version'));
    assert.deepEqual(labels(`${web}    ▮\n`).slice(0, 3), ['image', 'build', 'container_name']);
    assert.ok(!labels(`${web}    image: a\n    ▮\n`).includes('image'));
    assert.equal(labels(`${web}    depends_on:\n      db:\n        ▮\n`)[0], 'condition');
    assert.ok(labels(`${web}    healthcheck: {▮}\n`).includes('interval'));
    assert.deepEqual(labels(`${web}    deploy:\n      resources:\n        limits:\n          ▮\n`).slice(0, 2), ['cpus', 'memory']);
    assert.ok(labels(`${web}    ports:\n      - ▮\n`).includes('target'));
    assert.ok(!labels(`${web}    networks: [a]\n    ▮\n`).includes('network_mode'));
    assert.ok(!labels(`${web}    volumes:\n      - type: volume\n        ▮\n`).includes('bind'));
  });

  it('goes on to where the value is typed, indented for its place', () => {
    assert.equal(inserted(`${web}    ▮`, 'image'), 'image: ');
    assert.equal(inserted(`${web}    ▮`, 'environment'), 'environment:\n      ');
    assert.equal(inserted(`${web}    ▮`, 'ports'), 'ports:\n      - "$1"');
    assert.equal(inserted(`services:\n    web:\n        ▮`, 'environment'), 'environment:\n            ');
    assert.equal(inserted(`services:\n  web:\n    networks:\n    - a\n    ▮`, 'profiles'), 'profiles:\n    - ');
    assert.equal(inserted(`${web}    ▮`, 'restart'), 'restart: ${1|unless-stopped,"no",always,on-failure|}');
    assert.equal(inserted(`${web}    ▮`, 'init'), 'init: ${1|true,false|}');
    assert.equal(
      inserted(`${web}    ▮`, 'depends_on'),
      'depends_on:\n      ${1:db}:\n        condition: ${2|service_healthy,service_started,service_completed_successfully|}',
    );
  });

  it('says what a key is, in both languages', () => {
    const item = (locale: 'ko' | 'en') => complete(`${web}    ▮`, { locale }).find(({ label }) => label === 'restart');
    assert.match(item('en')?.detail ?? '', /^Type string/);
    assert.match(JSON.stringify(item('ko')?.documentation), /[가-힣]/);
    assert.match(JSON.stringify(complete(`${web}    restart: ▮`, { locale: 'ko' })[0]?.documentation), /[가-힣]/);
  });

  it('offers the values of a key', () => {
    assert.deepEqual(labels(`${web}    restart: ▮`), ['unless-stopped', 'no', 'always', 'on-failure']);
    assert.equal(inserted(`${web}    restart: ▮`, 'no'), '"no"');
    assert.deepEqual(labels(`${web}    tty: ▮`), ['true', 'false']);
    assert.deepEqual(labels(`${web}    depends_on: {db: {condition: ▮}}`).slice(0, 2), ['service_healthy', 'service_started']);
    assert.ok(labels('networks:\n  a:\n    driver: ▮').includes('overlay'));
    assert.equal(inserted(`${web}    deploy: {resources: {limits: {cpus: ▮}}}`, '0.5'), '"0.5"');
    assert.equal(inserted(`${web}    mem_limit: ▮`, '512M'), '512M');
    assert.equal(labels(`${web}    stop_signal: SIG▮`)[0], 'SIGTERM');
    assert.equal(labels(`${web}    cap_drop:\n      - ▮`)[0], 'ALL');
    assert.equal(inserted(`${web}    cap_drop:\n      ▮`, '- ALL'), '- ALL');
  });

  it('offers the names of the project', () => {
    assert.deepEqual(labels(at('depends_on: [▮]')), ['db']);
    assert.deepEqual(labels(at('depends_on:\n      - ▮')), ['db']);
    assert.match(inserted(at('depends_on:\n      ▮'), 'db') ?? '', /^db:\n {8}condition: \$\{1\|service_healthy/);
    assert.deepEqual(labels(at('networks: [▮]')), ['front', 'back']);
    assert.ok(labels(at('networks:\n      ▮')).includes('front'));
    assert.deepEqual(labels(at('secrets:\n      - ▮')).slice(0, 1), ['token']);
    assert.deepEqual(labels(at('network_mode: ▮')), ['host', 'bridge', 'none', 'service:db']);
    assert.deepEqual(labels(at('extends: {service: ▮}')), ['db']);
    assert.deepEqual(
      labels(at('extends: {file: base.yaml, service: ▮}'), { files: { 'base.yaml': 'services: {base: {image: a}}\n' } }),
      [],
    );
    assert.deepEqual(
      labels(at('extends: {file: base.yaml, service: ▮}'), { files: { 'base.yaml': 'services:\n  base:\n    image: a\n' } }),
      ['base'],
    );
    assert.deepEqual(
      labels('include: [db.yaml]\nservices:\n  web:\n    depends_on: [▮]\n', { files: { 'db.yaml': 'services:\n  db:\n    image: a\n' } }),
      ['db'],
    );
    assert.deepEqual(labels(`${web}    image: a\n    profiles: [debug]\n  db:\n    image: b\n    profiles: [▮]\n`), ['debug']);
    assert.equal(labels(`${web}    image: a\n    volumes: ["files:/x"]\nvolumes:\n  ▮\n`)[0], 'files');
  });

  it('offers mounts, and declares a new volume along with one', () => {
    assert.deepEqual(labels(at('volumes:\n      - ▮')).slice(0, 3), ['data:/data', 'cache:/data', 'web-data:/data']);
    assert.equal(
      accepted(
        'services:\n  db:\n    image: postgres:18\n    volumes:\n      - ▮\nvolumes:\n  a:\n\n# end\n',
        'db-data:/var/lib/postgresql',
      ),
      'services:\n  db:\n    image: postgres:18\n    volumes:\n      - db-data:/var/lib/postgresql\nvolumes:\n  a:\n  db-data:\n\n# end\n',
    );
    assert.equal(
      accepted('services:\n  db:\n    image: redis:8\n    ▮\n  x:\n    image: x\n', 'volumes (named, declared)'),
      'services:\n  db:\n    image: redis:8\n    volumes:\n      - db-data:/data\n  x:\n    image: x\n\nvolumes:\n  db-data:\n',
    );
    assert.equal(
      accepted('services:\n  db:\n    image: redis:8\n    ▮', 'secrets (file, declared)'),
      'services:\n  db:\n    image: redis:8\n    secrets:\n      - db-password\n\nsecrets:\n  db-password:\n    file: ./secrets/db-password.txt',
    );
  });

  it('offers stages, Dockerfiles and other files of the workspace', () => {
    const files = {
      'web/Dockerfile': 'FROM node AS deps\nFROM node AS run\nEXPOSE 3000\n',
      'infra/db.yaml': 'services:\n  db:\n    image: a\n',
    };
    assert.deepEqual(labels(`${web}    build:\n      context: web\n      target: ▮\n`, { files }), ['run', 'deps']);
    assert.deepEqual(labels(`${web}    build: {context: ./web, target: ▮}\n`, { files }), ['run', 'deps']);
    assert.deepEqual(labels(`${web}    build: ▮\n`, { files }), ['.', './web']);
    assert.deepEqual(labels(`${web}    build: {context: web, dockerfile: ▮}\n`, { files }), ['Dockerfile']);
    assert.deepEqual(labels('include:\n  - ▮\n', { files }).slice(0, 1), ['infra/db.yaml']);
    assert.equal(labels(`${web}    build: ./web\n    ports:\n      - "▮"\n`, { files })[0], '127.0.0.1:3000:3000');
    assert.equal(inserted(`${web}    image: mysql\n    ports:\n      - ▮\n`, '127.0.0.1:3306:3306'), '"127.0.0.1:3306:3306"');
  });

  it('offers images used nearby, then usual ones', () => {
    const files = { 'other/compose.yaml': 'services:\n  a:\n    image: acme/api:2.1\n' };
    const found = labels(`${web}    image: ▮\n`, { files });
    assert.equal(found[0], 'acme/api:2.1');
    assert.ok(found.includes('postgres:18'));
  });

  it('offers variables of .env, and never shows a secret', () => {
    const files = { '.env': 'TAG=1.2\nDB_PASSWORD=hunter2\n' };
    const items = complete(`${web}    image: web:\${▮}\n`, { files });
    assert.deepEqual(
      items.map(({ label, detail }) => [label, detail]),
      [
        ['TAG', '.env: 1.2'],
        ['DB_PASSWORD', '.env'],
      ],
    );
    assert.equal(accepted(`${web}    image: web:\${▮}\n`, 'TAG', { files }), `${web}    image: web:\${TAG}\n`);
    assert.equal(accepted(`${web}    image: web:$T▮\n`, 'TAG', { files }), `${web}    image: web:\${TAG}\n`);
    assert.equal(accepted(`${web}    image: web:\${▮:-1}\n`, 'TAG', { files }), `${web}    image: web:\${TAG:-1}\n`);
    assert.deepEqual(labels(`${web}    image: $A\n    command: a $ b\n    user: \${U}\n    tty: \${▮\n`), ['A', 'U']);
    assert.deepEqual(labels(`${web}    command: echo $$▮\n`, { files, trigger: '$' }), []);
    assert.equal(inserted(`${web}    environment:\n      ▮\n`, 'DB_PASSWORD', { files }), 'DB_PASSWORD: ${DB_PASSWORD}');
    assert.deepEqual(labels(`${web}    image: postgres:18\n    environment:\n      ▮\n`)[0], 'POSTGRES_PASSWORD');
    assert.ok(labels(`${web}    environment:\n      DB_HOST: ▮\n  db:\n    image: a\n`).includes('db'));
  });

  it('offers skeletons, those for the image first', () => {
    const found = labels(`${web}    image: redis:8\n    ▮\n`);
    assert.ok(found.indexOf('healthcheck (redis)') < found.indexOf('healthcheck (mysql)'));
    for (const name of ['mysql', 'postgres', 'redis', 'kafka', 'http, curl']) assert.ok(found.includes(`healthcheck (${name})`), name);
    assert.equal(
      accepted(`${web}    image: postgres:18\n    ▮`, 'healthcheck (postgres)'),
      `${web}    image: postgres:18\n    healthcheck:\n      test: ["CMD-SHELL", 'pg_isready --host=127.0.0.1 --username="$\${POSTGRES_USER:-postgres}"']\n      interval: 10s\n      timeout: 5s\n      retries: 5\n      start_period: 30s`,
    );
  });

  it('keeps quiet where an indent, a comment or a script is typed', () => {
    assert.deepEqual(labels(`${web}   ▮`, { trigger: ' ' }), []);
    assert.deepEqual(labels(`${web}    image: a # ▮`), []);
    assert.deepEqual(labels(`${web}    command: |\n      echo ▮\n`), []);
    assert.deepEqual(labels('x-any:\n  ▮\n'), []);
  });
});
