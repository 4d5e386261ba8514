import type { Span } from '../text/span.ts';
import { lineAt } from '../text/lines.ts';
import { flowKeysAfter } from './cursor-flow.ts';
import type { Frame } from './cursor-frame.ts';
import { close, contentBelow, keyAt, keysBelow, mayHold, readUpTo, type Below, type Reading } from './cursor.ts';
import { jumpsAround, type Jumps } from './cursor-jumps.ts';
import type { Section } from './outline.ts';
import type { Path } from './path.ts';

/** What may be typed at the cursor of a YAML document. */
export interface CursorPlace {
  /**
   * `key`: a key of the map at `path`, or after a dash (`afterDash`) also a scalar; `value`: the scalar at `path`;
   * `item`: an item of the list at `path`, with its dash.
   */
  readonly role: 'key' | 'value' | 'item';
  readonly style: 'block' | 'flow' | 'json';
  readonly path: Path;
  /** The other keys of the map that holds the key or the value, with the texts of those that hold a scalar of one line. */
  readonly siblings: ReadonlyMap<string, string | undefined>;
  /** What is typed of the key or value so far, without its quote. */
  readonly typed: string;
  /** What takes its place: the whole word or value that the cursor touches, on its line. */
  readonly span: Span;
  /** The quote that it begins with; empty for none. */
  readonly quote: string;
  /** The column of the key, or of the key that the value belongs to, or of the dash. */
  readonly column: number;
  /** Whether a space is missing before it: right after a dash or a colon. */
  readonly needsSpace: boolean;
  readonly afterDash: boolean;
  /** Whether a colon follows the key already. */
  readonly hasColon: boolean;
  /** The list that an item with its dash may go on in the same column instead. */
  readonly list: Path | undefined;
}

const wordPattern = /^[\w./$-]*$/;

/**
 * Finds what may be typed at an offset. A half-typed document does not parse as it is meant, so indentation decides, as it does for
 * the person typing. `undefined` in comments, in texts of several lines, and where nothing can stand.
 * @param text the file, with templates masked
 * @param within the document's part of the text
 * @param sections the outline of the text, where one is known
 */
export function placeAtCursor(text: string, within: Span, offset: number, sections?: readonly Section[]): CursorPlace | undefined {
  const jumps = sections && jumpsAround(text, offset, sections);
  const reading = readUpTo(text, { start: within.start, end: offset }, jumps);
  if (!reading) return undefined;
  return reading.flow ? flowPlace(text, within, offset, reading) : blockPlace(text, within, offset, reading, jumps);
}

const nothing: Omit<CursorPlace, 'role' | 'path' | 'siblings' | 'typed' | 'span' | 'column'> = {
  style: 'block',
  quote: '',
  needsSpace: false,
  afterDash: false,
  hasColon: false,
  list: undefined,
};

function blockPlace(
  text: string,
  within: Span,
  offset: number,
  { frames: open, rest, dashes }: Reading,
  jumps?: Jumps,
): CursorPlace | undefined {
  const line = lineAt(text, offset);
  const column = rest - line.start;
  const before = text.slice(rest, offset);
  const after = text.slice(offset, line.end);
  const frames = [...open];
  const key = keyAt(before);
  if (key) {
    const map = mapAt(frames, column);
    if (!map) return undefined;
    const value = valueIn(before, key.length, rest, offset, after);
    const path = [...pathOf(map.outer), key.name];
    const siblings = new Map([...(map.frame?.keys ?? []), ...keysBelow(text, line.end, within.end, column, jumps)]);
    siblings.delete(key.name);
    return value && { ...nothing, ...value, role: 'value', path, siblings, column };
  }
  const needsSpace = dashes > 0 && text[rest - 1] === '-';
  if (!wordPattern.test(before) || before.startsWith('-')) {
    const value = dashes > 0 ? valueIn(` ${before}`, 1, rest - 1, offset, after) : undefined;
    return value && { ...nothing, ...value, role: 'value', path: pathOf(frames), siblings: new Map(), column, afterDash: true };
  }
  const [whole = '', wordRest = '', colon] = /^([\w./-]*)([ \t]*:(?=[ \t]|$))?/.exec(after) ?? [];
  const hasColon = colon !== undefined;
  if (!hasColon && !/^[ \t]*(?:#.*)?$/.test(after.slice(whole.length))) return undefined;
  const word = { typed: before, span: { start: rest, end: offset + wordRest.length }, column, hasColon, needsSpace };
  const below = keysBelow(text, line.end, within.end, column, jumps);
  const next = contentBelow(text, line.end, within.end);
  if (dashes > 0) {
    const dash = frames.at(-1)?.column ?? 0;
    if (next && next.column > dash && (next.column !== column || next.isDash)) return undefined;
    return { ...nothing, ...word, role: 'key', path: pathOf(frames), siblings: below, afterDash: true };
  }
  if (next && next.column > column) return undefined; // those lines would get another parent
  close(frames, column, 'list');
  const top = frames.at(-1);
  const list = top?.kind === 'list' && top.column === column ? pathOf(frames.slice(0, -1)) : undefined;
  if (list) {
    const parent = frames.at(-2);
    if (parent?.kind !== 'map' || parent.column !== column)
      return { ...nothing, ...word, role: 'item', path: list, siblings: new Map(), list };
  }
  const map = mapAt(frames, column);
  if (!map) return undefined;
  const parent = map.outer.at(-1);
  if (!map.frame && next && belongsTo(parent, next)) {
    // What stands below is the rest of what begins here: the keys of a map, or the items of a list.
    if (next.column !== column) return undefined;
    if (next.isDash) return { ...nothing, ...word, role: 'item', path: pathOf(map.outer), siblings: new Map(), list: pathOf(map.outer) };
  }
  if (map.frame && !map.frame.filled && next?.column === column && next.isDash) return undefined; // the items of the key above
  return { ...nothing, ...word, role: 'key', path: pathOf(map.outer), siblings: new Map([...(map.frame?.keys ?? []), ...below]), list };
}

/** Whether a line below belongs to the entry that is being filled. */
function belongsTo(parent: Frame | undefined, next: Below): boolean {
  return next.column > (parent?.column ?? -1) || (next.isDash && parent?.kind === 'map' && next.column === parent.column);
}

/** The open map with its keys in a column, or the place where a new one begins; `undefined` where none can stand. */
function mapAt(frames: Frame[], column: number): { readonly frame: Frame | undefined; readonly outer: readonly Frame[] } | undefined {
  close(frames, column, 'map');
  const top = frames.at(-1);
  if (top?.kind === 'map' && top.column === column) return { frame: top, outer: frames.slice(0, -1) };
  return mayHold(top, column, false) ? { frame: undefined, outer: frames } : undefined;
}

/** The value that follows a colon, as far as it is typed. */
function valueIn(
  before: string,
  colon: number,
  start: number,
  offset: number,
  after: string,
): Pick<CursorPlace, 'typed' | 'span' | 'quote' | 'needsSpace'> | undefined {
  const space = /^[ \t]*(?:![^\s]+[ \t]+)?/.exec(before.slice(colon))?.[0].length ?? 0;
  const typed = before.slice(colon + space);
  const at = start + colon + space;
  const first = typed[0] ?? '';
  if (first === '"' || first === "'") {
    const inside = typed.slice(1);
    if (inside.includes(first)) return undefined;
    const closing = after.indexOf(first);
    const rest = closing < 0 ? (/^[\w./-]*/.exec(after)?.[0].length ?? 0) : closing + 1;
    return { typed: inside, span: { start: at, end: offset + rest }, quote: first, needsSpace: space === 0 };
  }
  if (/[|>&*!{[]/.test(first) || /(?:^|[ \t])#/.test(typed)) return undefined;
  const comment = after.search(/(?:^|[ \t])#/);
  const rest = (comment < 0 ? after : after.slice(0, comment)).trimEnd();
  if (typed === '' && /^[ \t]/.test(rest)) return undefined; // the value stands further on
  return { typed, span: { start: at, end: offset + rest.length }, quote: '', needsSpace: space === 0 };
}

function flowPlace(text: string, within: Span, offset: number, { frames, flow }: Reading): CursorPlace | undefined {
  const top = frames.at(-1);
  const token = flow?.token;
  if (!top || token?.quote === '#' || (top.filled && !token)) return undefined;
  const start = token?.start ?? offset;
  const quote = token?.quote ?? '';
  const typed = text.slice(start + quote.length, offset);
  if (/[\r\n]/.test(typed)) return undefined;
  const line = lineAt(text, offset);
  const after = text.slice(offset, line.end);
  const closing = quote === '' ? -1 : after.indexOf(quote);
  const end = offset + (closing >= 0 ? closing + 1 : (/^[\w./-]*/.exec(after)?.[0].length ?? 0));
  const isKey = top.kind === 'map' && !top.wantsValue;
  const siblings = new Map(top.kind === 'map' ? [...top.keys, ...flowKeysAfter(text, end, within.end)] : []);
  if (!isKey && typeof top.current === 'string') siblings.delete(top.current);
  return {
    ...nothing,
    role: isKey ? 'key' : 'value',
    style: frames[0]?.flow === true ? 'json' : 'flow',
    path: pathOf(isKey ? frames.slice(0, -1) : frames),
    siblings,
    typed,
    span: { start, end },
    quote,
    column: start - line.start,
    needsSpace: !isKey && top.kind === 'map' && text[start - 1] === ':',
    hasColon: /^[ \t]*:/.test(text.slice(end, line.end)),
  };
}

function pathOf(frames: readonly Frame[]): Path {
  return frames.flatMap(({ current }) => current ?? []);
}
