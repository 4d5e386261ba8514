import {
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { allRules, languages, relatedFiles } from './languages.ts';
import { describe } from './describe.ts';
import { guarded, type LintResult } from './lint.ts';
import { capabilities, watchedNames } from './lsp/capabilities.ts';
import { registerConversions } from './lsp/convert.ts';
import { tellTooLarge, toDiagnostic } from './lsp/diagnostics.ts';
import { registerDrawings } from './lsp/draw.ts';
import { registerFeatures, type Fence } from './lsp/features.ts';
import { createFolders, type ReadFile } from './lsp/folders.ts';
import type { ListFiles } from './lsp/indexer.ts';
import { createIndexing } from './lsp/indexing.ts';
import { registerLibraryRequests } from './lsp/library.ts';
import { createOvertaking } from './lsp/overtaking.ts';
import { createPreferences } from './lsp/preferences.ts';
import { createPushing } from './lsp/pushing.ts';
import { registerSearchRequests } from './lsp/search.ts';
import { registerSnippets } from './lsp/snippets.ts';
import { unheard } from './lsp/unheard.ts';
import { workspaceSymbols } from './lsp/workspace-symbols.ts';
import type { Locale } from './locale.ts';
import type { Library } from './notes.ts';
import {
  localeChangedNotification,
  readFileRequest,
  refreshedNotification,
  type EditorSettings,
  type InitializationOptions,
} from './protocol.ts';
import { createService } from './service.ts';
import { tooLarge } from './size-limit.ts';

/** What a transport gives to the server. */
export interface ServerParts {
  readonly library: Library;
  /** How the server reads and finds files where it can do so itself: those of the folders alone. */
  readonly readFile?: (uri: string, folders: readonly string[]) => Promise<string | undefined>;
  readonly listFiles?: ListFiles;
}

/** Serves LSP on a connection: every request goes to a language service and comes back, or fails behind the fence. */
export function serve(connection: Connection, { library, readFile: read, listFiles }: ServerParts): void {
  const log = (message: string): void => connection.console.error(message);
  const service = createService({ languages, library, log });
  const documents = new TextDocuments(TextDocument);
  let client: InitializeParams | undefined;
  /** The content language that the client has last been told of, or could ask for from the start. */
  let toldLocale: Locale | undefined;
  /** The language that was chosen for reading alone; it gives way to a change of the content language. */
  let readingLocale: Locale | undefined;
  const options = (): InitializationOptions => (client?.initializationOptions ?? {}) as InitializationOptions;
  const readByClient = (uri: string): Promise<string | undefined> =>
    connection.sendRequest<string | null>(readFileRequest, { uri }).then((text) => text ?? undefined);
  const readFile =
    read &&
    ((uri: string) =>
      read(
        uri,
        folders.all().map((folder) => folder.uri),
      ));
  const readAny: ReadFile = (uri) => (options().readsFiles ? readByClient(uri) : (readFile?.(uri) ?? Promise.resolve(undefined)));
  const folders = createFolders(readAny, languages);
  const preferences = createPreferences(folders, allRules, (problem) => connection.window.showWarningMessage(`Mulgil: ${problem}`));
  const indexing = createIndexing({
    connection,
    languages,
    folders,
    documents,
    preferences,
    service,
    listFiles,
    readFile,
    readByClient,
    clientReads: () => options().readsFiles ?? false,
    showsProgress: () => client?.capabilities.window?.workDoneProgress ?? false,
    locale: () => preferences.locale(),
    turn,
    refresh,
    log,
  });
  const pushing = createPushing(connection, diagnose, log);
  const pulled = createOvertaking();
  const style = () => ({ commandLinks: options().commandLinks ?? false, isShort: preferences.isShort() });
  const pulls = (): boolean => client?.capabilities.textDocument?.diagnostic !== undefined;

  connection.onInitialize((params): InitializeResult => {
    client = params;
    preferences.setEditor(params.locale);
    toldLocale = preferences.locale();
    if (pulls()) return { capabilities, serverInfo: { name: 'mulgil' } };
    const { diagnosticProvider: _, ...pushed } = capabilities;
    return { capabilities: pushed, serverInfo: { name: 'mulgil' } };
  });

  connection.onInitialized(async () => {
    try {
      const { workspace } = client?.capabilities ?? {};
      if (workspace?.didChangeConfiguration?.dynamicRegistration)
        await connection.client.register(DidChangeConfigurationNotification.type, { section: 'mulgil' });
      if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
        await connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: watchedNames().map((name) => ({ globPattern: `**/${name}` })),
        });
      }
      if (workspace?.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          for (const { uri } of removed) {
            indexing.stop(uri);
            folders.remove(uri);
          }
          void Promise.all(added.map(({ uri }) => folders.add(uri))).then(
            (opened) => {
              refresh();
              opened.forEach(indexing.start);
            },
            (error: unknown) => log(describe(error)),
          );
        });
      }
      const opened = await Promise.all((client?.workspaceFolders ?? []).map(({ uri }) => folders.add(uri)));
      await readEditorSettings();
      refresh();
      opened.forEach(indexing.start);
    } catch (error) {
      log(`starting failed: ${describe(error)}`);
    }
  });

  async function readEditorSettings(): Promise<void> {
    if (!client?.capabilities.workspace?.configuration) return;
    preferences.setSettings((await connection.workspace.getConfiguration('mulgil')) as EditorSettings | null);
  }

  connection.onDidChangeConfiguration(async ({ settings }) => {
    try {
      if (client?.capabilities.workspace?.configuration) await readEditorSettings();
      else preferences.setSettings((settings as { mulgil?: EditorSettings } | null)?.mulgil);
      refresh();
    } catch (error) {
      log(`reading settings failed: ${describe(error)}`);
    }
  });

  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    try {
      const kept = await Promise.all(changes.map(({ uri }) => folders.refresh(uri)));
      if (kept.includes(true)) refresh();
      await indexing.changed(changes.map(({ uri }) => uri));
    } catch (error) {
      log(`reading changed files failed: ${describe(error)}`);
    }
  });

  /** Diagnostics of everything open are out of date: asks the client to pull, or pushes. */
  function refresh(): void {
    preferences.invalidate();
    tellLocale();
    if (options().readsFiles) unheard(connection.sendNotification(refreshedNotification));
    if (client?.capabilities.workspace?.codeLens?.refreshSupport)
      connection.sendRequest(CodeLensRefreshRequest.type).catch((error: unknown) => log(`refreshing lenses failed: ${describe(error)}`));
    if (!pulls()) for (const document of documents.all()) pushing.push(document);
    else if (client?.capabilities.workspace?.diagnostics?.refreshSupport) unheard(connection.languages.diagnostics.refresh());
  }

  function tellLocale(): void {
    const locale = preferences.locale();
    if (locale !== toldLocale) readIn(undefined);
    toldLocale = locale;
  }

  function readIn(locale: Locale | undefined): void {
    readingLocale = locale;
    unheard(connection.sendNotification(localeChangedNotification));
  }

  /** Before an answer rests on other files, what was typed in them counts. A client that pulls asks again for open files by itself. */
  function settle(): void {
    if (indexing.settle() && !pulls()) for (const other of documents.all()) pushing.push(other);
  }

  function lint(document: TextDocument): LintResult {
    settle();
    const { settings, place } = preferences.of(document.uri);
    return settings.ignores(place.path) ? { findings: [], silenced: [] } : service.lint(document, settings, place);
  }

  const fenced: Fence = (what, fallback, answer) => async (params, token) => {
    await turn();
    if (token.isCancellationRequested) return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'cancelled');
    const document = documents.get(params.textDocument.uri);
    if (!document) return fallback;
    try {
      settle();
      return answer(document, params);
    } catch (error) {
      log(`${what} failed: ${describe(error)}`);
      return fallback;
    }
  };

  const localeOf = ({ uri }: TextDocument) => preferences.localeOf(uri);
  const placeOf = ({ uri }: TextDocument) => preferences.of(uri).place;
  registerFeatures(connection, {
    service,
    fenced,
    localeOf,
    lint,
    style,
    placeOf,
    offers: (feature, { language }) => preferences.offers(feature, language.id, options().servedElsewhere ?? []),
    isServedElsewhere: ({ language }) => options().servedElsewhere?.includes(language.id) ?? false,
    lenses: () => preferences.lenses(),
    snippets: () => client?.capabilities.textDocument?.completion?.completionItem?.snippetSupport ?? false,
    createsFiles: () => client?.capabilities.workspace?.workspaceEdit?.resourceOperations?.includes('create') ?? false,
  });
  const answerDiagnostics = fenced('diagnostics', { kind: 'full' as const, items: [] }, (document) => ({
    kind: 'full' as const,
    items: diagnose(document),
  }));
  connection.languages.diagnostics.on(async (params, token) => {
    const isOvertaken = pulled.begin(params.textDocument.uri);
    // Messages are read one a turn: an edit and the request that follows it.
    for (let message = 0; message < 2; message++) await turn();
    if (isOvertaken()) return new ResponseError(LSPErrorCodes.ServerCancelled, 'overtaken by a newer request', { retriggerRequest: false });
    return answerDiagnostics(params, token);
  });
  registerConversions(connection, {
    service,
    documents,
    localeOf,
    locale: () => preferences.locale(),
    placeOf,
    prepare: (uri, paths) => folders.prepare(uri, paths),
    log,
  });
  registerDrawings(connection, {
    service,
    documents,
    fenced,
    localeOf,
    placeOf,
    prepare: (uri, paths) => folders.prepare(uri, paths),
    log,
  });
  const libraryLocale = (): Locale => readingLocale ?? preferences.locale();
  registerSnippets(connection, { service, documents, locale: libraryLocale, placeOf, turn, log });
  registerLibraryRequests(connection, {
    service,
    documents,
    locale: libraryLocale,
    contentLocale: () => preferences.locale(),
    placeOf,
    turn,
    log,
  });
  registerSearchRequests(connection, { library, locale: libraryLocale, readIn, log });

  function diagnose(document: TextDocument) {
    const locale = localeOf(document);
    const telling = { locale, library, addressOf: placeOf(document).addressOf };
    const { settings, place } = preferences.of(document.uri);
    const large = settings.ignores(place.path) ? [] : tooLarge(document, languages);
    return [
      ...large.map((one) => tellTooLarge(one, document, locale)),
      ...lint(document).findings.map((finding) => toDiagnostic(finding, document, telling)),
    ];
  }

  connection.onWorkspaceSymbol(async ({ query }, token) => {
    await turn();
    if (token.isCancellationRequested) return null;
    settle();
    return guarded(() => workspaceSymbols(folders.all(), query), null, 'workspace symbols', log);
  });

  documents.onDidOpen(({ document }) => {
    indexing.touched(document.uri);
    const { path } = preferences.of(document.uri).place;
    void folders.prepare(document.uri, relatedFiles(path, document.getText())).then(
      (isNew) => {
        if (isNew) refresh();
      },
      (error: unknown) => log(`reading beside ${document.uri} failed: ${describe(error)}`),
    );
  });
  documents.onDidChangeContent(({ document }) => {
    indexing.touched(document.uri);
    if (!pulls()) pushing.push(document);
  });
  documents.onDidClose(({ document }) => {
    pushing.cancel(document.uri);
    pulled.forget(document.uri);
    service.forget(document.uri);
    void indexing.changed([document.uri]).catch((error: unknown) => log(`reading ${document.uri} failed: ${describe(error)}`));
    if (!pulls()) unheard(connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }));
  });
  documents.listen(connection);
  connection.listen();
}

/**
 * Lets messages that have come in meanwhile be read, a cancellation among them. In Node the event loop reads its input between
 * one round of immediates and the next, so one round alone would read nothing.
 */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(() => setImmediate(resolve));
    else setTimeout(resolve, 0);
  });
}
