import type { Event, Position, TextDocument } from 'vscode';
import {
  cacheAtRequest,
  drawRequest,
  entriesRequest,
  explainOutputRequest,
  explainRequest,
  hereRequest,
  localeRequest,
  noteAtRequest,
  noteRequest,
  noteTitlesRequest,
  readInRequest,
  sampleRequest,
  searchRequest,
  sectionsRequest,
  snippetRequest,
  snippetsRequest,
  troublesRequest,
  type CacheAt,
  type DrawnFile,
  type DrawParams,
  type EntriesParams,
  type ExplainedFile,
  type LibraryEntry,
  type Locale,
  type NoteContent,
  type NoteTitle,
  type PageContent,
  type ReadInParams,
  type SampleFileContent,
  type SearchAnswer,
  type SearchParams,
  type Sections,
  type SnippetContent,
  type SnippetParams,
  type SnippetTitle,
  type TroubleData,
} from '../server/protocol.ts';
import type { Server } from './server.ts';

/** Notes and all else of the library, as the server tells them. Every call fails when the server does not run. */
export interface Library {
  note(id: string): Promise<NoteContent | null>;
  titles(): Promise<readonly NoteTitle[]>;
  /** The id of the note on what stands at a position. */
  noteAt(document: TextDocument, position: Position): Promise<string | null>;
  /** What there is to read about what stands at a position. */
  here(document: TextDocument, position: Position): Promise<PageContent | null>;
  /** What output of kubectl or docker says; `null` when nothing in it can be explained. */
  explainOutput(text: string): Promise<PageContent | null>;
  /** What in a terminal leads to an entry of troubleshooting. */
  troubles(): Promise<readonly TroubleData[]>;
  /** What a change of the line at a position costs. */
  cacheAt(document: TextDocument, position: Position): Promise<CacheAt | null>;
  /** An open file explained part by part; `null` when it is none of ours. */
  explain(document: TextDocument): Promise<ExplainedFile | null>;
  /** An open file as a picture, or all of its workspace; `null` when it is none of ours. */
  draw(document: TextDocument, everything: boolean): Promise<DrawnFile | null>;
  /** Entries that answer a query. */
  search(asked: SearchParams): Promise<SearchAnswer>;
  /** The entries with these ids. */
  entries(ids: readonly string[]): Promise<readonly LibraryEntry[]>;
  sections(): Promise<Sections>;
  /** Chooses the language of reading, whatever the content language is. */
  readIn(locale: Locale): Promise<null>;
  snippets(): Promise<readonly SnippetTitle[]>;
  /** A snippet, and how it goes to a place of a document when one is given. */
  snippet(id: string, at?: SnippetTarget): Promise<SnippetContent | null>;
  /** The files of the workspace to practise in. */
  sample(): Promise<readonly SampleFileContent[]>;
  /** The content language. */
  locale(): Promise<Locale>;
  /** Everything may read differently now. */
  readonly onDidChange: Event<void>;
  /** Facts about any open file may differ now. */
  readonly onDidRefresh: Event<void>;
}

/** A place in a document. */
export interface SnippetTarget {
  readonly document: TextDocument;
  readonly position: Position;
}

/** Names the server's requests for the library. */
export function createLibrary({ request, onDidChange, onDidRefresh }: Server): Library {
  return {
    note: (id) => request(noteRequest, { id }),
    titles: () => request(noteTitlesRequest),
    noteAt: (document, { line, character }) =>
      request(noteAtRequest, { textDocument: { uri: document.uri.toString() }, position: { line, character } }),
    here: (document, { line, character }) =>
      request(hereRequest, { textDocument: { uri: document.uri.toString() }, position: { line, character } }),
    explainOutput: (text) => request(explainOutputRequest, { text }),
    troubles: () => request(troublesRequest),
    cacheAt: (document, { line, character }) =>
      request(cacheAtRequest, { textDocument: { uri: document.uri.toString() }, position: { line, character } }),
    explain: (document) => request(explainRequest, { textDocument: { uri: document.uri.toString() } }),
    draw: (document, everything) =>
      request(drawRequest, { textDocument: { uri: document.uri.toString() }, everything } satisfies DrawParams),
    search: (asked) => request(searchRequest, asked),
    entries: (ids) => request(entriesRequest, { ids } satisfies EntriesParams),
    sections: () => request(sectionsRequest),
    readIn: (locale) => request(readInRequest, { locale } satisfies ReadInParams),
    snippets: () => request(snippetsRequest),
    snippet: (id, at) =>
      request(snippetRequest, {
        id,
        ...(at
          ? { textDocument: { uri: at.document.uri.toString() }, position: { line: at.position.line, character: at.position.character } }
          : {}),
      } satisfies SnippetParams),
    sample: () => request(sampleRequest),
    locale: () => request(localeRequest),
    onDidChange,
    onDidRefresh,
  };
}
