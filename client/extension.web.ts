import { Uri, workspace, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
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
  let worker: Worker | undefined;
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  start(context, (options) => {
    const launch = async (): Promise<Worker> => {
      worker?.terminate();
      worker = await launchServer(context.extensionUri);
      return worker;
    };
    return new LanguageClient('mulgil', 'Mulgil', launch, options);
  });
}

/** The worker is made from the file's text: workers from the address of an extension that a remote serves are refused. */
async function launchServer(extensionUri: Uri): Promise<Worker> {
  const read = (path: string): Thenable<Uint8Array> => workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', path));
  const [code, content, kubernetes] = await Promise.all([read('server.web.js'), read('data/content.json'), read('data/kubernetes.json')]);
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  try {
    const worker = new Worker(url, { name: 'Mulgil' });
    const text = new TextDecoder();
    worker.postMessage({ content: text.decode(content), kubernetes: text.decode(kubernetes) });
    return worker;
  } finally {
    URL.revokeObjectURL(url);
  }
}
