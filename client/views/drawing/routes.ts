import type { Point, Rectangle } from './layout.ts';

/** Where boxes of one rank stand, along the picture's direction: lines go straight through it, between the boxes. */
export interface Band {
  readonly start: number;
  readonly end: number;
}

/** How near to a box's corner a line may begin or end, in pixels. */
const inset = 10;

/** The ranks of a picture. The middles of the boxes of one rank lie on one line. */
export function bandsOf(boxes: readonly Rectangle[], isRight: boolean): readonly Band[] {
  const bands = new Map<number, Band>();
  for (const box of boxes) {
    const [start, size] = isRight ? [box.x, box.width] : [box.y, box.height];
    const middle = Math.round(start + size / 2);
    const known = bands.get(middle);
    bands.set(middle, { start: Math.min(known?.start ?? start, start), end: Math.max(known?.end ?? start + size, start + size) });
  }
  return [...bands.values()];
}

/** What a line has to mind. */
export interface Course {
  readonly from: Rectangle;
  readonly to: Rectangle;
  readonly bands: readonly Band[];
  readonly isRight: boolean;
  /** Where its label stands, if it has one: it leads through. */
  readonly label: Point | undefined;
}

/**
 * The way of a line: it leaves and enters boxes on the sides that face each other, and passes ranks straight.
 * @param points the way as the layout found it, its ends included
 */
export function routeOf(points: readonly Point[], { from, to, bands, isRight, label }: Course): readonly Point[] {
  if (from === to) return points;
  const turned = (point: Point): Point => (isRight ? point : { x: point.y, y: point.x });
  const box = (rectangle: Rectangle): Rectangle =>
    isRight ? rectangle : { x: rectangle.y, y: rectangle.x, width: rectangle.height, height: rectangle.width };
  const through = label && turned(label);
  const isPassed = (x: number): Band | undefined => bands.find(({ start, end }) => start < x && x < end);
  // Between ranks nothing is in the way.
  const inner = points
    .slice(1, -1)
    .map(turned)
    .filter(({ x }) => isPassed(x) !== undefined || (through !== undefined && Math.abs(x - through.x) < 1));
  const ends = [box(from), box(to)] as const;
  const start = sideToward(ends[0], inner[0] ?? middleOf(ends[1]));
  const end = sideToward(ends[1], inner.at(-1) ?? middleOf(ends[0]));
  const isForward = start.x <= end.x;
  const between = inner.flatMap((point): readonly Point[] => {
    const band = isPassed(point.x);
    if (!band) return [point];
    const passed = [band.start, band.end].map((x) => ({ x, y: point.y }));
    return isForward ? passed : passed.toReversed();
  });
  return [start, ...between, end].map(turned);
}

/** The point on the left or right side of a box from which a line leads to another point. */
function sideToward({ x, y, width, height }: Rectangle, other: Point): Point {
  const margin = Math.min(inset, height / 3);
  return {
    x: other.x >= x + width / 2 ? x + width : x,
    y: Math.min(Math.max(other.y, y + margin), y + height - margin),
  };
}

function middleOf({ x, y, width, height }: Rectangle): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
