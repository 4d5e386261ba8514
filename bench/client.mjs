// One LSP client for all servers: the same documents, the same requests, whatever serves them.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// The project's own package: the neighbours beside this file bring older ones.
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = createRequire(new URL('../package.json', import.meta.url))(
  'vscode-languageserver-protocol/node',
);

/**
 * @typedef {object} Server
 * @property {string} name
 * @property {string[]} command
 * @property {object} [settings] the answer to `workspace/configuration`
 *
 * @typedef {object} Client
 * @property {(uri: string, languageId: string, text: string) => Promise<void>} open resolves with the first diagnostics
 * @property {(uri: string, line: number, text: string) => void} type inserts at the end of a line
 * @property {(uri: string) => Promise<void>} diagnostics resolves with those of the document as it is now
 * @property {(method: string, uri: string, line: number, character: number) => Promise<unknown>} ask
 * @property {() => number} memory megabytes of resident memory
 * @property {() => void} stop
 */

/**
 * Starts a server and shakes hands.
 * @param {Server} server
 * @returns {Promise<Client>}
 */
export async function start({ command: [program = '', ...args], settings }) {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  /** @type {Map<string, () => void>} */
  const waiting = new Map();
  connection.onNotification('textDocument/publishDiagnostics', (/** @type {{uri: string, version?: number}} */ { uri, version }) => {
    if (version === undefined || version === versions.get(uri)) waiting.get(uri)?.();
  });
  connection.onRequest('workspace/configuration', (/** @type {{items: unknown[]}} */ { items }) => items.map(() => settings ?? null));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.onRequest('workspace/codeLens/refresh', () => null);
  connection.onError(() => {});
  connection.listen();
  const { capabilities } = /** @type {{capabilities: Record<string, unknown>}} */ (
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities: {
        textDocument: { diagnostic: {}, publishDiagnostics: {}, hover: { contentFormat: ['markdown'] } },
        workspace: { configuration: true },
      },
    })
  );
  await connection.sendNotification('initialized', {});
  const pulls = capabilities['diagnosticProvider'] !== undefined;
  /** @type {Map<string, number>} */
  const versions = new Map();

  /** @param {string} uri */
  const pushed = (uri) => new Promise((resolve) => waiting.set(uri, () => resolve(undefined)));
  /** @param {string} uri */
  const pull = (uri) => connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  /** @type {Map<string, Promise<unknown>>} */
  const coming = new Map();

  return {
    open: async (uri, languageId, text) => {
      versions.set(uri, 1);
      const first = pulls ? undefined : pushed(uri);
      void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
      await (first ?? pull(uri));
    },
    type: (uri, line, text) => {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      if (!pulls) coming.set(uri, pushed(uri));
      const at = { line, character: 0 };
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: at, end: at }, text }],
      });
    },
    diagnostics: async (uri) => void (await (pulls ? pull(uri) : coming.get(uri))),
    ask: (method, uri, line, character) => connection.sendRequest(method, { textDocument: { uri }, position: { line, character } }),
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    stop: () => void child.kill('SIGKILL'),
  };
}
