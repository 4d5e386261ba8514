import { isAlias, isMap, isNode, isScalar, isSeq, type Document, type Node, type Pair, type YAMLMap } from 'yaml';
import { keyOf, type Path } from './path.ts';

/** The pair with this key; the first one where a key stands twice. */
export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => keyOf(pair) === key);
}

/** The node at a path below `from`; aliases are followed. `undefined` when the way ends or nothing stands there. */
export function nodeAt(ast: Document, from: Node | null | undefined, path: Path): Node | undefined {
  let node = resolve(ast, from);
  for (const step of path) {
    if (isMap(node) && typeof step === 'string') node = resolve(ast, pairOf(node, step)?.value);
    else if (isSeq(node) && typeof step === 'number') node = resolve(ast, node.items[step]);
    else return undefined;
  }
  return node;
}

/** Follows an alias to what it stands for. */
export function resolve(ast: Document, node: unknown): Node | undefined {
  if (isAlias(node)) return node.resolve(ast);
  return isNode(node) ? node : undefined;
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

/** A map of scalars (labels, environment) as texts; values that are no scalars are left out. */
export function scalarsOf(ast: Document, map: YAMLMap | undefined): ReadonlyMap<string, string> {
  const scalars = new Map<string, string>();
  for (const pair of map?.items ?? []) {
    const key = keyOf(pair);
    const value = resolve(ast, pair.value);
    if (key !== undefined && isScalar(value)) scalars.set(key, value.source ?? String(value.value));
  }
  return scalars;
}
