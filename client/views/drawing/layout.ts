import { Graph, layout as arrange } from '@dagrejs/dagre';
import type { Drawing, DrawingEdge, DrawingGroup, DrawingNode } from '../../../server/protocol.ts';
import { sizeBox, type BoxLine } from './boxes.ts';
import { frameGroups } from './frames.ts';
import { bandsOf, routeOf } from './routes.ts';
import { textStyles, wrap, type Measure } from './text.ts';

/** A rectangle in pixels, from the picture's left upper corner. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box in its place. */
export interface PlacedNode extends Rectangle {
  readonly node: DrawingNode;
  /** Its text, from its own left upper corner. */
  readonly lines: readonly BoxLine[];
}

/** A frame in its place; its label stands inside, at the top. */
export interface PlacedGroup extends Rectangle {
  readonly group: DrawingGroup;
  readonly label: string;
}

/** A line in its place, with its label. */
export interface PlacedEdge {
  readonly edge: DrawingEdge;
  readonly points: readonly Point[];
  readonly label?: Rectangle & { readonly text: string };
}

/** A picture with everything in its place. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly isRight: boolean;
  /** In the order in which they are read. */
  readonly nodes: readonly PlacedNode[];
  /** Outer ones before those inside of them. */
  readonly groups: readonly PlacedGroup[];
  readonly edges: readonly PlacedEdge[];
}

/** Around the picture, in pixels. */
const margin = 12;

const edgeLabelLimit = { width: 160, lines: 1 };

/** Finds a place for everything. Never fails: what the library cannot do with frames, it does without. */
export function layOut(drawing: Drawing, measure: Measure): Layout {
  const isRight = drawing.direction === 'right';
  for (const groups of [drawing.groups, []]) {
    try {
      return place(drawing, groups, isRight, measure);
    } catch {
      // Try once more without the frames.
    }
  }
  return place({ ...drawing, edges: [] }, [], isRight, measure);
}

function place(drawing: Drawing, groups: readonly DrawingGroup[], isRight: boolean, measure: Measure): Layout {
  const graph = new Graph({ compound: true, multigraph: true });
  graph.setGraph({
    rankdir: isRight ? 'LR' : 'TB',
    nodesep: groups.length > 0 ? 30 : 22,
    edgesep: 14,
    ranksep: isRight ? 56 : 40,
  });
  const boxes = new Map(drawing.nodes.map((node) => [node.id, sizeBox(node, measure)]));
  const groupIds = new Set(groups.map(({ id }) => id));
  for (const { id } of groups) graph.setNode(groupName(id), {});
  for (const { id, in: parent } of groups)
    if (parent !== undefined && groupIds.has(parent)) graph.setParent(groupName(id), groupName(parent));
  for (const { id, in: parent } of drawing.nodes) {
    const box = boxes.get(id);
    graph.setNode(id, { width: box?.width ?? 0, height: box?.height ?? 0 });
    if (parent !== undefined && groupIds.has(parent)) graph.setParent(id, groupName(parent));
  }
  const edges = drawing.edges
    .filter(({ from, to }) => boxes.has(from) && boxes.has(to))
    .map((edge) => ({ edge, text: edge.label === undefined ? '' : (wrap(edge.label, 'edge', edgeLabelLimit, measure)[0] ?? '') }));
  edges.forEach(({ edge, text }, index) => {
    const label = text === '' ? {} : { width: Math.ceil(measure(text, 'edge')) + 10, height: textStyles.edge.height + 2, labelpos: 'c' };
    graph.setEdge(edge.from, edge.to, label, String(index));
  });
  arrange(graph);

  const middles = new Map(drawing.nodes.map(({ id }) => [id, pointOf(graph.node(id) as Partial<Point>)]));
  const isMirrored = readsBackwards(drawing.nodes, middles, isRight);
  const facing = ({ x, y }: Point): Point => (!isMirrored ? { x, y } : isRight ? { x, y: -y } : { x: -x, y });
  const nodes = drawing.nodes.map((node): PlacedNode => {
    const { x, y } = facing(middles.get(node.id) ?? { x: 0, y: 0 });
    const { width, height, lines } = boxes.get(node.id) ?? { width: 0, height: 0, lines: [] };
    return { node, x: x - width / 2, y: y - height / 2, width, height, lines };
  });
  const byId = new Map(nodes.map((placed) => [placed.node.id, placed]));
  const bands = bandsOf(nodes, isRight);
  const placedEdges = edges.flatMap(({ edge, text }, index): readonly PlacedEdge[] => {
    const found = graph.edge(edge.from, edge.to, String(index)) as Partial<Rectangle> & { readonly points?: readonly Point[] };
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    if (!from || !to) return [];
    const { width = 0, height = 0 } = found;
    const { x, y } = facing(pointOf(found));
    const points = routeOf((found.points ?? []).map(facing), { from, to, bands, isRight, label: text === '' ? undefined : { x, y } });
    return [{ edge, points, ...(text === '' ? {} : { label: { text, x: x - width / 2, y: y - height / 2, width, height } }) }];
  });
  const order = (one: PlacedNode, other: PlacedNode): number => {
    const along = isRight ? middleX(one) - middleX(other) : middleY(one) - middleY(other);
    return Math.abs(along) > 1 ? along : isRight ? one.y - other.y : one.x - other.x;
  };
  return moved({ nodes: nodes.toSorted(order), groups: frameGroups(groups, nodes, measure), edges: placedEdges }, isRight);
}

function pointOf({ x = 0, y = 0 }: Partial<Point>): Point {
  return { x, y };
}

/** Whether the layout turned the order of the boxes around: it does not care, but who reads them does. */
function readsBackwards(nodes: readonly DrawingNode[], middles: ReadonlyMap<string, Point>, isRight: boolean): boolean {
  const ranks = new Map<number, number[]>();
  for (const { id } of nodes) {
    const { x, y } = middles.get(id) ?? { x: 0, y: 0 };
    const rank = Math.round(isRight ? x : y);
    ranks.set(rank, [...(ranks.get(rank) ?? []), isRight ? y : x]);
  }
  let inOrder = 0;
  for (const places of ranks.values())
    places.forEach((place, at) => places.slice(at + 1).forEach((later) => (inOrder += Math.sign(later - place))));
  return inOrder < 0;
}

/** Boxes and frames may have the same id. */
function groupName(id: string): string {
  return `group ${id}`;
}

const middleX = ({ x, width }: Rectangle): number => x + width / 2;
const middleY = ({ y, height }: Rectangle): number => y + height / 2;

/** Moves everything to where the picture begins, and tells how large it is. */
function moved({ nodes, groups, edges }: Pick<Layout, 'nodes' | 'groups' | 'edges'>, isRight: boolean): Layout {
  const corners: readonly Rectangle[] = [
    ...nodes,
    ...groups,
    ...edges.flatMap(({ points, label }) => [...points.map((point) => ({ ...point, width: 0, height: 0 })), ...(label ? [label] : [])]),
  ];
  const left = least(corners.map(({ x }) => x)) - margin;
  const top = least(corners.map(({ y }) => y)) - margin;
  const shift = <T extends Point>(thing: T): T => ({ ...thing, x: thing.x - left, y: thing.y - top });
  return {
    isRight,
    width: Math.ceil(-least(corners.map(({ x, width }) => -x - width)) - left + margin),
    height: Math.ceil(-least(corners.map(({ y, height }) => -y - height)) - top + margin),
    nodes: nodes.map(shift),
    groups: groups.map(shift),
    edges: edges.map(({ edge, points, label }) => ({ edge, points: points.map(shift), ...(label ? { label: shift(label) } : {}) })),
  };
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other), numbers[0] ?? 0);
}
