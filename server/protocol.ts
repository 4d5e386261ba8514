/**
 * What the client and the server say to each other beyond LSP. The only server file that the client imports.
 */
import type { DataName } from './data-files.ts';
import type { Locale } from './locale.ts';
import type { SheetData } from './notes.ts';

export { dataFiles, type DataName } from './data-files.ts';
export type { Locale, Localized } from './locale.ts';
export type { SheetData, SheetEntryData } from './notes.ts';

/** `initializationOptions` of the extension. Other editors may leave all of it out. */
export interface InitializationOptions {
  /** The client has the command `mulgil.openNote`, so hovers may link to it. */
  readonly commandLinks?: boolean;
  /** The client answers {@link readFileRequest} and {@link findFilesRequest}; otherwise the server reads files itself, or not at all in a browser. */
  readonly readsFiles?: boolean;
  /** Languages that another installed extension completes and validates already. */
  readonly servedElsewhere?: readonly string[];
}

/** The first message to the server's worker, before any of LSP: what the server would read beside its bundle if it could. */
export type WorkerData = Readonly<Record<DataName, Uint8Array>>;

/** Settings under `mulgil.` as the editor sends them. */
export interface EditorSettings {
  readonly language?: 'auto' | Locale;
  readonly preset?: 'recommended' | 'all';
  readonly rules?: Readonly<Record<string, unknown>>;
  readonly ignore?: readonly string[];
  readonly completion?: 'auto' | 'on' | 'off';
  readonly navigation?: 'auto' | 'on' | 'off';
  readonly lenses?: 'on' | 'off';
  readonly kubernetes?: { readonly version?: string };
}

/** A note, ready to show, in the content language; `body` is Markdown whose links are official pages or `note:` ids. */
export interface NoteContent {
  readonly id: string;
  readonly locale: Locale;
  readonly title: string;
  readonly docs: string;
  readonly source: string | undefined;
  readonly body: string;
  readonly related: readonly NoteTitle[];
}

/** A note in a list. */
export interface NoteTitle {
  readonly id: string;
  readonly title: string;
}

/** All cheat sheets, in both languages, and the language to show. */
export interface CheatSheets {
  readonly locale: Locale;
  readonly sheets: readonly SheetData[];
}

/** Client to server: the note with an id. Parameters {@link NoteParams}, answer {@link NoteContent} or `null`. */
export const noteRequest = 'mulgil/note';
export interface NoteParams {
  readonly id: string;
}

/** Client to server: every note's id and title, by id. No parameters, answer {@link NoteTitle}[]. */
export const noteTitlesRequest = 'mulgil/noteTitles';

/** Client to server: the id of the note at a position. Parameters `TextDocumentPositionParams`, answer `string` or `null`. */
export const noteAtRequest = 'mulgil/noteAt';

/** Client to server: the cheat sheets. No parameters, answer {@link CheatSheets}. */
export const cheatSheetsRequest = 'mulgil/cheatSheets';

/** Client to server: the content language where no file is concerned. No parameters, answer {@link Locale}. */
export const localeRequest = 'mulgil/locale';

/** Client to server: what a change of the line at a position costs. Parameters `TextDocumentPositionParams`, answer {@link CacheAt} or `null`. */
export const cacheAtRequest = 'mulgil/cacheAt';
export interface CacheAt {
  /** The line, from 0, at whose end the text is shown. */
  readonly line: number;
  /** Plain text. */
  readonly text: string;
  /** Reasons, in Markdown. */
  readonly hoverMarkdown?: string;
}

/** Client to server: a file explained part by part. Parameters {@link ExplainParams}, answer {@link ExplainedFile} or `null`. */
export const explainRequest = 'mulgil/explain';
export interface ExplainParams {
  readonly textDocument: { readonly uri: string };
}
export interface ExplainedFile {
  readonly locale: Locale;
  readonly parts: readonly ExplainedFilePart[];
}
export interface ExplainedFilePart {
  readonly range: LineRange;
  /** The file's own text. */
  readonly source: string;
  /** Plain text: `RUN`. */
  readonly title: string;
  /** Facts about this part, each in Markdown. */
  readonly facts: readonly string[];
  /** The notes' words, in Markdown whose links are official pages or `note:` ids; empty when they stand further up. */
  readonly body: string;
  readonly findings: readonly ExplainedFinding[];
}
export interface ExplainedFinding {
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  /** Plain text. */
  readonly message: string;
  readonly why: string;
  readonly rule: string;
  readonly range: LineRange;
}
/** Lines and UTF-16 characters from 0, as in LSP. */
export interface LineRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Client to server: an open Compose file in other words. Parameters {@link ConvertParams}, answer {@link ConvertedDocument}, or `null` when it is no Compose file or no service stands there. */
export const convertRequest = 'mulgil/convert';
export interface ConvertParams {
  readonly textDocument: { readonly uri: string };
  readonly to: 'kubernetes' | 'docker-run';
  /** For `docker-run`: somewhere in the service. */
  readonly position?: LineRange['start'];
}
export interface ConvertedDocument {
  /** All of it as one document. */
  readonly text: string;
  /** For `kubernetes` the same as files, by their paths from a folder that the user chooses. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** Client to server: a `docker run` command as a service, to be put into an open Compose file. Parameters {@link RunToServiceParams}, answer {@link RunToServiceAnswer} or `null`. */
export const runToServiceRequest = 'mulgil/runToService';
export interface RunToServiceParams {
  readonly textDocument?: { readonly uri: string };
  readonly command: string;
}
/** The service, or why there is none, in the content language. */
export type RunToServiceAnswer =
  | { readonly problem: string }
  | {
      /** As a Compose file of its own. */
      readonly text: string;
      /** What did not come along, in Markdown. */
      readonly remarks: readonly string[];
      /** Into the document of the parameters, at this version; absent where it is none, or not plain to change. */
      readonly edits?: readonly { readonly range: LineRange; readonly newText: string }[];
      readonly version?: number;
    };

/** Server to client: the text of a file. Parameters {@link ReadFileParams}, answer `string` or `null`. */
export const readFileRequest = 'mulgil/readFile';
export interface ReadFileParams {
  readonly uri: string;
}

/** Server to client: the files below a folder that have one of some names. Parameters {@link FindFilesParams}, answer `string[]`, their URIs. */
export const findFilesRequest = 'mulgil/findFiles';
export interface FindFilesParams {
  readonly folder: string;
  /** Globs of file names. */
  readonly names: readonly string[];
  readonly limit: number;
}

/** Server to client: the content language changed, so what is on show should be fetched again. No parameters. */
export const localeChangedNotification = 'mulgil/localeChanged';

/** Server to client: settings or files changed, so that facts about any file may differ. Sent to clients that read files. No parameters. */
export const refreshedNotification = 'mulgil/refreshed';
