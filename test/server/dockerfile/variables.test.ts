import assert from 'node:assert/strict';
import { expansionsIn, readPieces } from '../../../server/dockerfile/variables/expansion.ts';
import { evaluate, variablesOf } from '../../../server/dockerfile/variables/variables.ts';
import { modelOf } from './model.ts';

/** The text that a word gives when `A` is `one` and `E` is empty. */
function valueOf(word: string): string | undefined {
  const known: Readonly<Record<string, string>> = { A: 'one', E: '' };
  return evaluate(readPieces(word, { start: 0, end: word.length }, { escape: '\\' }), (name) => known[name]);
}

/** Each use of the file: name, line of its definition, value. */
function usesOf(text: string): readonly string[] {
  const model = modelOf(text);
  return variablesOf(model).uses.map(({ name, definition, value, by }) => {
    const line = definition ? model.document.positionAt(definition.nameSpan.start).line + 1 : '-';
    return `${name} ${line} ${value ?? '?'}${by === 'shell' ? ' shell' : ''}`;
  });
}

describe('variables of a Dockerfile', () => {
  const words: readonly (readonly [word: string, value: string | undefined])[] = [
    ['$A', 'one'],
    ['x${A}y', 'xoney'],
    ['$AB', undefined],
    ['\\$A', '$A'],
    ["'$A'", '$A'],
    ['"$A \'$A\'"', "one 'one'"],
    ['"\\$A"', '$A'],
    ['${E:-$A}', 'one'],
    ['${E-$A}', ''],
    ['${N:-a${A:+b}c}', 'abc'],
    ['${N:+b}', ''],
    ['${A:?must}', 'one'],
    ['${A#o}', undefined],
    ['$', '$'],
    ['$$A', '$one'],
    ['${', '${'],
    ['${A', '${A'],
    ['$5', '$5'],
    ['a\\\n# no $A\n  b', 'a  b'],
  ];
  for (const [word, value] of words) it(`reads ${JSON.stringify(word)}`, () => assert.equal(valueOf(word), value));

  it('follows scopes from stage to stage', () => {
    assert.deepEqual(
      usesOf('ARG V=1\nARG W=${V}2\nFROM a:$W AS base\nENV D=/srv$V\nARG V\nLABEL v=$V\nFROM base\nWORKDIR $D/$V\nFROM b\nWORKDIR $D$V\n'),
      ['V 1 1', 'W 2 12', 'V - ?', 'V 5 1', 'D 4 ?', 'V 5 1', 'D - ?', 'V - ?'],
    );
  });

  it('lets ENV win over ARG, and reads one instruction with what was there before', () => {
    assert.deepEqual(usesOf('FROM a\nENV X=1\nARG X=2\nENV X=3 Y=$X\nLABEL l=$X$Y\n'), ['X 2 1', 'X 4 3', 'Y 4 1']);
  });

  it('finds what shells read, but not what they set', () => {
    assert.deepEqual(usesOf('FROM a\nENV X=1\nRUN echo "$X" \'$X\' \\\n && Z=2; echo ${X:-$Q} $Z\nCMD echo $X\n'), [
      'X 2 1 shell',
      'X 2 1 shell',
      'Q - ? shell',
      'X 2 1 shell',
    ]);
  });

  it('reads flags and heredocs', () => {
    assert.deepEqual(
      usesOf("FROM a\nARG U=1\nCOPY --chown=$U <<A <<'B' /t/\n$U\nA\n$U\nB\nRUN --mount=type=cache,id=$U,target=/x make\n"),
      ['U 2 1', 'U 2 1', 'U 2 1'],
    );
  });

  it('tells the place of each use', () => {
    const text = 'FROM a\r\nENV A=1\r\nCOPY x${A} \\\r\n  "$A/한글" /\r\n';
    const { uses } = variablesOf(modelOf(text));
    assert.deepEqual(
      uses.map(({ span, nameSpan }) => [text.slice(span.start, span.end), text.slice(nameSpan.start, nameSpan.end)]),
      [
        ['${A}', 'A'],
        ['$A', 'A'],
      ],
    );
  });

  it('stays fast and whole on hostile text', () => {
    for (const text of ['${A:-'.repeat(20_000), '${'.repeat(20_000), '$A'.repeat(20_000), `"'`.repeat(20_000)]) {
      const started = performance.now();
      expansionsIn(readPieces(text, { start: 0, end: text.length }, { escape: '\\' }));
      assert.ok(performance.now() - started < 1000, text.slice(0, 6));
    }
    const doubling = Array.from({ length: 60 }, (_, index) => `ENV A${index + 1}=$A${index}$A${index}`).join('\n');
    assert.ok(variablesOf(modelOf(`FROM a\nENV A0=xxxxxxxx\n${doubling}\n`)).uses.length === 120);
  });
});
