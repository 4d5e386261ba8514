import { realpath } from 'node:fs/promises';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind, type NodeModule } from 'vscode-languageclient/node';
import { start } from './activate.ts';

/** Starts the extension in VS Code's Node host: the server is a process of its own, spoken to over IPC. */
export function activate(context: ExtensionContext): void {
  const run: NodeModule = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const debug: NodeModule = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  start(context, (options) => new LanguageClient('mulgil', 'Mulgil', { run, debug }, options), realpath);
}
