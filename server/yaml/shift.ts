import { Alias, Pair, Scalar, isAlias, isMap, isPair, isScalar, isSeq, type Node, type Schema, type YAMLMap, type YAMLSeq } from 'yaml';

/** A copy of a parsed node, further down in its text. */
export function shifted<T>(node: T, by: number): T;
export function shifted(node: unknown, by: number): unknown {
  if (by === 0) return node;
  if (isPair(node)) return new Pair(shifted(node.key, by), shifted(node.value, by));
  if (isScalar(node)) return moved(Object.assign(new Scalar(node.value), node), by);
  if (isAlias(node)) return moved(Object.assign(new Alias(node.source), node), by);
  if (!isMap(node) && !isSeq(node)) return node;
  const copy = moved(Object.assign(emptyLike(node), node), by);
  copy.items = (node.items as unknown[]).map((item) => shifted(item, by));
  return copy;
}

/** A collection of the same kind, without items. */
function emptyLike(node: YAMLMap | YAMLSeq): YAMLMap | YAMLSeq {
  return new (node.constructor as new (schema?: Schema) => YAMLMap | YAMLSeq)(node.schema);
}

function moved<N extends Node>(copy: N, by: number): N {
  if (copy.range) copy.range = [copy.range[0] + by, copy.range[1] + by, copy.range[2] + by];
  return copy;
}
