import type { FromPage } from '../messages.ts';

/** What the page remembers while it is hidden. */
export interface PageState {
  readonly query: string;
  /** Ids of the sheets that stand open. */
  readonly open: readonly string[];
  /** Pixels scrolled down. */
  readonly scroll: number;
}

interface VsCode {
  getState(): Partial<PageState> | undefined;
  setState(state: PageState): void;
  postMessage(message: FromPage): void;
}

declare function acquireVsCodeApi(): VsCode;

const vscode = acquireVsCodeApi();
let state: PageState = { query: '', open: [], scroll: 0, ...vscode.getState() };

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
