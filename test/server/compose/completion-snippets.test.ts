import assert from 'node:assert/strict';
import { compose } from '../../../server/compose/language.ts';
import { storeOf } from '../../../server/facts/stores.ts';
import { parse } from 'yaml';
import type { ComposeModel } from '../../../server/compose/model.ts';
import { allSnippets, expand } from '../../snippets/expand.ts';
import { contextIn } from '../../context.ts';
import { readCursor } from '../../marks.ts';
import { accept, namesOf } from '../../snippets/offered.ts';
import { findingsIn } from './completing.ts';
import { openCompose } from './workspace.ts';

function at(marked: string, trigger?: string) {
  const { text, offset } = readCursor(marked);
  const workspace = openCompose({ 'compose.yaml': text });
  const model: ComposeModel = workspace.model('compose.yaml');
  const context = { ...contextIn('en'), ...workspace.place('compose.yaml'), ...(trigger === undefined ? {} : { trigger }) };
  return { document: model.document, items: compose.snippets(model, offset, context) };
}
const ids = (marked: string, trigger?: string): readonly string[] => namesOf(at(marked, trigger));
const accepted = (marked: string, name: string): string => accept(at(marked), name);

const services = allSnippets().filter(({ language, where }) => language === 'compose' && where === 'service');
const app = 'services:\n  web:\n    image: acme/web:1.0\n    ports:\n      - "127.0.0.1:9000:3000"\n';

describe('snippets of Compose files', () => {
  it('are whole files where there is nothing yet, services below services, and nothing elsewhere', () => {
    assert.ok(ids('▮').includes('app-postgres') && !ids('▮').includes('postgres'));
    assert.ok(ids('app▮').includes('app-postgres'));
    assert.ok(ids('services:\n  ▮\n').includes('postgres') && !ids('services:\n  ▮\n').includes('app-postgres'));
    assert.ok(ids(`${app}  pos▮\n`).includes('postgres'));
    for (const marked of [
      '# mine\n▮',
      'name: shop\n▮',
      `${app}▮\n`,
      `${app}    ▮\n`,
      'services:\n  web:\n    image: ▮',
      'services: {▮}',
      'services:\n  web:\n    environment:\n      ▮\n',
      'volumes:\n  ▮\n',
    ])
      assert.deepEqual(ids(marked), [], marked);
    assert.ok(!ids('services:\n  postgres:\n    image: postgres:18\n  ▮\n').includes('postgres'), 'a service stands once');
  });

  for (const snippet of services) {
    const { id, declares } = snippet;
    const name = id.replace('snippets/', '');
    it(`${name}: goes into a file indented by two or four, with its declarations, and nothing is found`, () => {
      for (const [marked, step] of [
        ['services:\n  ▮\n', 2],
        ['services:\n    ▮\n', 4],
        [`${app}  ▮\n\nvolumes:\n  web-data:\n`, 2],
        [
          'services:\n    web:\n        image: acme/web:1.0\n        ports:\n            - "127.0.0.1:9000:3000"\n    ▮\n\nvolumes:\n    other:\n',
          4,
        ],
      ] as const) {
        const text = accepted(marked, name);
        const read = parse(text) as Record<string, Record<string, unknown>>;
        for (const [section, entries] of Object.entries(declares))
          for (const entry of Object.keys(entries)) assert.ok(Object.hasOwn(read[section] ?? {}, entry), `${section} ${entry}: ${text}`);
        assert.match(text, new RegExp(`^ {${2 * step}}restart: unless-stopped$`, 'm'));
        for (const [section, entries] of Object.entries(declares))
          for (const entry of Object.keys(entries)) assert.match(text, new RegExp(`^${section}:\n(?: .*\n)* {${step}}${entry}:`, 'm'));
        if (marked.startsWith('services:\n  ▮') || marked.startsWith('services:\n    ▮')) assert.deepEqual(findingsIn(text), [], text);
      }
    });
  }

  it('lead to a service of the file and its port', () => {
    assert.match(accepted(`${app}  ▮\n`, 'nginx-proxy'), /proxy_pass http:\/\/web:3000;\n/);
    assert.match(accepted(`${app}  ▮\n`, 'caddy'), /reverse_proxy web:3000\n/);
  });

  it('have the line ends of the file', () => assert.doesNotMatch(accepted('services:\r\n  ▮\r\n', 'postgres'), /[^\r]\n/));

  it('ask stores as the rules want it', () => {
    for (const snippet of services) {
      const [service] = Object.values((parse(expand(snippet, 'en')) as { services: Record<string, Record<string, unknown>> }).services);
      const store = storeOf(typeof service?.['image'] === 'string' ? service['image'] : '');
      const { test } = (service?.['healthcheck'] ?? {}) as { readonly test?: readonly string[] };
      if (store?.check !== undefined) assert.deepEqual(test, ['CMD-SHELL', store.check], snippet.id);
      if (store)
        assert.ok(
          (test && !Object.hasOwn(service ?? {}, 'ports')) || snippet.id === 'snippets/rabbitmq',
          `${snippet.id}: no port of a store is published`,
        );
    }
  });
});
