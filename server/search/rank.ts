import type { Locale } from '../locale.ts';
import type { SearchedEntry } from './entries.ts';
import type { EntryKind } from './entry.ts';
import type { Query, QueryWord } from './query.ts';

/** How much a place counts in which a word was found; what lies far apart is never outweighed by the small differences below. */
const points = { prefix: 60, word: 52, inside: 40, keyword: 44, inKeyword: 34, token: 30, command: 24, text: 10 };
/** What counts on top when all of the query stands there as it was typed. */
const wholePoints = { exact: 160, prefix: 70, word: 50, keyword: 50, token: 40 };

/** Of two that were found in the same way, what explains comes before what is looked up. */
const kindPoints: Readonly<Record<EntryKind, number>> = {
  troubleshooting: 5,
  concept: 5,
  question: 4,
  comparison: 4,
  command: 3,
  diagram: 2,
  snippet: -2,
  checklist: 2,
  term: 3,
  reference: 1,
};

/** How well an entry answers a query; `undefined` when a word of the query is nowhere in it. */
export function rank(entry: SearchedEntry, { words, whole }: Query, locale: Locale): number | undefined {
  let sum = 0;
  for (const word of words) {
    const found = rankWord(entry, word, locale);
    if (found === undefined) return undefined;
    sum += found;
  }
  // Short names say more of what was typed, and more is written on what matters.
  const length = Math.min(entry.text(locale).length, 600) / 300 - Math.min(entry.names.indexOf('\n') + 1 || entry.names.length, 50) / 25;
  return sum / Math.max(1, words.length) + (whole ? rankWhole(entry, whole) : 0) + kindPoints[entry.kind] + (entry.listed ? 6 : 0) + length;
}

function rankWord(entry: SearchedEntry, word: QueryWord, locale: Locale): number | undefined {
  const { anywhere } = word;
  if (anywhere.test(entry.names)) {
    if (word.first.test(entry.names)) return points.prefix;
    return word.wordStart.test(entry.names) ? points.word : points.inside;
  }
  if (anywhere.test(entry.keywords)) return word.line.test(entry.keywords) ? points.keyword : points.inKeyword;
  if (anywhere.test(entry.command)) return word.token.test(entry.command) ? points.token : points.command;
  return anywhere.test(entry.text(locale)) ? points.text : undefined;
}

function rankWhole({ names, keywords, command }: SearchedEntry, whole: QueryWord): number {
  if (whole.anywhere.test(names)) {
    if (whole.line.test(names)) return wholePoints.exact;
    if (whole.first.test(names)) return wholePoints.prefix;
    if (whole.wordStart.test(names)) return wholePoints.word;
  }
  if (whole.line.test(keywords)) return wholePoints.keyword;
  return whole.token.test(command) ? wholePoints.token : 0;
}

/** What an entry loses for each of its kind that stands before it, so that no kind fills the list. */
const crowding = 10;

/** An entry with its rank. */
export interface Ranked {
  readonly entry: SearchedEntry;
  readonly score: number;
}

/** The best first, kinds mixed: each entry of a kind makes the next of it wait a little for the others. */
export function balance(ranked: readonly Ranked[], limit: number): readonly SearchedEntry[] {
  const queues = new Map<EntryKind, Ranked[]>();
  for (const one of [...ranked].sort((a, b) => b.score - a.score)) {
    const queue = queues.get(one.entry.kind);
    if (queue) queue.push(one);
    else queues.set(one.entry.kind, [one]);
  }
  const taken = new Map<EntryKind, number>();
  const chosen: SearchedEntry[] = [];
  while (chosen.length < limit) {
    let best: { readonly kind: EntryKind; readonly one: Ranked; readonly value: number } | undefined;
    for (const [kind, queue] of queues) {
      const before = taken.get(kind) ?? 0;
      const one = queue[before];
      const value = (one?.score ?? 0) - before * crowding;
      if (one && (!best || value > best.value)) best = { kind, one, value };
    }
    if (!best) break;
    chosen.push(best.one.entry);
    taken.set(best.kind, (taken.get(best.kind) ?? 0) + 1);
  }
  return chosen;
}
