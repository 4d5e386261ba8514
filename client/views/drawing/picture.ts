import type { Drawing, DrawingNode } from '../../../server/protocol.ts';
import { curve, shapeOf, type BoxLine } from './boxes.ts';
import { arrowOf, pathOf } from './lines.ts';
import type { Layout, PlacedEdge, PlacedGroup, PlacedNode } from './layout.ts';
import { shape, type Shape } from './shape.ts';
import { textStyles, type TextRole } from './text.ts';

/** How a picture is drawn. */
export interface PictureOptions {
  /** Begins the ids of its parts, where several pictures may stand on one page. */
  readonly prefix?: string;
  /** The name of a box that leads somewhere, for those who hear it; `undefined` for one that leads nowhere. */
  readonly linkName?: (node: DrawingNode) => string | undefined;
  /** The address of such a box, where it is a link of the page's own: `note:…`. */
  readonly addressOf?: (node: DrawingNode) => string | undefined;
}

/** Draws a picture whose parts have their places. Colours come from classes; see picture.css and paper.ts. */
export function pictureOf(drawing: Drawing, layout: Layout, { prefix = 'picture', linkName, addressOf }: PictureOptions = {}): Shape {
  const links = linkName ?? ((): undefined => undefined);
  const hasLinks = drawing.nodes.some((node) => links(node) !== undefined);
  const [title, description] = [`${prefix}-title`, `${prefix}-description`];
  return shape(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'picture',
      width: layout.width,
      height: layout.height,
      viewBox: `0 0 ${layout.width} ${layout.height}`,
      // What is inside of an image is not reached.
      role: hasLinks ? 'group' : 'img',
      'aria-labelledby': title,
      'aria-describedby': description,
    },
    shape('title', { id: title }, drawing.title),
    shape('desc', { id: description }, drawing.description),
    ...layout.groups.map(drawFrame),
    ...layout.edges.map((edge) => drawLine(edge, layout.isRight)),
    // Lines may pass through where labels stand.
    ...layout.groups.map(drawFrameLabel),
    ...layout.edges.map(drawLineLabel),
    ...layout.nodes.map((node) => drawBox(node, links(node.node), addressOf?.(node.node))),
  );
}

function drawFrame({ x, y, width, height }: PlacedGroup): Shape {
  return shape('rect', { class: 'frame', x, y, width, height, rx: 8 });
}

function drawFrameLabel({ label, x, y }: PlacedGroup): Shape {
  return textAt(label, 'group', x + 12, y + 9 + textStyles.group.size * 0.85, 'start');
}

function drawLine({ edge, points }: PlacedEdge, isRight: boolean): Shape {
  const course = { isRight, isLoop: edge.from === edge.to };
  return shape(
    'g',
    { class: `line ${edge.kind}`, 'aria-hidden': 'true' },
    shape('path', { class: 'stroke', d: pathOf(points, course) }),
    shape('path', { class: 'head', d: arrowOf(points, course) }),
  );
}

function drawLineLabel({ edge, label }: PlacedEdge): Shape | undefined {
  if (!label) return undefined;
  const { text, x, y, width, height } = label;
  return shape(
    'g',
    { class: `line-label ${edge.kind}` },
    shape('rect', { class: 'paper', x, y, width, height, rx: 3 }),
    textAt(text, 'edge', x + width / 2, y + (height + textStyles.edge.size * 0.7) / 2, 'middle'),
  );
}

function drawBox({ node, lines, x, y, width, height }: PlacedNode, link: string | undefined, address: string | undefined): Shape {
  const state = [...(node.isMissing ? ['missing'] : []), ...(node.isMain ? ['main'] : []), ...(node.isFaint ? ['faint'] : [])];
  const isLink = link !== undefined;
  return shape(
    address === undefined ? 'g' : 'a',
    {
      class: ['box', `kind-${node.kind}`, ...state, ...(isLink ? ['link'] : [])].join(' '),
      transform: `translate(${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100})`,
      'data-id': isLink ? node.id : undefined,
      href: address,
      role: isLink && address === undefined ? 'link' : undefined,
      tabindex: isLink ? 0 : undefined,
      'aria-label': link,
    },
    ...outline(node, width, height),
    ...lines.map(({ text, role, x: left, y: base, anchor }) => textAt(text, role, left, base, anchor)),
  );
}

function outline(node: DrawingNode, width: number, height: number): readonly Shape[] {
  switch (shapeOf(node)) {
    case 'cylinder': {
      const side = `a${width / 2} ${curve} 0 0 0 ${width} 0`;
      const body = `M0 ${curve}v${height - 2 * curve}${side}v${2 * curve - height}a${width / 2} ${curve} 0 0 0 ${-width} 0z`;
      return [shape('path', { class: 'outline', d: body }), shape('path', { class: 'rim', d: `M0 ${curve}${side}` })];
    }
    case 'pill':
      return [shape('rect', { class: 'outline', width, height, rx: Math.min(height / 2, 20) })];
    case 'card':
      return [shape('rect', { class: 'outline', width, height, rx: 6 })];
  }
}

function textAt(text: string, role: TextRole, x: number, y: number, anchor: BoxLine['anchor']): Shape {
  const { size, weight } = textStyles[role];
  return shape('text', { class: role, x, y, 'font-size': size, 'font-weight': weight, 'text-anchor': anchor }, text);
}
