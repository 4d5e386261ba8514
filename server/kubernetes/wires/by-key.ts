import type { Placed } from './cluster.ts';
import type { Resource } from './types.ts';

/**
 * Makes a look-up of resources by what they lay claim to, which is read once for each state of a list: clashes are found without
 * comparing everything with everything. The list must be one of a cluster's, which stays the same one until it changes.
 */
export function byKey(keysOf: (resource: Resource) => readonly string[]): (list: readonly Placed[], key: string) => readonly Placed[] {
  const known = new WeakMap<readonly Placed[], ReadonlyMap<string, readonly Placed[]>>();
  return (list, key) => {
    let claims = known.get(list);
    if (!claims) {
      const made = new Map<string, Placed[]>();
      for (const placed of list) {
        for (const claim of new Set(keysOf(placed.resource))) {
          const others = made.get(claim);
          if (others) others.push(placed);
          else made.set(claim, [placed]);
        }
      }
      known.set(list, (claims = made));
    }
    return claims.get(key) ?? [];
  };
}
