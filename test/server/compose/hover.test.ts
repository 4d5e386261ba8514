import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { compose } from '../../../server/compose/language.ts';
import { library } from '../../../server/library.ts';
import { readCursor } from '../../marks.ts';
import { contextIn } from '../../context.ts';

function noteAt(marked: string): string | undefined {
  const { text, offset } = readCursor(marked);
  const model = compose.parse(TextDocument.create('file:///compose.yaml', 'yaml', 1, text));
  return compose.hover(model, offset, contextIn('ko'))?.noteId;
}

const service = (lines: string): string => `services:\n  web:\n${lines.replace(/^/gm, '    ')}\n`;

const places: Readonly<Record<string, string>> = {
  'ser▮vices: {}\n': 'compose/compose#services',
  'ver▮sion: "3.8"\n': 'compose/compose#version',
  'version: "3▮.8"\n': 'compose/compose#version',
  'name▮: shop\n': 'compose/compose#name',
  'volumes▮:\n  data:\n': 'compose/compose#volumes',
  'networks▮:\n  a:\n': 'compose/compose#networks',
  'secrets▮: {}\n': 'compose/compose#secrets',
  'services:\n  w▮eb: {}\n': 'compose/service',
  [service('ima▮ge: nginx')]: 'compose/service#image',
  [service('image: ngi▮nx')]: 'compose/service#image',
  [service('build▮: .')]: 'compose/service#build',
  [service('ports▮:\n  - "80:80"')]: 'compose/service#ports',
  [service('ports:\n  - "8▮0:80"')]: 'compose/service#ports',
  [service('environment▮: {}')]: 'compose/service#environment',
  [service('environment:\n  MYSQL▮_HOST: mysql')]: 'compose/service#environment',
  [service('depends_on▮: [db]')]: 'compose/service#depends_on',
  [service('depends_on:\n  d▮b:\n    condition: service_healthy')]: 'compose/service#depends_on',
  [service('depends_on:\n  db:\n    cond▮ition: service_healthy')]: 'compose/depends_on#condition',
  [service('depends_on:\n  db:\n    condition: service_▮healthy')]: 'compose/depends_on#condition',
  [service('healthcheck▮: {}')]: 'compose/service#healthcheck',
  [service('healthcheck:\n  te▮st: [CMD, "true"]')]: 'compose/healthcheck#test',
  [service('healthcheck:\n  inter▮val: 10s')]: 'compose/healthcheck#interval',
  [service('restart▮: always')]: 'compose/service#restart',
  [service('deploy:\n  resources:\n    limits:\n      mem▮ory: 1G')]: 'compose/service#deploy',
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
  });

  it('is silent elsewhere', () => {
    for (const marked of [
      '▮',
      'x-fo▮o: 1\n',
      '# ser▮vices\n',
      'volumes:\n  da▮ta:\n',
      'services:\n  ▮\n',
      service('command: |\n  ec▮ho\n  exit'),
      '\0▮\uD800',
      '- a▮\n',
    ])
      assert.equal(noteAt(marked), undefined, JSON.stringify(marked));
  });
});
