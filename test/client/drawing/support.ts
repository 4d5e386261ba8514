import assert from 'node:assert/strict';
import type { Layout, Rectangle } from '../../../client/views/drawing/layout.ts';
import { textStyles, type Measure } from '../../../client/views/drawing/text.ts';

/** Measures as a common font does: Hangul is nearly as wide as high, Latin letters are half as wide. */
export const measure: Measure = (text, role) =>
  Array.from(text).reduce<number>((sum, character) => sum + (/[ㄱ-힣　-鿿]/.test(character) ? 0.92 : 0.56) * textStyles[role].size, 0);

/** Fails where boxes lie on each other, or text leaves its box, or anything the picture. */
export function assertTidy({ nodes, groups, edges, width, height }: Layout, what: string): void {
  nodes.forEach((one, at) => {
    for (const other of nodes.slice(at + 1)) assert.ok(!overlap(one, other), `${what}: ${one.node.id} lies on ${other.node.id}`);
    for (const { text, role, x, y, anchor } of one.lines) {
      const left = anchor === 'middle' ? x - measure(text, role) / 2 : x;
      assert.ok(left >= 3 && left + measure(text, role) <= one.width - 3, `${what}: ${text} leaves ${one.node.id}`);
      assert.ok(y - textStyles[role].size * 0.75 >= 0 && y <= one.height - 2, `${what}: ${text} leaves ${one.node.id} up or down`);
    }
    for (const { label, edge } of edges)
      assert.ok(!label || !overlap(one, label), `${what}: the label of ${edge.from} -> ${edge.to} lies on ${one.node.id}`);
  });
  for (const { group, x, y, width: wide, height: high, label } of groups) {
    const frame = { x, y, width: wide, height: high };
    assert.ok(measure(label, 'group') <= wide - 20, `${what}: the label of ${group.id} leaves its frame`);
    for (const { node, ...box } of nodes) {
      if (isIn(node.in, group.id, groups)) assert.ok(holds(frame, box), `${what}: ${node.id} leaves ${group.id}`);
      else assert.ok(!overlap(frame, box), `${what}: ${node.id} lies on the frame of ${group.id}`);
      const heading = { x: x + 12, y: y + 4, width: measure(label, 'group'), height: 16 };
      assert.ok(!overlap(heading, box), `${what}: ${node.id} lies on the label of ${group.id}`);
    }
  }
  const picture = { x: 0, y: 0, width, height };
  for (const thing of [...nodes, ...groups, ...edges.flatMap(({ label }) => label ?? [])])
    assert.ok(holds(picture, thing), `${what}: something is cut`);
  for (const { points, edge } of edges) {
    assert.ok(points.length >= 2, `${what}: ${edge.from} -> ${edge.to} has no line`);
    for (const { x, y } of points) assert.ok(x >= 0 && x <= width && y >= 0 && y <= height, `${what}: a line leaves the picture`);
  }
}

function overlap(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width - 0.5 &&
    other.x < one.x + one.width - 0.5 &&
    one.y < other.y + other.height - 0.5 &&
    other.y < one.y + one.height - 0.5
  );
}

function holds(outer: Rectangle, inner: Rectangle): boolean {
  return (
    inner.x >= outer.x - 0.5 &&
    inner.y >= outer.y - 0.5 &&
    inner.x + inner.width <= outer.x + outer.width + 0.5 &&
    inner.y + inner.height <= outer.y + outer.height + 0.5
  );
}

function isIn(at: string | undefined, id: string, groups: Layout['groups']): boolean {
  if (at === undefined) return false;
  return at === id || isIn(groups.find(({ group }) => group.id === at)?.group.in, id, groups);
}
