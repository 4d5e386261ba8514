import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Script, createContext } from 'node:vm';
import { dataFiles } from '../../server/protocol.ts';

/** A message of the worker, as JSON-RPC. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
}

/** Runs the web bundle in a realm that has what a worker has and nothing of Node: no Buffer, no process, no require. */
function startWorker(): { send(message: object): void; next(id: number): Promise<Message>; readonly logged: readonly Message[] } {
  const waiting = new Map<number, (message: Message) => void>();
  const logged: Message[] = [];
  const listeners: ((event: { data: unknown }) => void)[] = [];
  const scope: Record<string, unknown> = {
    TextEncoder,
    TextDecoder,
    URL,
    setTimeout,
    clearTimeout,
    queueMicrotask,
    performance,
    console,
    addEventListener: (type: string, listener: (event: { data: unknown }) => void) => {
      if (type === 'message') listeners.push(listener);
    },
    removeEventListener: () => undefined,
    postMessage: (message: Message) => {
      if (message.id !== undefined && message.method === undefined) waiting.get(message.id)?.(message);
      else logged.push(message);
    },
    set onmessage(listener: (event: { data: unknown }) => void) {
      listeners.push(listener);
    },
  };
  scope['self'] = scope;
  const realm = createContext(scope);
  for (const filename of ['core.cjs', 'server.web.js'])
    new Script(readFileSync(`dist/${filename}`, 'utf8'), { filename }).runInContext(realm);
  const data = Object.fromEntries(
    Object.entries(dataFiles).map(([name, file]) => [name, new Uint8Array(readFileSync(`dist/data/${file}`))]),
  );
  for (const listener of listeners.splice(0)) listener({ data });
  return {
    logged,
    send: (message) => listeners.forEach((listener) => listener({ data: structuredClone({ jsonrpc: '2.0', ...message }) })),
    next: (id) => new Promise((resolve) => waiting.set(id, resolve)),
  };
}

describe('the language server in a web worker', () => {
  it('needs nothing of Node: parses a Dockerfile, explains it and finds its mistakes', async () => {
    const worker = startWorker();
    const ask = async (id: number, method: string, params: object): Promise<unknown> => {
      const answer = worker.next(id);
      worker.send({ id, method, params });
      return (await answer).result;
    };
    await ask(1, 'initialize', { processId: null, rootUri: null, locale: 'ko', capabilities: { textDocument: { diagnostic: {} } } });
    worker.send({ method: 'initialized', params: {} });
    const uri = 'vscode-vfs://host/Dockerfile';
    worker.send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'dockerfile', version: 1, text: 'FROM node\nSTOPSIGNAL SIGKILL\n' } },
    });
    const hover = (await ask(2, 'textDocument/hover', { textDocument: { uri }, position: { line: 1, character: 1 } })) as {
      contents: { value: string };
    };
    assert.match(hover.contents.value, /\*\*STOPSIGNAL\*\* — .*[가-힣]/s);
    const { items } = (await ask(3, 'textDocument/diagnostic', { textDocument: { uri } })) as { items: { code: string }[] };
    assert.ok(items.some(({ code }) => code === 'dockerfile/no-latest-tag'));
    assert.deepEqual(
      worker.logged.filter(({ method }) => method === 'window/logMessage'),
      [],
    );
  });
});
