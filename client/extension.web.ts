import { Uri, workspace, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { dataFiles, type WorkerData } from '../server/protocol.ts';
import { start } from './activate.ts';

/** The browser's worker; the types here are those of Node, so it is declared by what is used of it. */
declare class Worker {
  constructor(url: string, options: { readonly name: string });
  postMessage(data: WorkerData): void;
  terminate(): void;
}

/** Starts the extension in a browser: the server runs in a web worker. */
export function activate(context: ExtensionContext): void {
  let end = (): void => undefined;
  context.subscriptions.push({ dispose: () => end() });
  start(context, (options) => {
    // The host's workers are none to `instanceof`, by which the client would know one, so it gets the two ends of the line.
    const launch = async (): Promise<MessageTransports> => {
      end();
      const { code, data } = await readParts(context.extensionUri);
      // A worker from the address of an extension that a remote serves is refused; one from an address of this page is not.
      const url = URL.createObjectURL(new Blob(code, { type: 'text/javascript' }));
      const worker = new Worker(url, { name: 'Mulgil' });
      end = () => {
        worker.terminate();
        URL.revokeObjectURL(url);
      };
      worker.postMessage(data);
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    return new LanguageClient('mulgil', 'Mulgil', launch, options);
  });
}

/** The scripts of the server, the core before what is the worker's own, and the data; all read together. */
async function readParts(extensionUri: Uri): Promise<{ readonly code: Uint8Array[]; readonly data: WorkerData }> {
  const readAll = (paths: readonly string[]): Promise<Uint8Array[]> =>
    Promise.all(paths.map(async (path) => await workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', path))));
  const names = Object.keys(dataFiles) as (keyof WorkerData)[];
  const [code, data] = await Promise.all([readAll(['core.cjs', 'server.web.js']), readAll(names.map((name) => `data/${dataFiles[name]}`))]);
  return { code, data: Object.fromEntries(names.map((name, index) => [name, data[index]])) as WorkerData };
}
