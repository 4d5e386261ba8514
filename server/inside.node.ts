import { realpathSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';

/**
 * Whether a file lies in a folder where symbolic links really lead: a link in somebody’s project may point anywhere.
 * Fails as the file system does, such as with ENOENT where there is no such file.
 */
export async function isInside(folder: string, file: string): Promise<boolean> {
  return holds(await realpath(folder), await realpath(file));
}

/** As {@link isInside}, at once. */
export function isInsideSync(folder: string, file: string): boolean {
  return holds(realpathSync(folder), realpathSync(file));
}

function holds(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
