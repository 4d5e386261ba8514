import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { entityAt, openCompose, places, renamed } from './workspace.ts';

/** The only file after the rename. */
function rename(marked: string, newName: string): string {
  const files = renamed({ 'compose.yaml': marked }, newName);
  return typeof files === 'string' ? files : (files['compose.yaml'] ?? '');
}

describe('names in Compose files', () => {
  it('finds a service wherever it is named', () => {
    const text = `services:
  d▮b:
    image: postgres:17
  web:
    image: web
    depends_on:
      db: {condition: service_healthy}
    links: ["db:database"]
    network_mode: service:db
    volumes_from: [db:ro]
    environment:
      DB_HOST: db
      DATABASE_URL: postgres://app:secret@db:5432/shop
      NOTE: db
  job:
    extends: db
    image: job
    depends_on:
      - 'db'
    environment:
      - CACHE=db:6379
    build:
      context: .
      additional_contexts: {base: "service:db"}
`;
    const after = rename(text, 'store');
    assert.equal(
      after,
      text
        .replace('▮', '')
        .replace('  db:', '  store:')
        .replace('      db: {', '      store: {')
        .replace('"db:database"', '"store:database"')
        .replaceAll('service:db', 'service:store')
        .replace('[db:ro]', '[store:ro]')
        .replace('DB_HOST: db', 'DB_HOST: store')
        .replace('@db:', '@store:')
        .replace('extends: db', 'extends: store')
        .replace("'db'", "'store'")
        .replace('CACHE=db', 'CACHE=store'),
    );
  });

  it('finds it below a document that is broken by a carriage return alone', () => {
    const text = (name: string): string =>
      `services: {}\n---\r a\nservices: {}\n---\nservices:\n  ${name}:\n    image: a\n  web: {image: b, links: [${name.replace('▮', '')}]}\n`;
    assert.equal(rename(text('d▮b'), 'store'), text('store'));
  });

  it('tells volumes, networks, configs, secrets and profiles apart', () => {
    const text = (cursor: string): string =>
      `services:
  data:
    image: a
    profiles: [data, debug]
    networks: [data]
    volumes: ["data:/data:ro", "./data:/x", {type: volume, source: data, target: /y}, {type: bind, source: data, target: /z}]
    secrets: [data, {source: data}]
    configs: [{source: data, target: /c}]
networks: {data: }
volumes: {data: }
secrets: {data: {file: ./s}}
configs: {data: {file: ./c}}
`.replace(cursor, `${cursor.slice(0, -1)}▮${cursor.slice(-1)}`);
    assert.deepEqual(places({ 'compose.yaml': text('volumes: {d') }), ['compose.yaml:5', 'compose.yaml:5', 'compose.yaml:9*'].sort());
    assert.deepEqual(places({ 'compose.yaml': text('networks: [d') }), ['compose.yaml:4', 'compose.yaml:8*']);
    assert.deepEqual(places({ 'compose.yaml': text('secrets: [d') }), ['compose.yaml:6', 'compose.yaml:6', 'compose.yaml:10*']);
    assert.deepEqual(places({ 'compose.yaml': text('configs: [{source: d') }), ['compose.yaml:7', 'compose.yaml:11*']);
    assert.deepEqual(places({ 'compose.yaml': text('profiles: [d') }), ['compose.yaml:3*']);
  });

  it('follows anchors, and names inside of what they stand for', () => {
    const text = `x-common: &com▮mon
  depends_on: [db]
services:
  web:
    <<: *common
    image: web
  db: {image: db, labels: &common2 {a: b}}
`;
    assert.equal(rename(text, 'shared'), text.replace('▮', '').replace('&common\n', '&shared\n').replace('*common', '*shared'));
    assert.match(rename(text, 'common2'), /already/);
    assert.match(rename(text, 'a b'), /spaces/);
    assert.deepEqual(
      places({ 'compose.yaml': text.replace('▮', '').replace('[db]', '[d▮b]') }),
      ['compose.yaml:6*', 'compose.yaml:1'].sort(),
    );
    assert.equal(rename('a: &o▮ne\nb: *one\n', 'two'), 'a: &two\nb: *two\n');
  });

  it('reaches files that are merged, included and extended', () => {
    const files = {
      'compose.yaml': 'include:\n  - infra/db.yaml\nservices:\n  w▮eb:\n    image: web\n    depends_on: [db]\n',
      'compose.override.yaml': 'services:\n  web:\n    ports: ["80:80"]\n',
      'compose.prod.yaml': 'services:\n  web:\n    restart: always\n',
      'compose.alone.yaml': 'services:\n  web:\n    image: other\n',
      'infra/db.yaml': 'services:\n  db:\n    image: postgres\n    networks: [back]\nnetworks:\n  back:\n',
      'other/compose.yaml':
        'services:\n  web:\n    extends: {file: ../compose.yaml, service: web}\n  api:\n    image: api\n    depends_on: [web]\n',
    };
    assert.deepEqual(places(files), ['compose.yaml:3*', 'compose.override.yaml:1*', 'compose.prod.yaml:1*', 'other/compose.yaml:2']);
    const plain = { ...files, 'compose.yaml': files['compose.yaml'].replace('▮', '') };
    const db = ['compose.yaml:5', 'infra/db.yaml:1*'];
    assert.deepEqual(places({ ...plain, 'compose.yaml': plain['compose.yaml'].replace('[db]', '[d▮b]') }), db);
    assert.deepEqual([...places({ ...plain, 'infra/db.yaml': files['infra/db.yaml'].replace('db:', 'd▮b:') })].sort(), db);
    assert.deepEqual(places({ ...plain, 'other/compose.yaml': files['other/compose.yaml'].replace('service: web', 'service: w▮eb') }), [
      'other/compose.yaml:2',
      'compose.yaml:3*',
      'compose.override.yaml:1*',
      'compose.prod.yaml:1*',
    ]);
  });

  it('leads from a build to its Dockerfile and the stage, and renames stages from either side', () => {
    const files = {
      'app/compose.yaml': 'services:\n  web:\n    build: {context: web, dockerfile: Dockerfile, target: r▮un}\n',
      'app/web/Dockerfile': 'FROM node AS deps\nFROM node AS run\nCOPY --from=deps /a /a\nFROM run AS test\n',
    };
    assert.deepEqual(places(files), ['app/compose.yaml:2', 'app/web/Dockerfile:1*', 'app/web/Dockerfile:3']);
    const after = {
      'app/compose.yaml': 'services:\n  web:\n    build: {context: web, dockerfile: Dockerfile, target: prod}\n',
      'app/web/Dockerfile': 'FROM node AS deps\nFROM node AS prod\nCOPY --from=deps /a /a\nFROM prod AS test\n',
    };
    assert.deepEqual(renamed(files, 'prod'), after);
    assert.match(JSON.stringify(renamed(files, 'deps')), /already/);
    const back = {
      'app/compose.yaml': files['app/compose.yaml'].replace('▮', ''),
      'app/web/Dockerfile': files['app/web/Dockerfile'].replace('AS run', 'AS r▮un'),
    };
    assert.deepEqual(renamed(back, 'prod'), after);
    assert.deepEqual(places({ ...back, 'app/compose.yaml': 'services: {web: {build: ./w▮eb}}', 'app/web/Dockerfile': 'FROM a\n' }), [
      'app/compose.yaml:0',
      'app/web/Dockerfile:0*',
    ]);
  });

  it('leads to files that are included, extended, or set variables', () => {
    const other = { 'base.yaml': 'services:\n  base:\n    image: a\n', 'app.env': 'A=1\n' };
    const at = (line: string): readonly string[] => places({ 'compose.yaml': `services:\n  web:\n    ${line}\n`, ...other });
    assert.deepEqual(at('extends: {file: ba▮se.yaml, service: base}'), ['compose.yaml:2', 'base.yaml:0*']);
    assert.deepEqual(at('env_file: app▮.env'), ['compose.yaml:2', 'app.env:0*']);
    assert.deepEqual(at('env_file: gone▮.env'), []);
  });

  it('leads from a variable to its line in .env', () => {
    const compose = 'services:\n  web:\n    image: web:${TA▮G:-1}\n    environment: {A: "$TAG"} # ${TAG}\n';
    assert.deepEqual(places({ 'compose.yaml': compose, '.env': '# x\nTAG=2\n' }), ['compose.yaml:2', 'compose.yaml:3', '.env:1*']);
  });

  it('says why a name will not do', () => {
    const text = 'services:\n  w▮eb: {image: a}\n  db: {image: b}\n';
    assert.match(rename(text, 'db'), /taken/);
    assert.match(rename(text, 'a b'), /letters/);
    assert.match(rename(text, 'true'), /quotes/);
    assert.equal(rename('services:\n  web:\n    image: a\n    depends_on: [gh▮ost]\n', 'x'), 'fixed');
  });

  it('gives every name its own back', () => {
    const files: Readonly<Record<string, string>> = {
      'app/compose.yaml': readFileSync('examples/good/compose.yaml', 'utf8').replace(
        'services:',
        'include: [../extra/more.yaml]\nservices:',
      ),
      'app/compose.override.yaml':
        'services:\n  app:\n    profiles: [dev]\n    volumes: ["mysql-data:/backup:ro"]\n    networks: {backend: {}}\n',
      'app/Dockerfile': 'FROM node:24 AS build\nFROM node:24\nCOPY --from=build /a /a\n',
      'extra/more.yaml':
        'services:\n  mail:\n    build: {context: ../app, target: build}\n    extends: {file: ../app/compose.yaml, service: redis}\n    environment: [API=http://mail/]\n',
    };
    const workspace = openCompose(files);
    let tried = 0;
    for (const [path, text] of Object.entries(files)) {
      for (let at = 0; at < text.length; at += 3) {
        const entity = entityAt(workspace, path, at);
        if (!entity?.refuse || entity.refuse('renamed-1')) continue;
        const after = renamed({ ...files, [path]: `${text.slice(0, at)}▮${text.slice(at)}` }, 'renamed-1');
        assert.ok(typeof after === 'object');
        tried++;
        at = Math.max(at, entity.occurrences.find(({ span }) => span.start <= at && at <= span.end)?.span.end ?? 0); // each place once
        for (const [other, changed] of Object.entries(after)) {
          if (changed === files[other]) continue;
          const old = (files[other] ?? '').slice(changed.indexOf('renamed-1')).match(/^[\w.-]+/)?.[0] ?? '';
          const back = renamed({ ...after, [other]: changed.replace('renamed-1', 'ren▮amed-1') }, old);
          assert.deepEqual(back, files, `${path} ${at} ${other} ${old}`);
        }
      }
    }
    assert.ok(tried > 40);
  });

  it('tells other files only of what they can see', () => {
    const workspace = openCompose({ 'compose.yaml': 'services:\n  web:\n    image: a\n' });
    assert.equal(workspace.write('compose.yaml', '# more\nservices:\n  web:\n    image: a\n    tty: true\n'), false);
    assert.equal(workspace.write('compose.yaml', 'services:\n  api:\n    image: a\n'), true);
    assert.equal(workspace.write('compose.yaml', 'kind: x\n'), true);
  });
});
