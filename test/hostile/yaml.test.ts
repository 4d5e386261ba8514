import assert from 'node:assert/strict';
import { parseYamlFile } from '../../server/yaml/parse.ts';

describe('hostile YAML', () => {
  it('survives any nesting, in any direction', () => {
    for (const piece of ['[', '{', '- ', '? ', 'a: ', '- [', '{a: ', 'a: "\\"', "- ['"]) {
      assert.equal(parseYamlFile(piece.repeat(20_000)).documents.length, 1);
      assert.equal(parseYamlFile(`${piece.repeat(20_000)}\n- b\nc: d\n`).documents.length, 1);
    }
    const stairs = Array.from({ length: 3000 }, (_, column) => `${' '.repeat(column)}a:\n`).join('');
    assert.equal(parseYamlFile(`${stairs}b: 1\n`).documents[0]?.source.ast.contents, null);
  });

  it('takes linear time on hostile text', function () {
    this.timeout(10_000);
    for (const piece of ['a: "\\"', "- ['", '- [\n', '"a', "a: 'b\n", 'a: [b\n', '- &a *b\n', 'a: "\nb: "\n'])
      parseYamlFile(piece.repeat(5000));
  });

  it('does not read a megabyte of mistakes to its end, nor again and again', function () {
    this.timeout(20_000);
    for (const piece of ['  a: [\n b: }\n', '  ]\n', '  a: *\n', '  a: "\\q"\n', '  a: "b\n'])
      assert.ok(parseYamlFile(`services:\n${piece.repeat(1_000_000 / piece.length)}`).pieces[0]?.ast.errors.length, piece);
  });
});
