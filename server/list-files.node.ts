import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The files below a folder whose names are wanted, as paths from it with `/`. Hidden folders and `node_modules` are passed over, symbolic links are
 * not followed, and what cannot be read is left out.
 * @param limit how many files are named at most
 */
export async function listFiles(folderUri: string, wants: (name: string) => boolean, limit: number): Promise<readonly string[]> {
  if (!folderUri.startsWith('file:')) return [];
  const found: string[] = [];
  const root = fileURLToPath(folderUri);
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined && found.length < limit; folder = folders.pop()) {
    const here = folder;
    const entries = await readdir(join(root, here), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') folders.push(`${here}${entry.name}/`);
      else if (entry.isFile() && wants(entry.name) && found.length < limit) found.push(here + entry.name);
    }
  }
  return found;
}
