import assert from 'node:assert/strict';
import { codeParts, commandParts, toSnippet } from '../../client/views/library/command.ts';

describe('a command of a cheat sheet', () => {
  it('is divided at its placeholders', () =>
    assert.deepEqual(commandParts('docker tag <image>:<tag> x'), [
      { text: 'docker tag ' },
      { text: '<image>', placeholder: 'image' },
      { text: ':' },
      { text: '<tag>', placeholder: 'tag' },
      { text: ' x' },
    ]));
  it('has no placeholders in redirections', () => {
    for (const command of ['sort < in > out', 'a <(b) 2>&1', 'cat <<EOF', 'a <1>'])
      assert.deepEqual(commandParts(command), [{ text: command }]);
  });
  it('becomes a snippet whose equal placeholders are one tab stop', () =>
    assert.equal(toSnippet('docker tag <image> <registry>/<image>'), 'docker tag ${1:<image>} ${2:<registry>}/${1:<image>}'));
  it('stays literal where a snippet has signs of its own', () =>
    assert.equal(
      toSnippet('echo "$TOKEN" $(x) -o jsonpath=\'{.data.<key>}\' \\n'),
      'echo "\\$TOKEN" \\$(x) -o jsonpath=\'{.data.${1:<key>}\\}\' \\\\n',
    ));
});

describe('a text with back-ticks', () => {
  it('has code at its odd places', () => assert.deepEqual(codeParts('`-f` and `--tail`'), ['', '-f', ' and ', '--tail', '']));
  it('keeps a back-tick that has no partner', () => assert.deepEqual(codeParts('a `b` c ` d'), ['a ', 'b', ' c ` d']));
  it('is whole without', () => assert.deepEqual(codeParts('plain'), ['plain']));
});
