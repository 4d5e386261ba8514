import type { Event, Position, TextDocument } from 'vscode';
import {
  cheatSheetsRequest,
  localeRequest,
  noteAtRequest,
  noteRequest,
  noteTitlesRequest,
  type CheatSheets,
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
  cheatSheets(): Promise<CheatSheets>;
  /** The content language. */
  locale(): Promise<Locale>;
  /** Everything may read differently now. */
  readonly onDidChange: Event<void>;
}

/** Names the server's requests for notes and cheat sheets. */
export function createLibrary({ request, onDidChange }: Server): Library {
  return {
    note: (id) => request(noteRequest, { id }),
    titles: () => request(noteTitlesRequest),
    noteAt: (document, { line, character }) =>
      request(noteAtRequest, { textDocument: { uri: document.uri.toString() }, position: { line, character } }),
    cheatSheets: () => request(cheatSheetsRequest),
    locale: () => request(localeRequest),
    onDidChange,
  };
}
