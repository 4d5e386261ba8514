import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver-protocol/node';
import type { Diagnostic, Hover, InitializeResult } from 'vscode-languageserver-protocol';

/** A client that talks LSP to the built server over stdio, as any editor would. */
export interface TestClient {
  readonly connection: MessageConnection;
  readonly initialized: InitializeResult;
  /** Everything the server logged. */
  readonly log: readonly string[];
  /** Diagnostics that the server pushed, newest last. */
  readonly pushed: readonly { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }[];
  open(uri: string, languageId: string, text: string): void;
  hover(uri: string, line: number, character: number): Promise<string>;
  pull(uri: string): Promise<readonly Diagnostic[]>;
  /** Ends the server as no protocol knows. */
  kill(): Promise<void>;
  /** Ends the server as the protocol asks; answers its exit code. */
  stop(): Promise<number | null>;
}

/** How the client introduces itself. */
export interface ClientOptions {
  readonly locale?: string;
  readonly capabilities?: object;
  readonly initializationOptions?: object;
  readonly folders?: readonly string[];
  /** Answer to `workspace/configuration`. */
  readonly settings?: object;
  /** Answers `mulgil/readFile` and `mulgil/findFiles`. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Keeps what servers log and print where the end of the test run looks for it: nothing is wanted there. */
function keep(text: string): void {
  mkdirSync('dist-test/logs', { recursive: true });
  appendFileSync('dist-test/logs/lsp.log', `${text.trimEnd()}\n`);
}

/** What a client can that asks for diagnostics itself. */
export const pulling = { textDocument: { diagnostic: {} }, workspace: { configuration: true, workspaceFolders: true } };

/** Starts the built server and shakes hands. */
export async function startClient({
  locale = 'en',
  capabilities = pulling,
  initializationOptions,
  folders = [],
  settings,
  files = {},
}: ClientOptions = {}): Promise<TestClient> {
  const server = spawn(process.execPath, ['dist/server.js', '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  server.stderr.on('data', (text: Buffer) => keep(text.toString()));
  const exited = new Promise<number | null>((resolve) => server.on('exit', resolve));
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const log: string[] = [];
  const pushed: { uri: string; diagnostics: Diagnostic[] }[] = [];
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    log.push(message);
    keep(message);
  });
  connection.onNotification(
    'textDocument/publishDiagnostics',
    (params: { uri: string; diagnostics: Diagnostic[] }) => void pushed.push(params),
  );
  connection.onRequest('workspace/configuration', () => [settings ?? null]);
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.onRequest('mulgil/readFile', ({ uri }: { uri: string }) => files[uri] ?? null);
  connection.onRequest('mulgil/findFiles', ({ folder }: { folder: string }) => Object.keys(files).filter((uri) => uri.startsWith(folder)));
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.listen();
  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    locale,
    capabilities,
    initializationOptions,
    workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    initialized,
    log,
    pushed,
    open: (uri, languageId, text) =>
      void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    hover: async (uri, line, character) => {
      const hover: Hover | null = await connection.sendRequest('textDocument/hover', {
        textDocument: { uri },
        position: { line, character },
      });
      return hover ? (hover.contents as { value: string }).value : '';
    },
    pull: async (uri) =>
      (await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } })).items,
    kill: async () => {
      server.kill('SIGKILL');
      await exited;
      connection.dispose();
    },
    stop: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return exited;
    },
  };
}
