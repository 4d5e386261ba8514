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

/** The document in which a name was found, and the addresses of the other files of its workspace. */
export interface Where {
  readonly document: TextDocument;
  addressOf(path: string): string | undefined;
}

/** Where the name is defined. */
export function definitions(where: Where, entity: NamedEntity): Location[] {
  return locations(where, entity, ({ role }) => role === 'definition');
}

/** Where the name stands, with or without its definition. */
export function references(where: Where, entity: NamedEntity, includeDeclaration: boolean): Location[] {
  return locations(where, entity, ({ role }) => includeDeclaration || role !== 'definition');
}

function locations(
  { document, addressOf }: Where,
  { occurrences, elsewhere = [] }: NamedEntity,
  isWanted: (occurrence: Pick<Occurrence, 'role'>) => boolean,
): Location[] {
  return [
    ...occurrences.filter(isWanted).map(({ span }) => ({ uri: document.uri, range: rangeOf(document, span) })),
    ...elsewhere.filter(isWanted).flatMap(({ path, range }) => {
      const uri = addressOf(path);
      return uri === undefined ? [] : [{ uri, range }];
    }),
  ];
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
  where: Where,
  entity: NamedEntity | undefined,
  newName: string,
  locale: Locale,
): WorkspaceEdit | null | ResponseError<never> {
  if (!entity?.refuse) return null;
  const refusal = entity.refuse(newName);
  if (refusal) return new ResponseError<never>(ErrorCodes.InvalidParams, refusal[locale]);
  const changes: Record<string, { readonly range: Range; readonly newText: string }[]> = {};
  for (const { uri, range } of locations(where, entity, () => true)) (changes[uri] ??= []).push({ range, newText: newName });
  return { changes };
}
