import { Uri, workspace, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import type { WorkerData } from '../server/protocol.ts';
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
      const [code, content, kubernetes] = await readParts(context.extensionUri);
      // A worker from the address of an extension that a remote serves is refused; one from an address of this page is not.
      const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
      const worker = new Worker(url, { name: 'Mulgil' });
      end = () => {
        worker.terminate();
        URL.revokeObjectURL(url);
      };
      worker.postMessage({ content, kubernetes });
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    return new LanguageClient('mulgil', 'Mulgil', launch, options);
  });
}

/** The server and its data, read together. */
function readParts(extensionUri: Uri): Promise<readonly [code: string, content: string, kubernetes: string]> {
  const read = async (path: string): Promise<string> =>
    new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', path)));
  return Promise.all([read('server.web.js'), read('data/content.json'), read('data/kubernetes.json')]);
}
