import { Alias, Pair, Scalar, isAlias, isMap, isPair, isScalar, isSeq, type Node, type Schema, type YAMLMap, type YAMLSeq } from 'yaml';

/** A copy of a parsed node, further down in its text. */
function shifted<T>(node: T, by: number): T;
function shifted(node: unknown, by: number): unknown {
  if (by === 0) return node;
  if (isLate(node)) return placed(node.piece, node.start + by);
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

/** A pair that was parsed by itself. */
export interface PairPiece {
  /** Counted from the start of its text. */
  readonly pair: Pair<Node, Node | null>;
  /** The pair where it stood last. */
  late?: LatePair;
}

/** A pair that moves to its place when somebody looks at it: at its key, or at all of it. */
export interface LatePair<Piece extends PairPiece = PairPiece> extends Pair<Node, Node | null> {
  readonly piece: Piece;
  readonly start: number;
}

/** How a {@link LatePair} is made: many are, and a `Pair` takes long to make. */
class Late {
  readonly piece: PairPiece;
  readonly start: number;
  private movedKey: Node | undefined;
  private moved: PairPiece['pair'] | undefined;

  constructor(piece: PairPiece, start: number) {
    this.piece = piece;
    this.start = start;
  }

  get key(): Node {
    return (this.movedKey ??= this.moved?.key ?? shifted(this.piece.pair.key, this.start));
  }

  get value(): Node | null {
    return (this.moved ??= shifted(this.piece.pair, this.start)).value;
  }
}
Object.setPrototypeOf(Late.prototype, new Pair(null));

/** A pair that was parsed by itself, in its place. */
export function latePair<Piece extends PairPiece>(piece: Piece, start: number): LatePair<Piece> {
  return new Late(piece, start) as unknown as LatePair<Piece>;
}

/** The same as {@link latePair}; where the pair stays, the same object as before. */
export function placed<Piece extends PairPiece>(piece: Piece, start: number): LatePair<Piece> {
  const before = piece.late as LatePair<Piece> | undefined;
  return before?.start === start ? before : (piece.late = latePair(piece, start));
}

/** Whether a pair was parsed by itself. */
export function isLate(node: unknown): node is LatePair {
  return node instanceof Late;
}
