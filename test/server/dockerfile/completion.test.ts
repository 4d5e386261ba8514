import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-types';
import { instructionFlags } from '../../../server/dockerfile/instructions.ts';
import { languages } from '../../../server/languages.ts';
import { library } from '../../../server/library.ts';
import { createService } from '../../../server/service.ts';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readCursor } from '../../marks.ts';
import { documentOf } from './model.ts';

const service = createService({ languages, library, log: (message) => assert.fail(message) });

function itemsAt(marked: string): readonly CompletionItem[] {
  const { text, offset } = readCursor(marked);
  const document = documentOf(text);
  return service.ask(document, 'completion', [], ({ language, model }) => [
    ...language.complete(model, document.offsetAt(document.positionAt(offset)), { locale: 'ko', library }),
  ]);
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
    assert.deepEqual(labelsAt('FROM x\n▮'), inStage);
    assert.deepEqual(labelsAt('FROM x\n  co▮\nRUN a'), inStage);
    assert.deepEqual(labelsAt('# 🐳\r\nFROM x\r\n\r\n▮\r\n'), inStage);
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
    assert.deepEqual(labelsAt(`FROM x AS build-a\nFROM ▮`), ['build-a']);
    assert.deepEqual(labelsAt('FROM x AS build-a\nCOPY --from=▮'), ['build-a']);
    assert.deepEqual(labelsAt('FROM x AS build-a\n  FROM bu▮ AS c'), ['build-a']);
    assert.equal(take(`${file}COPY --from=build-▮ a b`, 'build-a'), `${file}COPY --from=build-a a b`);
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
