import { FileType, Uri, workspace } from 'vscode';

/** Where a path of this computer leads when symbolic links are followed; fails where it leads nowhere. */
export type RealPath = (path: string) => Promise<string>;

/**
 * The text of a file in a workspace folder. `null` for anything outside of them, and for what cannot be read.
 * @param realPath absent where the extension cannot ask the file system itself
 */
export async function readFile(address: string, realPath: RealPath | undefined): Promise<string | null> {
  const uri = Uri.parse(address, true);
  // A path may climb out of the folder that it seems to be in.
  const climbs = uri.path.split('/').includes('..');
  const folder = workspace.getWorkspaceFolder(uri)?.uri;
  if (climbs || folder === undefined) return null;
  try {
    if (!(await staysIn(folder, uri, realPath))) return null;
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

/** Whether symbolic links on the way lead to no other place. Where it cannot be asked where they lead, there may be none. */
async function staysIn(folder: Uri, uri: Uri, realPath: RealPath | undefined): Promise<boolean> {
  if (realPath && uri.scheme === 'file') {
    const [root, path] = await Promise.all([realPath(folder.fsPath), realPath(uri.fsPath)]);
    return path.startsWith(root) && /^$|[/\\]/.test(path.slice(root.length, root.length + 1));
  }
  const parts = uri.path.slice(folder.path.length).split('/').filter(Boolean);
  const onTheWay = parts.map((_, at) => Uri.joinPath(folder, ...parts.slice(0, at + 1)));
  const kinds = await Promise.all(onTheWay.map((part) => workspace.fs.stat(part)));
  return kinds.every(({ type }) => (type & FileType.SymbolicLink) === 0);
}
