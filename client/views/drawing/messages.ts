import type { Drawing, Locale } from '../../../server/protocol.ts';

/** What is kept of the panel over a restart of VS Code. */
export interface DrawingState {
  /** The address of the file that is drawn. */
  readonly uri: string;
  /** Whether everything of its workspace is. */
  readonly everything: boolean;
}

/** From the page to the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  /** Go to where a box is written. */
  | { readonly type: 'goTo'; readonly id: string }
  | { readonly type: 'reach'; readonly everything: boolean }
  | { readonly type: 'save'; readonly svg: string };

/** From the extension to the page. */
export type ToPage =
  | { readonly type: 'drawing'; readonly name: string; readonly locale: Locale; readonly drawing: Drawing; readonly state: DrawingState }
  | { readonly type: 'saved' }
  | { readonly type: 'failed' };
