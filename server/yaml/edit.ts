import { isMap, isNode, isScalar, type Pair, type YAMLMap } from 'yaml';
import type { TextEdit } from '../text/edit.ts';
import { lineAt, lineBreakOf, nextLineStart } from '../text/lines.ts';
import { columnOf, endOfPair, endOfValue, holdsAnchor, isShared, stepOf } from './layout.ts';
import type { YamlDocument } from './parse.ts';
import { keyOf } from './path.ts';
import { isEmpty } from './read.ts';
import { plainOrQuoted } from './scalar.ts';

/** A key with what it shall hold: a text, a number or a truth value, a list of texts, or keys of its own. Texts are quoted where YAML demands it. */
export type Entry = readonly [key: string, value: string | number | boolean | TextList | readonly Entry[]];

/** A list of texts; where there is a list already, nothing is merged into it. */
export interface TextList {
  readonly items: readonly string[];
}

/**
 * Puts an entry into a block map: after the pair with the key `after`, or else at its end. Comments, blank lines and the rest of the
 * file stay as they are. `undefined` where that is not plain to do: in flow style, in what an alias shares, beside keys of odd shape.
 */
export function insertEntry(document: YamlDocument, map: YAMLMap, entry: Entry, after?: string): TextEdit | undefined {
  const column = columnOf(document, map);
  const before = after === undefined ? undefined : map.items.findLast((pair) => keyOf(pair) === after);
  const pair = before ?? map.items.at(-1);
  const end = pair && endOfPair(document, pair);
  if (column === undefined || end === undefined) return undefined;
  return insertLines(document, end, render([entry], column, stepOf(document)));
}

/** Puts an entry above the first key of the block map that `parent` holds, and above the comments there. */
export function insertFirst(document: YamlDocument, parent: Pair, entry: Entry): TextEdit | undefined {
  const map = parent.value;
  const key = parent.key;
  if (!isMap(map) || !isNode(key) || !key.range || map.anchor !== undefined || map.tag !== undefined) return undefined;
  const column = columnOf(document, map);
  const { text } = document.source;
  const line = lineAt(text, key.range[1]);
  if (column === undefined || (map.range?.[0] ?? 0) <= line.end || !/^\s*:\s*(?:#.*)?$/.test(text.slice(key.range[1], line.end)))
    return undefined;
  return insertLines(document, line.end, render([entry], column, stepOf(document)));
}

/**
 * Makes what a pair holds include the entries: keys that are missing are added at the end, other texts replaced, maps entered.
 * `undefined` when one of these steps is not plain to do.
 */
export function mergeEntries(document: YamlDocument, pair: Pair, entries: readonly Entry[]): readonly TextEdit[] | undefined {
  const map = pair.value;
  if (isVacant(map)) {
    const edit = fill(document, pair, entries);
    return edit && [edit];
  }
  if (!isMap(map)) return undefined;
  const edits: TextEdit[] = [];
  const missing: Entry[] = [];
  for (const entry of entries) {
    const [key, value] = entry;
    const there = map.items.findLast((item) => keyOf(item) === key);
    const made = there ? mergeValue(document, there, value) : [];
    if (!made) return undefined;
    if (!there) missing.push(entry);
    edits.push(...made);
  }
  if (missing.length === 0) return edits;
  const column = columnOf(document, map);
  const last = map.items.at(-1);
  const end = last && endOfPair(document, last);
  if (column === undefined || end === undefined) return undefined;
  return [...edits, insertLines(document, end, render(missing, column, stepOf(document)))];
}

/** Replaces the scalar that a pair holds; nothing to do when it says the same already. */
export function replaceText(document: YamlDocument, pair: Pair, value: string | number | boolean): readonly TextEdit[] | undefined {
  const node = pair.value;
  if (!isScalar(node) || !node.range || node.anchor !== undefined || node.tag !== undefined || isShared(document, node)) return undefined;
  if (node.value === value) return [];
  const [start, end] = node.range;
  const old = document.source.text.slice(start, end);
  if (old === '' || /[\r\n]/.test(old)) return undefined;
  // Beside a key in double quotes, as in JSON, texts are quoted too.
  const isQuoted = isScalar(pair.key) && pair.key.type === 'QUOTE_DOUBLE' && typeof value === 'string';
  return [edit(document, start, end, isQuoted ? JSON.stringify(value) : written(value))];
}

/** Deletes a pair of a block map with its lines, unless it is the only one; a comment at the end of its last line stays, on a line of its own. */
export function deletePair(document: YamlDocument, map: YAMLMap, pair: Pair): TextEdit | undefined {
  const column = columnOf(document, map);
  const end = endOfPair(document, pair);
  const anchored = [pair.key, pair.value].some((node) => isNode(node) && holdsAnchor(node));
  if (column === undefined || end === undefined || anchored || map.items.length < 2 || !isNode(pair.key) || !pair.key.range)
    return undefined;
  const { text } = document.source;
  const start = lineAt(text, pair.key.range[0]).start;
  // In a list item the first key shares its line with the dash.
  if (text.slice(start, pair.key.range[0]).trim() !== '') return undefined;
  const tail = text.slice(endOfValue(document, pair) ?? end, end);
  const comment = tail.indexOf('#', tail.lastIndexOf('\n') + 1);
  if (comment >= 0) return edit(document, start, end - (tail.length - comment), ' '.repeat(column));
  const next = nextLineStart(text, end);
  // At the top of the file the blank lines below the pair would be left over.
  const blank = start === 0 ? (/^(?:[ \t]*\r?\n)*/.exec(text.slice(next))?.[0].length ?? 0) : 0;
  return edit(document, start, next + blank, '');
}

/** Whether nothing is there to be kept: no value, or an empty map in flow style. */
export function isVacant(node: unknown): boolean {
  if (node != null && !isNode(node)) return false;
  if (node?.anchor !== undefined || node?.tag !== undefined) return false;
  return isEmpty(node) || (isMap(node) && node.flow === true && node.items.length === 0);
}

/** Gives entries to a pair without a value. */
function fill(document: YamlDocument, pair: Pair, entries: readonly Entry[]): TextEdit | undefined {
  const { key, value } = pair;
  if (!isNode(key) || !key.range || isShared(document, key)) return undefined;
  const { text } = document.source;
  const line = lineAt(text, key.range[0]);
  const column = key.range[0] - line.start;
  if (!/^ *(?:- +)*$/.test(text.slice(line.start, key.range[0]))) return undefined;
  const rest = /^( *:)([ \t]*(?:\{ *\}|null|~)|)([ \t]*(?:#.*)?)$/.exec(text.slice(key.range[1], line.end));
  if (!rest || (isNode(value) && (value.range?.[1] ?? 0) > line.end)) return undefined;
  const step = stepOf(document);
  const start = key.range[1] + (rest[1]?.length ?? 0);
  const comment = rest[3]?.trim() ?? '';
  const lines = render(entries, column + step, step);
  const lineBreak = lineBreakOf(text);
  return edit(document, start, line.end, (comment === '' ? '' : ` ${comment}`) + lines.map((line) => lineBreak + line).join(''));
}

function mergeValue(document: YamlDocument, there: Pair, value: Entry[1]): readonly TextEdit[] | undefined {
  if (isScalarValue(value)) return replaceText(document, there, value);
  return isTextList(value) ? undefined : mergeEntries(document, there, value);
}

/** The lines of entries, indented. */
function render(entries: readonly Entry[], column: number, step: number): readonly string[] {
  return entries.flatMap(([key, value]) => {
    const start = `${' '.repeat(column)}${plainOrQuoted(key)}:`;
    if (isScalarValue(value)) return [`${start} ${written(value)}`];
    if (isTextList(value)) return [start, ...value.items.map((item) => `${' '.repeat(column + step)}- ${plainOrQuoted(item)}`)];
    return [start, ...render(value, column + step, step)];
  });
}

function isTextList(value: TextList | readonly Entry[]): value is TextList {
  return 'items' in value;
}

function isScalarValue(value: Entry[1]): value is string | number | boolean {
  return typeof value !== 'object';
}

function written(value: string | number | boolean): string {
  return typeof value === 'string' ? plainOrQuoted(value) : String(value);
}

/** New lines after the line that ends at an offset. */
function insertLines(document: YamlDocument, lineEnd: number, lines: readonly string[]): TextEdit {
  const lineBreak = lineBreakOf(document.source.text);
  return edit(document, lineEnd, lineEnd, lines.map((line) => lineBreak + line).join(''));
}

function edit(document: YamlDocument, start: number, end: number, newText: string): TextEdit {
  const { start: offset } = document.span;
  return { span: { start: offset + start, end: offset + end }, newText };
}
