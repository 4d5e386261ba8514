import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocumentPositionParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { guarded, type Log } from '../lint.ts';
import type { Locale } from '../locale.ts';
import {
  cheatSheetsRequest,
  localeRequest,
  noteAtRequest,
  noteRequest,
  noteTitlesRequest,
  type CheatSheets,
  type NoteContent,
  type NoteParams,
  type NoteTitle,
} from '../protocol.ts';
import type { Service } from '../service.ts';
import type { Library } from '../notes.ts';
import type { Place } from '../workspace.ts';

/** What the library's requests work with. */
export interface LibraryRequests {
  readonly service: Service;
  readonly documents: TextDocuments<TextDocument>;
  locale(): Locale;
  placeOf(document: TextDocument): Place;
  turn(): Promise<void>;
  readonly log: Log;
}

/** Answers the extension's own requests for notes and cheat sheets. */
export function registerLibraryRequests(connection: Connection, { service, documents, locale, placeOf, turn, log }: LibraryRequests): void {
  const { library } = service;
  connection.onRequest(noteRequest, ({ id }: NoteParams): NoteContent | null =>
    guarded(() => readNote(library, id, locale()), null, noteRequest, log),
  );
  connection.onRequest(noteTitlesRequest, (): readonly NoteTitle[] =>
    guarded(() => library.ids().map((id) => titleOf(library, id, locale())), [], noteTitlesRequest, log),
  );
  connection.onRequest(cheatSheetsRequest, (): CheatSheets =>
    guarded(() => ({ locale: locale(), sheets: library.sheets() }), { locale: locale(), sheets: [] }, cheatSheetsRequest, log),
  );
  connection.onRequest(localeRequest, (): Locale => guarded(locale, 'en', localeRequest, log));
  connection.onRequest(noteAtRequest, async ({ textDocument, position }: TextDocumentPositionParams): Promise<string | null> => {
    await turn();
    const document = documents.get(textDocument.uri);
    return (document && service.noteAt(document, position, { locale: locale(), ...placeOf(document) })) ?? null;
  });
}

function readNote(library: Library, id: string, locale: Locale): NoteContent | null {
  const note = library.note(id, locale);
  return note ? { ...note, locale, related: note.related.map((other) => titleOf(library, other, locale)) } : null;
}

function titleOf(library: Library, id: string, locale: Locale): NoteTitle {
  return { id, title: library.note(id, locale)?.title ?? id };
}
