/** A file as the pieces that it is parsed in. A piece does not know where it stands, so it outlives edits of its neighbours. */
export interface Piecewise<Piece> {
  /** Stands for this very file, wherever something is remembered of it. */
  readonly token: object;
  /** In their order; pieces that read the same may be the same. */
  readonly pieces: readonly Piece[];
  /** What differs from the file that this one was parsed after. */
  readonly since: Changes<Piece> | undefined;
}

/** What an edit changed. */
export interface Changes<Piece> {
  /** The token of the file before. */
  readonly token: object;
  /** Pieces that were not in it. */
  readonly fresh: readonly Piece[];
  /** Pieces of it that are no more. */
  readonly gone: readonly Piece[];
}

/** What changed between a file and the pieces of its next version. */
export function changesSince<Piece>(previous: Piecewise<Piece>, pieces: readonly Piece[]): Changes<Piece> {
  const before = new Set(previous.pieces);
  const now = new Set(pieces);
  return {
    token: previous.token,
    fresh: [...now].filter((piece) => !before.has(piece)),
    gone: [...before].filter((piece) => !now.has(piece)),
  };
}

/** What something said about the pieces of files, kept from one version of a file to the next. */
export interface Memory<Piece, T> {
  /**
   * What is said about the pieces of a file, for those of which it is worth keeping. Only pieces that are new are asked about.
   * @param key what the answers rest on besides the piece: another key forgets them
   */
  recall(file: Piecewise<Piece>, key: string, ask: (piece: Piece) => T): ReadonlyMap<Piece, T>;
}

/** Makes a memory. @param isWorthKeeping whether an answer says anything at all */
export function createMemory<Piece, T>(isWorthKeeping: (answer: T) => boolean): Memory<Piece, T> {
  const states = new WeakMap<object, { readonly key: string; readonly answers: Map<Piece, T> }>();
  return {
    recall: ({ pieces, token, since }, key, ask) => {
      const known = states.get(token);
      if (known?.key === key) return known.answers;
      const before = since && states.get(since.token);
      const answers = before?.key === key ? before.answers : new Map<Piece, T>();
      for (const gone of since?.gone ?? []) answers.delete(gone);
      for (const piece of before?.key === key ? (since?.fresh ?? []) : new Set(pieces)) {
        const answer = ask(piece);
        if (isWorthKeeping(answer)) answers.set(piece, answer);
      }
      // The version before gives its answers away; should anybody ask about it again, it is looked at anew.
      if (since) states.delete(since.token);
      states.set(token, { key, answers });
      return answers;
    },
  };
}
