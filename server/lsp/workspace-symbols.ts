import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { Folder } from './folders.ts';

/** Most symbols that one question is answered with. */
const limit = 500;

/** The names in the indexes of all folders that hold a query, whatever the case of its letters. */
export function workspaceSymbols(folders: readonly Folder[], query: string): WorkspaceSymbol[] {
  const wanted = query.toLowerCase();
  return folders
    .flatMap(({ indexes, addressOf }) =>
      [...indexes.all.values()]
        .flatMap((index) => index.search?.(wanted) ?? [])
        .map(({ name, kind, path, range }) => ({
          name,
          containerName: kind,
          kind: SymbolKind.Object,
          location: { uri: addressOf(path), range },
        })),
    )
    .slice(0, limit);
}
