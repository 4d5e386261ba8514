import { isAlias, isMap, isNode, isScalar, isSeq, type Document, type Node } from 'yaml';
import { pairsOf, resolve } from '../yaml/read.ts';

/** What a YAML file says as plain data. Whole numbers that begin with a zero (`0440`) stay texts, because their base matters. */
export type Plain = string | number | boolean | null | readonly Plain[] | PlainMap;
export interface PlainMap {
  readonly [key: string]: Plain;
}

/** What Compose's own tags say of a value, when files are merged. */
export interface Tags {
  /** Values that replace what they would be merged with (`!override`). */
  readonly overrides: WeakSet<object>;
  /** Keys to be dropped (`!reset`), by the map that holds them. */
  readonly resets: WeakMap<object, ReadonlySet<string>>;
}

export function createTags(): Tags {
  return { overrides: new WeakSet(), resets: new WeakMap() };
}

/** Most nodes that are read of one file, aliases counted each time: so many, and one for each character, but never more; and their deepest nesting. */
const fewNodes = 20_000;
const nodeLimit = 200_000;
const depthLimit = 100;

/** Reads a document's tree as plain data; merge keys and aliases are followed. What is beyond the limits is left out. */
export function toPlain(ast: Document, tags: Tags): Plain {
  let left = Math.min(nodeLimit, fewNodes + (ast.range?.[2] ?? 0));
  const open = new Set<Node>();
  function read(from: unknown, depth: number): Plain {
    const node = isAlias(from) ? resolve(ast, from) : isNode(from) ? from : undefined;
    if (!node || depth > depthLimit || --left < 0) return null;
    if (isScalar(node)) return scalar(node.value, node.source);
    if (open.has(node)) return null; // it holds itself
    open.add(node);
    const plain = readInside(node, depth);
    open.delete(node);
    return plain;
  }
  function readInside(node: Node, depth: number): Plain {
    if (isSeq(node))
      return tagged(
        node,
        node.items.slice(0, left).map((item) => read(item, depth + 1)),
      );
    if (!isMap(node)) return null;
    const map = createMap();
    const reset = new Set<string>();
    for (const [key, pair] of pairsOf(ast, node)) {
      if (left <= 0) break;
      if (isNode(pair.value) && pair.value.tag === '!reset') reset.add(key);
      else map[key] = read(pair.value, depth + 1);
    }
    if (reset.size > 0) tags.resets.set(map, reset);
    return tagged(node, map);
  }
  function tagged<T extends object>(node: Node, value: T): T {
    if (node.tag === '!override') tags.overrides.add(value);
    return value;
  }
  return read(ast.contents, 0);
}

/** A map to be filled with the keys of a file, whatever they are called. */
export function createMap(): Record<string, Plain> {
  return Object.create(null) as Record<string, Plain>;
}

function scalar(value: unknown, source: string | undefined): Plain {
  if (typeof value === 'number') return source !== undefined && (/^[-+]?0\d/.test(source) || !Number.isFinite(value)) ? source : value;
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  return source ?? null;
}

/** The value as a map; `undefined` when it is none. */
export function asMap(value: Plain | undefined): PlainMap | undefined {
  return typeof value === 'object' && value !== null && !isList(value) ? value : undefined;
}

/** The value as a list; a single value counts as a list of one, nothing as an empty one. */
export function asList(value: Plain | undefined): readonly Plain[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value : [value];
}

export function isList(value: Plain | undefined): value is readonly Plain[] {
  return Array.isArray(value);
}

/** The value as a text, as Compose would write it; `undefined` for maps, lists and nothing. */
export function asText(value: Plain | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** The texts of a list; a single value counts as a list of one. */
export function textsOf(value: Plain | undefined): readonly string[] {
  return asList(value).flatMap((item) => asText(item) ?? []);
}

/** The value below some keys. */
export function below(value: Plain | undefined, ...keys: readonly string[]): Plain | undefined {
  let at = value;
  for (const key of keys) at = asMap(at)?.[key];
  return at;
}

/** Whether a value says yes: `true`, or the text `true`. */
export function isTrue(value: Plain | undefined): boolean {
  return value === true || value === 'true';
}
