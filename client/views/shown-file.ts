import { Range, Uri, ViewColumn, window, workspace } from 'vscode';

/** The last part of a file's path. */
export function fileName({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The file that a panel remembered; `undefined` when that cannot be understood, or it was never saved. */
export function rememberedFile(state: unknown): Uri | undefined {
  const uri = typeof state === 'object' && state !== null && 'uri' in state ? state.uri : undefined;
  if (typeof uri !== 'string') return undefined;
  try {
    const parsed = Uri.parse(uri, true);
    return parsed.scheme === 'untitled' ? undefined : parsed;
  } catch {
    return undefined;
  }
}

/** Puts the cursor on a place of a file, in the editor that shows it. */
export async function revealPlace(uri: Uri, line: number, character: number): Promise<void> {
  const visible = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const document = await workspace.openTextDocument(uri);
  const position = document.validatePosition(new Range(line, character, line, character).start);
  await window.showTextDocument(document, {
    viewColumn: visible?.viewColumn ?? ViewColumn.One,
    selection: new Range(position, position),
  });
}
