import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { describe } from '../describe.ts';
import type { Language } from '../language.ts';
import type { Log } from '../lint.ts';
import type { Locale, Localized } from '../locale.ts';
import { findFilesRequest, type FindFilesParams } from '../protocol.ts';
import type { Service } from '../service.ts';
import type { Folder, Folders, ReadFile } from './folders.ts';
import { createIndexer, type IndexedFolder, type ListFiles, type Progress } from './indexer.ts';
import type { Preferences } from './preferences.ts';
import { turn } from './turn.ts';

const words = {
  title: { ko: 'Mulgil: 매니페스트를 읽는 중', en: 'Mulgil: reading manifests' },
  done: { ko: '{total}개 중 {done}개', en: '{done} of {total}' },
} satisfies Record<string, Localized>;

/** What indexing works with. */
export interface IndexingParts {
  readonly connection: Connection;
  readonly languages: readonly Language[];
  readonly folders: Folders;
  readonly documents: TextDocuments<TextDocument>;
  readonly preferences: Preferences;
  readonly service: Service;
  /** How the server finds and reads files of its own machine; without it the client is asked. */
  readonly listFiles: ListFiles | undefined;
  readonly readFile: ReadFile | undefined;
  readonly readByClient: ReadFile;
  /** Whether the client finds and reads files. */
  clientReads(): boolean;
  /** Whether the client shows the progress of long work. */
  showsProgress(): boolean;
  locale(): Locale;
  /** What is known of other files changed, so that findings about open ones may differ. */
  refresh(): void;
  readonly log: Log;
}

/** Keeps what files tell each other true while folders are opened, files change on disk, and documents are edited. */
export interface Indexing {
  /** Indexes a folder in the background. */
  start(folder: Folder): void;
  stop(folderUri: string): void;
  /** Files changed on disk. */
  changed(uris: readonly string[]): Promise<void>;
  /** A document was opened, edited or closed; it is looked at before the next answer. */
  touched(uri: string): void;
  /** Takes over what was touched, so that an answer rests on what is written now. Answers whether other files may see a difference. */
  settle(): boolean;
}

/** Puts the indexer to work for a connection. */
export function createIndexing(parts: IndexingParts): Indexing {
  const { connection, languages, folders, documents, preferences, service, log } = parts;
  const names = [...new Set(languages.flatMap(({ indexes = [] }) => indexes))];
  const touched = new Set<string>();

  const isLocal = (uri: string): boolean => uri.startsWith('file:') && parts.listFiles !== undefined;
  const findByClient = (folder: string, limit: number): Promise<readonly string[]> =>
    connection.sendRequest<string[]>(findFilesRequest, { folder, names, limit } satisfies FindFilesParams);
  const indexer = createIndexer({
    service,
    log,
    turn,
    openDocument: (uri) => documents.get(uri),
    findFiles: async (folder, limit) => {
      if (!isLocal(folder.uri)) return parts.clientReads() ? findByClient(folder.uri, limit) : [];
      const paths = (await parts.listFiles?.(folder.uri, (name) => folder.indexes.wants(name), limit)) ?? [];
      return paths.map((path) => folder.addressOf(path));
    },
    readFile: (uri) => (isLocal(uri) && parts.readFile ? parts.readFile(uri) : parts.readByClient(uri)),
    progress: () => showProgress(),
  });

  const indexed = ({ uri, indexes, pathOf, addressOf }: Folder): IndexedFolder => ({
    uri,
    indexes,
    pathOf,
    addressOf,
    ignores: (path) => preferences.settingsOf(uri).ignores(path),
  });

  async function showProgress(): Promise<Progress> {
    if (!parts.showsProgress()) return { report: () => undefined, cancelled: false, done: () => undefined };
    const locale = parts.locale();
    const shown = await connection.window.createWorkDoneProgress();
    shown.begin(words.title[locale], 0, undefined, true);
    return {
      report: (done, total) =>
        shown.report(
          Math.floor((100 * done) / total),
          words.done[locale].replace('{done}', String(done)).replace('{total}', String(total)),
        ),
      get cancelled() {
        return shown.token.isCancellationRequested;
      },
      done: () => shown.done(),
    };
  }

  return {
    start: (folder) => {
      // Documents may be open before the folder is: what the editor shows is not read from disk.
      for (const { uri } of documents.all()) if (folders.holding(uri) === folder) touched.add(uri);
      indexer.index(indexed(folder)).then(parts.refresh, (error: unknown) => log(`indexing failed: ${describe(error)}`));
    },
    stop: (folderUri) => indexer.forget(folderUri),
    changed: async (uris) => {
      const news = folders.all().map((folder) => {
        const inside = uris.filter((uri) => folders.holding(uri) === folder);
        return inside.length > 0 ? indexer.changed(indexed(folder), inside) : Promise.resolve(false);
      });
      if ((await Promise.all(news)).includes(true)) parts.refresh();
    },
    touched: (uri) => void touched.add(uri),
    settle: () => {
      let isNews = false;
      for (const uri of touched) {
        const folder = folders.holding(uri);
        const document = documents.get(uri);
        if (folder && document) isNews = indexer.edited(indexed(folder), document) || isNews;
      }
      touched.clear();
      return isNews;
    },
  };
}
