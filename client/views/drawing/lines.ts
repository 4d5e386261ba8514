import type { Point } from './layout.ts';

/** How long an arrow's head is, in pixels. */
const head = 8;

/**
 * A line through points that swings from one to the next, and ends where the arrow's head begins.
 * @param isRight which way the picture leads: lines leave their points in this direction
 * @param isLoop a line from a box to itself, which has corners
 */
export function pathOf(points: readonly Point[], { isRight, isLoop }: { readonly isRight: boolean; readonly isLoop: boolean }): string {
  const [first] = points;
  const [before, end] = points.slice(-2);
  if (!first || !before || !end) return '';
  const direction = directionOf(before, end, isLoop ? undefined : isRight);
  const last = { x: end.x - direction.x * (head - 1), y: end.y - direction.y * (head - 1) };
  let path = `M${write(first)}`;
  let at = first;
  for (const point of [...points.slice(1, -1), last]) {
    const isStraight = isLoop || Math.abs(isRight ? point.y - at.y : point.x - at.x) < 0.5;
    const middle = isRight ? (at.x + point.x) / 2 : (at.y + point.y) / 2;
    const [one, other] = isRight
      ? [
          { x: middle, y: at.y },
          { x: middle, y: point.y },
        ]
      : [
          { x: at.x, y: middle },
          { x: point.x, y: middle },
        ];
    path += isStraight ? `L${write(point)}` : `C${write(one)} ${write(other)} ${write(point)}`;
    at = point;
  }
  return path;
}

/** The head of an arrow at the end of such a line. */
export function arrowOf(points: readonly Point[], { isRight, isLoop }: { readonly isRight: boolean; readonly isLoop: boolean }): string {
  const [before, end] = points.slice(-2);
  if (!before || !end) return '';
  const { x, y } = directionOf(before, end, isLoop ? undefined : isRight);
  const back = { x: end.x - x * head, y: end.y - y * head };
  const wide = head * 0.45;
  return `M${write(end)}L${write({ x: back.x - y * wide, y: back.y + x * wide })}L${write({ x: back.x + y * wide, y: back.y - x * wide })}z`;
}

/** Which way a line ends: along the picture's direction, or where it has corners, as it comes. */
function directionOf(before: Point, end: Point, isRight: boolean | undefined): Point {
  if (isRight === true) return { x: Math.sign(end.x - before.x) || 1, y: 0 };
  if (isRight === false) return { x: 0, y: Math.sign(end.y - before.y) || 1 };
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  return { x: (end.x - before.x) / length, y: (end.y - before.y) / length };
}

function write({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
