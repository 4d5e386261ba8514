/** The folder of a path, with `/` at its end; empty for the root. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A path as it is written in a file of a folder, from the workspace's root. `undefined` for what leads out of the workspace. */
export function joinPath(folder: string, written: string): string | undefined {
  if (written.startsWith('/') || /^[a-z][a-z+.-]*:/i.test(written)) return undefined;
  const parts: string[] = [];
  for (const part of `${folder}${written}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
