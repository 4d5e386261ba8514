import assert from 'node:assert/strict';
import { effective } from '../../../server/dockerfile/model.ts';
import { commandsOf, joinedAtSameLength, literalCommand, shellOf } from '../../../server/dockerfile/shell.ts';
import { instructionOf, modelOf } from './model.ts';

function commands(text: string): readonly (readonly string[])[] {
  const model = modelOf(text);
  return commandsOf(model, effective(instructionOf(model, model.instructions.length - 1))).map(({ words }) => words);
}

describe('the shell of an instruction', () => {
  it('joins lines at the same length', () => {
    const cases = [
      ['a \\\n b', 'a \\\n b', '\\'],
      ['a \\\r\n b', 'a  \\\n b', '\\'],
      ['a \\  \n b', 'a   \\\n b', '\\'],
      ['a \\\n# 주석\n b', 'a \\\n      b', '\\'],
      ['a \\\n\n b', 'a \\\n  b', '\\'],
      ['a `\n b \\', 'a \\\n b \\', '`'],
      ['a # b \\\n c', 'a # b    c', '\\'],
    ] as const;
    for (const [written, joined, escape] of cases) {
      assert.equal(joinedAtSameLength(written, escape), joined);
      assert.equal(joined.length, written.length);
    }
  });

  it('finds every command with its words', () => {
    assert.deepEqual(commands('RUN apt-get update && \\\n  # 주석 && x\n  apt-get install -y "a b" c\\ d | tee /log'), [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', 'a b', 'c d'],
      ['tee', '/log'],
    ]);
    assert.deepEqual(commands('RUN if a; then for x in 1; do b "$(c $d)"; done; fi; A=1 e > f'), [
      ['a'],
      ['b', '$(c $d)'],
      ['c', '$d'],
      ['e'],
    ]);
    assert.deepEqual(commands('RUN npm in\\\nstall'), [['npm', 'install']]);
    assert.deepEqual(commands('ONBUILD RUN --mount=type=cache,target=/x npm ci # 설치'), [['npm', 'ci']]);
    assert.deepEqual(commands('HEALTHCHECK --interval=5s CMD curl -f http://localhost'), [['curl', '-f', 'http://localhost']]);
  });

  it('takes exec form as one command', () => {
    assert.deepEqual(commands('RUN ["npm", "ci && x"]'), [['npm', 'ci && x']]);
    assert.deepEqual(commands('HEALTHCHECK CMD ["a"]'), [['a']]);
  });

  it('reads a heredoc that is the script', () => {
    assert.deepEqual(commands('RUN <<EOF\nnpm ci\n# 주석\nnpm run build\nEOF'), [
      ['npm', 'ci'],
      ['npm', 'run', 'build'],
    ]);
    assert.deepEqual(commands('RUN <<-"EOF"\r\n\tnpm ci\r\n\tEOF\r\n'), [['npm', 'ci']]);
    assert.deepEqual(commands('RUN <<EOF\n#!/usr/bin/env bash\nnpm ci\nEOF'), [['npm', 'ci']]);
  });

  it('leaves alone what another interpreter reads', () => {
    assert.deepEqual(commands('RUN <<EOF\n#!/usr/bin/env python3\nnpm ci\nEOF'), []);
    assert.deepEqual(commands('RUN <<EOF python3\nnpm ci\nEOF'), []);
    assert.deepEqual(commands('RUN'), []);
    assert.deepEqual(commands('HEALTHCHECK NONE'), []);
  });

  it('gives positions in the file', () => {
    const text = '# 🐳\r\nFROM x\r\nRUN a \\\r\n  # 한글\r\n  && "나" b\r\n';
    const model = modelOf(text);
    const spans = commandsOf(model, instructionOf(model, 1)).map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(spans, ['a', '"나" b']);
  });

  it('follows nesting no deeper than it pays', () => {
    const started = commands(`RUN ${'$('.repeat(20_000)}`);
    assert.ok(started.length < 20);
  });
});

describe('a command that needs no shell', () => {
  const literal = (text: string): readonly string[] | undefined => {
    const model = modelOf(`CMD ${text}`);
    const shell = shellOf(model, instructionOf(model));
    return shell && literalCommand(shell)?.map(({ value }) => value);
  };

  it('is taken word by word', () => {
    assert.deepEqual(literal('npm start'), ['npm', 'start']);
    assert.deepEqual(literal(`a 'b c' "d \\" e" f\\ g --h=i "" j#k 한글`), ['a', 'b c', 'd " e', 'f g', '--h=i', '', 'j#k', '한글']);
    assert.deepEqual(literal('a \\\n  # 주석\n  b'), ['a', 'b']);
  });

  const needsShell = [
    'a $B',
    'a "${B}"',
    'a `b`',
    'a $(b)',
    'a && b',
    'a; b',
    'a | b',
    'a &',
    'a > b',
    'A=1 b',
    'a *',
    'a b?',
    'a [b]',
    'a {b,c}',
    'a ~',
    'a --b=~/c',
    "a $'b'",
    '! a',
    'if a; then b; fi',
    '(a)',
    "a 'b",
    'a <<< b',
  ];
  for (const text of needsShell) it(`is not ${text}`, () => assert.equal(literal(text), undefined));
});
