import './compile-cache.node.ts';
import './data.node.ts';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { library, serve } from './core.ts';
import { isInside } from './inside.node.ts';
import { listFiles } from './list-files.node.ts';

/** Starts the language server over the transport that the command line names: `--stdio`, `--node-ipc`, `--socket=…`. */
serve(createConnection(ProposedFeatures.all), { library, readFile: readText, listFiles });

async function readText(uri: string, folders: readonly string[]): Promise<string | undefined> {
  const folder = folders.find((candidate) => uri.startsWith(candidate));
  if (!uri.startsWith('file:') || folder === undefined) return undefined;
  try {
    if (!(await isInside(fileURLToPath(folder), fileURLToPath(uri)))) return undefined;
    return await readFile(fileURLToPath(uri), 'utf8');
  } catch {
    return undefined;
  }
}
