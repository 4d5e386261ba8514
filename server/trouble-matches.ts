import type { TroubleData } from './notes.ts';

/** Words in a line of output that lead to an entry of troubleshooting. Offsets are in UTF-16 units. */
export interface TroubleMatch {
  /** The entry's id. */
  readonly id: string;
  readonly start: number;
  readonly text: string;
}

/** Longest part of a line that is looked through, in UTF-16 units: nobody reads on, and its cost has an end. */
const lengthLimit = 2000;

/**
 * Makes a function that finds in a line what leads to an entry. Words count as a whole only; single ones as they are written,
 * for Kubernetes writes its states with capitals and names without; phrases in any case, with a colon and any space between their words.
 */
export function troubleMatcher(troubles: readonly TroubleData[]): (line: string) => readonly TroubleMatch[] {
  const ids = new Map<string, string>();
  for (const { id, matches } of troubles) for (const match of matches) if (!ids.has(keyOf(match))) ids.set(keyOf(match), id);
  const all = [...new Set(troubles.flatMap(({ matches }) => matches))];
  const patterns = [
    ...patternsOf(
      all.filter((match) => !isPhrase(match)),
      'gu',
    ),
    ...patternsOf(all.filter(isPhrase), 'giu'),
  ];
  return (line) => {
    const text = line.slice(0, lengthLimit);
    const found = patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ index, 0: match }): TroubleMatch => ({
        id: ids.get(keyOf(match)) ?? '',
        start: index,
        text: match,
      })),
    );
    return withoutOverlaps(found.filter(({ id }) => id !== ''));
  };
}

const isPhrase = (match: string): boolean => /\s/.test(match.trim());

/** The same for all ways to write a phrase; a single word is told from others by its case. */
function keyOf(match: string): string {
  return isPhrase(match) ? match.toLowerCase().replace(/:?\s+/g, ' ').trim() : match;
}

/**
 * Longer ones first, so that the most exact wins. An end that is no letter, as in `<unknown>/`, may have anything beside it.
 * What may stand beside is said once for all that ask for the same: said of each, it would take a fifth of a second to compile.
 */
function patternsOf(matches: readonly string[], flags: string): readonly RegExp[] {
  const groups = new Map<string, { readonly before: string; readonly after: string; readonly words: string[] }>();
  for (const match of matches.map((each) => each.trim()).toSorted((a, b) => b.length - a.length)) {
    const before = /^[\p{L}\p{N}]/u.test(match) ? '(?<![\\p{L}\\p{N}_-])' : '';
    const after = /[\p{L}\p{N}]$/u.test(match) ? '(?![\\p{L}\\p{N}_]|-[\\p{L}\\p{N}])' : '';
    const words = match.split(/:?\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
    const group = groups.get(before + after) ?? { before, after, words: [] };
    group.words.push(words.join(':?[ \\t]+'));
    groups.set(before + after, group);
  }
  return [...groups.values()].map(({ before, after, words }) => new RegExp(`${before}(?:${words.join('|')})${after}`, flags));
}

function withoutOverlaps(found: readonly TroubleMatch[]): readonly TroubleMatch[] {
  const kept: TroubleMatch[] = [];
  for (const match of found.toSorted((a, b) => a.start - b.start || b.text.length - a.text.length)) {
    const last = kept.at(-1);
    if (!last || match.start >= last.start + last.text.length) kept.push(match);
  }
  return kept;
}
