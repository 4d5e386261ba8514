import type { Locale } from '../locale.ts';
import type { Library, Note } from '../notes.ts';
import { troubleMatcher } from '../trouble-matches.ts';

/** Stands for a count of init containers, of which the content names the usual ones. */
export const initCount = 'Init:N/M';

/** Finds the entry of troubleshooting on the first of some states, words or messages that has one. */
export type FindEntry = (about: readonly string[]) => Note | undefined;

/** Makes that search: a state of a Pod is looked up as such, anything else as a line of a terminal. */
export function entryFinder(library: Library, locale: Locale): FindEntry {
  const troubles = library.troubles();
  const match = troubleMatcher(troubles);
  const byState = (state: string): string | undefined =>
    troubles.find(({ states }) => states.includes(state) || (state === initCount && states.some((known) => /^Init:\d+\/\d+$/.test(known))))
      ?.id;
  return (about) => {
    for (const word of about) {
      const id = byState(word) ?? match(word)[0]?.id;
      const note = id === undefined ? undefined : library.note(id, locale);
      if (note) return note;
    }
    return undefined;
  };
}
