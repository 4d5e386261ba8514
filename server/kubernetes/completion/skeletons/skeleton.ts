import type { Localized } from '../../../locale.ts';

/** A piece of a manifest that is offered as a whole. Its body is a snippet, indented by two spaces, lists too. */
export interface Skeleton {
  readonly label: string;
  readonly detail: Localized;
  readonly body: string;
  /** What the `#1`, `#2` … of the body say as comments. */
  readonly comments?: readonly Localized[];
  /** The note that explains it. */
  readonly note: string;
}

/** A piece that belongs into an object of a type. */
export interface Piece extends Skeleton {
  /** The type that holds it, without its version. */
  readonly on: string;
  /** The field that it begins with; absent for what makes a whole list item. */
  readonly field?: string;
}

/** Lines set in by some columns. */
export function indented(columns: number, body: string): string {
  return body.replaceAll(/^(?=.)/gm, ' '.repeat(columns));
}
