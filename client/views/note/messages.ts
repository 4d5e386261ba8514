import type { NoteContent } from '../../../server/protocol.ts';

/** What is kept of a note's panel over a restart of VS Code: the notes read in it, the one on show last. */
export interface NoteState {
  readonly trail: readonly string[];
}

/** From the page to the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'note'; readonly id: string }
  | { readonly type: 'back' }
  | { readonly type: 'open'; readonly address: string };

/** From the extension to the page. */
export type ToPage = { readonly type: 'note'; readonly note: NoteContent; readonly state: NoteState } | { readonly type: 'failed' };
