import type { CheatSheets } from '../../../server/protocol.ts';

/** What the user can do with a command of a sheet. */
export type EntryAction = 'copy' | 'insert' | 'terminal';

/** From the page to the extension. An entry is named by its key, so that the page can ask for nothing that no sheet holds. */
export type FromPage =
  { readonly type: 'ready' } | { readonly type: EntryAction; readonly key: string } | { readonly type: 'open'; readonly address: string };

/** From the extension to the page. */
export type ToPage =
  | ({ readonly type: 'sheets'; readonly hasTerminal: boolean } & CheatSheets)
  | { readonly type: 'failed' }
  | { readonly type: 'done'; readonly action: EntryAction; readonly key: string };
