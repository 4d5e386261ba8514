import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';

/** What a command sees of the world around it; tests give their own. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard output is a terminal. */
  readonly isTerminal: boolean;
  /** How many characters fit into a line of it. */
  readonly columns?: number | undefined;
  out(text: string): void;
  /** Shows a line on standard error in the place of the one before; an empty one takes it away. Absent where that is no terminal. */
  readonly status?: (line: string) => void;
  /** A line for standard error. */
  err(line: string): void;
  /** Everything that standard input gives. */
  readInput(): Promise<Uint8Array>;
}

/** The process's own input and output. */
export function processIo(): Io {
  // A reader that had enough, such as `head`, is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const clear = process.stderr.isTTY ? '\r\x1b[2K' : '';
  return {
    cwd: process.cwd(),
    env: process.env,
    isTerminal: process.stdout.isTTY,
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    out: (text) => void process.stdout.write(text),
    err: (line) => void process.stderr.write(`${clear}${line}\n`),
    ...(process.stderr.isTTY ? { status: (line: string) => void process.stderr.write(`${clear}${line}`) } : {}),
    readInput: () => buffer(process.stdin),
  };
}

/** A mistake of whoever called: told in one line, and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Reads a file that the user named. @throws UsageError when that fails */
export async function readNamedFile(path: string, shown: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new UsageError(`cannot read ${shown}: ${reasonOf(error)}`);
  }
}

/** Why the file system refused, in a few words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file or folder',
    ENOTDIR: 'there is no such file or folder',
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EISDIR: 'it is a folder',
    ELOOP: 'its symbolic links go in a circle',
    ENAMETOOLONG: 'the name is too long',
    EROFS: 'the file system is read-only',
    ENOSPC: 'no space is left',
  };
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
