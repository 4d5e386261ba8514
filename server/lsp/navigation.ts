import {
  DocumentHighlightKind,
  ErrorCodes,
  ResponseError,
  type DocumentHighlight,
  type Location,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { NamedEntity, Occurrence } from '../language.ts';
import type { Locale } from '../locale.ts';
import { rangeOf } from '../text/span.ts';

/** Where the name is defined. */
export function definitions(document: TextDocument, { occurrences }: NamedEntity): Location[] {
  return locations(
    document,
    occurrences.filter(({ role }) => role === 'definition'),
  );
}

/** Where the name stands, with or without its definition. */
export function references(document: TextDocument, { occurrences }: NamedEntity, includeDeclaration: boolean): Location[] {
  return locations(
    document,
    occurrences.filter(({ role }) => includeDeclaration || role !== 'definition'),
  );
}

function locations(document: TextDocument, occurrences: readonly Occurrence[]): Location[] {
  return occurrences.map(({ span }) => ({ uri: document.uri, range: rangeOf(document, span) }));
}

/** The name's occurrences, the definition as what is written, the others as what is read. */
export function highlights(document: TextDocument, { occurrences }: NamedEntity): DocumentHighlight[] {
  return occurrences.map(({ span, role }) => ({
    range: rangeOf(document, span),
    kind: role === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

/** The name that a rename would change, or `null` where nothing can be renamed. */
export function renameRange(document: TextDocument, entity: NamedEntity | undefined): Range | null {
  return entity?.refuse ? rangeOf(document, entity.at) : null;
}

/** The edits of a rename, or why the new name will not do. */
export function rename(
  document: TextDocument,
  entity: NamedEntity | undefined,
  newName: string,
  locale: Locale,
): WorkspaceEdit | null | ResponseError<never> {
  if (!entity?.refuse) return null;
  const refusal = entity.refuse(newName);
  if (refusal) return new ResponseError<never>(ErrorCodes.InvalidParams, refusal[locale]);
  return { changes: { [document.uri]: entity.occurrences.map(({ span }) => ({ range: rangeOf(document, span), newText: newName })) } };
}
