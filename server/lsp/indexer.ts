import { TextDocument } from 'vscode-languageserver-textdocument';
import type { MutableIndexes } from '../indexes.ts';
import { describe } from '../describe.ts';
import type { Log } from '../lint.ts';
import type { Service } from '../service.ts';
import type { ReadFile } from './folders.ts';

/** Names the files of a folder that the indexes want, as paths from it with `/`. */
export type ListFiles = (folderUri: string, wants: (name: string) => boolean, limit: number) => Promise<readonly string[]>;

/** The part of a workspace that the indexer fills. */
export interface IndexedFolder {
  readonly uri: string;
  readonly indexes: MutableIndexes;
  /** The path of a file of the folder. */
  pathOf(uri: string): string;
  /** The address of a file of the folder. */
  addressOf(path: string): string;
  /** Whether the settings leave the file out. */
  ignores(path: string): boolean;
}

/** Shows how far indexing has come, and whether the user called it off. */
export interface Progress {
  report(done: number, total: number): void;
  readonly cancelled: boolean;
  done(): void;
}

/** What an indexer works with. */
export interface IndexerParts {
  readonly service: Service;
  /** The files of a folder that the indexes want, as URIs. */
  findFiles(folder: IndexedFolder, limit: number): Promise<readonly string[]>;
  readonly readFile: ReadFile;
  /** The document, if it is open in the editor: its text counts more than the file's. */
  openDocument(uri: string): TextDocument | undefined;
  /** Shows progress of a long run. */
  progress(): Promise<Progress>;
  /** Lets other work go first. */
  turn(): Promise<void>;
  readonly log: Log;
}

/** Keeps the indexes of the folders true. */
export interface Indexer {
  /** Indexes a folder in the background. Answers when all of it is known, or indexing was called off. */
  index(folder: IndexedFolder): Promise<void>;
  /** Takes over files that changed on disk. Answers whether other files may see the difference. */
  changed(folder: IndexedFolder, uris: readonly string[]): Promise<boolean>;
  /** Takes over a document as it stands in the editor. Answers whether other files may see the difference. */
  edited(folder: IndexedFolder, document: TextDocument): boolean;
  /** Stops indexing a folder that was closed. */
  forget(folderUri: string): void;
}

/** Most files that are indexed of one folder, and the largest of them, in characters. */
const fileLimit = 50_000;
const textLimit = 2_000_000;

/** Files that are read at a time, and milliseconds of parsing before other requests get their turn. */
const batchSize = 32;
const sliceLength = 12;

/** From this many files on, progress is shown. */
const progressFrom = 200;

/** Makes an indexer. */
export function createIndexer(parts: IndexerParts): Indexer {
  const { service, readFile, openDocument, turn, log } = parts;
  const running = new Map<string, object>();

  async function index(folder: IndexedFolder): Promise<void> {
    const run = {};
    running.set(folder.uri, run);
    const isCurrent = (): boolean => running.get(folder.uri) === run;
    try {
      const uris = await parts.findFiles(folder, fileLimit);
      const progress = uris.length >= progressFrom ? await parts.progress() : undefined;
      try {
        if (await readAll(folder, uris, () => isCurrent() && !progress?.cancelled, progress)) folder.indexes.complete = true;
      } finally {
        progress?.done();
      }
    } catch (error) {
      log(`indexing ${folder.uri} failed: ${describe(error)}`);
    }
    if (isCurrent()) running.delete(folder.uri);
  }

  async function readAll(folder: IndexedFolder, uris: readonly string[], goesOn: () => boolean, progress?: Progress): Promise<boolean> {
    let since = Date.now();
    for (let at = 0; at < uris.length; at += batchSize) {
      const batch = uris.slice(at, at + batchSize).filter((uri) => !openDocument(uri) && !folder.ignores(folder.pathOf(uri)));
      const texts = await Promise.all(batch.map((uri) => readFile(uri)));
      for (const [position, uri] of batch.entries()) {
        if (!goesOn()) return false;
        takeText(folder, uri, texts[position]);
        if (Date.now() - since < sliceLength) continue;
        progress?.report(at + position, uris.length);
        await turn();
        since = Date.now();
      }
    }
    return goesOn();
  }

  function takeText(folder: IndexedFolder, uri: string, text: string | undefined): boolean {
    const open = openDocument(uri); // it may have been opened meanwhile
    if (open) return edited(folder, open);
    const path = folder.pathOf(uri);
    if (text === undefined || text.length > textLimit) return folder.indexes.update(path, undefined);
    const analysis = service.analyse(TextDocument.create(uri, '', 0, text));
    const isNews = folder.indexes.update(path, analysis);
    service.forget(uri);
    return isNews;
  }

  function edited(folder: IndexedFolder, document: TextDocument): boolean {
    const path = folder.pathOf(document.uri);
    if (folder.ignores(path)) return false;
    // Also what nobody reads from disk, such as manifests in JSON: while it is open, others may refer to it, and its parts to one another.
    return folder.indexes.update(path, service.analyse(document));
  }

  return {
    index,
    edited,
    changed: async (folder, uris) => {
      const closed = uris.filter((uri) => !openDocument(uri) && !folder.ignores(folder.pathOf(uri)));
      const isWanted = (uri: string): boolean => folder.indexes.wants(folder.pathOf(uri));
      const left = closed.filter((uri) => !isWanted(uri)).map((uri) => folder.indexes.update(folder.pathOf(uri), undefined));
      const wanted = closed.filter(isWanted);
      const texts = await Promise.all(wanted.map((uri) => readFile(uri)));
      return [...left, ...wanted.map((uri, position) => takeText(folder, uri, texts[position]))].includes(true);
    },
    forget: (folderUri) => void running.delete(folderUri),
  };
}
