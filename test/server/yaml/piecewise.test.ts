import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import { outline } from '../../../server/yaml/outline.ts';
import { parsePiecewise, type Pieces } from '../../../server/yaml/piecewise.ts';

const parse = (text: string): ReturnType<typeof parseDocument> =>
  parseDocument(text, { uniqueKeys: false, keepSourceTokens: false, logLevel: 'silent' });
const pieceParse = parse as Parameters<typeof parsePiecewise>[2];

/** What rules see of a node: kinds, values, anchors and where they stand. */
function seen(node: unknown): unknown {
  if (isPair(node)) return [seen(node.key), seen(node.value)];
  if (isScalar(node)) return [node.value, node.type, node.anchor, node.range?.slice(0, 2)];
  if (isAlias(node)) return ['*', node.source, node.range?.slice(0, 2)];
  if (isMap(node) || isSeq(node))
    return [isMap(node) ? 'map' : 'seq', node.anchor, node.flow, node.range?.slice(0, 2), node.items.map(seen)];
  return node ?? null;
}

const samples = [
  'services:\n  web:\n    image: nginx:1.29\n    ports:\n      - "80:80"\n  db:\n    image: postgres:18 # the newest\n\n# volumes\nvolumes:\n  data:\n',
  '# top\n---\nname: shop\nservices:\n  web: &web\n    command: |\n      a: b\n      c: d\n    environment: { A: 1,\n      B: 2 }\n  other:\n    <<: *web\n    labels:\n    - a\n    - b\n\nx-common: &c\n  a: 1\nnetworks: {}\n',
  'services:\r\n  web:\r\n    image: "nginx"\r\n  empty:\r\n  # a comment\r\n  last: {}\r\n',
  'a:\n  b: text that\n    goes on\n  c: >-\n    folded\n\n    more\n  d: 1\ne: [1,\n  2]\nf:\n- x\n- y: 1\n',
  'services:\n    deep:\n        image: a\n    more:\n        image: b',
];
for (const file of readdirSync('examples', { recursive: true, encoding: 'utf8' }))
  if (file.endsWith('.yaml')) samples.push(...readFileSync(`examples/${file}`, 'utf8').split(/^---\n/m));

describe('parsing a document entry by entry', () => {
  it('gives what parsing it as a whole gives', () => {
    let assembled = 0;
    for (const text of samples) {
      const whole = parse(text);
      const pieces = parsePiecewise(text, undefined, pieceParse);
      if (!pieces) continue;
      assembled++;
      assert.deepEqual(seen(pieces.ast.contents), seen(whole.contents), text);
      assert.deepEqual(
        pieces.ast.errors.map(({ pos }) => pos),
        whole.errors.map(({ pos }) => pos),
        text,
      );
      assert.deepEqual(pieces.ast.toJS(), whole.toJS(), text);
    }
    assert.ok(assembled > samples.length / 2, `${assembled} of ${samples.length}`);
  });

  it('gives the same with what is known of the version before', () => {
    let random = 7;
    const next = (below: number): number => (random = (random * 48271) % 2147483647) % below;
    const inserts = ['x', '\n', '  y:\n', '    image: z\n', ' ', '# c\n', "'", '"', '[', ': ', '- ', '\t', '&a ', 'services:\n', ''];
    let checked = 0;
    for (const sample of samples) {
      let known: Pieces | undefined;
      for (let edit = 0; edit < 20; edit++) {
        const at = next(sample.length + 1);
        const text = sample.slice(0, at) + (inserts[next(inserts.length)] ?? '') + sample.slice(at + next(4));
        const after = parsePiecewise(text, known, pieceParse);
        const anew = parsePiecewise(text, undefined, pieceParse);
        assert.deepEqual(seen(after?.ast.contents), seen(anew?.ast.contents), text);
        known = after?.pieces ?? known;
        const whole = parse(text);
        if (!after || whole.errors.length > 0 || after.ast.errors.length > 0) continue;
        checked++;
        assert.deepEqual(seen(after.ast.contents), seen(whole.contents), JSON.stringify(text));
      }
    }
    assert.ok(checked > 60, String(checked));
  });

  it('leaves documents alone that cannot be divided', () => {
    for (const text of ['', '- a\n', '{a: 1}\n', 'text\n', '%YAML 1.2\n---\na: 1\n', '\ta: 1\n', 'a: "b\nc: d"\n', '? a\n: b\n'])
      assert.equal(parsePiecewise(text, undefined, pieceParse), undefined, JSON.stringify(text));
  });

  it('keeps the nodes of what an edit left alone where it stood', () => {
    const text =
      'services:\n  a: # the front end of the shop, seen by all\n    image: x\n  b: # what keeps the orders, seen by none\n    image: y\n';
    const before = parsePiecewise(text, undefined, pieceParse);
    const after = parsePiecewise(text.replace('image: y', 'image: z'), before?.pieces, pieceParse);
    assert.ok(before && after);
    assert.equal(after.ast.getIn(['services', 'a'], true), before.ast.getIn(['services', 'a'], true));
    assert.equal(after.ast.getIn(['services', 'b', 'image']), 'z');
    assert.equal(before.ast.getIn(['services', 'b', 'image']), 'y');
  });

  it('knows what stands below a key only where it is nothing but keys', () => {
    const entries = (text: string): readonly number[] | undefined => outline(text)?.map((section) => section.entries.length);
    assert.deepEqual(entries('a:\n  b: 1\n  c: 2\nd: 3\n'), [2, 0]);
    assert.deepEqual(entries('a:\n  - b\n  - c\n'), [0]);
    assert.deepEqual(entries('a:\n    b: 1\n  c: 2\n'), [0]);
    assert.deepEqual(entries('a: |\n  b: 1\n'), [0]);
  });
});
