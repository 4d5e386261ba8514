import { EventEmitter, extensions, workspace, type Event, type LogOutputChannel } from 'vscode';
import {
  DocumentDiagnosticRequest,
  RevealOutputChannelOn,
  State,
  vsdiag,
  type BaseLanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import {
  findFilesRequest,
  localeChangedNotification,
  readFileRequest,
  refreshedNotification,
  type InitializationOptions,
  type ReadFileParams,
} from '../server/protocol.ts';
import { servedSelector } from './languages.ts';
import { findFiles } from './find-files.ts';
import { handleFailures, type FailureHandling } from './keep-running.ts';
import { readFile, type RealPath } from './read-file.ts';
import { servedElsewhere } from './served-elsewhere.ts';
import { watchOthers, withoutToldElsewhere } from './told-elsewhere.ts';

/** Makes the language client that fits where the extension runs. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The language server, whichever client is connected to it at the moment. */
export interface Server {
  /** Sends a request and answers its result; fails when the server does not run. */
  request<R>(method: string, parameters?: object): Promise<R>;
  restart(): Promise<void>;
  /** The server started anew or explains in another language: what it told before is out of date. */
  readonly onDidChange: Event<void>;
  /** Settings or files changed: what it told about any open file may be out of date. */
  readonly onDidRefresh: Event<void>;
  dispose(): void;
}

/** Starts the server. Failures to start are told the user. */
export function createServer(createClient: CreateClient, log: LogOutputChannel, realPath?: RealPath): Server {
  const changed = new EventEmitter<void>();
  const refreshed = new EventEmitter<void>();
  let served = findServed();
  let failures: FailureHandling;
  let started: Promise<void>;
  let client = connect();

  function connect(): BaseLanguageClient {
    failures = handleFailures(log);
    const connecting = createClient({ ...clientOptions(served, log), ...failures.options });
    connecting.onRequest(readFileRequest, ({ uri }: ReadFileParams) => readFile(uri, realPath));
    connecting.onRequest(findFilesRequest, findFiles);
    connecting.onNotification(localeChangedNotification, () => changed.fire());
    connecting.onNotification(refreshedNotification, () => refreshed.fire());
    // Not only at its first start: a server that crashed is started again by the client.
    connecting.onDidChangeState(({ newState }) => {
      if (newState === State.Running) changed.fire();
    });
    started = failures.start(connecting);
    started.catch(() => undefined); // it is in the log, and the user knows if need be
    return connecting;
  }

  // A client that failed to start cannot start again, so that each start makes a new one.
  async function restart(): Promise<void> {
    await disconnect();
    client = connect();
    await started;
  }

  async function disconnect(): Promise<void> {
    failures.end();
    try {
      await client.dispose();
    } catch (error) {
      log.warn(`the server did not stop in good order: ${String(error)}`);
    }
  }

  // Which languages are left to others is said at the start only.
  function restartIfServedChanged(): void {
    const now = findServed();
    if (now.join() === served.join()) return;
    served = now;
    restart().catch((error: unknown) => log.error(String(error)));
  }

  const watching = [
    extensions.onDidChange(restartIfServedChanged),
    workspace.onDidChangeConfiguration(restartIfServedChanged),
    watchOthers((document) => {
      client.getFeature(DocumentDiagnosticRequest.method).getProvider(document)?.onDidChangeDiagnosticsEmitter.fire();
    }),
  ];
  return {
    request: (method, parameters) => (parameters === undefined ? client.sendRequest(method) : client.sendRequest(method, parameters)),
    restart,
    onDidChange: changed.event,
    onDidRefresh: refreshed.event,
    dispose: () => {
      for (const watch of watching) watch.dispose();
      changed.dispose();
      refreshed.dispose();
      void disconnect();
    },
  };
}

function clientOptions(served: readonly string[], log: LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = { commandLinks: true, readsFiles: true, servedElsewhere: served };
  return {
    documentSelector: servedSelector,
    initializationOptions,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { isTrusted: { enabledCommands: ['mulgil.openNote', 'mulgil.openLibrary'] } },
    diagnosticPullOptions: { onChange: true },
    middleware: {
      // The old side of a diff cannot be mended any more.
      provideDiagnostics: async (document, previousResultId, token, next) => {
        const uri = 'uri' in document ? document.uri : document;
        if (uri.scheme === 'git') return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
        const report = await next(document, previousResultId, token);
        return report && 'items' in report ? { ...report, items: withoutToldElsewhere(uri, report.items) } : report;
      },
    },
  };
}

function findServed(): readonly string[] {
  return servedElsewhere({
    // A pack of extensions has no code of its own and serves nothing.
    runs: (id) => {
      const manifest = extensions.getExtension(id)?.packageJSON as { main?: unknown; browser?: unknown } | undefined;
      return manifest !== undefined && (manifest.main ?? manifest.browser) !== undefined;
    },
    setting: (name) => workspace.getConfiguration().get(name),
  });
}
