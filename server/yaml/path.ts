import { isAlias, isCollection, isMap, isNode, isPair, isScalar, isSeq, type Document, type Node, type Pair } from 'yaml';
import type { Span } from '../text/span.ts';
import { targetOf } from './alias.ts';
import { spanOfNode, type YamlDocument } from './parse.ts';
import { isLate } from './shift.ts';

/** Keys and indexes from a document's root down to a node. */
export type Path = readonly (string | number)[];

/** What stands at an offset of a document. */
export interface PathAt {
  /** The path of the key's value, or of the value itself. */
  readonly path: Path;
  /** Whether the offset is in a key or in a value: a scalar, or an alias. */
  readonly role: 'key' | 'value';
  readonly span: Span;
  /** The scalar's value, as YAML reads it; of an alias what it stands for, when that is a scalar. */
  readonly value: unknown;
}

/** Deepest nesting that is walked; beyond it nothing is found. */
const depthLimit = 200;

/** The key or scalar at an offset of the file. */
export function pathAt(document: YamlDocument, offset: number): PathAt | undefined {
  const local = offset - document.span.start;
  return document.source.ast.contents ? descend(document, document.source.ast.contents, local, [], 0) : undefined;
}

function descend(document: YamlDocument, node: Node, offset: number, path: Path, depth: number): PathAt | undefined {
  if (depth > depthLimit) return undefined;
  if (isMap(node)) {
    for (const pair of node.items) {
      const key = keyOf(pair);
      if (key === undefined || !isNode(pair.key)) continue;
      const next = [...path, key];
      if (covers(pair.key, offset)) return found(document, pair.key, next, 'key', key);
      if (isNode(pair.value) && covers(pair.value, offset)) return descend(document, pair.value, offset, next, depth + 1);
    }
  } else if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      if (isNode(item) && covers(item, offset)) return descend(document, item, offset, [...path, index], depth + 1);
    }
  } else if (isScalar(node)) return found(document, node, path, 'value', node.value);
  else if (isAlias(node)) {
    const target = targetOf(document.source.ast, node);
    return target && found(document, node, path, 'value', isScalar(target) ? target.value : undefined);
  }
  return undefined;
}

function found(document: YamlDocument, node: Node, path: Path, role: PathAt['role'], value: unknown): PathAt | undefined {
  const span = spanOfNode(document, node);
  return span && { path, role, span, value };
}

function covers(node: Node, offset: number): boolean {
  return node.range != null && node.range[0] <= offset && offset <= node.range[1];
}

/** Whether a span of a text has no line break: a script in a block scalar is no value that a hover explains. */
export function isOneLine(text: string, { start, end }: Span): boolean {
  return !/[\r\n]/.test(text.slice(start, end));
}

/** A pair's key as text; `undefined` for keys that are no scalars. */
export function keyOf(pair: Pair): string | undefined {
  const { key } = isLate(pair) ? pair.piece.pair : pair; // what it says is the same wherever it stands
  if (isScalar(key)) return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
  return undefined;
}

/** What an offset of a document lies inside of, where lines and indentation do not count: a flow collection or a quoted string. */
export function enclosing(ast: Document, offset: number): 'brackets' | 'quotes' | undefined {
  let at: unknown = ast.contents;
  for (;;) {
    if (isScalar(at)) return at.type === 'QUOTE_DOUBLE' || at.type === 'QUOTE_SINGLE' ? 'quotes' : undefined;
    if (!isCollection(at)) return undefined;
    if (at.flow) return 'brackets';
    const children = at.items.flatMap((item: unknown) => (isPair(item) ? [item.key, item.value] : [item]));
    at = children.find((child) => isNode(child) && child.range != null && child.range[0] < offset && offset < child.range[1]);
  }
}
