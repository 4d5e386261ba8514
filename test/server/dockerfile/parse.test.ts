import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { DockerfileModel, Instruction } from '../../../server/dockerfile/model.ts';
import { findStage, lineage } from '../../../server/dockerfile/stages/find.ts';
import { placedInstructions } from '../../../server/dockerfile/model.ts';
import type { Span } from '../../../server/text/span.ts';
import { instructionOf, modelOf } from './model.ts';

const words = ({ words }: Instruction): readonly string[] => words.map(({ text }) => text);
const keywords = ({ instructions }: DockerfileModel): readonly string[] => instructions.map(({ keyword }) => keyword);
const slice = ({ text }: DockerfileModel, { start, end }: Span): string => text.slice(start, end);

describe('parsing a Dockerfile', () => {
  it('joins continuation lines and leaves out the comments between them', () => {
    const model = modelOf('FROM node:24\nRUN a \\\n  # 주석\n\n  b   c # d\nCOPY\\\n x y\n');
    assert.deepEqual(model.instructions.map(words), [['node:24'], ['a', 'b', 'c', '#', 'd'], ['x', 'y']]);
    assert.deepEqual(
      model.comments.map(({ text }) => text),
      [' 주석'],
    );
    assert.equal(slice(model, instructionOf(model, 1).span), 'RUN a \\\n  # 주석\n\n  b   c # d');
  });

  it('continues lines with the back-tick that the directive escape names', () => {
    const model = modelOf('# escape=`\nFROM x\nCOPY a `\n b\nRUN dir c:\\\nCMD x\n');
    assert.equal(model.escape, '`');
    assert.deepEqual(keywords(model), ['FROM', 'COPY', 'RUN', 'CMD']);
    assert.deepEqual(words(instructionOf(model, 2)), ['dir', 'c:\\']);
  });

  it('reads directives at the top only, and nothing else as one', () => {
    const model = modelOf('# syntax=docker/dockerfile:1\n# check=skip=all\n# hadolint ignore=DL3006\n# escape=`\nFROM node\n');
    assert.deepEqual(
      model.directives.map(({ name, value }) => [name, value]),
      [
        ['syntax', 'docker/dockerfile:1'],
        ['check', 'skip=all'],
      ],
    );
    assert.deepEqual(
      model.comments.map(({ text }) => text),
      [' hadolint ignore=DL3006', ' escape=`'],
    );
    assert.deepEqual(modelOf('# 설명=값\nFROM node\n').directives, []);
    assert.deepEqual(modelOf('\n# syntax=a\nFROM node\n').directives, []);
  });

  it('keeps heredoc bodies apart from arguments', () => {
    const model = modelOf('FROM x\nRUN <<EOF\necho 1 # 2\nEOF\nCOPY <<A <<"B" /d/\na\nA\nb\nB\nRUN <<-E cat\n\thi\n\tE\nCMD ["x"]\n');
    assert.deepEqual(keywords(model), ['FROM', 'RUN', 'COPY', 'RUN', 'CMD']);
    assert.deepEqual(words(instructionOf(model, 2)), ['<<A', '<<"B"', '/d/']);
    assert.deepEqual(
      instructionOf(model, 2).heredocs.map(({ name }) => name),
      ['A', 'B'],
    );
    const [heredoc] = instructionOf(model, 1).heredocs;
    assert.equal(heredoc && slice(model, heredoc.body), 'echo 1 # 2\nEOF');
  });

  it('reads what ONBUILD holds back as an instruction of its own', () => {
    const model = modelOf('FROM x\nONBUILD COPY --chown=a:b . /앱 # c\nonbuild run ["a"]\nONBUILD\n');
    const trigger = instructionOf(model, 1).trigger;
    assert.ok(trigger);
    assert.equal(trigger.keyword, 'COPY');
    assert.deepEqual(words(trigger), ['.', '/앱', '#', 'c']);
    assert.deepEqual(
      trigger.flags.map(({ name, value }) => [name, value]),
      [['chown', 'a:b']],
    );
    assert.deepEqual(instructionOf(model, 2).trigger?.execForm, ['a']);
    assert.equal(instructionOf(model, 3).trigger, undefined);
    assert.deepEqual(
      placedInstructions(model).map(({ instruction, stage }) => `${instruction.keyword} ${stage?.index}`),
      ['FROM 0', 'COPY 0', 'RUN 0', 'ONBUILD 0'],
    );
  });

  it('reads exec form over several lines with comments', () => {
    const model = modelOf(
      'FROM x\nCMD [ "a", \\\n  # 주석\n  "b \\" ]", \\\n  "\\u00e9" ]\nHEALTHCHECK --interval=1s CMD ["c"]\nCMD [\'a\']\nCMD ["a"] # b\nCMD [1]\n',
    );
    assert.deepEqual(
      model.instructions.map(({ execForm }) => execForm),
      [undefined, ['a', 'b " ]', 'é'], ['c'], undefined, undefined, undefined],
    );
  });

  it('keeps positions after a byte order mark, CRLF, emoji and Korean', () => {
    for (const start of ['\uFEFF', '# 🐳 도커\r\n', '\uFEFF# 한글\r\n\r\n']) {
      const model = modelOf(`${start}from node:24 AS 빌드🐳\r\ncopy "한글 이름" \\\r\n  /앱 # 🐳 고래\r\nENV A=가나다\r\n`);
      assert.deepEqual(keywords(model), ['FROM', 'COPY', 'ENV'], start);
      assert.equal(slice(model, instructionOf(model, 1).keywordSpan), 'copy');
      assert.deepEqual(words(instructionOf(model, 1)), ['"한글', '이름"', '/앱', '#', '🐳', '고래']);
      for (const { text, span } of model.instructions.flatMap((instruction) => instruction.words)) assert.equal(slice(model, span), text);
      assert.equal(model.stages[0]?.name?.text, '빌드🐳');
    }
  });

  it('takes unfinished files as they are', () => {
    for (const text of ['', '\n', '\uFEFF', '   ', '\r\n\r\n']) assert.deepEqual(modelOf(text).instructions, [], JSON.stringify(text));
    assert.deepEqual(keywords(modelOf('# 하나\n  # 둘')), []);
    assert.equal(modelOf('# 하나\n  # 둘').comments.length, 2);
    assert.deepEqual(keywords(modelOf('FROM')), ['FROM']);
    assert.deepEqual(keywords(modelOf('FR')), ['FR']);
    assert.equal(instructionOf(modelOf('COPY --from=')).argumentsSpan, undefined);
    assert.deepEqual(words(instructionOf(modelOf('RUN a \\'))), ['a']);
    assert.deepEqual(keywords(modelOf('RUN <<EOF\nCOPY a b')), ['RUN']);
  });

  it('divides instructions into stages', () => {
    const model = modelOf('ARG A=1\nFROM node:24 AS Base\nRUN a\nFROM base as next\nFROM 0\nFROM next\n');
    const [first, second, third, last] = model.stages;
    assert.ok(first && second && third && last);
    assert.deepEqual(
      first.instructions.map(({ keyword }) => keyword),
      ['FROM', 'RUN'],
    );
    assert.equal(findStage(model, 'BASE', second), first);
    assert.equal(findStage(model, 'base', first), undefined);
    assert.equal(findStage(model, '0', third), first);
    assert.equal(findStage(model, '3', third), undefined);
    assert.deepEqual(lineage(model, last), [last, second, first]);
    assert.deepEqual(lineage(model, third), [third, first]);
  });

  it('keeps every span inside the document, wherever the file is cut off', () => {
    const whole = ['examples/good/Dockerfile', 'examples/good/go/Dockerfile', 'examples/poor/Dockerfile'].map((path) =>
      readFileSync(path, 'utf8'),
    );
    const extra = 'FROM a\nRUN <<EOF\n가\nEOF\nCOPY <<"X" b\nX\nONBUILD ADD ["a", "b"] c\nCMD ["\\';
    for (const text of [...whole, ...whole.map((each) => `\uFEFF${each.replaceAll('\n', '\r\n')}`), extra]) {
      for (let end = 0; end <= text.length; end += text.length > 500 ? 7 : 1) checkSpans(modelOf(text.slice(0, end)));
    }
  });

  it('never throws on text that is no Dockerfile', () => {
    const pieces = [
      'FROM',
      ' ',
      '\n',
      '\r\n',
      '\\',
      '#',
      '"',
      "'",
      '[',
      ']',
      '<<EOF',
      'EOF',
      '`',
      '=',
      '--from=',
      'ONBUILD',
      '${',
      '가',
      '🐳',
      '\u0000',
      '\ud800',
      'RUN',
    ];
    let seed = 7;
    const next = (below: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
    for (let round = 0; round < 2000; round++)
      checkSpans(modelOf(Array.from({ length: next(25) }, () => pieces[next(pieces.length)]).join('')));
  });
});

function checkSpans(model: DockerfileModel): void {
  for (const span of [...model.comments, ...model.directives].map((part) => part.span)) checkSpan(model, span);
  for (const instruction of model.instructions) checkInstruction(model, instruction);
}

function checkInstruction(model: DockerfileModel, instruction: Instruction): void {
  const { span, keywordSpan, argumentsSpan, flags, words: parts, heredocs, trigger } = instruction;
  checkSpan(model, span);
  for (const inner of [keywordSpan, argumentsSpan ?? keywordSpan, ...flags.map((flag) => flag.span), ...parts.map((word) => word.span)]) {
    checkSpan(model, inner);
    assert.ok(span.start <= inner.start && inner.end <= span.end, `${JSON.stringify(model.text)}: a part lies outside of its instruction`);
  }
  for (const heredoc of heredocs) [heredoc.span, heredoc.body].forEach((part) => checkSpan(model, part));
  if (trigger) checkInstruction(model, trigger);
}

function checkSpan({ text }: DockerfileModel, { start, end }: Span): void {
  assert.ok(Number.isInteger(start) && start >= 0 && start <= end && end <= text.length, `${JSON.stringify(text)}: ${start}–${end}`);
}

describe('many comments above the first instruction, in lines that end as on Windows', () => {
  it('are read in no time', () => {
    const { comments, instructions } = modelOf(`${'# licence\r\n'.repeat(2_000)}ARG A=1\r\nFROM a\r\n`);
    assert.deepEqual([comments.length, instructions.length], [2_000, 2]);
  });
});
