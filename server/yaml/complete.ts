import type { Span } from '../text/span.ts';
import { lineAt, nextLineStart } from '../text/lines.ts';
import type { Path } from './path.ts';

/** A place in a document where a key is being typed. */
export interface KeyPlace {
  /** The path of the map that will hold the key. List items count as 0: what may stand in them does not depend on their place. */
  readonly path: Path;
  /** The keys that the map has already. */
  readonly present: ReadonlySet<string>;
  /** What is typed of the key so far. */
  readonly typed: string;
  /** The column of the key. */
  readonly column: number;
}

/** What a line opens: a list item or a key, with its column. */
interface Opener {
  readonly column: number;
  /** `undefined` for a list item's dash. */
  readonly key: string | undefined;
}

/**
 * Finds where a half-typed key belongs. A half-typed document does not parse as it is meant, so indentation decides, as it
 * does for the person typing. `undefined` where no key can stand: after a colon, in a comment, in flow style.
 * @param within the document's part of the text
 */
export function keyPlaceAt(text: string, within: Span, offset: number): KeyPlace | undefined {
  const line = lineAt(text, offset);
  const before = /^( *)((?:- +)*)([\w./][\w./-]*)?$/.exec(text.slice(line.start, offset));
  if (!before || !/^[\w./-]*\s*$/.test(text.slice(offset, line.end))) return undefined;
  const [, indent = '', dashes = '', typed = ''] = before;
  const column = indent.length + dashes.length;
  const present = new Set<string>();
  const path: (string | number)[] = [];
  let innermost: Opener = { column, key: typed };
  const attach = (opener: Opener): void => {
    const holds =
      opener.column < innermost.column || (opener.key !== undefined && innermost.key === undefined && opener.column === innermost.column);
    if (holds) {
      path.unshift(opener.key ?? 0);
      innermost = opener;
    } else if (path.length === 0 && opener.column === column && opener.key !== undefined) present.add(opener.key);
  };
  for (const opener of dashesOf(indent.length, dashes).reverse()) attach(opener);
  const isAtRoot = (): boolean => path.length > 0 && innermost.column === 0 && innermost.key !== undefined;
  for (let start = line.start; start > within.start && !isAtRoot();) {
    const above = lineAt(text, start - 1);
    start = above.start;
    for (const opener of openersOf(text.slice(above.start, above.end)).reverse()) attach(opener);
  }
  for (const key of keysBelow(text, line.end, within.end, column)) present.add(key);
  return { path, column, typed, present };
}

/** The dashes and the key with which a line begins; none for blank lines, comments and text. */
function openersOf(line: string): Opener[] {
  const match = /^( *)((?:- +)*)(?:(["']?)([\w./-]+)\3 *:(?=\s|$)|-?\s*$)?/.exec(line);
  if (!match || line.trimStart().startsWith('#')) return [];
  const [whole, indent = '', dashes = '', , key] = match;
  const openers = dashesOf(indent.length, dashes);
  const column = indent.length + dashes.length;
  if (key !== undefined) openers.push({ column, key });
  else if (whole.slice(column).startsWith('-')) openers.push({ column, key: undefined });
  return openers;
}

function dashesOf(indent: number, dashes: string): Opener[] {
  const openers: Opener[] = [];
  let column = indent;
  for (const part of dashes.match(/- +/g) ?? []) {
    openers.push({ column, key: undefined });
    column += part.length;
  }
  return openers;
}

/** The keys of the same map on the lines below. */
function keysBelow(text: string, from: number, to: number, column: number): readonly string[] {
  const keys: string[] = [];
  for (let start = nextLineStart(text, from); start < to; start = nextLineStart(text, start)) {
    const openers = openersOf(text.slice(start, lineAt(text, start).end));
    if (openers.some((opener) => opener.column < column)) break;
    for (const { column: at, key } of openers) if (at === column && key !== undefined) keys.push(key);
  }
  return keys;
}
