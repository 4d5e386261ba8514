import type { DrawingNode } from '../../../server/protocol.ts';
import { textStyles, wrap, type Measure, type TextRole } from './text.ts';

/** A line of text in a box, from the box's left upper corner; `y` is its base line. */
export interface BoxLine {
  readonly text: string;
  readonly role: TextRole;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle';
}

/** A box with its text set. */
export interface SizedBox {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly BoxLine[];
}

/** Widest text of a box in pixels, and its most lines. */
const limits: Readonly<Record<'caption' | 'label' | 'detail', { readonly width: number; readonly lines: number }>> = {
  caption: { width: 220, lines: 1 },
  label: { width: 220, lines: 3 },
  detail: { width: 250, lines: 2 },
};

/** The shape of a box. */
export type BoxShape = 'card' | 'pill' | 'cylinder';

/** How high the curve at the top of a cylinder is, in pixels. */
export const curve = 7;

/** The shape of a kind. */
export function shapeOf({ kind }: DrawingNode): BoxShape {
  if (kind === 'volume') return 'cylinder';
  return kind === 'port' || kind === 'person' ? 'pill' : 'card';
}

/** Sets the text of a box and makes the box as large as it needs. */
export function sizeBox(node: DrawingNode, measure: Measure): SizedBox {
  const texts: { readonly text: string; readonly role: 'caption' | 'label' | 'detail' }[] = [];
  const add = (text: string | undefined, role: 'caption' | 'label' | 'detail'): void => {
    const written = text?.split('\n') ?? [];
    // Of a list each item has a line.
    const limit = written.length > 2 ? { ...limits[role], lines: 1 } : limits[role];
    for (const each of written) for (const line of wrap(each, role, limit, measure)) if (line !== '') texts.push({ text: line, role });
  };
  add(node.caption, 'caption');
  add(node.label, 'label');
  add(node.detail, 'detail');
  const shape = shapeOf(node);
  const sides = shape === 'pill' ? 18 : 12;
  const top = shape === 'cylinder' ? 8 + 2 * curve : 8;
  const width = Math.ceil(Math.max(64, ...texts.map(({ text, role }) => measure(text, role))) + 2 * sides);
  // A list reads along its beginnings; a word or two look better in the middle.
  const isList = texts.filter(({ role }) => role === 'detail').length > 2;
  let y = top;
  const lines = texts.map(({ text, role }): BoxLine => {
    const { height, size } = textStyles[role];
    const line: BoxLine = {
      text,
      role,
      x: isList ? sides : width / 2,
      y: y + (height + size * 0.7) / 2,
      anchor: isList ? 'start' : 'middle',
    };
    y += height;
    return line;
  });
  return { width, height: Math.ceil(y + (shape === 'cylinder' ? 8 + curve : 8)), lines };
}
