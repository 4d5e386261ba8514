/** A map or list that is open at the cursor. */
export interface Frame {
  /** The column of its keys or dashes; -1 in flow style. */
  readonly column: number;
  readonly kind: 'map' | 'list';
  readonly flow: boolean;
  /** The keys of a map with the texts of those that hold a scalar of one line. */
  readonly keys: Map<string, string | undefined>;
  /** The key, or the item, that is being filled. */
  current: string | number | undefined;
  /** Whether the current entry has a value already. */
  filled: boolean;
  /** In flow style: whether a value comes next, and not a key. */
  wantsValue: boolean;
}

/** A map or list that has nothing yet. */
export function openFrame(kind: Frame['kind'], column: number, flow = false): Frame {
  return { kind, column, flow, keys: new Map(), current: kind === 'list' ? 0 : undefined, filled: false, wantsValue: false };
}
