import { isScalar } from 'yaml';
import { nearestNames } from '../../nearest.ts';
import type { Problem } from './problem.ts';
import type { MapSpot } from './spot.ts';

/** The keys that a map must have and has not, in one finding. */
export function missingKeys({ place, pairs, parent, field, at }: MapSpot): readonly Problem[] {
  const { map } = place.shape;
  if (!map || map.required.length === 0) return [];
  // A misspelt key is said to be unknown; that it is missing is the same mistake.
  const unknown = [...pairs.keys()].filter((key) => !map.keys.has(key) && !key.startsWith('x-'));
  const missing = map.required.filter((key) => !pairs.has(key) && !unknown.some((other) => nearestNames(other, [key], 1).length > 0));
  if (missing.length === 0) return [];
  // In a list the map has no name of its own: its first key is the place to look at.
  const owner = place.place.endsWith('[]') ? [...pairs.values()].find(({ key }) => isScalar(key)) : undefined;
  const key = owner?.key;
  const span =
    isScalar(key) && key.range && parent
      ? { start: at.start, end: Math.max(at.start + 1, Math.min(at.end, at.start + textLength(key.range))) }
      : at;
  return [
    {
      rule: 'required-keys',
      at: span,
      data: { field, keys: missing.map((name) => `\`${name}\``).join(', ') },
      whole: true,
    },
  ];
}

function textLength([start, end]: readonly [number, number, ...number[]]): number {
  return end - start;
}
