import { Document, Pair, YAMLMap, isCollection, isMap, isNode, isPair, isScalar, type Node, type YAMLError } from 'yaml';
import { detached } from '../text/detached.ts';
import { differenceOf, type Difference } from '../text/difference.ts';
import { nextLineStart } from '../text/lines.ts';
import { outline, outlineEdited, type Section } from './outline.ts';
import { isLate, latePair, placed, type LatePair, type PairPiece } from './shift.ts';

/** The text of an entry and what it parses to. */
interface Piece extends PairPiece {
  readonly text: string;
  /** Where a mapping ends whose last entry it is. */
  readonly end: number;
  /** Whether it ends where a value would stand. Where the parser puts that depends on the next line. */
  readonly isOpen: boolean;
  readonly errors: readonly YAMLError[];
  /** The pieces that it was parsed in itself. */
  readonly inside: Pieces | undefined;
}

/** A text and the pieces that it was parsed in, in order, for the next version of the text. */
export interface Pieces {
  readonly text: string;
  readonly sections: readonly Section[];
  readonly all: readonly LatePair<Piece>[];
}

/** Characters that an entry holds in the mean, from which on it is worth parsing by itself. */
const worthwhile = 40;

/** A document put together from its entries. */
export interface Assembled {
  readonly ast: Document.Parsed;
  readonly pieces: Pieces;
}

type Parse = (text: string) => Document.Parsed;

/**
 * Parses a document whose top is a mapping key by key, and the mappings below these keys entry by entry, so that an edit costs what
 * it touches: what did not change is taken over from `known`, and is moved to where it stands now when somebody looks at it. An entry
 * that is edited is divided in turn, since it will be edited again.
 * @param known the version before
 * @param parse parses a text that stands by itself
 * @param isExact whether the outcome must be that of parsing the document as a whole in all that anybody might see
 * @returns `undefined` for documents that cannot be divided with certainty, or only into crumbs: they are to be parsed as a whole
 */
export function parsePiecewise(text: string, known: Pieces | undefined, parse: Parse, isExact = false): Assembled | undefined {
  const edit = known && differenceOf(known.text, text);
  const sections = (known && edit && outlineEdited(text, known, edit)) ?? outline(text);
  if (!sections || sections.length === 0) return undefined;
  const count = sections.reduce((sum, { entries }) => sum + Math.max(1, entries.length), 0);
  if (count > text.length / worthwhile || (count < 2 && sections[0]?.entries.length === 0)) return undefined;
  const source = takeFrom(text, known, edit, parse, placed);
  const top: Pair[] = [];
  for (const section of sections) {
    const pair = sectionPair(text, section, source);
    if (!pair) return undefined;
    top.push(pair);
  }
  if (isExact && !isSame(text, sections, source)) return undefined;
  const { all } = source;
  const ast = new Document<Node>(undefined, { version: '1.2' });
  ast.contents = mapOf(top, sections[0]?.start ?? 0, source);
  ast.range = [0, text.length, text.length];
  ast.errors = all.flatMap(({ piece, start }) => piece.errors.map((error) => movedError(error, start)));
  return { ast: ast as unknown as Document.Parsed, pieces: { text, sections, all } };
}

function movedError(error: YAMLError, by: number): YAMLError {
  return Object.assign(Object.create(error) as YAMLError, { pos: error.pos.map((at) => at + by) });
}

/** Hands out the pieces of a text in their order. */
interface Source {
  /** Those that were handed out. */
  readonly all: readonly LatePair<Piece>[];
  take(start: number, end: number): LatePair<Piece> | undefined;
}

/**
 * Takes the pieces of a text from its version before where they are the same, and parses the others.
 * @param place puts them in their places
 */
function takeFrom(text: string, known: Pieces | undefined, edit: Difference | undefined, parse: Parse, place: typeof placed): Source {
  const all: LatePair<Piece>[] = [];
  const by = text.length - (known?.text.length ?? 0);
  let next = 0;
  let misses = 0;
  let byText: ReadonlyMap<string, Piece> | undefined;

  /** The piece that stood at an offset of the version before. These are asked for in their order, too. */
  function before(start: number): Piece | undefined {
    while ((known?.all[next]?.start ?? Infinity) < start) next++;
    return known?.all[next]?.start === start ? known.all[next]?.piece : undefined;
  }

  function find(start: number, end: number): Piece | undefined {
    const isAbove = edit && end <= edit.start;
    const isBelow = edit && start >= edit.afterEnd;
    const isEdited = edit && !isBelow && start <= edit.start;
    const piece = isBelow ? before(start - by) : isEdited ? before(start) : undefined;
    if (piece && (isAbove || isBelow) && piece.text.length === end - start) return piece;
    const written = detached(text.slice(start, end));
    // After an edit in one place one piece is new. When there are more, others may have been moved.
    if (known && misses++ > 0) byText ??= new Map(known.all.map((one) => [one.piece.text, one.piece]));
    return byText?.get(written) ?? read(written, piece, parse);
  }

  return {
    all,
    take: (start, end) => {
      const piece = find(start, end);
      const pair = piece && place(piece, start);
      if (pair) all.push(pair);
      return pair;
    },
  };
}

/** Parses an entry; `undefined` when it turns out to be something else, or goes on where an entry should have ended. */
function read(text: string, edited: Piece | undefined, parse: Parse): Piece | undefined {
  const divided = edited && readDivided(text, edited.inside, parse);
  if (divided) return divided;
  const { contents, errors } = parse(text);
  if (!isMap(contents) || contents.items.length !== 1) return undefined;
  // What is left open may be closed further down.
  if (errors.length > 0 && /["'[\]{}]/.test(text)) return undefined;
  const pair = contents.items[0] as Piece['pair'];
  return { text, pair, end: contents.range[1], isOpen: isOpen(pair), errors, inside: undefined };
}

/** Parses an entry whose value is a mapping entry by entry; `undefined` for other ones, and for those with mistakes. */
function readDivided(text: string, known: Pieces | undefined, parse: Parse): Piece | undefined {
  const [section, more] = outline(text, text.search(/\S/)) ?? [];
  if (!section || more || section.entries.length < 2) return undefined;
  const source = takeFrom(text, known, known && differenceOf(known.text, text), parse, latePair);
  const pair = sectionPair(text, section, source);
  const last = source.all.at(-1);
  if (!pair || !last || !isSame(text, [section], source, true)) return undefined;
  const inside = { text, sections: [section], all: source.all };
  return { text, pair: pair as Piece['pair'], end: last.start + last.piece.end, isOpen: false, errors: [], inside };
}

/**
 * Whether the entries of sections make what the text would as a whole. Mistakes may be told in other words; where the parser puts a
 * missing value, and the comments below a mapping, depends on what comes next.
 */
function isSame(text: string, sections: readonly Section[], { all }: Source, isNested = false): boolean {
  if (all.some(({ piece }) => piece.errors.length > 0)) return false;
  const open = new Set(all.flatMap(({ piece, start }) => (piece.isOpen ? [start] : [])));
  return sections.every(({ entries }) =>
    entries.every(({ start, end }, index) => {
      const isLast = index === entries.length - 1;
      const column = isLast ? 0 : text.slice(start, end).search(/\S/);
      return (!open.has(start) || (isLast && !isNested)) && !endsInComment(text, end, column);
    }),
  );
}

function isOpen(pair: Pair): boolean {
  let at: unknown = pair;
  while (isPair(at) || (isCollection(at) && !at.flow)) at = isPair(at) ? at.value : at.items.at(-1);
  return !isNode(at) || isEmptyText(at);
}

function isEmptyText({ range }: Node): boolean {
  return !range || range[0] === range[1];
}

/** Whether the lines above an offset are comments, other than at the start of a line or in a column. */
function endsInComment(text: string, end: number, column: number): boolean {
  for (let at = end; at > 0;) {
    const start = text.lastIndexOf('\n', at - 2) + 1;
    const line = text.slice(start, at);
    const indent = line.search(/\S/);
    if (indent >= 0 && line[indent] !== '#') return false;
    if (indent > 0 && indent !== column) return true;
    at = start;
  }
  return false;
}

/** A section, put together from what stands below its key. */
function sectionPair(text: string, { start, end, entries }: Section, source: Source): Pair | undefined {
  const [first] = entries;
  const head = source.take(start, first ? endOfHead(text, start, first.start) : end);
  if (!head || !first) return head;
  // An anchor or a tag between the key and its value belongs to the whole mapping.
  if (!isBare(head.piece.pair.value)) return undefined;
  const below: Pair[] = [];
  for (const entry of entries) {
    const pair = source.take(entry.start, entry.end);
    if (!pair) return undefined;
    below.push(pair);
  }
  return new Pair(head.key, mapOf(below, first.start + text.slice(first.start).search(/\S/), source));
}

/** Where a key's own line ends: nothing but comments follows. A tab before one may be a mistake. */
function endOfHead(text: string, start: number, end: number): number {
  const own = nextLineStart(text, start);
  return text.slice(own, end).includes('\t') ? end : own;
}

/** A mapping that ends with what was handed out last. */
function mapOf(pairs: Pair[], start: number, { all }: Source): YAMLMap {
  const map = new YAMLMap();
  map.items = pairs;
  const last = all.at(-1);
  const end = last ? last.start + last.piece.end : start;
  map.range = [start, end, end];
  return map;
}

function isBare(value: Node | null): boolean {
  return value === null || (isScalar(value) && isEmptyText(value) && value.anchor === undefined && value.tag === undefined);
}

/** An entry that was parsed by itself: what stands for its text, wherever it moves, and where it begins. */
export interface EntryPlace {
  readonly piece: object;
  readonly start: number;
}

/** Where an entry of a mapping comes from, when it was parsed by itself; what is said about it may be remembered by its piece. */
export function entryPlace(pair: Pair): EntryPlace | undefined {
  return isLate(pair) ? pair : undefined;
}
