import type { DrawingGroup } from '../../../server/protocol.ts';
import type { PlacedGroup, PlacedNode, Rectangle } from './layout.ts';
import { textStyles, wrap, type Measure } from './text.ts';

/** Between a frame and what it holds, in pixels. */
const padding = 12;

/** Draws each frame around what it holds, with a row for its label at the top. Frames that hold nothing are left out. */
export function frameGroups(groups: readonly DrawingGroup[], nodes: readonly PlacedNode[], measure: Measure): readonly PlacedGroup[] {
  const placed = new Map<string, PlacedGroup>();
  const depths = new Map(groups.map((group) => [group.id, depthOf(group, groups)]));
  const byDepth = groups.toSorted((one, other) => (depths.get(other.id) ?? 0) - (depths.get(one.id) ?? 0));
  for (const group of byDepth) {
    const held: readonly Rectangle[] = [
      ...nodes.filter(({ node }) => node.in === group.id),
      ...[...placed.values()].filter((inner) => inner.group.in === group.id),
    ];
    if (held.length === 0) continue;
    const [left, top] = [
      Math.min(...held.map(({ x }) => x)) - padding,
      Math.min(...held.map(({ y }) => y)) - padding - textStyles.group.height,
    ];
    const right = Math.max(...held.map(({ x, width }) => x + width)) + padding;
    const bottom = Math.max(...held.map(({ y, height }) => y + height)) + padding;
    const [label = ''] = wrap(group.label, 'group', { width: right - left - 2 * padding, lines: 1 }, measure);
    placed.set(group.id, { group, label, x: left, y: top, width: right - left, height: bottom - top });
  }
  return byDepth.toReversed().flatMap(({ id }) => placed.get(id) ?? []);
}

/** How many frames a frame stands in. */
function depthOf({ in: parent }: DrawingGroup, groups: readonly DrawingGroup[]): number {
  let depth = 0;
  for (let at = parent; at !== undefined && depth < groups.length; depth++) at = groups.find(({ id }) => id === at)?.in;
  return depth;
}
