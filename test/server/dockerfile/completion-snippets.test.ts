import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { dockerfile } from '../../../server/dockerfile/language.ts';
import type { DockerfileModel } from '../../../server/dockerfile/model.ts';
import { readCursor } from '../../marks.ts';
import { accept, namesOf } from '../../snippets/offered.ts';
import { contextIn } from '../../context.ts';

function at(marked: string, trigger?: string) {
  const { text, offset } = readCursor(marked);
  const document = TextDocument.create('file:///Dockerfile', 'dockerfile', 1, text);
  const model = dockerfile.parse(document) as DockerfileModel;
  return { document, items: dockerfile.snippets(model, offset, { ...contextIn('ko'), ...(trigger === undefined ? {} : { trigger }) }) };
}
const ids = (marked: string, trigger?: string): readonly string[] => namesOf(at(marked, trigger));
const accepted = (marked: string, name: string): string => accept(at(marked), name);

const stages = 'FROM golang:1.27 AS compile\nWORKDIR /src\nCOPY . .\nRUN make\n';

describe('snippets of Dockerfiles', () => {
  it('are whole files in an empty file, also while one is being typed', () => {
    for (const marked of ['▮', 'nod▮', 'node-▮', '\n\n▮\n']) {
      const found = ids(marked);
      assert.ok(found.includes('node-npm') && found.includes('go'), marked);
      assert.ok(!found.includes('stage-jre'), marked);
    }
    assert.ok(ids('node-▮', '-').includes('node-npm'));
  });

  it('are stages where one may begin', () => {
    assert.ok(ids(`${stages}\n▮`).includes('stage-distroless'));
    assert.ok(ids(`${stages}\nsta▮\n\nFROM scratch\n`).includes('stage-distroless'));
    assert.ok(!ids(`${stages}\n▮`).includes('node-npm'));
  });

  it('are nowhere else', () => {
    for (const marked of [
      '# syntax=docker/dockerfile:1\n▮',
      'FROM node▮',
      'FROM ▮',
      'ARG A\n▮',
      'FROM node:24\n▮\nRUN npm ci\n',
      'FROM node:24\nRUN a \\\n▮',
      'FROM node:24\nRUN a \\\n  ▮',
      'FROM node:24\nRUN <<EOF\n▮\nEOF\n',
      'FROM node:24\n# ▮',
    ])
      assert.deepEqual(ids(marked), [], marked);
    assert.deepEqual(ids('▮', ' '), []);
  });

  it('begin with their directives, whatever blank lines stand above', () => {
    assert.match(accepted('\n\n▮', 'go'), /^# syntax=docker\/dockerfile:1\n/);
    assert.match(accepted('go▮', 'go'), /ENTRYPOINT \["\/server"\]\n$/);
  });

  it('take from the stage above, under a name that is free', () => {
    const text = accepted(`${stages}\n▮`, 'stage-distroless');
    assert.match(text, /^COPY --from=compile \/out\/server \/server$/m);
    assert.match(accepted(`${stages}\n▮`, 'stage-test'), /^FROM compile AS test$/m);
    assert.match(accepted('FROM node:24 AS runtime\nRUN a\n▮', 'stage-jre'), /^FROM eclipse-temurin:25-jre AS runtime-2$/m);
    assert.match(accepted('FROM node:24\nRUN a\n▮', 'stage-jre'), /^COPY --from=0 /m);
  });

  it('have the line ends of the file, and comments in one language', () => {
    const text = accepted(`${stages.replaceAll('\n', '\r\n')}▮\r\n`, 'stage-nginx');
    assert.doesNotMatch(text, /[^\r]\n/);
    assert.match(accepted('▮', 'node-npm'), /^# build: 의존성/m);
    assert.doesNotMatch(accepted('▮', 'node-npm'), /^# build: installs/m);
  });
});
