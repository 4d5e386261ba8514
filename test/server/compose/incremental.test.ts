import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { compose } from '../../../server/compose/language.ts';
import { lint } from '../../../server/lint.ts';
import type { Model } from '../../../server/rule.ts';
import { settle } from '../../../server/settings.ts';
import { createWorkspace } from '../../../server/workspace.ts';

const place = { workspace: createWorkspace(), path: 'compose.yaml' };
const settings = settle([{ preset: 'all' }]);

/** Services with mistakes of many kinds, some with fixes. */
function services(count: number): string {
  const lines = ['name: shop', 'services:'];
  for (let i = 0; i < count; i++)
    lines.push(
      `  web${i}:`,
      `    image: nginx${i % 3 === 0 ? ':latest' : ':1.29'}`,
      '    ports:',
      `      - ${8000 + i}:80`,
      ...(i % 4 === 0 ? ['    imge: x', '    dependsOn: [web1]'] : []),
      ...(i % 5 === 0 ? ['    restart: 3', '    environment:', '      1: a', '      PASSWORD: hunter2abc'] : []),
      '    volumes:',
      `      - data${i}:/var/lib`,
    );
  return `${lines.join('\n')}\nvolumes:\n  data0: {}\n  data1:\n    drivr: local\n`;
}

function findingsIn(model: Model): readonly unknown[] {
  const failures: string[] = [];
  const { findings } = lint(compose, model, settings, place, (message) => failures.push(message));
  assert.deepEqual(failures, []);
  return findings.map((finding) => [finding.rule.id, finding.span, finding.resource, finding.message('en'), finding.fix()?.edits]);
}

describe('a long Compose file while it is edited', () => {
  it('has the findings that it has when it is read anew', () => {
    let random = 11;
    const next = (below: number): number => (random = (random * 48271) % 2147483647) % below;
    const inserts = [
      '\n',
      'x',
      '    restart: no\n',
      '  other:\n    image: a:1\n',
      ': ',
      '&a ',
      ' *a',
      '# c\n',
      '"',
      'services:\n',
      '${A}',
      '  ',
    ];
    let text = services(30);
    const parse = (version: number, previous?: Model): Model =>
      compose.parse(TextDocument.create('file:///compose.yaml', 'dockercompose', version, text), previous);
    let model = parse(0);
    assert.ok(findingsIn(model).length > 50);
    for (let version = 1; version <= 40; version++) {
      const at = next(text.length);
      text =
        version % 8 === 0
          ? services(30 + (version % 3))
          : text.slice(0, at) + (inserts[next(inserts.length)] ?? '') + text.slice(at + next(6));
      model = parse(version, model);
      assert.deepEqual(findingsIn(model), findingsIn(parse(version)), text);
    }
  });
});
