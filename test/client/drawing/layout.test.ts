import assert from 'node:assert/strict';
import { layOut } from '../../../client/views/drawing/layout.ts';
import { neighbourOf } from '../../../client/views/drawing/navigate.ts';
import { wrap } from '../../../client/views/drawing/text.ts';
import type { Drawing, DrawingEdge, DrawingNode } from '../../../server/protocol.ts';
import { draw } from '../../server/drawing/draw.ts';
import { assertTidy, measure } from './support.ts';

const node = (id: string, more: Partial<DrawingNode> = {}): DrawingNode => ({ id, label: id, kind: 'service', ...more });
const edge = (from: string, to: string, more: Partial<DrawingEdge> = {}): DrawingEdge => ({ from, to, kind: 'solid', ...more });
const drawing = (nodes: readonly DrawingNode[], edges: readonly DrawingEdge[] = [], more: Partial<Drawing> = {}): Drawing => ({
  title: 't',
  description: 'd',
  direction: 'right',
  groups: [],
  nodes,
  edges,
  ...more,
});

describe('laying out a drawing', () => {
  it('puts boxes in the order of lines, without one on another', () => {
    for (const direction of ['right', 'down'] as const) {
      const layout = layOut(
        drawing([node('c'), node('a'), node('b')], [edge('a', 'b', { label: 'one' }), edge('b', 'c'), edge('a', 'c')], { direction }),
        measure,
      );
      assertTidy(layout, direction);
      assert.deepEqual(
        layout.nodes.map(({ node: { id } }) => id),
        ['a', 'b', 'c'],
      );
      assert.equal(layout.edges.length, 3);
    }
  });

  it('keeps the order in which boxes of one rank are named', () => {
    const names = ['one', 'two', 'three', 'four'];
    const layout = layOut(
      drawing(
        [node('from'), ...names.map((name) => node(name))],
        names.map((name) => edge('from', name)),
      ),
      measure,
    );
    assert.deepEqual(
      layout.nodes.map(({ node: { id } }) => id),
      ['from', ...names],
    );
  });

  it('leaves and enters boxes on the sides that face each other', () => {
    const layout = layOut(drawing([node('a'), node('b')], [edge('a', 'b')]), measure);
    const [a, b] = layout.nodes;
    const points = layout.edges[0]?.points ?? [];
    assert.ok(a && b);
    assert.equal(points[0]?.x, a.x + a.width);
    assert.equal(points.at(-1)?.x, b.x);
  });

  it('lays out circles, boxes that lead to themselves, several lines of two boxes, and frames in frames', () => {
    const layout = layOut(
      drawing(
        [node('a', { in: 'inner' }), node('b', { in: 'outer' }), node('c')],
        [edge('a', 'b'), edge('b', 'a'), edge('c', 'c', { label: 'self' }), edge('a', 'b', { kind: 'broken', label: 'x' }), edge('c', 'a')],
        {
          groups: [
            { id: 'outer', label: 'Outer' },
            { id: 'inner', label: 'Inner', in: 'outer' },
            { id: 'empty', label: 'Empty' },
          ],
        },
      ),
      measure,
    );
    assert.deepEqual(
      layout.groups.map(({ group }) => group.id),
      ['outer', 'inner'],
    );
    assert.equal(layout.edges.length, 5);
    assert.ok(layout.edges.every(({ points }) => points.length >= 2));
    assert.equal(new Set(layout.nodes.map(({ x, y }) => `${x} ${y}`)).size, 3);
  });

  it('draws without what is not there: lines to no box, frames that do not exist or hold each other', () => {
    const layout = layOut(drawing([node('a', { in: 'gone' })], [edge('a', 'gone'), edge('gone', 'a')]), measure);
    assert.equal(layout.nodes.length, 1);
    assert.deepEqual(layout.edges, []);
    const circle = {
      groups: [
        { id: 'x', label: 'x', in: 'y' },
        { id: 'y', label: 'y', in: 'x' },
      ],
    };
    assert.equal(layOut(drawing([node('a', { in: 'x' })], [], circle), measure).nodes.length, 1);
    assert.deepEqual(layOut(drawing([]), measure).nodes, []);
  });

  it('fits long labels, Korean ones too, into their boxes', () => {
    const texts = [
      'x'.repeat(10_000),
      '가나다라마바사 '.repeat(300),
      'https://example.com/a/very/long/address/without/spaces/in/it/that/goes/on',
      'a\nb\nc\n'.repeat(3),
    ];
    for (const kind of ['service', 'volume', 'port'] as const) {
      const nodes = texts.map((text, at) => node(String(at), { kind, label: text, caption: text, detail: text }));
      assertTidy(layOut(drawing(nodes, [edge('0', '1', { label: texts[0] ?? '' })]), measure), kind);
    }
  });

  it('lays out the largest picture in reasonable time', () => {
    const nodes = Array.from({ length: 120 }, (_, at) => node(`n${at}`, { in: `g${at % 7}` }));
    const edges = Array.from({ length: 240 }, (_, at) => edge(`n${at % 120}`, `n${(at * 7 + 3) % 120}`, { label: `l${at}` }));
    const groups = Array.from({ length: 7 }, (_, at) => ({ id: `g${at}`, label: `g${at}` }));
    const layout = layOut(drawing(nodes, edges, { groups }), measure);
    assert.equal(layout.edges.length, 240);
  }).timeout(20_000);

  it('is tidy for files', () => {
    const services = 'abcdefgh'
      .split('')
      .map(
        (name, at) =>
          `  ${name}: { image: "image-${name}:1.2.3", depends_on: [${'abcdefgh'.slice(0, at).split('').join(', ')}], ports: ["80${at}:80"], volumes: ["${name}-data:/data"] }\n`,
      );
    assertTidy(layOut(draw({ 'compose.yaml': `services:\n${services.join('')}volumes: { a-data: , b-data: }\n` }), measure), 'compose');
    assertTidy(
      layOut(
        draw({ Dockerfile: 'FROM a AS b\nRUN x\nFROM b AS c\nCOPY --from=b /x /y\nFROM d\nCOPY --from=b /x /y\nCOPY --from=c /z /z\n' }),
        measure,
      ),
      'dockerfile',
    );
  });
});

describe('breaking text into lines', () => {
  const broken = (text: string, width: number, lines: number) => wrap(text, 'label', { width, lines }, measure);
  it('breaks between words, and inside of long ones', () => {
    assert.deepEqual(broken('one two three', 60, 3), ['one two', 'three']);
    assert.deepEqual(broken('abcdefghijklmnop', 60, 3), ['abcdefgh', 'ijklmnop']);
    assert.deepEqual(broken('', 60, 3), ['']);
  });
  it('cuts what does not fit', () => {
    assert.deepEqual(broken('one two three four five', 60, 2), ['one two', 'three f…']);
    for (const line of broken('가'.repeat(5000), 100, 2)) assert.ok(measure(line, 'label') <= 100, line);
  });
});

describe('going along the lines of a picture', () => {
  const spot = (id: string, x: number, y: number) => ({ id, x, y, width: 50, height: 20 });
  const spots = [spot('a', 0, 0), spot('b', 100, 0), spot('c', 100, 60), spot('d', 0, 60)];
  const from = (id: string) => spots.find((each) => each.id === id) ?? assert.fail();
  it('follows a line that leads the way of the key, and goes to the nearest box otherwise', () => {
    assert.equal(neighbourOf(from('a'), 'ArrowRight', spots, new Set(['c']))?.id, 'c');
    assert.equal(neighbourOf(from('a'), 'ArrowRight', spots, new Set())?.id, 'b');
    assert.equal(neighbourOf(from('a'), 'ArrowDown', spots, new Set(['b']))?.id, 'd');
    assert.equal(neighbourOf(from('c'), 'ArrowUp', spots, new Set())?.id, 'b');
    assert.equal(neighbourOf(from('a'), 'ArrowLeft', spots, new Set(['b'])), undefined);
  });
});
