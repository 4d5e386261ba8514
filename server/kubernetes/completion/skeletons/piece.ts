import type { Localized } from '../../../locale.ts';

/** A piece of a manifest that is offered as a whole. Its body is a snippet, indented by two spaces, lists too. */
export interface Piece {
  /** The type that holds it, without its version. */
  readonly on: string;
  /** The field that it begins with; absent for what makes a whole list item. */
  readonly field?: string;
  readonly label: string;
  readonly detail: Localized;
  readonly body: string;
  /** The note that explains it. */
  readonly note: string;
}

/** Lines set in by some columns. */
export function indented(columns: number, body: string): string {
  return body.replaceAll(/^(?=.)/gm, ' '.repeat(columns));
}
