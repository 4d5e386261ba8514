import './compile-cache.node.ts';
import './data.node.ts';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { library, serve } from './core.ts';
import { listFiles } from './list-files.node.ts';

/** Starts the language server over the transport that the command line names: `--stdio`, `--node-ipc`, `--socket=…`. */
serve(createConnection(ProposedFeatures.all), { library, readFile: readText, listFiles });

async function readText(uri: string): Promise<string | undefined> {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return await readFile(fileURLToPath(uri), 'utf8');
  } catch {
    return undefined;
  }
}
