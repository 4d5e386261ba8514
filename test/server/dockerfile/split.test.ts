import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Instruction } from '../../../server/dockerfile/model.ts';
import { parse } from '../../../server/dockerfile/parse.ts';
import { splitInstructions } from '../../../server/dockerfile/split.ts';

const documentOf = (text: string, version = 1): TextDocument => TextDocument.create('file:///Dockerfile', 'dockerfile', version, text);
const pieces = (text: string, escape = '\\'): readonly string[] =>
  splitInstructions(text, escape).map(({ start, end }) => text.slice(start, end));

describe('dividing a Dockerfile', () => {
  const cases: readonly (readonly [what: string, pieces: readonly string[]])[] = [
    ['instructions with the comments above them', ['# a\n\nFROM x\n', '# b\nRUN y\n', '# c\n']],
    ['continuations, with comments and blank lines between', ['FROM x\n', 'RUN a \\\n  # b\n\n  && c\n', 'USER d\n']],
    ['spaces after the character that continues', ['RUN a \\  \n  b\n', 'USER c']],
    ['heredocs', ['RUN <<A <<-"B"\nFROM no\nA\nUSER no\n\tB\n', 'USER c\n']],
    ['heredocs after a continuation', ['RUN a \\\n  <<A\nUSER no\nA\n', 'USER c\n']],
    ['a heredoc that is not closed', ['FROM x\n', 'RUN <<A\nUSER b\n']],
    ['CRLF', ['FROM x\r\n', 'RUN a \\\r\n  b\r\n', 'COPY <<A /a\r\nUSER\r\nA\r\n', 'USER c']],
    ['nothing', ['']],
    ['a continuation at the end', ['RUN a \\']],
  ];
  for (const [what, expected] of cases) it(`keeps together ${what}`, () => assert.deepEqual(pieces(expected.join('')), expected));

  it('knows another character that continues', () =>
    assert.deepEqual(pieces('RUN a `\n  b\nRUN c\\\nUSER d\n', '`'), ['RUN a `\n  b\n', 'RUN c\\\n', 'USER d\n']));

  it('takes over what an edit left alone, and moves it', () => {
    const text = '# escape=\\\nFROM a\nRUN b # c\n# d\nCOPY --from=e f /g\nONBUILD RUN <<H\nh\nH\nCMD ["i"]\n';
    const before = parse(documentOf(text));
    for (const [from, to] of [
      ['RUN b', 'RUN long\nRUN b'],
      ['FROM a', 'FROM'],
      ['# d\n', ''],
      ['H\nCMD', 'CMD'],
      ['', '\n'],
      ['# escape=\\', '# escape=`'],
    ] as const) {
      const edited = text.replace(from, to);
      assert.deepEqual(bare(parse(documentOf(edited, 2), before)), bare(parse(documentOf(edited, 2))), to);
    }
    const after = parse(documentOf(`${text}USER j\n`, 2), before);
    assert.equal(after.instructions[1], before.instructions[1], 'what stands where it stood is the same');
  });
});

describe('more flags than anyone writes', () => {
  it('are read as far as the limit, and the arguments after them are still found', () => {
    const { instructions } = parse(
      documentOf(`FROM a\nCOPY ${'--link '.repeat(3_000)}\\\n  ${'--chown=1 '.repeat(3_000)}b /c\nRUN x --y\n`),
    );
    assert.deepEqual(
      instructions.map(({ keyword, flags, words }) => [keyword, flags.length, words.map(({ text }) => text)]),
      [
        ['FROM', 0, ['a']],
        ['COPY', 500, ['b', '/c']],
        ['RUN', 0, ['x', '--y']],
      ],
    );
  });
});

describe('ONBUILD over and over', () => {
  it('is followed as far as anybody would write it', () => {
    const [, instruction] = parse(documentOf(`FROM a\n${'ONBUILD '.repeat(5_000)}RUN a\n`)).instructions;
    assert.equal(instruction?.trigger?.trigger?.keyword, 'ONBUILD');
    assert.equal(instruction.trigger.trigger.trigger, undefined);
  });
});

/** A model without what compares by identity, tells of the version before, or is worked out when it is asked. */
function bare(model: ReturnType<typeof parse>): object {
  const stages = model.stages.map((stage) => ({ ...stage, from: plain(stage.from), instructions: stage.instructions.map(plain) }));
  return {
    ...model,
    document: undefined,
    token: undefined,
    pieces: undefined,
    since: undefined,
    instructions: model.instructions.map(plain),
    stages,
  };
}

function plain({ keyword, span, keywordSpan, flags, words, argumentsSpan, execForm, heredocs, trigger }: Instruction): object {
  return { keyword, span, keywordSpan, flags, words, argumentsSpan, execForm, heredocs, trigger: trigger && plain(trigger) };
}
