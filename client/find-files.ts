import { RelativePattern, Uri, workspace } from 'vscode';
import type { FindFilesParams } from '../server/protocol.ts';
import { globOfNames } from './name-globs.ts';

/** The files of a workspace folder with some names. Folders that VS Code leaves out of its own search are left out here. */
export async function findFiles({ folder, names, limit }: FindFilesParams): Promise<readonly string[]> {
  const uri = Uri.parse(folder, true);
  if (workspace.getWorkspaceFolder(uri) === undefined) return [];
  const found = await workspace.findFiles(new RelativePattern(uri, globOfNames(names)), '**/node_modules/**', limit);
  return found.map((file) => file.toString());
}
