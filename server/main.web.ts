import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { library, provideData, serve } from './core.ts';
import type { WorkerData } from './protocol.ts';

/** What is used of a worker's global scope. Its full type belongs to the browser's library, which the other server files must not see. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: { readonly data: WorkerData }) => void, options: { readonly once: true }): void;
}

/** Starts the language server in a web worker, once the first message has brought the data. Files are read by the client. */
(globalThis as unknown as WorkerScope).addEventListener(
  'message',
  ({ data }) => {
    provideData((name) => data[name]);
    const channel = globalThis as never;
    serve(createConnection(new BrowserMessageReader(channel), new BrowserMessageWriter(channel)), { library });
  },
  { once: true },
);
