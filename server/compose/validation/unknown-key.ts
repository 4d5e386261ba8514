import { isMap, isScalar, type Pair } from 'yaml';
import { nearestNames } from '../../nearest.ts';
import type { Span } from '../../text/span.ts';
import { keyOf } from '../../yaml/path.ts';
import { resolve } from '../../yaml/read.ts';
import { replaceBy } from '../../yaml/replace.ts';
import { schema } from '../schema.ts';
import type { MapShape } from '../schema/types.ts';
import type { Problem } from './problem.ts';
import { shortened, type MapSpot } from './spot.ts';

/** A key that the map does not have, with what was probably meant: a name like it, or another place for it. */
export function unknownKey(spot: MapSpot, key: string, pair: Pair, at: Span): Problem {
  const { map } = spot.place.shape;
  const owner = spot.field === '' ? 'compose.yaml' : spot.field;
  const say = (variant?: string, data: Readonly<Record<string, string>> = {}): Problem => ({
    rule: 'known-keys',
    at,
    ...(variant !== undefined && { variant }),
    data: { key: shortened(key), owner, ...data },
  });
  if (!map) return say();
  if (map.others && map.keys.size === 0) return say('name');
  const free = [...map.keys.keys()].filter((name) => !spot.pairs.has(name));
  const same = free.find((name) => letters(name) === letters(key));
  if (same === undefined) {
    if (spot.field === '' && looksLikeService(spot, pair)) return say('service');
    if (spot.field === '' && schema.shape('service')?.map?.keys.has(key)) return say('of-service');
    const path = pathBelow(map, key, 3);
    if (path) return say('deeper', { path: [...path, key].join('.') });
    const above = spot.parent;
    if (above?.place.shape.map?.keys.has(key) && !above.pairs.has(key)) return say('higher');
  }
  const near = same ?? nearestNames(key, free, 1)[0];
  if (near === undefined) return say();
  const isSure = same !== undefined;
  return { ...say('near', { near }), fix: () => (isScalar(pair.key) ? replaceBy(spot.document, pair.key, near, isSure) : undefined) };
}

/** A name without what people write differently: `dependsOn`, `depends-on`. */
function letters(name: string): string {
  return name.toLowerCase().replaceAll(/[-_]/g, '');
}

function looksLikeService({ document }: MapSpot, { value }: Pair): boolean {
  const node = resolve(document.source.ast, value);
  return isMap(node) && node.items.some((item) => ['image', 'build'].includes(keyOf(item) ?? ''));
}

/** The way down to a map that has the key, past maps only: `replicas` of a service is below `deploy`. */
function pathBelow(map: MapShape, key: string, depth: number): readonly string[] | undefined {
  const inner = [...map.keys].flatMap(([name, shape]) => (shape.map && shape.map.keys.size > 0 ? [[name, shape.map] as const] : []));
  const direct = inner.find(([, below]) => below.keys.has(key));
  if (direct) return [direct[0]];
  if (depth < 2) return undefined;
  for (const [name, below] of inner) {
    const path = pathBelow(below, key, depth - 1);
    if (path) return [name, ...path];
  }
  return undefined;
}
