import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './connection.ts';
import { library } from './library.ts';

// In a worker the global scope is the channel to the client; the types here are those of Node, so it is named by what is used of it.
const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];

/** Starts the language server in a web worker. Files are read by the client. */
serve(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), { library });
