import type { ExplainedFile } from '../../../server/protocol.ts';

/** What is kept of the panel over a restart of VS Code. */
export interface ExplainState {
  /** The address of the file that is explained. */
  readonly uri: string;
}

/** From the page to the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'goTo'; readonly line: number; readonly character: number }
  | { readonly type: 'note'; readonly id: string }
  | { readonly type: 'open'; readonly address: string };

/** From the extension to the page. */
export type ToPage =
  | { readonly type: 'file'; readonly name: string; readonly file: ExplainedFile; readonly state: ExplainState }
  /** The cursor's line in the file, from 0. */
  | { readonly type: 'cursor'; readonly line: number }
  | { readonly type: 'failed' };
