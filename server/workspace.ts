/** The files that a rule or the configuration may look at, by path from the workspace's root (`/` between folders). */
export interface Workspace {
  /** The file's text; `null` when there is no such file, `undefined` when it is not known whether there is. */
  read(path: string): string | null | undefined;
  /** What the languages keep of all files of the workspace; absent where nobody looked at them. */
  readonly indexes?: Indexes;
}

/** Where a file lies. */
export interface Place {
  readonly workspace: Workspace;
  /** From the workspace's root. */
  readonly path: string;
}

/** A workspace that its owner fills as files come and go. */
export interface MutableWorkspace extends Workspace {
  /** Keeps a file's text, or with `null` that there is no such file. */
  write(path: string, text: string | null): void;
}

/** The indexes of the languages that have one. Each language knows the shape of its own. */
export interface Indexes {
  /** The index of a language. */
  get(language: string): unknown;
  /** Whether every file of the workspace was looked at. Until then, what is not found may still come. */
  readonly complete: boolean;
}

/**
 * A workspace held in memory.
 * @param files the files that are known
 * @param others what is known of all others: that they are missing, or nothing
 * @param indexes what the languages keep of them, see createIndexes
 */
export function createWorkspace(
  files: Iterable<readonly [path: string, text: string]> = [],
  others: 'missing' | 'unknown' = 'unknown',
  indexes?: Indexes,
): MutableWorkspace {
  const texts = new Map<string, string | null>();
  for (const [path, text] of files) texts.set(normalisePath(path), text);
  const otherwise = others === 'missing' ? null : undefined;
  return {
    read: (path) => {
      const text = texts.get(normalisePath(path));
      return text === undefined ? otherwise : text;
    },
    ...(indexes ? { indexes } : {}),
    write: (path, text) => void texts.set(normalisePath(path), text),
  };
}

/** The path with `/` between folders and without `./` before them. */
export function normalisePath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
}
