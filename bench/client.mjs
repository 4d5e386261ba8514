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
 * @property {Readonly<Record<string, object>>} [settings] the answers to `workspace/configuration`, by section
 * @property {string} [folder] the folder that is open, as a URI
 *
 * @typedef {{ range: { start: { line: number } } }} Diagnostic what is looked at of it
 * @typedef {(found: readonly Diagnostic[]) => boolean} Expected
 *
 * @typedef {object} Client Where diagnostics are waited for, others than those expected are an error where the server is asked for
 * them, and waited past where it pushes them without saying of which version they are.
 * @property {(uri: string, languageId: string, text: string, expected?: Expected) => Promise<void>} open resolves with the first diagnostics
 * @property {(uri: string, line: number, text: string, until?: number) => void} type puts text at the start of a line, in place of what stands there up to a character
 * @property {(uri: string, expected?: Expected) => Promise<void>} diagnostics resolves with those of the document as it is now
 * @property {(uri: string, expected: Expected) => Promise<void>} refreshed resolves when those of the document have become as expected
 * @property {(method: string, uri: string, line: number, character: number) => Promise<unknown>} ask
 * @property {() => number} memory megabytes of resident memory
 * @property {() => Promise<void>} stop ends the server as editors do, so that it may keep what makes the next start faster
 */

/**
 * Starts a server and shakes hands.
 * @param {Server} server
 * @returns {Promise<Client>}
 */
export async function start({ command: [program = '', ...args], settings = {}, folder }) {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  /** @type {Map<string, Set<(found: readonly Diagnostic[]) => boolean>>} those who wait, and say whether they need to no longer */
  const waiting = new Map();
  connection.onNotification(
    'textDocument/publishDiagnostics',
    (/** @type {{uri: string, version?: number, diagnostics: readonly Diagnostic[]}} */ { uri, version, diagnostics }) => {
      if (version !== undefined && version !== versions.get(uri)) return;
      for (const take of waiting.get(uri) ?? []) if (take(diagnostics)) waiting.get(uri)?.delete(take);
    },
  );
  connection.onRequest('workspace/configuration', (/** @type {{items: {section?: string}[]}} */ { items }) =>
    items.map(({ section = '' }) => settings[section] ?? null),
  );
  connection.onRequest('client/registerCapability', () => null);
  /** @type {Set<() => void>} */
  const refreshing = new Set();
  connection.onRequest('workspace/diagnostic/refresh', () => {
    for (const tell of refreshing) tell();
    refreshing.clear();
    return null;
  });
  connection.onRequest('workspace/codeLens/refresh', () => null);
  connection.onError(() => {});
  connection.listen();
  const { capabilities } = /** @type {{capabilities: Record<string, unknown>}} */ (
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: folder === undefined ? null : [{ uri: folder, name: 'bench' }],
      capabilities: {
        textDocument: { diagnostic: {}, publishDiagnostics: {}, hover: { contentFormat: ['markdown'] } },
        workspace: { configuration: true, diagnostics: { refreshSupport: true } },
      },
    })
  );
  await connection.sendNotification('initialized', {});
  const pulls = capabilities['diagnosticProvider'] !== undefined;
  /** @type {Map<string, number>} */
  const versions = new Map();

  /** @type {(uri: string, expected?: Expected) => Promise<unknown>} */
  const pushed = (uri, expected) =>
    new Promise((resolve) => {
      const takers = waiting.get(uri) ?? new Set();
      waiting.set(uri, takers);
      takers.add((found) => {
        if (expected && !expected(found)) return false;
        resolve(found);
        return true;
      });
    });
  /** @param {string} uri @param {Expected} [expected] */
  const pull = async (uri, expected) => {
    /** @type {{ items: readonly Diagnostic[] }} */
    const { items } = await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    if (expected && !expected(items)) throw new Error(`these are not the diagnostics expected of ${uri}: ${JSON.stringify(items)}`);
    return items;
  };
  /** @type {Map<string, Promise<unknown>>} those after the last keystroke */
  const coming = new Map();

  return {
    open: async (uri, languageId, text, expected) => {
      versions.set(uri, 1);
      const first = pulls ? undefined : pushed(uri, expected);
      void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
      await (first ?? pull(uri, expected));
    },
    type: (uri, line, text, until = 0) => {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      if (!pulls) coming.set(uri, pushed(uri));
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: { line, character: 0 }, end: { line, character: until } }, text }],
      });
    },
    diagnostics: async (uri, expected) => void (await (pulls ? pull(uri, expected) : expected ? pushed(uri, expected) : coming.get(uri))),
    refreshed: async (uri, expected) => {
      for (;;) {
        const refresh = new Promise((resolve) => refreshing.add(() => resolve(undefined)));
        if (expected(await pull(uri))) return;
        await refresh;
      }
    },
    ask: (method, uri, line, character) => connection.sendRequest(method, { textDocument: { uri }, position: { line, character } }),
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await connection.sendRequest('shutdown').catch(() => undefined);
      await connection.sendNotification('exit').catch(() => undefined);
      await ended;
      clearTimeout(late);
    },
  };
}
