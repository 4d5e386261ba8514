/** Longest pattern that is read; a longer one matches nothing. */
const patternLimit = 1000;

/** A part of a pattern: one character, `*`, `**` and the slash after it, the `**` at a pattern's end, or `{one,other}`. */
type Item =
  | { readonly kind: 'character'; readonly accepts: (character: string) => boolean }
  | { readonly kind: 'star' | 'folders' | 'rest' }
  | { readonly kind: 'either'; readonly options: readonly (readonly Item[])[] };

/** A state of the matcher: which characters it reads and where it goes, and where it goes without reading. */
interface State {
  readonly moves: { readonly accepts: (character: string) => boolean; readonly to: number }[];
  readonly skips: number[];
}

const anything = (): boolean => true;
const noSlash = (character: string): boolean => character !== '/';

/**
 * Reads a glob: `*` and `?` stay inside a folder, `**` crosses folders, `[a-z]` and `[!a-z]` are one character,
 * `{one,other}` is either, `\` takes the next character as it is. A pattern that matches a folder matches all that is in it.
 *
 * The pattern is run as a state machine, not as a regular expression: matching costs at most the pattern's length times
 * the path's, whatever a stranger's configuration holds.
 * @returns whether a path with `/` between folders matches
 */
export function compileGlob(pattern: string): (path: string) => boolean {
  if (pattern.length > patternLimit) return () => false;
  const trimmed = pattern.replace(/^(?:\.\/)+/, '').replace(/\/$/, '');
  const states: State[] = [{ moves: [], skips: [] }]; // the first one is the end of the pattern
  const start = build(readItems(trimmed, { at: 0 }, false), 0, states);
  return (path) => run(states, start, path);
}

function readItems(pattern: string, cursor: { at: number }, inBraces: boolean): readonly Item[] {
  const items: Item[] = [];
  while (cursor.at < pattern.length) {
    const at = cursor.at;
    const character = pattern[at] ?? '';
    if (inBraces && (character === ',' || character === '}')) break;
    cursor.at++;
    if (character === '*') items.push(readStars(pattern, cursor));
    else if (character === '?') items.push({ kind: 'character', accepts: noSlash });
    else if (character === '[') items.push(readClass(pattern, cursor) ?? literal('['));
    else if (character === '{') items.push(readBraces(pattern, cursor) ?? literal('{'));
    else if (character === '\\' && cursor.at < pattern.length) items.push(literal(pattern[cursor.at++] ?? ''));
    else items.push(literal(character));
  }
  return items;
}

function literal(wanted: string): Item {
  return { kind: 'character', accepts: (character) => character === wanted };
}

function readStars(pattern: string, cursor: { at: number }): Item {
  const before = pattern[cursor.at - 2] ?? '/';
  const start = cursor.at;
  while (pattern[cursor.at] === '*') cursor.at++;
  const after = pattern[cursor.at];
  if (cursor.at === start || !'/{,'.includes(before)) return { kind: 'star' };
  if (after === '/') {
    cursor.at++;
    return { kind: 'folders' };
  }
  return { kind: after === undefined || after === ',' || after === '}' ? 'rest' : 'star' };
}

/** `[abc]`, `[a-z]`, `[!a]`, `[^a]`; `undefined` when the bracket is never closed. */
function readClass(pattern: string, cursor: { at: number }): Item | undefined {
  const close = pattern.indexOf(']', cursor.at + 1);
  if (close < 0) return undefined;
  const body = pattern.slice(cursor.at, close);
  cursor.at = close + 1;
  const negated = body.startsWith('!') || body.startsWith('^');
  const ranges = [...(negated ? body.slice(1) : body).matchAll(/([^])-([^])|[^]/g)].map(([single, from, to]) => ({
    from: from ?? single,
    to: to ?? single,
  }));
  return {
    kind: 'character',
    accepts: (character) => character !== '/' && ranges.some(({ from, to }) => from <= character && character <= to) !== negated,
  };
}

/** `{one,other}`; `undefined`, with the cursor where it was, when the brace is never closed. */
function readBraces(pattern: string, cursor: { at: number }): Item | undefined {
  const start = cursor.at;
  const options: (readonly Item[])[] = [];
  if (!isClosed(pattern, start)) return undefined;
  do options.push(readItems(pattern, cursor, true));
  while (pattern[cursor.at++] === ',');
  return { kind: 'either', options };
}

function isClosed(pattern: string, from: number): boolean {
  for (let at = from, depth = 1; at < pattern.length; at++) {
    if (pattern[at] === '\\') at++;
    else if (pattern[at] === '{') depth++;
    else if (pattern[at] === '}' && --depth === 0) return true;
  }
  return false;
}

/** Builds the states of some items from the last to the first. @returns the state to start in */
function build(items: readonly Item[], end: number, states: State[]): number {
  const add = (moves: State['moves'], skips: number[] = []): number => states.push({ moves, skips }) - 1;
  let next = end;
  for (const item of items.toReversed()) {
    if (item.kind === 'character') next = add([{ accepts: item.accepts, to: next }]);
    else if (item.kind === 'either')
      next = add(
        [],
        item.options.map((option) => build(option, next, states)),
      );
    else if (item.kind === 'folders') {
      const inside = states.length;
      add([
        { accepts: anything, to: inside },
        { accepts: (character) => character === '/', to: next },
      ]);
      next = add([], [next, inside]);
    } else next = add([{ accepts: item.kind === 'rest' ? anything : noSlash, to: states.length }], [next]);
  }
  return next;
}

function run(states: readonly State[], start: number, path: string): boolean {
  let current = reach(states, [start]);
  for (let at = 0; at < path.length; at++) {
    const character = path[at] ?? '';
    if (character === '/' && current.has(0)) return true;
    const next: number[] = [];
    for (const state of current) for (const { accepts, to } of states[state]?.moves ?? []) if (accepts(character)) next.push(to);
    if (next.length === 0) return false;
    current = reach(states, next);
  }
  return current.has(0);
}

/** The states and all that they lead to without reading. */
function reach(states: readonly State[], from: readonly number[]): ReadonlySet<number> {
  const reached = new Set(from);
  for (const state of reached) for (const skip of states[state]?.skips ?? []) reached.add(skip); // a set may grow while it is walked
  return reached;
}
