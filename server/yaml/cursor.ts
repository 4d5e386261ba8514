import type { Span } from '../text/span.ts';
import { lineAt, nextLineStart } from '../text/lines.ts';
import { readFlow, type Token } from './cursor-flow.ts';
import { openFrame, type Frame } from './cursor-frame.ts';
import type { Jumps } from './cursor-jumps.ts';

/** What is open where a text is cut off, and what its last line holds so far. */
export interface Reading {
  readonly frames: readonly Frame[];
  /** What is being typed inside a flow collection; `undefined` in block style. */
  readonly flow: { readonly token: Token | undefined } | undefined;
  /** The rest of the last line that was not read as dashes: where it begins. */
  readonly rest: number;
  /** The dashes of the last line. */
  readonly dashes: number;
}

/** Whether a value begins a flow collection, a quoted string, … after its anchor and tag. */
const properties = /^(?:[&!][^\s]*[ \t]+)*/;
const blockHeader = /^[|>][+\-\d]{0,3}[ \t]*(?:#.*)?$/;
const keyPattern = /^(?:"([^"\n]*)"|'([^'\n]*)'|([\w./$<][\w./$<>()-]*|-[\w./$<>()-]+))[ \t]*:(?=[ \t]|$)/;

/**
 * Reads a document as far as the cursor, line by line as a person does: what is half typed does not parse as it is meant, so
 * indentation decides. `undefined` inside of a text that goes over several lines.
 * @param jumps what need not be read
 */
export function readUpTo(text: string, { start, end }: Span, jumps?: Jumps): Reading | undefined {
  const frames: Frame[] = [];
  const last = lineAt(text, end).start;
  let line = start;
  while (line <= end) {
    const lineEnd = Math.min(lineAt(text, line).end, end);
    const isLast = line >= last;
    const indent = indentOf(text, line, lineEnd);
    const content = text.slice(line + indent, lineEnd);
    if (!isLast && (content === '' || content.startsWith('#') || (indent === 0 && /^(?:---|\.\.\.|%)/.test(content)))) {
      line = nextLineStart(text, lineEnd);
      continue;
    }
    const at =
      isLast && content.startsWith('---') && indent === 0 ? undefined : readDashes(text, line + indent, lineEnd, line, frames, isLast);
    if (at === undefined) return undefined;
    if (isLast && !/^[{[]/.test(text.slice(at.rest, lineEnd)) && !opensFlow(text, at.rest, lineEnd))
      return { frames, flow: undefined, ...at };
    const next = readEntry(text, at.rest, lineEnd, end, at.rest - line, frames);
    if (next === undefined) return undefined;
    if (typeof next !== 'number') return { frames, flow: next, ...at };
    if (isLast) return undefined; // after a flow collection that is closed
    const jump = jumps?.get(line);
    const top = frames.at(-1);
    if (jump !== undefined && top && hasContent(text, lineEnd, jump)) top.filled = true;
    line = jump ?? next;
    if (line >= end && text[end - 1] !== '\n') break;
  }
  return { frames, flow: undefined, rest: end, dashes: 0 };
}

/** The keys of the block map with its keys in a column, on the lines below an offset. */
export function keysBelow(text: string, from: number, to: number, column: number, jumps?: Jumps): ReadonlyMap<string, string | undefined> {
  const keys = new Map<string, string | undefined>();
  for (let start = nextLineStart(text, from); start < to; start = jumps?.get(start) ?? nextLineStart(text, start)) {
    const end = lineAt(text, start).end;
    let at = start + indentOf(text, start, end);
    if (at === end || text[at] === '#') continue;
    if (at - start < column) break;
    while (at - start < column && text[at] === '-') at += 1 + indentOf(text, at + 1, end);
    if (at - start !== column) continue;
    const key = keyAt(text.slice(at, end));
    if (key) keys.set(key.name, scalarText(text.slice(at + key.length, end)));
  }
  return keys;
}

/** The first line below an offset that is neither blank nor a comment: the column in which it begins, and whether with a dash. */
export interface Below {
  readonly column: number;
  readonly isDash: boolean;
}

/** Looks for {@link Below}. */
export function contentBelow(text: string, from: number, to: number): Below | undefined {
  for (let start = nextLineStart(text, from); start < to; start = nextLineStart(text, start)) {
    const end = lineAt(text, start).end;
    const column = indentOf(text, start, end);
    const at = start + column;
    if (at < end && text[at] !== '#') return { column, isDash: text[at] === '-' && (at + 1 === end || text[at + 1] === ' ') };
  }
  return undefined;
}

/** The key with which a piece of a line begins, and how long it is with its colon. */
export function keyAt(piece: string): { readonly name: string; readonly length: number } | undefined {
  const match = keyPattern.exec(piece);
  return match ? { name: match[1] ?? match[2] ?? match[3] ?? '', length: match[0].length } : undefined;
}

/** The text of a scalar that is written on one line; `undefined` for anything else. */
function scalarText(piece: string): string | undefined {
  const value = piece.trim().replace(properties, '');
  const quoted = /^"([^"\\]*)"|^'([^']*)'/.exec(value);
  if (quoted) return quoted[1] ?? quoted[2];
  if (/^(?:[#"'{[*|>]|$)/.test(value)) return undefined;
  const comment = value.search(/[ \t]#/);
  return (comment < 0 ? value : value.slice(0, comment)).trim();
}

/** How many spaces stand at an offset. */
export function indentOf(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text[at] === ' ') at++;
  return at - from;
}

/** Whether anything but comments stands on lines. */
function hasContent(text: string, start: number, end: number): boolean {
  return /^[ \t]*[^\s#]/m.test(text.slice(start, end));
}

/** Opens the list items that a line begins with. */
function readDashes(
  text: string,
  from: number,
  to: number,
  line: number,
  frames: Frame[],
  isLast: boolean,
): { readonly rest: number; readonly dashes: number } | undefined {
  let at = from;
  let dashes = 0;
  while (text[at] === '-' && at < to && (at + 1 >= to || text[at + 1] === ' ')) {
    const column = at - line;
    close(frames, column, 'list');
    const top = frames.at(-1);
    if (top?.kind === 'list' && top.column === column) {
      top.current = (top.current as number) + 1;
      top.filled = false;
    } else {
      if (isLast && dashes === 0 && !mayHold(top, column, true)) return undefined;
      if (top) top.filled = true;
      frames.push(openFrame('list', column));
    }
    dashes++;
    at++;
    at += indentOf(text, at, to);
  }
  return { rest: at, dashes };
}

/** Whether a new map or list may begin in a column below what is open. A list may stand in the column of its key. */
export function mayHold(top: Frame | undefined, column: number, isList: boolean): boolean {
  return top === undefined || (!top.filled && (top.column < column || (isList && top.kind === 'map' && top.column === column)));
}

/** Closes what ends at a key or dash in a column. */
export function close(frames: Frame[], column: number, kind: Frame['kind']): void {
  for (let top = frames.at(-1); top; top = frames.at(-1)) {
    if (top.column < column || (top.column === column && (kind === 'list' || top.kind === 'map'))) return;
    frames.pop();
  }
}

function opensFlow(text: string, from: number, to: number): boolean {
  const piece = text.slice(from, to);
  const key = keyAt(piece);
  return key !== undefined && /^[ \t]+[{[]/.test(piece.slice(key.length).replace(/^([ \t]+)(?:[&!][^\s]*[ \t]+)*/, '$1'));
}

/**
 * Reads a key with its value, or a scalar.
 * @returns where the next line to read begins, or what is being typed inside of a flow collection; `undefined` inside of a text
 */
function readEntry(
  text: string,
  from: number,
  to: number,
  end: number,
  column: number,
  frames: Frame[],
): number | { readonly token: Token | undefined } | undefined {
  const key = keyAt(text.slice(from, to));
  let owner = frames.at(-1)?.column ?? -1;
  let at = from;
  if (key) {
    close(frames, column, 'map');
    let map = frames.at(-1);
    if (map?.kind !== 'map' || map.column !== column) {
      if (map) map.filled = true;
      frames.push((map = openFrame('map', column)));
    }
    map.current = key.name;
    map.filled = false;
    at += key.length;
    map.keys.set(key.name, scalarText(text.slice(at, to)));
    owner = column;
  }
  while (text[at] === ' ' || text[at] === '\t') at++;
  at += properties.exec(text.slice(at, to))?.[0].length ?? 0;
  const value = text.slice(at, to);
  const top = frames.at(-1);
  if (value === '' || value.startsWith('#')) return nextLineStart(text, to);
  if (top) top.filled = true;
  if (blockHeader.test(value)) return skipDeeper(text, to, end, owner);
  if (value.startsWith('{') || value.startsWith('[')) {
    const depth = frames.length;
    const limit = closesWithin(text, at, to) ? to : flowLimit(text, to, end, owner);
    const { position, token } = readFlow(text, at, limit, frames);
    if (position === undefined && limit >= end) return { token };
    frames.length = Math.min(frames.length, depth);
    return position === undefined ? limit : nextLineStart(text, position);
  }
  const quote = value[0];
  if ((quote === '"' || quote === "'") && !isClosed(value, quote)) return skipQuoted(text, to, end, owner, quote);
  return nextLineStart(text, to);
}

function isClosed(value: string, quote: string): boolean {
  for (let at = 1; at < value.length; at++) {
    if (quote === '"' && value[at] === '\\') at++;
    else if (value[at] === quote) return true;
  }
  return false;
}

function closesWithin(text: string, from: number, to: number): boolean {
  return readFlow(text, from, to, []).position !== undefined;
}

/** The next line that is not deeper than a column; `undefined` when the cursor comes first. */
function skipDeeper(text: string, from: number, end: number, column: number): number | undefined {
  for (let line = nextLineStart(text, from); line <= end; line = nextLineStart(text, line)) {
    const lineEnd = Math.min(lineAt(text, line).end, end);
    const indent = indentOf(text, line, lineEnd);
    const isLast = lineAt(text, end).start <= line;
    if (indent <= column && (isLast || line + indent < lineEnd)) return line;
    if (isLast) return undefined;
    if (line === text.length) break;
  }
  return undefined;
}

/** Like {@link skipDeeper}, but a quote that is never closed ends with its line. */
function skipQuoted(text: string, from: number, end: number, column: number, quote: string): number | undefined {
  const first = nextLineStart(text, from);
  const next = skipDeeper(text, from, end, column);
  const body = text.slice(first, next ?? end);
  const closed = quote === '"' ? /(?:^|[^\\])"/.exec(body) : /'/.exec(body);
  if (!closed) return next === undefined ? undefined : first;
  return nextLineStart(text, lineAt(text, first + closed.index + closed[0].length - 1).end);
}

/** Where a flow collection that is not closed on its line ends at the latest: before a line that is not deeper and closes nothing. */
function flowLimit(text: string, from: number, end: number, column: number): number {
  if (column < 0) return end;
  for (let line = nextLineStart(text, from); line < end; line = nextLineStart(text, line)) {
    const lineEnd = Math.min(lineAt(text, line).end, end);
    const indent = indentOf(text, line, lineEnd);
    if (line + indent < lineEnd && indent <= column && !/[\]},]/.test(text[line + indent] ?? '')) return line;
  }
  return end;
}
