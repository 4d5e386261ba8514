import type { LibraryEntry, Locale, SearchAnswer, SearchParams, Sections } from '../../../server/protocol.ts';

/** What the user can do with an entry that holds a command or a snippet. */
export type EntryAction = 'copy' | 'insert' | 'terminal';

/** What is kept of what the user did in the library. */
export interface Kept {
  /** The newest first. */
  readonly favourites: readonly LibraryEntry[];
  readonly recent: readonly LibraryEntry[];
  /** What is ticked off of checklists: `<checklist>#<item>`. */
  readonly done: readonly string[];
}

/** What the page shows when nothing is searched for. */
export interface Home extends Sections, Kept {
  readonly hasTerminal: boolean;
}

/** From the page to the extension. An entry is named by its id, so that the page can ask for nothing that the library does not hold. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'search'; readonly number: number; readonly query: SearchParams }
  | { readonly type: EntryAction | 'read'; readonly id: string }
  | { readonly type: 'favourite'; readonly id: string; readonly on: boolean }
  | { readonly type: 'tick'; readonly item: string; readonly on: boolean }
  | { readonly type: 'language'; readonly locale: Locale }
  /** Where those begin who have used nothing yet. */
  | { readonly type: 'start'; readonly at: 'walkthrough' | 'sample' }
  | { readonly type: 'open'; readonly address: string };

/** From the extension to the page. */
export type ToPage =
  | { readonly type: 'home'; readonly home: Home }
  | { readonly type: 'kept'; readonly kept: Kept }
  /** The answer to the search of this number. */
  | { readonly type: 'found'; readonly number: number; readonly answer: SearchAnswer }
  | { readonly type: 'failed' }
  | { readonly type: 'done'; readonly action: EntryAction; readonly id: string }
  /** Where a link leads: an entry, or a search. */
  | { readonly type: 'show'; readonly entry: LibraryEntry }
  | { readonly type: 'ask'; readonly query: string };
