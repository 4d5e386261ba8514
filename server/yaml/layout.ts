import { isAlias, isCollection, isMap, isNode, isPair, isScalar, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { lineAt } from '../text/lines.ts';
import type { YamlDocument } from './parse.ts';

/** The column of a block map's keys; `undefined` for maps that cannot be edited line by line. */
export function columnOf(document: YamlDocument, map: YAMLMap): number | undefined {
  if (map.flow || map.items.length === 0 || isShared(document, map)) return undefined;
  const { text } = document.source;
  let column: number | undefined;
  for (const { key } of map.items) {
    if (!isScalar(key) || !key.range || key.anchor !== undefined || key.tag !== undefined) return undefined;
    const line = lineAt(text, key.range[0]);
    const own = key.range[0] - line.start;
    if (!/^ *(?:- +)*$/.test(text.slice(line.start, key.range[0])) || (column !== undefined && own !== column)) return undefined;
    column = own;
  }
  return column;
}

/** The end of the last line of a pair, without its line break; `undefined` when something other than a comment follows on it. */
export function endOfPair(document: YamlDocument, pair: Pair): number | undefined {
  const end = endOfValue(document, pair);
  if (end === undefined) return undefined;
  const line = lineAt(document.source.text, end);
  return /^[ \t]*(?:#.*)?$/.test(document.source.text.slice(end, line.end)) ? line.end : undefined;
}

/** Where a pair's value ends, or its colon when it has none; trailing white space is left out unless it belongs to the value. */
export function endOfValue(document: YamlDocument, { key, value }: Pair): number | undefined {
  if (!isNode(key) || !key.range) return undefined;
  if (!isNode(value)) return key.range[1];
  return endOfNode(document, value);
}

/** Where a node ends; trailing white space is left out unless it belongs to the value. */
export function endOfNode(document: YamlDocument, node: Node): number | undefined {
  if (!node.range) return undefined;
  const { text } = document.source;
  if (isCollection(node) && !node.flow) {
    const last: unknown = node.items.at(-1);
    return isPair(last) ? endOfValue(document, last) : isNode(last) ? endOfNode(document, last) : undefined;
  }
  if (isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')) {
    const body = text.slice(node.range[0], node.range[1]);
    const kept = /^.*\+/.test(body) ? body.replace(/\r?\n$/, '') : body.trimEnd();
    return node.range[0] + kept.length;
  }
  return node.range[1];
}

/** Whether an alias may stand for the node too, because the node or one above it has an anchor: an edit would change both places. */
export function isShared(document: YamlDocument, node: Node): boolean {
  const target = node.range?.[0] ?? 0;
  let at: unknown = document.source.ast.contents;
  for (;;) {
    if (!isNode(at) || isAlias(at)) return true; // the way to the node was not found
    if (at.anchor !== undefined) return true;
    if (at === node) return false;
    if (!isCollection(at)) return true;
    at = childAt(at, node, target);
  }
}

/** The child of a collection on the way to a node; a list of all children would be made anew at each step. */
function childAt({ items }: YAMLMap | YAMLSeq, node: Node, target: number): Node | undefined {
  const leads = (child: unknown): child is Node =>
    isNode(child) && (child === node || (child.range != null && child.range[0] <= target && target < child.range[2]));
  for (const item of items as readonly unknown[]) {
    if (!isPair(item)) {
      if (leads(item)) return item;
    } else if (leads(item.key)) return item.key;
    else if (leads(item.value)) return item.value;
  }
  return undefined;
}

/** Whether the node or one below it has an anchor. */
export function holdsAnchor(node: Node): boolean {
  if (isAlias(node)) return false;
  if (node.anchor !== undefined) return true;
  return isCollection(node) && childrenOf(node).some(holdsAnchor);
}

function childrenOf({ items }: YAMLMap | YAMLSeq): readonly Node[] {
  return items.flatMap((item: unknown) => (isPair(item) ? [item.key, item.value] : [item])).filter(isNode);
}

/** By how many columns the document indents: taken from its first nested map. */
export function stepOf(document: YamlDocument): number {
  const root = document.source.ast.contents;
  for (const pair of isMap(root) ? root.items : []) {
    const inner = isMap(pair.value) && !pair.value.flow ? pair.value.items[0]?.key : undefined;
    if (!inner) continue;
    const { text } = document.source;
    const step = inner.range[0] - lineAt(text, inner.range[0]).start - (pair.key.range[0] - lineAt(text, pair.key.range[0]).start);
    if (step > 0 && step <= 8) return step;
  }
  return 2;
}
