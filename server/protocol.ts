/**
 * What the client and the server say to each other beyond LSP. The only server file that the client imports.
 */
import type { DataName } from './data-files.ts';
import type { Drawing } from './drawing/drawing.ts';
import type { Locale } from './locale.ts';
import type { SnippetLanguage, SnippetPlace } from './snippets/snippet.ts';
import type { EntryKind, LibraryEntry, LibrarySection } from './search/entry.ts';

export { dataFiles, type DataName } from './data-files.ts';
export type { Drawing, DrawingEdge, DrawingGroup, DrawingKind, DrawingNode } from './drawing/drawing.ts';
export type { Locale, Localized } from './locale.ts';
export type { SnippetLanguage, SnippetPlace } from './snippets/snippet.ts';
export type { TroubleData } from './notes.ts';
export { entryKinds, type EntryKind, type LibraryEntry, type LibrarySection } from './search/entry.ts';
export { troubleMatcher, type TroubleMatch } from './trouble-matches.ts';

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
  /** How much hovers tell. */
  readonly detail?: 'full' | 'short';
  readonly kubernetes?: { readonly version?: string };
}

/** Something to read, in the content language: a note, or an explanation of what was asked about. */
export interface PageContent {
  /** The note's, where it is one. */
  readonly id?: string;
  readonly locale: Locale;
  readonly title: string;
  /** The official page. */
  readonly docs?: string;
  readonly source?: string | undefined;
  /** Facts about the very place that was asked about, each in Markdown. */
  readonly facts?: readonly string[];
  /** Markdown whose links are official pages or `note:` ids. */
  readonly body: string;
  /** The picture above the text. */
  readonly drawing?: Drawing | undefined;
  readonly related: readonly NoteTitle[];
}

/** A note, ready to show. */
export interface NoteContent extends PageContent {
  readonly id: string;
  readonly docs: string;
}

/** A note in a list. */
export interface NoteTitle {
  readonly id: string;
  readonly title: string;
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

/**
 * Client to server: what is to be read about what stands at a position, with the facts about it. Parameters `TextDocumentPositionParams`,
 * answer {@link PageContent} or `null`.
 */
export const hereRequest = 'mulgil/here';

/** Client to server: what in a terminal leads to an entry of troubleshooting. No parameters, answer `TroubleData[]`. */
export const troublesRequest = 'mulgil/troubles';

/** Client to server: what the output of kubectl or docker says. Parameters {@link ExplainOutputParams}, answer {@link PageContent} or `null`. */
export const explainOutputRequest = 'mulgil/explainOutput';
export interface ExplainOutputParams {
  readonly text: string;
}

/** Client to server: entries of the library. Parameters {@link SearchParams}, answer {@link SearchAnswer}. */
export const searchRequest = 'mulgil/search';
export interface SearchParams {
  /** Words that all must occur; empty lists what there is. */
  readonly query: string;
  /** Only these kinds; all when absent. */
  readonly kinds?: readonly EntryKind[];
  /** Only this section of a kind, as {@link LibrarySection} names it. */
  readonly group?: string;
  /** As many entries are answered at most. */
  readonly limit: number;
}
export interface SearchAnswer {
  /** The best first. */
  readonly entries: readonly LibraryEntry[];
  /** How many of each kind were found, also of those that were not asked for. */
  readonly counts: Readonly<Partial<Record<EntryKind, number>>>;
  /** How many were found of the kinds that were asked for. */
  readonly total: number;
  /** The query as it would read on the other keyboard layout, when only that found anything. */
  readonly readAs?: string;
  /** What the words match, as sources of regular expressions for the flags `gi`: to mark them. */
  readonly marks: readonly string[];
}

/** Client to server: the entries with some ids; ids of none are left out. Parameters {@link EntriesParams}, answer {@link LibraryEntry}[]. */
export const entriesRequest = 'mulgil/entries';
export interface EntriesParams {
  readonly ids: readonly string[];
}

/** Client to server: what the library consists of. No parameters, answer {@link Sections}. */
export const sectionsRequest = 'mulgil/sections';
export interface Sections {
  readonly locale: Locale;
  readonly sections: readonly LibrarySection[];
}

/** Client to server: which snippets there are. No parameters, answer {@link SnippetTitle}[]. */
export const snippetsRequest = 'mulgil/snippets';
export interface SnippetTitle {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly language: SnippetLanguage;
  readonly where: SnippetPlace;
  /** Words by which it is typed. */
  readonly prefix: readonly string[];
}

/** Client to server: a snippet to insert. Parameters {@link SnippetParams}, answer {@link SnippetContent} or `null`. */
export const snippetRequest = 'mulgil/snippet';
export interface SnippetParams {
  readonly id: string;
  /** An open document and a place in it, to be told how the snippet goes there. */
  readonly textDocument?: { readonly uri: string };
  readonly position?: LineRange['start'];
}
export interface SnippetContent {
  /** As a file of its own, in the syntax of snippets. */
  readonly file: string;
  /** The file with the defaults of its tab stops. */
  readonly plain: string;
  /** The editor's word for the language of the file. */
  readonly languageId: string;
  /** What the file is called, from the folder where one works. */
  readonly path: string;
  /** What lies beside the file, by its path from there. */
  readonly companions: readonly { readonly path: string; readonly text: string }[];
  /** How it goes to the place of the parameters; absent where it does not fit. */
  readonly at?: SnippetAt;
}
/** Edits of a version of a document; the one that inserts begins at the start of a line, so that an editor adds no indentation. */
export interface SnippetAt {
  readonly version: number;
  readonly range: LineRange;
  /** In the syntax of snippets. */
  readonly text: string;
  readonly also: readonly { readonly range: LineRange; readonly newText: string }[];
}

/**
 * Client to server: the language in which the library is read from now on, until the content language changes. {@link localeChangedNotification}
 * follows. Parameters {@link ReadInParams}, answer `null`.
 */
export const readInRequest = 'mulgil/readIn';
export interface ReadInParams {
  readonly locale: Locale;
}

/** Client to server: the files of the workspace to practise in. No parameters, answer {@link SampleFileContent}[]. */
export const sampleRequest = 'mulgil/sample';
export interface SampleFileContent {
  /** From the workspace's folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

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

/** Client to server: an open file as a picture. Parameters {@link DrawParams}, answer {@link DrawnFile}, or `null` when it is none of Mulgil's. */
export const drawRequest = 'mulgil/draw';
export interface DrawParams {
  readonly textDocument: { readonly uri: string };
  /** Draws everything of the workspace, where the file's language can. */
  readonly everything?: boolean;
}
export interface DrawnFile {
  readonly locale: Locale;
  readonly drawing: Drawing;
}

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
