import { isMap, isNode, type Pair, type YAMLMap } from 'yaml';
import type { Fix, Violation } from '../../rule.ts';
import type { Localized } from '../../locale.ts';
import { spanOfKey, type YamlDocument } from '../../yaml/parse.ts';
import { keyOf } from '../../yaml/path.ts';
import { reorder } from '../../yaml/reorder.ts';

/** The title of every fix that puts entries in order. */
export const orderTitle: Localized = { ko: '순서 바로잡기', en: 'Put in order' };

/** Something that stands before another though it comes after it. */
export interface Misplaced {
  /** The index of the first entry that comes too late. */
  readonly index: number;
  /** The index of the entry that it belongs before. */
  readonly before: number;
  /** The indexes of all entries in their right order. */
  readonly order: readonly number[];
}

/**
 * Finds the first entry that is out of order.
 * @param ranks the place of each entry; entries without one stay where they are
 */
export function misplaced(ranks: readonly (string | number | undefined)[]): Misplaced | undefined {
  const ranked = ranks.flatMap((rank, index) => (rank === undefined ? [] : [{ rank, index }]));
  const wrong = ranked.find(({ rank }, at) => at > 0 && compare(ranked[at - 1]?.rank ?? rank, rank) > 0);
  if (!wrong) return undefined;
  const sorted = ranked.toSorted((a, b) => compare(a.rank, b.rank) || a.index - b.index);
  const places = new Map(ranked.map(({ index }, at) => [index, sorted[at]?.index ?? index]));
  return {
    index: wrong.index,
    before: ranked.find(({ rank }) => compare(rank, wrong.rank) > 0)?.index ?? wrong.index,
    order: ranks.map((_, index) => places.get(index) ?? index),
  };
}

/** Reports the first key of a map that is out of order, with the fix that sorts them all. */
export function reportKeyOrder(
  document: YamlDocument,
  map: YAMLMap,
  rankOf: (key: string, pair: Pair) => string | number | undefined,
  report: (violation: Violation) => void,
): void {
  const ranks = map.items.map((pair) => {
    const key = keyOf(pair);
    return key === undefined || key === '<<' ? undefined : rankOf(key, pair);
  });
  const wrong = misplaced(ranks);
  const pair = wrong && map.items[wrong.index];
  const at = pair && spanOfKey(document, pair);
  const before = wrong && map.items[wrong.before];
  if (!at || !before) return;
  report({
    at,
    data: { key: keyOf(pair) ?? '', before: keyOf(before) ?? '' },
    fix: (): Fix | undefined => {
      const edit = reorder(document, map, wrong.order);
      return edit && { title: orderTitle, edits: [edit] };
    },
  });
}

/** Compares names as people sort them: by letters, numbers by their value. */
function compareNames(a: string, b: string): number {
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Made when it is first needed: its tables take longer to load than all of this code. */
let collator: Intl.Collator | undefined;

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareNames(String(a), String(b));
}

/** The map that a pair of the document holds itself, not by an alias. */
export function ownMap(pair: Pair | undefined): YAMLMap | undefined {
  return pair && isNode(pair.value) && isMap(pair.value) ? pair.value : undefined;
}
