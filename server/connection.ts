import { CodeLensRefreshRequest, LSPErrorCodes, ResponseError, TextDocuments, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe } from './describe.ts';
import { allRules, languages, relatedFiles } from './languages.ts';
import { guarded } from './lint.ts';
import { createClient } from './lsp/client.ts';
import { registerConversions } from './lsp/convert.ts';
import { createDiagnosing } from './lsp/diagnosing.ts';
import { registerDrawings } from './lsp/draw.ts';
import { registerFeatures, type Fence } from './lsp/features.ts';
import { createFolders } from './lsp/folders.ts';
import type { ListFiles } from './lsp/indexer.ts';
import { createIndexing } from './lsp/indexing.ts';
import { registerLibraryRequests } from './lsp/library.ts';
import { registerLifecycle } from './lsp/lifecycle.ts';
import { createPreferences } from './lsp/preferences.ts';
import { createReadingLocale } from './lsp/reading-locale.ts';
import { registerSearchRequests } from './lsp/search.ts';
import { registerSnippets } from './lsp/snippets.ts';
import { turn } from './lsp/turn.ts';
import { unheard } from './lsp/unheard.ts';
import { workspaceSymbols } from './lsp/workspace-symbols.ts';
import type { Library } from './notes.ts';
import { readFileRequest, refreshedNotification } from './protocol.ts';
import { createService } from './service.ts';

/** What a transport gives to the server. */
export interface ServerParts {
  readonly library: Library;
  /** How the server reads and finds files where it can do so itself: those of the folders alone. */
  readonly readFile?: (uri: string, folders: readonly string[]) => Promise<string | undefined>;
  readonly listFiles?: ListFiles;
}

/** Serves LSP on a connection: every request goes to a language service and comes back, or fails behind the fence. */
export function serve(connection: Connection, { library, readFile, listFiles }: ServerParts): void {
  const log = (message: string): void => connection.console.error(message);
  const service = createService({ languages, library, log });
  const documents = new TextDocuments(TextDocument);
  const client = createClient();

  const clientReads = (): boolean => client.options().readsFiles ?? false;
  const readByClient = async (uri: string): Promise<string | undefined> =>
    (await connection.sendRequest<string | null>(readFileRequest, { uri })) ?? undefined;
  const readHere = async (uri: string): Promise<string | undefined> =>
    readFile?.(
      uri,
      folders.all().map((folder) => folder.uri),
    );
  const folders = createFolders((uri) => (clientReads() ? readByClient(uri) : readHere(uri)), languages);

  const preferences = createPreferences(folders, allRules, (problem) => connection.window.showWarningMessage(`Mulgil: ${problem}`));
  const contentLocale = () => preferences.locale();
  const reading = createReadingLocale(connection, contentLocale);
  const localeOf = ({ uri }: TextDocument) => preferences.localeOf(uri);
  const placeOf = ({ uri }: TextDocument) => preferences.of(uri).place;
  const prepare = (uri: string, paths: readonly string[]) => folders.prepare(uri, paths);

  const indexing = createIndexing({
    connection,
    languages,
    folders,
    documents,
    preferences,
    service,
    listFiles,
    readFile: readFile && readHere,
    readByClient,
    clientReads,
    showsProgress: () => client.capabilities().window?.workDoneProgress ?? false,
    locale: contentLocale,
    refresh,
    log,
  });

  const fenced: Fence = (what, fallback, answer) => async (params, token) => {
    await turn();
    if (token.isCancellationRequested) return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'cancelled');
    const document = documents.get(params.textDocument.uri);
    if (!document) return fallback;
    try {
      diagnosing.settle();
      return answer(document, params);
    } catch (error) {
      log(`${what} failed: ${describe(error)}`);
      return fallback;
    }
  };
  const diagnosing = createDiagnosing({ connection, documents, client, service, preferences, indexing, fenced, log });

  /** Settings or other files changed: all that was told of what is open may differ. */
  function refresh(): void {
    preferences.invalidate();
    reading.renew();
    if (clientReads()) unheard(connection.sendNotification(refreshedNotification));
    if (client.capabilities().workspace?.codeLens?.refreshSupport)
      connection.sendRequest(CodeLensRefreshRequest.type).catch((error: unknown) => log(`refreshing lenses failed: ${describe(error)}`));
    diagnosing.refresh();
  }

  registerLifecycle({ connection, client, folders, preferences, indexing, met: reading.renew, refresh, log });
  registerFeatures(connection, {
    service,
    fenced,
    localeOf,
    lint: diagnosing.lint,
    style: () => ({ commandLinks: client.options().commandLinks ?? false, isShort: preferences.isShort() }),
    placeOf,
    offers: (feature, { language }) => preferences.offers(feature, language.id, client.options().servedElsewhere ?? []),
    isServedElsewhere: ({ language }) => client.options().servedElsewhere?.includes(language.id) ?? false,
    lenses: () => preferences.lenses(),
    snippets: () => client.capabilities().textDocument?.completion?.completionItem?.snippetSupport ?? false,
    createsFiles: () => client.capabilities().workspace?.workspaceEdit?.resourceOperations?.includes('create') ?? false,
  });
  registerConversions(connection, { service, documents, localeOf, locale: contentLocale, placeOf, prepare, log });
  registerDrawings(connection, { service, documents, fenced, localeOf, placeOf, prepare, log });
  registerSnippets(connection, { service, documents, locale: reading.of, placeOf, log });
  registerLibraryRequests(connection, { service, documents, locale: reading.of, contentLocale, placeOf, log });
  registerSearchRequests(connection, { library, locale: reading.of, readIn: reading.choose, log });
  connection.onWorkspaceSymbol(async ({ query }, token) => {
    await turn();
    if (token.isCancellationRequested) return null;
    diagnosing.settle();
    return guarded(() => workspaceSymbols(folders.all(), query), null, 'workspace symbols', log);
  });

  documents.onDidOpen(({ document }) => {
    indexing.touched(document.uri);
    prepare(document.uri, relatedFiles(placeOf(document).path, document.getText())).then(
      (isNew) => {
        if (isNew) refresh();
      },
      (error: unknown) => log(`reading beside ${document.uri} failed: ${describe(error)}`),
    );
  });
  documents.onDidChangeContent(({ document }) => {
    indexing.touched(document.uri);
    diagnosing.edited(document);
  });
  documents.onDidClose(({ document }) => {
    diagnosing.closed(document);
    service.forget(document.uri);
    indexing.changed([document.uri]).catch((error: unknown) => log(`reading ${document.uri} failed: ${describe(error)}`));
  });
  documents.listen(connection);
  connection.listen();
}
