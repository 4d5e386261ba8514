import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { compose } from '../../../server/compose/language.ts';
import { renderHover } from '../../../server/hover.ts';
import type { HoverContent } from '../../../server/language.ts';
import { library } from '../../../server/library.ts';
import { readCursor } from '../../marks.ts';
import { contextIn } from '../../context.ts';
import { libraryOf } from '../../library-of.ts';

function contentAt(marked: string, locale: 'ko' | 'en' = 'ko'): HoverContent | undefined {
  const { text, offset } = readCursor(marked);
  const model = compose.parse(TextDocument.create('file:///compose.yaml', 'yaml', 1, text));
  return compose.hover(model, offset, contextIn(locale));
}

function noteAt(marked: string): string | undefined {
  return contentAt(marked)?.noteId;
}

/** The hover where no note has been written yet. */
function withoutNotes(marked: string, locale: 'ko' | 'en'): string {
  const { text, offset } = readCursor(marked);
  const model = compose.parse(TextDocument.create('file:///compose.yaml', 'yaml', 1, text));
  const context = { ...contextIn(locale), library: libraryOf({ notes: {}, sheets: [] }) };
  const content = compose.hover(model, offset, context);
  return (content && renderHover(content, context, { commandLinks: false })?.value) ?? '';
}

const indented = (lines: string, by: number): string => lines.replace(/^/gm, ' '.repeat(by));
const service = (lines: string): string => `services:\n  web:\n${indented(lines, 4)}\n`;

const places: Readonly<Record<string, string>> = {
  'ser▮vices: {}\n': 'compose/compose#services',
  'ver▮sion: "3.8"\n': 'compose/compose#version',
  'version: "3▮.8"\n': 'compose/compose#version',
  'name▮: shop\n': 'compose/compose#name',
  'volumes▮:\n  data:\n': 'compose/compose#volumes',
  'networks▮:\n  a:\n': 'compose/compose#networks',
  'secrets▮: {}\n': 'compose/compose#secrets',
  'x-fo▮o: 1\n': 'compose/compose#x-',
  'include▮: []\n': 'compose/compose#include',
  'include: [a▮.yaml]\n': 'compose/compose#include',
  'include:\n  - pa▮th: a.yaml\n': 'compose/include#path',
  'include:\n  - project_▮directory: ./a\n': 'compose/include#project_directory',
  'services:\n  w▮eb: {}\n': 'compose/service',
  'networks:\n  ba▮ck: {}\n': 'compose/network',
  'networks:\n  back: {dri▮ver: bridge}\n': 'compose/network#driver',
  'networks:\n  back: {ipam: {config: [{sub▮net: 10.0.0.0/8}]}}\n': 'compose/network#ipam.subnet',
  'networks:\n  back: {driver_opts: {com.docker.network.driver.m▮tu: "1400"}}\n': 'compose/network#driver_opts',
  'volumes:\n  da▮ta:\n': 'compose/volume',
  'volumes:\n  data: {driver_▮opts: {type: nfs}}\n': 'compose/volume#driver_opts',
  'secrets:\n  k▮ey: {file: ./key}\n': 'compose/secret',
  'secrets:\n  key: {fi▮le: ./key}\n': 'compose/secret#file',
  'configs:\n  c: {cont▮ent: a}\n': 'compose/config#content',
  [service('ima▮ge: nginx')]: 'compose/service#image',
  [service('image: ngi▮nx')]: 'compose/service#image',
  [service('build▮: .')]: 'compose/service#build',
  [service('build: {tar▮get: a}')]: 'compose/build#target',
  [service('build: {args: {VERS▮ION: "1"}}')]: 'compose/build#args',
  [service('build: {secrets: [{so▮urce: a}]}')]: 'compose/file-grant#source',
  [service('ports▮:\n  - "80:80"')]: 'compose/service#ports',
  [service('ports:\n  - "8▮0:80"')]: 'compose/service#ports',
  [service('ports:\n  - publis▮hed: "80"')]: 'compose/port#published',
  [service('volumes:\n  - ty▮pe: bind')]: 'compose/mount#type',
  [service('volumes:\n  - bind: {create_host▮_path: false}')]: 'compose/mount#bind.create_host_path',
  [service('configs:\n  - mo▮de: 0440')]: 'compose/file-grant#mode',
  [service('env_file:\n  - requi▮red: false')]: 'compose/env_file#required',
  [service('extends: {fi▮le: a.yaml}')]: 'compose/extends#file',
  [service('logging: {options: {max-fi▮le: "3"}}')]: 'compose/logging#options.max-file',
  [service('logging: {options: {ta▮g: a}}')]: 'compose/logging#options',
  [service('networks:\n  back:\n    alia▮ses: [a]')]: 'compose/service-network#aliases',
  [service('networks:\n  ba▮ck:')]: 'compose/service#networks',
  [service('develop: {watch: [{act▮ion: sync}]}')]: 'compose/develop#action',
  [service('develop: {watch: [{exec: {comm▮and: a}}]}')]: 'compose/hook#command',
  [service('post_start: [{us▮er: root}]')]: 'compose/hook#user',
  [service('ulimits: {nofi▮le: 1}')]: 'compose/service#ulimits',
  [service('environment▮: {}')]: 'compose/service#environment',
  [service('environment:\n  MYSQL▮_HOST: mysql')]: 'compose/service#environment',
  [service('labels: {a.b▮: c}')]: 'compose/service#labels',
  [service('depends_on▮: [db]')]: 'compose/service#depends_on',
  [service('depends_on:\n  d▮b:\n    condition: service_healthy')]: 'compose/service#depends_on',
  [service('depends_on:\n  db:\n    cond▮ition: service_healthy')]: 'compose/depends_on#condition',
  [service('depends_on:\n  db:\n    condition: service_▮healthy')]: 'compose/depends_on#condition',
  [service('healthcheck▮: {}')]: 'compose/service#healthcheck',
  [service('healthcheck:\n  te▮st: [CMD, "true"]')]: 'compose/healthcheck#test',
  [service('healthcheck:\n  inter▮val: 10s')]: 'compose/healthcheck#interval',
  [service('restart▮: always')]: 'compose/service#restart',
  [service('deploy:\n  resources:\n    limits:\n      mem▮ory: 1G')]: 'compose/deploy#limits.memory',
  [service('deploy: {update_config: {ord▮er: start-first}}')]: 'compose/deploy#update_config.order',
  [service('deploy: {rollback_config: {de▮lay: 1s}}')]: 'compose/deploy#update_config.delay',
  [service('deploy: {restart_policy: {wind▮ow: 1s}}')]: 'compose/deploy#restart_policy.window',
  [service('ports: !re▮set []')]: 'compose/override#!reset',
  [service('ports: !overr▮ide\n  - "80:80"')]: 'compose/override#!override',
};

describe('compose hover', () => {
  for (const [marked, noteId] of Object.entries(places)) {
    it(`shows ${noteId}: ${JSON.stringify(
      marked
        .split('\n')
        .find((line) => line.includes('▮'))
        ?.trim(),
    )}`, () => {
      assert.equal(noteAt(marked), noteId);
      for (const locale of ['ko', 'en'] as const) assert.ok(library.note(noteId, locale)?.body);
    });
  }

  it('works with Windows line breaks, Korean before it, templates and half-typed lines', () => {
    assert.equal(noteAt('# 상점\r\nservices:\r\n  웹: # 앞\r\n    ima▮ge: nginx\r\n'), 'compose/service#image');
    assert.equal(noteAt('services:\n  web:\n    ima▮ge: nginx:{{ version }}\n'), 'compose/service#image');
    assert.equal(noteAt('services:\n  web:\n    ima▮ge: nginx\n    por\n'), 'compose/service#image');
    assert.equal(noteAt('services:\n  web:\n    command: [sh, -c\n    ports: []\n  db:\n    ima▮ge: nginx\n'), 'compose/service#image');
  });

  it('knows what stands in an anchor by where it is used', () => {
    const shared = (marked: string): string =>
      `${marked}\nservices:\n  web:\n    <<: *base\n    image: nginx\n  db:\n    <<: [*base, *log]\n`;
    assert.equal(noteAt(shared('x-base: &base\n  rest▮art: always\nx-log: &log {}')), 'compose/service#restart');
    assert.equal(noteAt(shared('x-base: &base {}\nx-log: &log\n  logging: {dri▮ver: local}')), 'compose/logging#driver');
    assert.equal(
      noteAt('x-a: &a\n  inter▮val: 5s\nx-b: &b\n  healthcheck: *a\nservices:\n  web:\n    <<: *b\n'),
      'compose/healthcheck#interval',
    );
    assert.equal(noteAt('x-env: &env\n  A▮: b\nservices:\n  web:\n    environment:\n      <<: *env\n'), 'compose/service#environment');
    assert.equal(noteAt('x-a:\n  rest▮art: always\n'), undefined);
  });

  it('explains merge keys and aliases', () => {
    const text = 'x-a: &a {init: true, restart: always}\nservices:\n  web:\n    ◆\n    logging: ◇\n';
    for (const at of ['<▮<: *a', '<<: *▮a', '<<: [*▮a]']) {
      const content = contentAt(text.replace('◆', at).replace('◇', '{}'));
      assert.equal(content?.noteId, 'concepts/yaml#anchors', at);
      assert.match(content.lead?.join('\n') ?? '', /`init`, `restart`/, at);
    }
    const alias = contentAt('x-l: &l {driver: local}\nservices:\n  web:\n    logging: *▮l\n');
    assert.equal(alias?.noteId, 'compose/service#logging');
    assert.match(alias.lead?.join('\n') ?? '', /`\*l` → `driver`/);
    assert.match(contentAt('x-i: &i nginx:1\nservices:\n  web:\n    image: *▮i\n')?.lead?.join('\n') ?? '', /`\*i` = `nginx:1`/);
    assert.equal(noteAt('services:\n  web:\n    <<: *non▮e\n'), undefined);
  });

  it('tells the type, the default and the values allowed', () => {
    const facts = (marked: string, locale: 'ko' | 'en'): string => contentAt(marked, locale)?.facts?.join(' · ') ?? '';
    assert.equal(facts(service('mem_limit▮: 1g'), 'en'), 'Type `bytes`');
    assert.equal(facts(service('depends_on:\n  db:\n    cond▮ition: service_started'), 'ko'), '타입 `string` · 필수');
    assert.match(facts(service('networks▮: []'), 'en'), /^Type `list` or `map`/);
    assert.match(facts(service('pull_policy: al▮ways'), 'ko'), /^값 `always`, `never`, `missing`/);
    assert.match(withoutNotes(service('stop_grace_period▮: 10s'), 'ko'), /타입 `duration` · 기본값 `10s`/);
  });

  it('shows the official text where there is no note', () => {
    const korean = withoutNotes(service('image▮: nginx'), 'ko');
    assert.match(korean, /\n---\n\n\*공식 설명\(영문\)\*\n\n\S/);
    assert.match(withoutNotes(service('image▮: nginx'), 'en'), /\*Official description\*/);
    assert.match(
      renderHover(contentAt(service('blkio_config▮: {}'), 'en') ?? assert.fail(), contextIn('en'), { commandLinks: false })?.value ?? '',
      /Official description/,
    );
  });

  it('is silent elsewhere', () => {
    for (const marked of [
      '▮',
      'foo▮: 1\n',
      '# ser▮vices\n',
      'services:\n  ▮\n',
      service('command: |\n  ec▮ho\n  exit'),
      service('unknown▮: 1'),
      service('# !re▮set'),
      service('command: echo !re▮set this\nx: 1').replace('▮', '').replace('x: 1', 'x▮: 1'),
      '\0▮\uD800',
      '- a▮\n',
    ])
      assert.equal(noteAt(marked), undefined, JSON.stringify(marked));
  });
});
