import type { EntryKind } from '../../../../server/protocol.ts';
import type { FromPage, Home } from '../messages.ts';

/** What the page remembers while it is hidden. */
export interface PageState {
  readonly query: string;
  /** The kinds that are asked for; none stands for all. */
  readonly kinds: readonly EntryKind[];
  /** Names of the sections that stand open. */
  readonly open: readonly string[];
  /** Pixels scrolled down. */
  readonly scroll: number;
  /** What was on show last, so that it is there before an answer comes. */
  readonly home: Home | undefined;
}

interface VsCode {
  getState(): Partial<PageState> | undefined;
  setState(state: PageState): void;
  postMessage(message: FromPage): void;
}

declare function acquireVsCodeApi(): VsCode;

const vscode = acquireVsCodeApi();
let state: PageState = { query: '', kinds: [], open: [], scroll: 0, home: undefined, ...vscode.getState() };

/** What was remembered. */
export function remembered(): PageState {
  return state;
}

/** Remembers a part anew. */
export function remember(part: Partial<PageState>): void {
  state = { ...state, ...part };
  vscode.setState(state);
}

/** Sends a message to the extension. */
export function post(message: FromPage): void {
  vscode.postMessage(message);
}
