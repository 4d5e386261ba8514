import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from '../../../server/dockerfile/parse.ts';
import { appendCommand } from '../../../server/dockerfile/packages/append.ts';
import { callsOf, runsOf } from '../../../server/dockerfile/packages/calls.ts';
import { packageCalls } from '../../../server/dockerfile/packages/read.ts';
import { applyEdits } from '../../../server/text/edit.ts';

const read = (text: string) => parse(TextDocument.create('file:///Dockerfile', 'dockerfile', 1, text));

/** `manager subcommand [options] operands` of each package manager's command in a RUN. */
function packages(run: string): readonly string[] {
  const [first] = runsOf(read(`FROM debian:13\nRUN ${run}`));
  return packageCalls(first?.calls ?? []).map(({ manager, scope, subcommand, options, operands }) =>
    [
      manager.name,
      scope,
      subcommand?.value,
      `[${options.map(({ name, value }) => (value === undefined ? name : `${name}=${value}`)).join(' ')}]`,
      ...operands.map(({ value }) => value),
    ]
      .filter((word) => word !== undefined)
      .join(' '),
  );
}

describe('commands of package managers', () => {
  it('are taken apart', () => {
    assert.deepEqual(packages('apt-get -yq install -t sid --no-install-recommends "a=1" b && apk add --virtual .x -X=y c'), [
      'apt install [-yq -t=sid --no-install-recommends] a=1 b',
      'apk add [--virtual=.x -X=y] c',
    ]);
    assert.deepEqual(packages('python3 -m pip install -r a.txt; pip3.13 install b; dnf -y module install c'), [
      'pip install [-r=a.txt]',
      'pip install [] b',
      'dnf module install [-y] c',
    ]);
    assert.deepEqual(packages('go run a@v1 -x b; gem install c -- --with-d; npm run --e install'), [
      'go run [] a@v1',
      'gem install [] c',
      'npm run [--e] install',
    ]);
  });

  it('are found behind what launches them', () => {
    assert.deepEqual(packages('sudo -E A=1 /usr/bin/apt-get update && env B=2 command yum check'), ['apt update []', 'yum check []']);
    assert.deepEqual(packages('echo apt-get install; sudo; env'), []);
    const text = 'FROM debian:13\r\nRUN A=1 sudo -u x \\\r\n  B=2 "pip" install';
    const [call] = runsOf(read(text))[0]?.calls ?? [];
    assert.equal(call?.program, 'pip');
    assert.equal(call.sudo?.value, 'sudo');
    assert.deepEqual(
      [...call.assignments],
      [
        ['A', '1'],
        ['B', '2'],
      ],
    );
    assert.equal(text.slice(call.words[0].span.start, call.words[0].span.end), '"pip"');
  });
});

describe('what a RUN leaves in the image', () => {
  it('counts in the final stage, in those it starts from, and for ONBUILD', () => {
    const model = read('FROM a AS b\nRUN x\nFROM c AS d\nRUN x\nONBUILD RUN x\nFROM b\nRUN x\n');
    assert.deepEqual(
      runsOf(model).map(({ kept }) => kept),
      [true, false, true, true],
    );
    assert.deepEqual(
      runsOf(read('RUN x')).map(({ kept }) => kept),
      [true],
    );
  });
});

describe('a command at the end of a RUN', () => {
  const append = (run: string): string | undefined => {
    const from = run.includes('\r') ? 'FROM a\r\n' : 'FROM a\n';
    const text = from + run;
    const model = read(text);
    const [first] = runsOf(model);
    const edit = first && appendCommand(model, first.instruction, 'z');
    return edit && applyEdits(text, [edit]).slice(from.length);
  };

  it('is joined in the style of the RUN', () => {
    assert.equal(append('RUN a'), 'RUN a && z');
    assert.equal(append('RUN a; \\\n    b'), 'RUN a; \\\n    b \\\n    && z');
    assert.equal(append('RUN a && \\\r\n  b\r\n'), 'RUN a && \\\r\n  b && \\\r\n  z\r\n');
    assert.equal(append('RUN <<EOF\n  a\nEOF\n'), 'RUN <<EOF\n  a\n  z\nEOF\n');
    assert.equal(append('# escape=`\nRUN a'), '# escape=`\nRUN a && z');
  });

  it('is not written where it could go wrong', () => {
    for (const run of [
      'RUN a || b',
      'RUN a &',
      'RUN a # b',
      'RUN a;',
      'RUN ["a"]',
      'RUN exec a',
      'RUN a \\',
      'RUN <<EOF\na',
      'RUN "a',
      'RUN',
    ])
      assert.equal(append(run), undefined, run);
  });

  it('leaves calls of the exec form alone', () => {
    const model = read('FROM a\nRUN ["pip", "install"]');
    const [run] = model.instructions.slice(1);
    assert.deepEqual(run && callsOf(model, run).map(({ program, editable }) => [program, editable]), [['pip', false]]);
  });
});
