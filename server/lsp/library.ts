import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocumentPositionParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { guarded, type Log } from '../lint.ts';
import type { Locale } from '../locale.ts';
import { explainOutput } from '../output/explain-output.ts';
import {
  explainOutputRequest,
  hereRequest,
  localeRequest,
  noteAtRequest,
  noteRequest,
  noteTitlesRequest,
  sampleRequest,
  troublesRequest,
  type ExplainOutputParams,
  type NoteContent,
  type NoteParams,
  type NoteTitle,
  type PageContent,
  type SampleFileContent,
} from '../protocol.ts';
import type { Service } from '../service.ts';
import type { Library, TroubleData } from '../notes.ts';
import type { HoverContent } from '../language.ts';
import type { Place } from '../workspace.ts';
import { turn } from './turn.ts';
import { warmUp } from './warm-up.ts';

/** What the library's requests work with. */
export interface LibraryRequests {
  readonly service: Service;
  readonly documents: TextDocuments<TextDocument>;
  /** The language in which the library is read, and the one of explanations elsewhere. */
  locale(): Locale;
  contentLocale(): Locale;
  placeOf(document: TextDocument): Place;
  readonly log: Log;
}

/** Answers the extension's own requests for notes. */
export function registerLibraryRequests(connection: Connection, requests: LibraryRequests): void {
  const { service, documents, locale, contentLocale, placeOf, log } = requests;
  const { library } = service;
  warmUp(documents, library, log);
  connection.onRequest(noteRequest, ({ id }: NoteParams): NoteContent | null =>
    guarded(() => readNote(library, id, locale()), null, noteRequest, log),
  );
  connection.onRequest(noteTitlesRequest, (): readonly NoteTitle[] =>
    guarded(() => library.ids().map((id) => titleOf(library, id, locale())), [], noteTitlesRequest, log),
  );
  connection.onRequest(localeRequest, (): Locale => guarded(contentLocale, 'en', localeRequest, log));
  connection.onRequest(sampleRequest, (): readonly SampleFileContent[] =>
    guarded(() => library.sample().map(({ path, text }) => ({ path, text: text[contentLocale()] })), [], sampleRequest, log),
  );
  connection.onRequest(troublesRequest, (): readonly TroubleData[] => guarded(() => library.troubles(), [], troublesRequest, log));
  connection.onRequest(explainOutputRequest, ({ text }: ExplainOutputParams): PageContent | null =>
    guarded(() => explainOutput(text, { library, locale: locale() }) ?? null, null, explainOutputRequest, log),
  );
  connection.onRequest(hereRequest, async ({ textDocument, position }: TextDocumentPositionParams): Promise<PageContent | null> => {
    await turn();
    const document = documents.get(textDocument.uri);
    const about = document && service.about(document, position, { locale: locale(), ...placeOf(document) });
    return about ? guarded(() => readHere(library, about, locale()), null, hereRequest, log) : null;
  });
  connection.onRequest(noteAtRequest, async ({ textDocument, position }: TextDocumentPositionParams): Promise<string | null> => {
    await turn();
    const document = documents.get(textDocument.uri);
    return (document && service.noteAt(document, position, { locale: locale(), ...placeOf(document) })) ?? null;
  });
}

function readNote(library: Library, id: string, locale: Locale): NoteContent | null {
  const note = library.note(id, locale);
  if (!note) return null;
  const { title, docs, source, body, diagram } = note;
  const drawing = diagram === undefined ? undefined : library.drawing(diagram, locale);
  return { id, locale, title, docs, source, body, drawing, related: note.related.map((other) => titleOf(library, other, locale)) };
}

/** What a hover says, as something to read: its facts in front of the note, or where there is none, of the official text. */
function readHere(library: Library, about: HoverContent, locale: Locale): PageContent | null {
  const { noteId, title, lead = [], facts = [], counterparts, official } = about;
  const told = [...lead, ...(facts.length > 0 ? [facts.join(' · ')] : []), ...(counterparts === undefined ? [] : [counterparts])];
  const note = noteId === undefined ? null : readNote(library, noteId, locale);
  if (note) return { ...note, facts: told };
  return title === undefined ? null : { locale, title: withoutMarks(title), facts: told, body: official ?? '', related: [] };
}

/** A name in Markdown as plain text. */
function withoutMarks(title: string): string {
  return title.replace(/`|\\(?=[!-/:-@[-`{-~])/g, '');
}

function titleOf(library: Library, id: string, locale: Locale): NoteTitle {
  return { id, title: library.note(id, locale)?.title ?? id };
}
