import assert from 'node:assert/strict';
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { instructionFlags } from '../../../server/dockerfile/instructions.ts';
import { languages } from '../../../server/languages.ts';
import { library } from '../../../server/library.ts';
import { createService } from '../../../server/service.ts';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readCursor } from '../../marks.ts';
import { documentOf } from './model.ts';
import { contextIn } from '../../context.ts';

const service = createService({ languages, library, log: (message) => assert.fail(message) });

function itemsAt(marked: string): readonly CompletionItem[] {
  const { text, offset } = readCursor(marked);
  const document = documentOf(text);
  return service.ask(document, 'completion', [], ({ language, model }) => [
    ...language.complete(model, document.offsetAt(document.positionAt(offset)), contextIn('ko')),
  ]);
}

/** The labels of what completes a word; skeletons have a test of their own. */
function wordsAt(marked: string): readonly string[] {
  return itemsAt(marked)
    .filter(({ kind }) => kind !== CompletionItemKind.Snippet)
    .map(({ label }) => label);
}

function labelsAt(marked: string): readonly string[] {
  return itemsAt(marked).map(({ label }) => label);
}

/** The text after taking the item with this label. */
function take(marked: string, label: string): string {
  const { text } = readCursor(marked);
  const item = itemsAt(marked).find((candidate) => candidate.label === label);
  assert.ok(item?.textEdit && 'range' in item.textEdit, `${label} is offered with an edit`);
  return TextDocument.applyEdits(documentOf(text), [item.textEdit]);
}

const inStage = Object.keys(instructionFlags).filter((name) => name !== 'MAINTAINER');

describe('completion in a Dockerfile', () => {
  it('offers FROM and ARG before the first stage', () => {
    assert.deepEqual(labelsAt('▮'), ['ARG', 'FROM']);
    assert.deepEqual(labelsAt('ARG A=1\r\nfr▮'), ['ARG', 'FROM']);
  });

  it('offers instructions at the start of a line', () => {
    assert.deepEqual(wordsAt('FROM x\n▮'), inStage);
    assert.deepEqual(wordsAt('FROM x\n  co▮\nRUN a'), inStage);
    assert.deepEqual(wordsAt('# 🐳\r\nFROM x\r\n\r\n▮\r\n'), inStage);
    const copy = itemsAt('FROM x\n▮').find(({ label }) => label === 'COPY');
    assert.ok(copy);
    assert.equal(copy.insertText, 'COPY ');
    assert.match(JSON.stringify(copy.documentation), /빌드 컨텍스트/);
  });

  it('offers what ONBUILD may hold back', () => {
    const allowed = inStage.filter((name) => name !== 'FROM' && name !== 'ONBUILD');
    assert.deepEqual(labelsAt('FROM x\nONBUILD ▮'), allowed);
    assert.deepEqual(labelsAt('FROM x\nONBUILD co▮'), allowed);
  });

  it('offers the flags of the instruction, without breaking what is typed', () => {
    assert.deepEqual(
      labelsAt('FROM x\nCOPY -▮'),
      instructionFlags.COPY?.map((name) => `--${name}`),
    );
    assert.deepEqual(
      labelsAt('FROM x\nONBUILD ADD --che▮'),
      instructionFlags.ADD?.map((name) => `--${name}`),
    );
    assert.deepEqual(
      labelsAt('FROM x\nRUN --mount=type=cache,target=/x --▮ a'),
      instructionFlags.RUN?.map((name) => `--${name}`),
    );
    assert.equal(take('FROM x\nCOPY --chown=a:b --fr▮ . .', '--from'), 'FROM x\nCOPY --chown=a:b --from= . .');
    assert.equal(take('FROM x\nCOPY --l▮', '--link'), 'FROM x\nCOPY --link ');
  });

  it('offers no flags after the first argument', () => {
    assert.deepEqual(labelsAt('FROM x\nRUN npm ci --▮'), []);
    assert.deepEqual(labelsAt('FROM x\nCMD ["a", "-▮"]'), []);
  });

  it('offers earlier stages where one may stand', () => {
    const file = 'FROM x AS build-a\nFROM y AS 빌드\nFROM z\n';
    assert.deepEqual(labelsAt(`${file}COPY --from=▮ a b`), ['build-a', '빌드']);
    assert.deepEqual(labelsAt(`${file}RUN --mount=type=bind,from=bu▮ a`), ['build-a', '빌드']);
    assert.equal(labelsAt(`FROM x AS build-a\nFROM ▮`)[0], 'build-a');
    assert.deepEqual(labelsAt('FROM x AS build-a\nCOPY --from=▮'), ['build-a']);
    assert.equal(labelsAt('FROM x AS build-a\n  FROM bu▮ AS c')[0], 'build-a');
    assert.equal(take(`${file}COPY --from=build-▮ a b`, 'build-a'), `${file}COPY --from=build-a a b`);
  });

  it('offers base images, and the tags of the one that is typed', () => {
    assert.ok(labelsAt('FROM ▮').includes('node:24-slim'));
    assert.ok(labelsAt('FROM --platform=$BUILDPLATFORM ▮').includes('scratch'));
    assert.deepEqual(labelsAt('FROM mysql:▮'), ['mysql:8.4', 'mysql:9.7']);
    assert.deepEqual(labelsAt('FROM nobody-knows:▮'), []);
    assert.equal(take('FROM node:2▮ AS x', 'node:24-alpine'), 'FROM node:24-alpine AS x');
    assert.match(JSON.stringify(itemsAt('FROM node:▮').find(({ label }) => label === 'node:24-alpine')?.documentation), /musl/);
  });

  it('offers the types and options of a mount', () => {
    assert.deepEqual(labelsAt('FROM x\nRUN --mount=type=▮ a'), ['bind', 'cache', 'tmpfs', 'secret', 'ssh']);
    assert.deepEqual(labelsAt('FROM x\nRUN --mount=type=tmpfs,▮'), ['target', 'size']);
    assert.deepEqual(labelsAt('FROM x\nRUN --mount=type=cache,sharing=l▮ a'), ['shared', 'private', 'locked']);
    assert.ok(labelsAt('FROM x\nRUN --mount=▮').includes('type'));
    assert.ok(!labelsAt('FROM x\nRUN --mount=type=bind,source=a,▮').includes('source'));
    assert.equal(take('FROM x\nRUN --mount=type=secret,id=a,req▮ b', 'required'), 'FROM x\nRUN --mount=type=secret,id=a,required= b');
  });

  it('offers the variables in force', () => {
    const file = 'ARG TAG=1\nFROM a AS base\nENV DIR=/srv\nFROM base\nARG NAME\n';
    assert.deepEqual(labelsAt(`${file}WORKDIR $▮`), ['DIR', 'NAME']);
    assert.deepEqual(labelsAt(`${file}RUN echo "\${D▮"`), ['DIR', 'NAME']);
    assert.deepEqual(labelsAt('ARG TAG=1\nFROM node:$▮').slice(0, 2), ['TAG', 'BUILDPLATFORM']);
    assert.equal(take(`${file}WORKDIR \${D▮`, 'DIR'), `${file}WORKDIR \${DIR}`);
    assert.equal(take(`${file}WORKDIR \${D▮}/a`, 'DIR'), `${file}WORKDIR \${DIR}/a`);
    assert.deepEqual(labelsAt(`${file}RUN echo \\$▮`), []);
  });

  it('offers signals, ports and the words of HEALTHCHECK', () => {
    assert.deepEqual(labelsAt('FROM x\nSTOPSIGNAL ▮').slice(0, 2), ['SIGTERM', 'SIGQUIT']);
    assert.ok(labelsAt('FROM x\nEXPOSE 80 ▮').includes('8080'));
    assert.deepEqual(labelsAt('FROM x\nHEALTHCHECK --interval=5s ▮'), ['CMD', 'NONE']);
  });

  it('offers AS after the image', () => {
    assert.deepEqual(labelsAt('FROM node:24 ▮'), ['AS']);
    assert.deepEqual(labelsAt('FROM node:24 AS ▮'), []);
  });

  for (const marked of [
    '# 주석 ▮\nFROM x',
    'FROM x\nRUN ap▮',
    'FROM x\nRUN a \\\n  ▮b',
    'FROM x\nRUN <<EOF\n▮\nEOF',
    'FROM x\nCOPY <<EOF /a\n--from=▮\nEOF',
    'FROM x\nCOPY a ▮',
    'FROM x\nENV A=▮',
    '# syntax=▮',
  ]) {
    it(`offers nothing in ${JSON.stringify(marked)}`, () => assert.deepEqual(labelsAt(marked), []));
  }
});
