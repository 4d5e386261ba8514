import { isMap, isNode, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Violation } from '../../rule.ts';
import type { Span } from '../../text/span.ts';
import { spanOfKey, spanOfNode } from '../../yaml/parse.ts';
import { isEmpty, pairsOf, resolve, textOf } from '../../yaml/read.ts';
import type { Manifest } from '../model.ts';
import type { KubernetesSchema } from '../schema/schema.ts';
import type { SchemaType } from '../schema/types.ts';
import type { Problem } from './problem.ts';
import { integerOf, isPlaceholder, stringOf } from './scalar-type.ts';

/** An object of a manifest with the type that the schema gives it. */
export interface Place {
  readonly manifest: Manifest;
  readonly schema: KubernetesSchema;
  readonly map: YAMLMap;
  readonly type: SchemaType;
  /** Its fields, those of merge keys included. */
  readonly pairs: ReadonlyMap<string, Pair>;
  /** The object that holds it, past lists and maps, and in which of its fields. */
  readonly parent: Place | undefined;
  readonly field: string | undefined;
  /** Where to say that something is missing: the key of the object, or the name of a list's item. */
  readonly owner: Span;
  report(problem: Problem): void;
}

/** What stands in a field, or deeper; aliases are followed. `undefined` where nothing or null is written. */
export function nodeIn(place: Place, field: string, ...path: readonly string[]): Node | undefined {
  const { ast } = place.manifest.document.source;
  let node = resolve(ast, place.pairs.get(field)?.value);
  for (const step of path) node = isMap(node) ? resolve(ast, pairsOf(ast, node).get(step)?.value) : undefined;
  return isEmpty(node) ? undefined : node;
}

/** Whether a field is set. */
export function has(place: Place, field: string, ...path: readonly string[]): boolean {
  return nodeIn(place, field, ...path) !== undefined;
}

/** The text of a scalar, whatever its type; `undefined` for what is filled in later. */
export function textIn(place: Place, field: string, ...path: readonly string[]): string | undefined {
  const node = nodeIn(place, field, ...path);
  return isScalar(node) && !isPlaceholder(node) ? textOf(node) : undefined;
}

/** The string in a field. */
export function stringIn(place: Place, field: string, ...path: readonly string[]): string | undefined {
  return stringOf(nodeIn(place, field, ...path));
}

/** The whole number in a field. */
export function numberIn(place: Place, field: string, ...path: readonly string[]): number | undefined {
  return integerOf(nodeIn(place, field, ...path));
}

/** The nodes of a list; none when there is no list. */
export function itemsIn(place: Place, field: string, ...path: readonly string[]): readonly Node[] {
  const node = nodeIn(place, field, ...path);
  const { ast } = place.manifest.document.source;
  return isSeq(node) ? node.items.map((item) => resolve(ast, item)).filter((item) => item !== undefined) : [];
}

/** The fields of a map by name; none when it is no map. */
export function entriesOf(place: Place, node: Node | undefined): ReadonlyMap<string, Pair> {
  return isMap(node) ? pairsOf(place.manifest.document.source.ast, node) : new Map<string, Pair>();
}

/** The scalar in a field of a node that is a map. */
export function fieldOf(place: Place, node: Node | undefined, field: string): Node | undefined {
  const value = resolve(place.manifest.document.source.ast, entriesOf(place, node).get(field)?.value);
  return isEmpty(value) ? undefined : value;
}

/** Where the key of a field stands; the owner's place when the field is missing. */
export function keyAt(place: Place, field: string, ...path: readonly string[]): Span {
  const { ast } = place.manifest.document.source;
  let pair = place.pairs.get(field);
  for (const step of path) {
    const node = resolve(ast, pair?.value);
    const next = isMap(node) ? pairsOf(ast, node).get(step) : undefined;
    if (!next) break;
    pair = next;
  }
  return (pair && spanOfKey(place.manifest.document, pair)) ?? place.owner;
}

/** Where a node stands, without the white space after it; the fallback for a node without a place. */
export function spanAt(place: Place, node: Node | undefined, fallback: Span = place.owner): Span {
  const span = isNode(node) ? spanOfNode(place.manifest.document, node) : undefined;
  if (!span) return fallback;
  const { text } = place.manifest.document.source;
  const written = text.slice(span.start, span.end).trimEnd();
  return written === '' ? fallback : { start: span.start, end: span.start + written.length };
}

/** The object in a field's path upwards: the nearest enclosing place whose type has one of the names. */
export function enclosingPlace(place: Place, ...names: readonly string[]): Place | undefined {
  let at: Place | undefined = place;
  while (at && !names.includes(at.type.name)) at = at.parent;
  return at;
}

/** A violation as a problem of a rule. */
export function problem(rule: Problem['rule'], violation: Violation, whole = false): Problem {
  return { rule, ...violation, ...(whole && { whole }) };
}
