import { Document, Pair, YAMLMap, isMap, isScalar, type Node, type YAMLError } from 'yaml';
import { outline } from './outline.ts';
import { shifted } from './shift.ts';

/** The text of an entry and what it parses to, counted from its start. */
interface Piece {
  readonly text: string;
  readonly pair: Pair<Node, Node | null>;
  readonly errors: readonly YAMLError[];
  /** The pair where it stood last. */
  placed: { readonly start: number; readonly pair: Pair<Node, Node | null> };
}

/** What the entries of a document parse to, for the next version of the document. */
export type Pieces = ReadonlyMap<string, Piece>;

/** Characters that an entry holds in the mean, from which on it is worth parsing by itself. */
const worthwhile = 40;

/** A document put together from its entries. */
export interface Assembled {
  readonly ast: Document.Parsed;
  readonly pieces: Pieces;
}

/**
 * Parses a document whose top is a mapping key by key, and the mappings below these keys entry by entry, so that an edit costs what
 * it touches: what did not change is taken over from `known`, and is moved to where it stands now when somebody looks at it.
 * @param parse parses a text that stands by itself
 * @returns `undefined` for documents that cannot be divided with certainty, or only into crumbs: they are to be parsed as a whole
 */
export function parsePiecewise(text: string, known: Pieces | undefined, parse: (text: string) => Document.Parsed): Assembled | undefined {
  const sections = outline(text);
  if (!sections || sections.length === 0) return undefined;
  const count = sections.reduce((sum, { entries }) => sum + Math.max(1, entries.length), 0);
  if (count > text.length / worthwhile) return undefined;
  const pieces = new Map<string, Piece>();
  const errors: YAMLError[] = [];

  function entry(start: number, end: number): Entry | undefined {
    const written = text.slice(start, end);
    const piece = pieces.get(written) ?? known?.get(written) ?? read(written, parse);
    if (!piece) return undefined;
    pieces.set(written, piece);
    for (const error of piece.errors) {
      const moved = Object.create(error) as YAMLError;
      errors.push(Object.assign(moved, { pos: error.pos.map((at) => at + start) }));
    }
    return { pair: new LatePair(piece, start), end: start + endOf(piece.pair), value: piece.pair.value };
  }

  const top: Entry[] = [];
  for (const { start, end, entries } of sections) {
    const [first] = entries;
    const head = entry(start, first?.start ?? end);
    if (!head) return undefined;
    if (!first) {
      top.push(head);
      continue;
    }
    const below = entries.map((span) => entry(span.start, span.end)).filter((each) => each !== undefined);
    // An anchor or a tag between the key and its value belongs to the whole mapping.
    if (below.length < entries.length || !isBare(head.value)) return undefined;
    const map = mapOf(below, first.start + text.slice(first.start).search(/\S/));
    top.push({ pair: new Pair(head.pair.key, map), end: map.range?.[2] ?? end, value: map });
  }
  const ast = new Document<Node>(undefined, { version: '1.2' });
  ast.contents = mapOf(top, sections[0]?.start ?? 0);
  ast.range = [0, text.length, text.length];
  ast.errors = errors;
  return { ast: ast as unknown as Document.Parsed, pieces };
}

/** Parses an entry; `undefined` when it turns out to be something else, or goes on where an entry should have ended. */
function read(text: string, parse: (text: string) => Document.Parsed): Piece | undefined {
  const { contents, errors } = parse(text);
  if (!isMap(contents) || contents.items.length !== 1) return undefined;
  // What is left open may be closed further down.
  if (errors.length > 0 && /["'[\]{}]/.test(text)) return undefined;
  const pair = contents.items[0] as Pair<Node, Node | null>;
  return { text, pair, errors, placed: { start: 0, pair } };
}

/** An entry of a mapping, with where it ends and its value before it was moved. */
interface Entry {
  readonly pair: Pair;
  readonly end: number;
  readonly value: Node | null;
}

function mapOf(entries: readonly Entry[], start: number): YAMLMap {
  const map = new YAMLMap();
  map.items = entries.map(({ pair }) => pair);
  const end = entries.at(-1)?.end ?? start;
  map.range = [start, end, end];
  return map;
}

function endOf({ key, value }: Piece['pair']): number {
  return value?.range?.[2] ?? key.range?.[2] ?? 0;
}

function isBare(value: Node | null): boolean {
  return value === null || (isScalar(value) && value.anchor === undefined && value.tag === undefined);
}

/** A pair that takes its place when somebody looks at it: its key, or all of it. */
class LatePair extends Pair {
  readonly piece: object;
  readonly start: number;

  constructor(piece: Piece, start: number) {
    super(undefined, undefined);
    this.piece = piece;
    this.start = start;
    let key: Node | undefined;
    let placed: Piece['pair'] | undefined;
    const place = (): Piece['pair'] => {
      if (!placed) {
        if (piece.placed.start !== start) piece.placed = { start, pair: shifted(piece.pair, start) };
        placed = piece.placed.pair;
      }
      return placed;
    };
    const placeKey = (): Node => (key ??= piece.placed.start === start ? piece.placed.pair.key : shifted(piece.pair.key, start));
    Object.defineProperty(this, 'key', { enumerable: true, configurable: true, get: placeKey });
    Object.defineProperty(this, 'value', { enumerable: true, configurable: true, get: () => place().value });
  }
}

/** An entry that was parsed by itself: what stands for its text, wherever it moves, and where it begins. */
export interface EntryPlace {
  readonly piece: object;
  readonly start: number;
}

/** Where an entry of a mapping comes from, when it was parsed by itself; what is said about it may be remembered by its piece. */
export function entryPlace(pair: Pair): EntryPlace | undefined {
  return pair instanceof LatePair ? pair : undefined;
}
