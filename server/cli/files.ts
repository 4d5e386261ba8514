import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { configurationFiles } from '../configuration.ts';
import type { LintFile } from '../lint-workspace.ts';
import { sizeLimit } from '../service.ts';
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

const isYaml = /\.ya?ml$/i;
const candidateName = /^(?:Docker|Container)file|\.(?:docker|container)file$|\.ya?ml$/i;

/**
 * The files that paths stand for: named files as they are, folders with all that is in them and may be ours by name.
 * Folders named node_modules and hidden ones (`.git`) are passed over, and symbolic links to folders are not followed.
 * @param ignores whether a path from the working folder is left out; a folder's path ends with `/`
 * @throws UsageError when a path does not exist or a folder cannot be read
 */
export async function findFiles(paths: readonly string[], cwd: string, ignores: (path: string) => boolean): Promise<readonly Candidate[]> {
  const found = new Map<string, Candidate>();
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const kind = await reading(path, () => stat(absolute));
    if (kind.isFile()) found.set(absolute, { path: pathFrom(cwd, absolute), absolute, named: true });
    else if (kind.isDirectory())
      for (const file of await walk(absolute, cwd, ignores)) found.set(file.absolute, found.get(file.absolute) ?? file);
    else throw new UsageError(`${showPath(path)} is neither a file nor a folder`);
  }
  return [...found.values()];
}

async function walk(root: string, cwd: string, ignores: (path: string) => boolean): Promise<readonly Candidate[]> {
  const found: Candidate[] = [];
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const here = folder;
    const entries = await reading(pathFrom(cwd, here), () => readdir(here, { withFileTypes: true }));
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
        (entry.isFile() || (entry.isSymbolicLink() && (await isFile(absolute))))
      ) {
        found.push({ path, absolute, named: false });
      }
    }
    folders.push(...below.reverse());
  }
  return found;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (kind) => kind.isFile(),
    () => false,
  );
}

async function reading<T>(shown: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new UsageError(`cannot read ${showPath(shown)}: ${reasonOf(error)}`);
  }
}

/** A path as output shows it: from the working folder, with `/`. */
export function pathFrom(cwd: string, absolute: string): string {
  const path = relative(cwd, absolute);
  return (isAbsolute(path) ? absolute : path).split(sep).join('/') || '.';
}

/** A candidate's text, or why it is not looked at. */
export type ReadText = { readonly text: string; readonly bom: boolean; readonly valid: boolean } | { readonly skipped: string };

/** Reads a candidate as UTF-8. @throws UsageError when it cannot be read */
export async function readCandidate({ path, absolute }: Candidate): Promise<ReadText> {
  const { size } = await reading(path, () => stat(absolute));
  if (size > 3 * sizeLimit) return { skipped: tooLarge }; // no character that counts as one takes more than three bytes
  return decode(await reading(path, () => readFile(absolute)));
}

const tooLarge = `larger than ${sizeLimit / 1_000_000} million characters`;

/** Decodes a file: without its byte order mark, with U+FFFD for what is no UTF-8. */
export function decode(bytes: Uint8Array): ReadText {
  if (bytes.includes(0)) return { skipped: 'holds NUL bytes, so it is no UTF-8 text' };
  const raw = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const bom = raw.startsWith('\uFEFF');
  const text = bom ? raw.slice(1) : raw;
  if (text.length > sizeLimit) return { skipped: tooLarge };
  return { text, bom, valid: !raw.includes('\uFFFD') || isUtf8(bytes) };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The configurations of the working folder, those that are there and can be read. */
export async function readConfigurations(cwd: string): Promise<readonly LintFile[]> {
  const files = await readPlaces(new Set(configurationFiles.map((name) => resolve(cwd, name))), cwd);
  return files.flatMap(({ path, text }) => (typeof text === 'string' ? [{ path, text }] : []));
}

/** A file's text; `null` when there is no such file, `undefined` when it cannot be read. */
export interface Companion {
  readonly path: string;
  readonly text: string | null | undefined;
}

/** The `.dockerignore` files that count for Dockerfiles: the one of the working folder, and those beside each Dockerfile. */
export function readDockerignores(candidates: readonly Candidate[], cwd: string): Promise<readonly Companion[]> {
  const places = new Set([resolve(cwd, '.dockerignore')]);
  for (const { absolute } of candidates) {
    if (isYaml.test(absolute)) continue;
    places.add(join(dirname(absolute), '.dockerignore'));
    places.add(`${absolute}.dockerignore`);
  }
  return readPlaces(places, cwd);
}

function readPlaces(places: ReadonlySet<string>, cwd: string): Promise<readonly Companion[]> {
  return Promise.all([...places].map(async (place) => ({ path: pathFrom(cwd, place), text: await readIfThere(place) })));
}

async function readIfThere(path: string): Promise<string | null | undefined> {
  try {
    const kind = await stat(path);
    if (!kind.isFile() || kind.size > 3 * sizeLimit) return undefined;
    const read = decode(await readFile(path));
    return 'text' in read ? read.text : undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? null : undefined;
  }
}
