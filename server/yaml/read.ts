import { isAlias, isMap, isNode, isScalar, isSeq, type Document, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { targetOf } from './alias.ts';
import { keyOf, type Path } from './path.ts';

/** The pair with this key; the last one where a key stands twice, because that is the one which counts. */
export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  if (map.items.length < indexedFrom) return map.items.findLast((pair) => keyOf(pair) === key);
  let pairs = indexes.get(map);
  if (!pairs) indexes.set(map, (pairs = new Map(map.items.map((pair) => [keyOf(pair), pair]))));
  return pairs.get(key);
}

/** From so many keys on, a map's pairs are looked up in an index. */
const indexedFrom = 16;
const indexes = new WeakMap<YAMLMap, ReadonlyMap<string | undefined, Pair>>();

/** The pairs of a map by key: its own, then those that it takes over by merge keys (`<<: *defaults`) and does not have itself. */
export function pairsOf(ast: Document, map: YAMLMap): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>();
  const seen = new Set<Node>();
  const take = (from: Node | undefined): void => {
    if (from === undefined || seen.has(from)) return;
    seen.add(from);
    if (isSeq(from)) for (const item of from.items) take(resolve(ast, item));
    if (!isMap(from)) return;
    const own = new Map<string, Pair>();
    for (const pair of from.items) own.set(keyOf(pair) ?? '', pair);
    for (const [key, pair] of own) if (!pairs.has(key)) pairs.set(key, pair);
    const merge = own.get('<<');
    if (merge) take(resolve(ast, merge.value));
  };
  take(map);
  pairs.delete('<<');
  return pairs;
}

/** The value of a key of a map, merge keys included. */
function valueOf(ast: Document, map: YAMLMap, key: string): Node | undefined {
  const pair = pairOf(map, key) ?? (pairOf(map, '<<') ? pairsOf(ast, map).get(key) : undefined);
  return resolve(ast, pair?.value);
}

/** The node at a path below `from`; aliases and merge keys are followed. `undefined` when the way ends or nothing stands there. */
export function nodeAt(ast: Document, from: Node | null | undefined, path: Path): Node | undefined {
  let node = resolve(ast, from);
  for (const step of path) {
    if (isMap(node) && typeof step === 'string') node = valueOf(ast, node, step);
    else if (isSeq(node) && typeof step === 'number') node = resolve(ast, node.items[step]);
    else return undefined;
  }
  return node;
}

/** Follows an alias to what it stands for. */
export function resolve(ast: Document, node: unknown): Node | undefined {
  if (isAlias(node)) return targetOf(ast, node);
  return isNode(node) ? node : undefined;
}

/** Whether nothing stands there: no node, or a null that is written or left out. */
export function isEmpty(node: unknown): boolean {
  return node == null || (isScalar(node) && node.value === null);
}

/** The map at a path, if there is one. */
export function mapAt(ast: Document, from: Node | null | undefined, path: Path): YAMLMap | undefined {
  const node = nodeAt(ast, from, path);
  return isMap(node) ? node : undefined;
}

/** The maps in the list at a path. */
export function mapsAt(ast: Document, from: Node | null | undefined, path: Path): readonly YAMLMap[] {
  const node = nodeAt(ast, from, path);
  return isSeq(node) ? node.items.map((item) => resolve(ast, item)).filter((item) => isMap(item)) : [];
}

/** The text at a path, when a string stands there. */
export function stringAt(ast: Document, from: Node | null | undefined, path: Path): string | undefined {
  const node = nodeAt(ast, from, path);
  return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
}

/** A scalar's text as it is written, whatever its type: `8080` for the number, without quotes for a quoted string. */
export function textOf(scalar: Scalar): string {
  return scalar.source ?? String(scalar.value);
}

/** The text of the scalar at a path, whatever its type. */
export function textAt(ast: Document, from: Node | null | undefined, path: Path): string | undefined {
  const node = nodeAt(ast, from, path);
  return isScalar(node) && !isEmpty(node) ? textOf(node) : undefined;
}

/** The texts of the scalars in the list at a path. */
export function textsAt(ast: Document, from: Node | null | undefined, path: Path): readonly string[] {
  const node = nodeAt(ast, from, path);
  return isSeq(node)
    ? node.items
        .map((item) => resolve(ast, item))
        .filter((item) => isScalar(item))
        .map(textOf)
    : [];
}

/** A map of scalars (labels, environment) as texts; values that are no scalars are left out. */
export function scalarsOf(ast: Document, map: YAMLMap | undefined): ReadonlyMap<string, string> {
  const scalars = new Map<string, string>();
  if (!map) return scalars;
  for (const [key, pair] of pairsOf(ast, map)) {
    const value = resolve(ast, pair.value);
    if (isScalar(value)) scalars.set(key, textOf(value));
  }
  return scalars;
}
