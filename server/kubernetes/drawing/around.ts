import type { Cluster, Placed } from '../wires/cluster.ts';
import { findWiring, type FindWiring, type Wiring } from './wiring.ts';

/** What is drawn: resources, those of the file first, and the lines between them. */
export interface Around {
  readonly resources: readonly Placed[];
  readonly wirings: readonly Wiring[];
}

/** Kinds that say something about others, but hold nothing together. */
const left: ReadonlySet<string> = new Set(['/Namespace', 'apiextensions.k8s.io/CustomResourceDefinition']);

/** Most resources that are looked at for a picture of the workspace, or of what leads to a file. */
const lookLimit = 20_000;

/** The resources of a file with all that they lead to, and all that leads to them; or all of the workspace. */
export function aroundFile(
  cluster: Cluster,
  path: string,
  { everything, isComplete }: { readonly everything: boolean; readonly isComplete: boolean },
): Around {
  const isDrawn = ({ resource: { key } }: Placed): boolean => !left.has(key);
  const own = cluster.inFile(path);
  const all = cluster.everything().slice(0, lookLimit).filter(isDrawn);
  const wirings = new Map<Placed, readonly Wiring[]>();
  const find = findWiring(cluster, all, isComplete);
  const wiresFrom: FindWiring = (placed) => {
    let found = wirings.get(placed);
    if (!found) wirings.set(placed, (found = find(placed)));
    return found;
  };
  if (everything) return { resources: connectedFirst(all, wiresFrom), wirings: all.flatMap(wiresFrom) };

  const users = new Map<Placed, Placed[]>();
  for (const placed of all) for (const { to } of wiresFrom(placed)) if ('resource' in to) addTo(users, to, placed);
  const below = reach(own, (placed) => wiresFrom(placed).flatMap(({ to }) => ('resource' in to ? [to] : [])));
  const above = reach(own, (placed) => users.get(placed) ?? []);
  const resources = [...new Set([...own, ...below, ...above])];
  return { resources, wirings: resources.flatMap(wiresFrom) };
}

function addTo(map: Map<Placed, Placed[]>, key: Placed, value: Placed): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** Everything that some resources lead to, themselves among it. */
function reach(from: readonly Placed[], next: (placed: Placed) => readonly Placed[]): ReadonlySet<Placed> {
  const found = new Set(from);
  for (const placed of found) for (const other of next(placed)) found.add(other);
  return found;
}

/** Those with lines first: should not all of them be drawn, the others tell less. */
function connectedFirst(all: readonly Placed[], wiresFrom: FindWiring): readonly Placed[] {
  const connected = new Set<Placed>();
  for (const placed of all) {
    for (const { to } of wiresFrom(placed)) {
      connected.add(placed);
      if ('resource' in to) connected.add(to);
    }
  }
  return [...all.filter((placed) => connected.has(placed)), ...all.filter((placed) => !connected.has(placed))];
}
