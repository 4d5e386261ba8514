import { UIKind, env } from 'vscode';

/** Whether there are terminals: a page in the browser without a remote has no shell behind it. */
export function hasTerminal(): boolean {
  return env.uiKind === UIKind.Desktop || env.remoteName !== undefined;
}
