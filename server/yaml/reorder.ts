import { isAlias, isCollection, isMap, isNode, isPair, isScalar, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { TextEdit } from '../text/edit.ts';
import { lineAt, nextLineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { columnOf, endOfNode, endOfPair, isShared } from './layout.ts';
import type { YamlDocument } from './parse.ts';
import { keyOf } from './path.ts';

/**
 * Puts the entries of a map or list in another order: whole entries, each with the comments above it that touch it, while the blank lines
 * between stay where they are. `undefined` where a comment could belong to either of two entries, or where an alias would come before its anchor.
 * @param order the entries' indexes in their new order
 */
export function reorder(document: YamlDocument, collection: YAMLMap | YAMLSeq, order: readonly number[]): TextEdit | undefined {
  const items = collection.items as readonly (Pair | Node)[];
  if (isMap(collection) && new Set(collection.items.map(keyOf)).size < items.length) return undefined;
  const from = order.findIndex((index, place) => index !== place);
  if (from < 0 || !keepsAliases(order.map((index) => items[index]))) return undefined;
  const chunks = collection.flow ? flowChunks(document, collection) : blockChunks(document, collection);
  const to = order.findLastIndex((index, place) => index !== place);
  const first = chunks?.[from];
  const last = chunks?.[to];
  if (!chunks || !first || !last || (from === 0 && chunks.isFirstLoose)) return undefined;
  const { text } = document.source;
  let newText = '';
  for (let place = from; place <= to; place++) {
    const chunk = chunks[order[place] ?? -1];
    const here = chunks[place];
    if (!chunk || !here) return undefined;
    newText += text.slice(chunk.start, chunk.end);
    if (place < to) newText += text.slice(here.end, chunks[place + 1]?.start);
  }
  const { start } = document.span;
  return { span: { start: start + first.start, end: start + last.end }, newText };
}

/** The texts of entries, in order. `isFirstLoose`: the comment above the first one may be about the file. */
type Chunks = readonly Span[] & { readonly isFirstLoose?: boolean };

/** In flow style only scalars change places. */
function flowChunks(document: YamlDocument, collection: YAMLMap | YAMLSeq): Chunks | undefined {
  const chunks: Span[] = [];
  for (const item of collection.items as readonly unknown[]) {
    if (!isScalar(item) || !item.range || item.anchor !== undefined || item.tag !== undefined) return undefined;
    chunks.push({ start: item.range[0], end: item.range[1] });
  }
  const { text } = document.source;
  const between = chunks.slice(1).map(({ start }, index) => text.slice(chunks[index]?.end, start));
  return between.some((gap) => gap.includes('#')) ? undefined : chunks;
}

function blockChunks(document: YamlDocument, collection: YAMLMap | YAMLSeq): Chunks | undefined {
  const lines = isMap(collection) ? linesOfMap(document, collection) : linesOfList(document, collection);
  const { text } = document.source;
  if (!lines) return undefined;
  const { column, spans } = lines;
  // The white space at the end of a block scalar may count, and depends on what follows.
  if (spans.some(({ start, end }) => /[|>]\d?\+/.test(text.slice(start, end)) || end === text.length)) {
    if (spans.some(({ start, end }) => /[|>][-+\d]{0,2}[ \t]*(?:#.*)?$/m.test(text.slice(start, end)))) return undefined;
  }
  const chunks: Span[] = [];
  for (const [index, span] of spans.entries()) {
    const before = chunks[index - 1];
    const top = before ? nextLineStart(text, before.end) : commentStart(text, span.start);
    const gap = gapOf(text.slice(top, span.start), column);
    if (!gap) return undefined;
    if (before)
      chunks[index - 1] = { start: before.start, end: gap.belongsAbove > 0 ? trimBreak(text, top + gap.belongsAbove) : before.end };
    chunks.push({ start: span.start - gap.belongsBelow, end: span.end });
  }
  const last = spans.at(-1);
  if (!last || hasTrailingComment(text.slice(nextLineStart(text, last.end)), column)) return undefined;
  const start = chunks[0]?.start ?? 0;
  return Object.assign(chunks, { isFirstLoose: column === 0 && start < (spans[0]?.start ?? 0) && text.slice(0, start).trim() === '' });
}

interface Lines {
  readonly column: number;
  /** From the start of an entry's first line to the end of its last one. */
  readonly spans: readonly Span[];
}

function linesOfMap(document: YamlDocument, map: YAMLMap): Lines | undefined {
  const column = columnOf(document, map);
  const spans: Span[] = [];
  const { text } = document.source;
  for (const pair of map.items) {
    const end = endOfPair(document, pair);
    if (column === undefined || end === undefined || !isNode(pair.key) || !pair.key.range) return undefined;
    const { start } = lineAt(text, pair.key.range[0]);
    if (text.slice(start, pair.key.range[0]).trim() !== '') return undefined;
    spans.push({ start, end });
  }
  return column === undefined ? undefined : { column, spans };
}

function linesOfList(document: YamlDocument, list: YAMLSeq): Lines | undefined {
  if (isShared(document, list)) return undefined;
  const spans: Span[] = [];
  const { text } = document.source;
  let column: number | undefined;
  for (const item of list.items) {
    if (!isNode(item) || !item.range) return undefined;
    const line = lineAt(text, item.range[0]);
    const dash = /^( *)- +$/.exec(text.slice(line.start, item.range[0]));
    const end = lineAt(text, endOfNode(document, item) ?? item.range[1]).end;
    if (!dash || (column !== undefined && column !== dash[1]?.length)) return undefined;
    column = dash[1]?.length;
    spans.push({ start: line.start, end });
  }
  return column === undefined ? undefined : { column, spans };
}

/** The start of the comment lines that stand directly above a line. */
function commentStart(text: string, lineStart: number): number {
  let start = lineStart;
  while (start > 0) {
    const above = lineAt(text, start - 1);
    if (!/^[ \t]*#/.test(text.slice(above.start, above.end))) break;
    start = above.start;
  }
  return start;
}

/** How much of the lines between two entries goes with which: deeper comments with the one above, comments that touch the one below with it. */
function gapOf(gap: string, column: number): { readonly belongsAbove: number; readonly belongsBelow: number } | undefined {
  const lines = gap.split(/(?<=\n)/).filter((line) => line.endsWith('\n'));
  const depth = (line: string): number | undefined => (/^[ \t]*#/.test(line) ? line.search(/#/) : undefined);
  let above = 0;
  let length = 0;
  let rest = 0;
  for (const [index, line] of lines.entries()) {
    const deep = depth(line);
    length += line.length;
    if (deep === undefined || deep <= column) continue;
    above = length;
    rest = index + 1;
  }
  const tail = lines.slice(rest);
  const lastBlank = tail.findLastIndex((line) => depth(line) === undefined);
  // A comment with blank lines on both sides may be the title of all that follows.
  if (lines.slice(0, rest).some((line) => depth(line) !== undefined && (depth(line) ?? 0) <= column)) return undefined;
  if (tail.slice(0, lastBlank + 1).some((line) => depth(line) !== undefined)) return undefined;
  const below = tail.slice(lastBlank + 1);
  if (below.some((line) => depth(line) !== column)) return undefined;
  return { belongsAbove: above, belongsBelow: below.join('').length };
}

/** Whether comments follow the last entry that may belong to it. */
function hasTrailingComment(rest: string, column: number): boolean {
  for (const line of rest.slice(0, 20_000).split('\n')) {
    if (line.trim() === '') continue;
    if (!/^[ \t]*#/.test(line)) return false;
    if (line.search(/#/) >= column) return true;
  }
  return false;
}

function trimBreak(text: string, end: number): number {
  return text.slice(0, end).endsWith('\r\n') ? end - 2 : end - 1;
}

/** Whether every alias still comes after its anchor. */
function keepsAliases(items: readonly (Pair | Node | undefined)[]): boolean {
  const entries = items.map((item) => {
    const anchors = new Set<string>();
    const aliases = new Set<string>();
    const walk = (node: unknown): void => {
      if (isPair(node)) {
        walk(node.key);
        walk(node.value);
      } else if (isAlias(node)) {
        if (!anchors.has(node.source)) aliases.add(node.source);
      } else if (isNode(node)) {
        if (node.anchor !== undefined) anchors.add(node.anchor);
        if (isCollection(node)) node.items.forEach(walk);
      }
    };
    walk(item);
    return { anchors, aliases };
  });
  const known = new Set<string>();
  const all = entries.flatMap(({ anchors }) => [...anchors]);
  if (new Set(all).size < all.length) return false;
  for (const { anchors, aliases } of entries) {
    for (const alias of aliases) if (all.includes(alias) && !known.has(alias)) return false;
    for (const anchor of anchors) known.add(anchor);
  }
  return true;
}
