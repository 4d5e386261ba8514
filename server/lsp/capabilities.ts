import { TextDocumentSyncKind, type ServerCapabilities } from 'vscode-languageserver';
import { configurationFiles } from '../configuration.ts';
import { languages } from '../languages.ts';
import { fixAllKind } from './code-actions.ts';
import { convertKind } from './convert.ts';

/** What the server tells a client that it can do. */
export const capabilities: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  diagnosticProvider: { identifier: 'mulgil', interFileDependencies: true, workspaceDiagnostics: false },
  hoverProvider: true,
  completionProvider: { triggerCharacters: ['-', '=', ',', '$', '{', ' '] },
  codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind, convertKind] },
  documentLinkProvider: { resolveProvider: false },
  signatureHelpProvider: { triggerCharacters: [' ', '=', ','] },
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  codeLensProvider: { resolveProvider: false },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** The names of the files whose changes count, each once: two languages may look at the same files. */
export function watchedNames(): readonly string[] {
  return [...new Set([...configurationFiles, ...languages.flatMap(({ watches = [], indexes = [] }) => [...watches, ...indexes])])];
}
