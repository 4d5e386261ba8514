import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './connection.ts';
import { library } from './library.ts';

// In a worker the global scope is the channel to the client. Its type belongs to the browser's library, which the other server files must not see.
const channel = globalThis as never;

/** Starts the language server in a web worker. Files are read by the client. */
serve(createConnection(new BrowserMessageReader(channel), new BrowserMessageWriter(channel)), { library });
