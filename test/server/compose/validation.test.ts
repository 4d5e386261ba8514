import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { compose } from '../../../server/compose/language.ts';
import { filesNamed } from '../../../server/compose/project/parts.ts';
import { lint } from '../../../server/lint.ts';
import { settle } from '../../../server/settings.ts';
import { createWorkspace, type MutableWorkspace } from '../../../server/workspace.ts';

/** The errors of a file as `rule text`. */
function errorsOf(text: string, workspace: MutableWorkspace = createWorkspace([], 'missing'), path = 'compose.yaml'): readonly string[] {
  const model = compose.parse(TextDocument.create(`file:///${path}`, '', 1, text));
  return errorsIn(model, text, workspace, path);
}

function errorsIn(model: ReturnType<typeof compose.parse>, text: string, workspace: MutableWorkspace, path: string): readonly string[] {
  const failOnLog = (message: string): never => assert.fail(message);
  return lint(compose, model, settle([]), { workspace, path }, failOnLog)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule, span }) => `${rule.id.replace('compose/', '')} ${text.slice(span.start, span.end)}`);
}

const web = 'services:\n  web:\n    image: nginx:1.29\n';

describe('checking Compose files', () => {
  it('takes the override and its main file together', () => {
    const files = (main: string, override: string) =>
      createWorkspace(
        [
          ['compose.yaml', main],
          ['compose.override.yaml', override],
        ],
        'missing',
      );
    const main = `${web}    networks: [back]\n`;
    const override = 'services:\n  web:\n    ports: ["80"]\n    depends_on: [db]\nnetworks:\n  back:\n';
    const both = files(main, override);
    assert.deepEqual(errorsOf(main, both), []);
    assert.deepEqual(errorsOf(override, both, 'compose.override.yaml'), ['defined-references db']);
    assert.deepEqual(errorsOf('services:\n  web:\n    ports: ["80"]\n', files('', web)), []);
  });

  it('does not ask of a part what stands elsewhere', () => {
    const part = 'services:\n  web:\n    networks: [back]\n    foo: 1\n';
    assert.deepEqual(errorsOf(part, createWorkspace([['compose.yaml', web]], 'missing'), 'compose.prod.yaml'), ['known-keys foo']);
    assert.deepEqual(errorsOf(part, createWorkspace([['compose.yaml', web]], 'missing'), '.devcontainer/docker-compose.dev.yml'), [
      'known-keys foo',
    ]);
    assert.deepEqual(errorsOf(part, createWorkspace([], 'missing'), 'compose.prod.yaml'), [
      'required-keys web',
      'defined-references back',
      'known-keys foo',
    ]);
  });

  it('says nothing of names while a file that may have them is not known', () => {
    const text = `include: [db/compose.yaml]\n${web}    depends_on: [db]\n`;
    assert.deepEqual(filesNamed('shop/compose.yaml', text), ['shop/db/compose.yaml']);
    assert.deepEqual(errorsOf(text, createWorkspace([])), []);
    assert.deepEqual(errorsOf(text), ['defined-references db/compose.yaml', 'defined-references db']);
    assert.deepEqual(errorsOf(text, createWorkspace([['db/compose.yaml', 'services: {db: {image: "postgres:17"}}\n']], 'missing')), []);
  });

  it('looks again when another file changed', () => {
    const text = 'services:\n  web:\n    extends: {file: common.yaml, service: base}\n';
    const workspace = createWorkspace([['common.yaml', 'services: {base: {image: "a:1"}}\n']], 'missing');
    const model = compose.parse(TextDocument.create('file:///compose.yaml', '', 1, text));
    const errors = (): readonly string[] => errorsIn(model, text, workspace, 'compose.yaml');
    assert.deepEqual(errors(), []);
    workspace.write('common.yaml', 'services: {other: {image: "a:1"}}\n');
    assert.deepEqual(errors(), ['defined-references base']);
    workspace.write('common.yaml', 'services: {base: {ports: ["80"]}}\n');
    assert.deepEqual(errors(), ['required-keys web']);
  });

  it('merges the documents of a file', () => {
    assert.deepEqual(
      errorsOf(`${web}    depends_on: [db]\n---\nservices:\n  db:\n    image: postgres:17\n  web:\n    ports: ["80"]\n`),
      [],
    );
  });

  it('finds a circle of many services, and ends', () => {
    const count = 3000;
    const services = Array.from({ length: count }, (_, index) => `  s${index}: {image: "a:1", depends_on: [s${(index + 1) % count}]}\n`);
    assert.deepEqual(errorsOf(`services:\n${services.join('')}`), ['no-dependency-cycle s0']);
  });

  it('never fails, whatever the text', () => {
    const good = readFileSync('examples/good/compose.yaml', 'utf8');
    assert.deepEqual(errorsOf(good), []);
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const pieces = [
      '{',
      '[',
      ':',
      '- ',
      '&a ',
      '*a',
      '<<: *a',
      '!reset ',
      '${',
      '"',
      '\n',
      '  ',
      'null',
      'services:',
      'extends: web',
      '\t',
      '---\n',
      '5: ',
    ];
    for (let round = 0; round < 120; round++) {
      const from = random(good.length);
      const to = from + random(60);
      errorsOf(good.slice(0, from) + (pieces[random(pieces.length)] ?? '') + good.slice(round % 2 === 0 ? from : to));
    }
  });
});
