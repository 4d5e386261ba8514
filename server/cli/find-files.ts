import { readdirSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isInsideSync } from '../inside.node.ts';
import { reasonOf, UsageError } from './io.ts';
import { showPath } from './terminal.ts';

/** A file that may be one of ours, by its name. */
export interface Candidate {
  /** From the working folder, with `/`. */
  readonly path: string;
  readonly absolute: string;
  /** Whether the user named the file itself, not a folder around it. */
  readonly named: boolean;
}

const candidateName = /^(?:Docker|Container)file|\.(?:docker|container)file$|\.ya?ml$/i;

/**
 * The files that paths stand for: named files as they are, folders with all that is in them and may be ours by name.
 * Folders named node_modules and hidden ones (`.git`) are passed over, and symbolic links to folders
 * are not followed, nor those to files outside of it and of the working folder.
 * @param ignores whether a path from the working folder is left out; a folder's path ends with `/`
 * @throws UsageError when a path does not exist or a folder cannot be read
 */
export function findFiles(paths: readonly string[], cwd: string, ignores: (path: string) => boolean): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const kind = reading(path, () => statSync(absolute));
    if (kind.isFile()) found.set(absolute, { path: pathFrom(cwd, absolute), absolute, named: true });
    else if (kind.isDirectory())
      for (const file of walk(absolute, cwd, ignores)) found.set(file.absolute, found.get(file.absolute) ?? file);
    else throw new UsageError(`${showPath(path)} is neither a file nor a folder`);
  }
  return [...found.values()];
}

function walk(root: string, cwd: string, ignores: (path: string) => boolean): readonly Candidate[] {
  const found: Candidate[] = [];
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const here = folder;
    const entries = reading(pathFrom(cwd, here), () => readdirSync(here, { withFileTypes: true }));
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    const below: string[] = [];
    for (const entry of entries) {
      const absolute = join(here, entry.name);
      const path = pathFrom(cwd, absolute);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && entry.name !== 'node_modules' && !ignores(`${path}/`)) below.push(absolute);
      } else if (
        candidateName.test(entry.name) &&
        !ignores(path) &&
        (entry.isFile() || (entry.isSymbolicLink() && isFileInside([root, cwd], absolute)))
      ) {
        found.push({ path, absolute, named: false });
      }
    }
    folders.push(...below.reverse());
  }
  return found;
}

/** Whether a link leads to a file below one of the folders: what lies elsewhere is not what the user asked to look at, or to mend. */
function isFileInside(folders: readonly string[], path: string): boolean {
  try {
    return statSync(path).isFile() && folders.some((folder) => isInsideSync(folder, path));
  } catch {
    return false;
  }
}

/** Runs a look at the file system. @throws UsageError when it fails */
export function reading<T>(shown: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError(`cannot read ${showPath(shown)}: ${reasonOf(error)}`);
  }
}

/** A path as output shows it: from the working folder, with `/`. */
export function pathFrom(cwd: string, absolute: string): string {
  const path = relative(cwd, absolute);
  return (isAbsolute(path) ? absolute : path).split(sep).join('/') || '.';
}
