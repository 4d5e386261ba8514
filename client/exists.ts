import { workspace, type Uri } from 'vscode';

/** Whether there is a file or a folder of this name, on whatever file system. */
export async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
