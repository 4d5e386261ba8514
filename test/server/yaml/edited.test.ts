import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { isAlias, isMap, isPair, isScalar, isSeq } from 'yaml';
import { differenceOf } from '../../../server/text/difference.ts';
import { placeAtCursor } from '../../../server/yaml/complete.ts';
import { outlineOf, parseYamlFile, type YamlFile } from '../../../server/yaml/parse.ts';

/** What rules see of a node: kinds, values, anchors and where they stand. */
function seen(node: unknown): unknown {
  if (isPair(node)) return [seen(node.key), seen(node.value)];
  if (isScalar(node)) return [node.value, node.type, node.anchor, node.tag, node.range?.slice(0, 2)];
  if (isAlias(node)) return ['*', node.source, node.range?.slice(0, 2)];
  if (isMap(node) || isSeq(node))
    return [isMap(node) ? 'map' : 'seq', node.anchor, node.tag, node.flow, node.range?.slice(0, 2), node.items.map(seen)];
  return node ?? null;
}

const seenOf = ({ documents }: YamlFile): unknown =>
  documents.map(({ span, source: { text, templated, ast } }) => [
    span,
    text,
    templated,
    ast.errors.map(({ code, pos }) => [code, pos]),
    seen(ast.contents),
  ]);

const samples = [
  'services:\r\n  web:\r\n    image: "nginx"\r\n    ports:\r\n      - 80\r\n  empty:\r\n  # a comment\r\n  last: {}\r\n',
  `name: shop\nservices:\n${Array.from({ length: 60 }, (_, i) => `  web${i}:\n    image: nginx:1.30\n    command: |\n      a: b\n    ports: [80,\n      81]\n`).join('')}`,
];
for (const file of readdirSync('examples', { recursive: true, encoding: 'utf8' }))
  if (file.endsWith('.yaml')) samples.push(readFileSync(`examples/${file}`, 'utf8'));

/** Edits as people make them, one after the other, the same at every run. */
function* edits(): Generator<readonly [before: string, after: string, isFirst: boolean]> {
  let random = 11;
  const next = (below: number): number => (random = (random * 48271) % 2147483647) % below;
  for (const sample of samples) {
    let text = sample;
    for (let edit = 0; edit < 20; edit++) {
      let at = next(text.length + 1);
      const line = text.lastIndexOf('\n', at - 1) + 1;
      const space = /^ */.exec(text.slice(line))?.[0] ?? '';
      if (next(2) === 0) at = line;
      const lines = [`${space}# c\n`, `${space}k:\n`, `${space}k: v\n`, `${space}- x\n`, `${space}k:\n${space}  a: [1,\n${space} 2]\n`];
      const others = [
        '  ',
        '# c\n',
        '\n',
        '---\n',
        '...\n',
        `${space}k: "a\n${space} b"\n`,
        `${space}k: |\n${space}  # b\n`,
        '\t',
        '{{ .V }}',
      ];
      const words = ['x', ' ', ':', ' # c', '"', '[', '- ', '&a ', '\r\n', ''];
      const choices = at === line ? [...lines, ...lines, ...others] : words;
      const before = text;
      text = text.slice(0, at) + (choices[next(choices.length)] ?? '') + text.slice(at + (next(3) === 0 ? next(9) : 0));
      yield [before, text, edit === 0];
      if (next(3) > 0 && parseYamlFile(text).documents.some(({ source }) => source.ast.errors.length > 0)) {
        yield [text, before, false];
        text = before;
      }
    }
  }
}

describe('a YAML file that is edited', () => {
  it('is what it would be if it were read anew', function () {
    this.timeout(20_000);
    let file: YamlFile | undefined;
    for (const [before, after, isFirst] of edits()) {
      file = parseYamlFile(after, isFirst ? parseYamlFile(before) : file);
      assert.deepEqual(seenOf(file), seenOf(parseYamlFile(after)), JSON.stringify([before, after]));
    }
  });

  it('is not taken for the version before where that reads alike', () => {
    const long = 'a'.repeat(300); // enough to be divided
    const versions: readonly (readonly [string, string])[] = [
      ['services:\n  a: 1\n  b: 2\nmetadata:\n  a: 1\n', 'metadata:\n  a: 1\n'],
      [`kind: ${long}\nservices:\nmetadata:\n  name: b\n`, `kind: ${long}\nmetadata:\n  name: b\n`],
      ['a: 1\n...\n', 'a: 1\n...\n\n'],
      ['a: 1\n...\n', 'a: 1\n...\nb: 2\n'],
      ['# c\na\n---\nb: 1\n', '# c\n\n---\nb: 1\n'],
    ];
    for (const [before, after] of versions) {
      // Twice there and back: what was divided is divided again.
      let file = parseYamlFile(before);
      for (const text of [`${before}# c\n`, before, after, before, after]) {
        file = parseYamlFile(text, file);
        assert.deepEqual(seenOf(file), seenOf(parseYamlFile(text)), JSON.stringify([before, after]));
      }
    }
  });

  it('keeps the documents that were not edited, and tells which one was', () => {
    const before = parseYamlFile('a: 1\n---\nb: 2\n---\nc: 3\n');
    const after = parseYamlFile('a: 1\n---\nb: 22\n---\nc: 3\n', before);
    assert.deepEqual(
      after.pieces.map((piece, index) => piece === before.pieces[index]),
      [true, false, true],
    );
    assert.deepEqual(after.since, { token: before.token, fresh: [after.pieces[1]], gone: [before.pieces[1]] });
  });

  it('knows what may be typed without reading all of it', () => {
    let checked = 0;
    let file: YamlFile | undefined;
    for (const [before, after, isFirst] of edits()) {
      file = parseYamlFile(after, isFirst ? parseYamlFile(before) : file);
      for (const { source } of file.documents) {
        const outline = source.templated ? undefined : outlineOf(source);
        const within = { start: 0, end: source.text.length };
        for (let offset = checked % 97; outline && offset <= source.text.length; offset += 97, checked++)
          assert.deepEqual(placeAtCursor(source.text, within, offset, outline), placeAtCursor(source.text, within, offset), source.text);
      }
    }
    assert.ok(checked > 1_000, String(checked));
  });
});

describe('the difference of two texts', () => {
  it('leaves what is the same before and after it', () => {
    const difference = (before: string, after: string): readonly number[] => {
      const { start, beforeEnd, afterEnd } = differenceOf(before, after);
      return [start, beforeEnd, afterEnd];
    };
    assert.deepEqual(difference('abc', 'abc'), [3, 3, 3]);
    assert.deepEqual(difference('aa', 'aaa'), [2, 2, 3]);
    assert.deepEqual(difference('', 'a'), [0, 0, 1]);
    assert.deepEqual(
      difference(`${'a'.repeat(9_000)}b${'c'.repeat(9_000)}`, `${'a'.repeat(9_000)}xy${'c'.repeat(9_000)}`),
      [9_000, 9_001, 9_002],
    );
  });

  it('begins with the line that is new', () => {
    assert.deepEqual(differenceOf('a:\n  c: 1\n', 'a:\n  b: 1\n  c: 1\n'), { start: 3, beforeEnd: 3, afterEnd: 10 });
  });
});
