import type { Event, Position, TextDocument } from 'vscode';
import {
  cacheAtRequest,
  cheatSheetsRequest,
  explainRequest,
  localeRequest,
  noteAtRequest,
  noteRequest,
  noteTitlesRequest,
  type CacheAt,
  type CheatSheets,
  type ExplainedFile,
  type Locale,
  type NoteContent,
  type NoteTitle,
} from '../server/protocol.ts';
import type { Server } from './server.ts';

/** Notes and cheat sheets, as the server tells them. Every call fails when the server does not run. */
export interface Library {
  note(id: string): Promise<NoteContent | null>;
  titles(): Promise<readonly NoteTitle[]>;
  /** The id of the note on what stands at a position. */
  noteAt(document: TextDocument, position: Position): Promise<string | null>;
  /** What a change of the line at a position costs. */
  cacheAt(document: TextDocument, position: Position): Promise<CacheAt | null>;
  /** An open file explained part by part; `null` when it is none of ours. */
  explain(document: TextDocument): Promise<ExplainedFile | null>;
  cheatSheets(): Promise<CheatSheets>;
  /** The content language. */
  locale(): Promise<Locale>;
  /** Everything may read differently now. */
  readonly onDidChange: Event<void>;
  /** Facts about any open file may differ now. */
  readonly onDidRefresh: Event<void>;
}

/** Names the server's requests for notes and cheat sheets. */
export function createLibrary({ request, onDidChange, onDidRefresh }: Server): Library {
  return {
    note: (id) => request(noteRequest, { id }),
    titles: () => request(noteTitlesRequest),
    noteAt: (document, { line, character }) =>
      request(noteAtRequest, { textDocument: { uri: document.uri.toString() }, position: { line, character } }),
    cacheAt: (document, { line, character }) =>
      request(cacheAtRequest, { textDocument: { uri: document.uri.toString() }, position: { line, character } }),
    explain: (document) => request(explainRequest, { textDocument: { uri: document.uri.toString() } }),
    cheatSheets: () => request(cheatSheetsRequest),
    locale: () => request(localeRequest),
    onDidChange,
    onDidRefresh,
  };
}
