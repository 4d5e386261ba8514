/** The files that a rule or the configuration may look at, by path from the workspace's root (`/` between folders). */
export interface Workspace {
  /** The file's text; `undefined` when there is no such file or its text was not read. */
  read(path: string): string | undefined;
}

/** A workspace that its owner fills and empties as files come and go. */
export interface MutableWorkspace extends Workspace {
  write(path: string, text: string): void;
  remove(path: string): void;
}

/** A workspace held in memory. */
export function createWorkspace(files: Iterable<readonly [path: string, text: string]> = []): MutableWorkspace {
  const texts = new Map<string, string>();
  for (const [path, text] of files) texts.set(normalisePath(path), text);
  return {
    read: (path) => texts.get(normalisePath(path)),
    write: (path, text) => void texts.set(normalisePath(path), text),
    remove: (path) => void texts.delete(normalisePath(path)),
  };
}

/** The path with `/` between folders and without `./` before them. */
export function normalisePath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
}
