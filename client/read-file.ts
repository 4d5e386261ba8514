import { Uri, workspace } from 'vscode';

/** The text of a file in a workspace folder. `null` for anything outside of them, and for what cannot be read. */
export async function readFile(address: string): Promise<string | null> {
  const uri = Uri.parse(address, true);
  // A path may climb out of the folder that it seems to be in.
  const climbs = uri.path.split('/').includes('..');
  if (climbs || workspace.getWorkspaceFolder(uri) === undefined) return null;
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
