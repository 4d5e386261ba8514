import type { Rectangle } from './layout.ts';

/** A way to go with an arrow key. */
export type Way = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** A box on the screen. */
export interface Spot extends Rectangle {
  readonly id: string;
}

/**
 * The box that an arrow key leads to: along a line of the box that one is on, if one leads that way, otherwise the nearest box there.
 * @param linked the boxes at the other ends of its lines
 */
export function neighbourOf(from: Spot, way: Way, spots: readonly Spot[], linked: ReadonlySet<string>): Spot | undefined {
  const ahead = spots.filter((spot) => spot.id !== from.id && distance(from, spot, way) !== undefined);
  const alongLines = ahead.filter(({ id }) => linked.has(id));
  const candidates = alongLines.length > 0 ? alongLines : ahead;
  let best: { readonly spot: Spot; readonly far: number } | undefined;
  for (const spot of candidates) {
    const far = distance(from, spot, way) ?? Infinity;
    if (!best || far < best.far) best = { spot, far };
  }
  return best?.spot;
}

/** How far a box is in a direction; to the side counts double. `undefined` when it does not lie there. */
function distance(from: Rectangle, to: Rectangle, way: Way): number | undefined {
  const [x, y] = [to.x + to.width / 2 - from.x - from.width / 2, to.y + to.height / 2 - from.y - from.height / 2];
  const isSideways = way === 'ArrowLeft' || way === 'ArrowRight';
  const ahead = (isSideways ? x : y) * (way === 'ArrowRight' || way === 'ArrowDown' ? 1 : -1);
  const aside = Math.abs(isSideways ? y : x);
  // What lies more to the side than ahead is reached by the other keys.
  return ahead > 1 && (ahead >= aside * 0.4 || ahead > (isSideways ? from.width : from.height)) ? ahead + 2 * aside : undefined;
}
