import type { Locale, PageContent } from '../../../server/protocol.ts';
import type { EntryAction } from '../library/messages.ts';

/** What is kept of a note's panel over a restart of VS Code: the notes read in it, the one on show last. */
export interface NoteState {
  readonly trail: readonly string[];
}

/** What the page shows, and what it offers beside it. */
export interface PageView {
  readonly page: PageContent;
  readonly state: NoteState;
  /** Tells whether it is the same as what is on show, so that the page stays where it is. */
  readonly key: string;
  readonly hasBack: boolean;
  readonly hasForward: boolean;
  readonly hasTerminal: boolean;
  /** A tab of its own can be printed; the view in the side bar cannot. */
  readonly canPrint: boolean;
}

/** A page as HTML without anything that does something. */
export interface PrintedPage {
  readonly title: string;
  readonly locale: Locale;
  readonly html: string;
}

/** From the page to the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'note'; readonly id: string }
  | { readonly type: 'back' }
  | { readonly type: 'forward' }
  | { readonly type: 'open'; readonly address: string }
  | ({ readonly type: 'print' } & PrintedPage)
  /** Something is to be done with the code block of this number. */
  | { readonly type: EntryAction; readonly text: string; readonly language: string; readonly block: number };

/** From the extension to the page. */
export type ToPage =
  | ({ readonly type: 'page' } & PageView)
  /** There is nothing to read yet. */
  | { readonly type: 'empty'; readonly locale: Locale }
  | { readonly type: 'failed' }
  /** Asks for the page as it is to be printed. */
  | { readonly type: 'print' }
  | { readonly type: 'done'; readonly action: EntryAction; readonly block: number };
