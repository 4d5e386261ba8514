import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { configurationFiles, relatedFiles, sizeLimit } from '../core.ts';
import { isInsideSync } from '../inside.node.ts';
import type { LintFile } from '../lint-workspace.ts';
import { pathFrom, reading, type Candidate } from './find-files.ts';

/** A candidate's text, or why it is not looked at. */
export type ReadText = { readonly text: string; readonly bom: boolean; readonly valid: boolean } | { readonly skipped: string };

/** Reads a candidate as UTF-8. @throws UsageError when it cannot be read */
export function readCandidate({ path, absolute }: Candidate): ReadText {
  const { size } = reading(path, () => statSync(absolute));
  if (size > 3 * sizeLimit) return { skipped: tooLarge }; // no character that counts as one takes more than three bytes
  return decode(reading(path, () => readFileSync(absolute)));
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
export function readConfigurations(cwd: string): readonly LintFile[] {
  const files = readPlaces(new Set(configurationFiles.map((name) => resolve(cwd, name))), cwd);
  return files.flatMap(({ path, text }) => (typeof text === 'string' ? [{ path, text }] : []));
}

/** A file's text; `null` when there is no such file, `undefined` when it cannot be read. */
export interface Companion {
  readonly path: string;
  readonly text: string | null | undefined;
}

/** The files that rules may look at besides the candidates themselves, such as the `.dockerignore` of each Dockerfile. */
export function readRelated(candidates: readonly (Candidate & { readonly text: string })[], cwd: string): readonly Companion[] {
  return readPlaces(new Set(candidates.flatMap(({ path, text }) => relatedFiles(path, text)).map((path) => resolve(cwd, path))), cwd);
}

/**
 * The files that lie beside named ones and tell them something, such as the other manifests of a folder: without them, what a named
 * file refers to would seem to be missing.
 * @param isWanted whether a file with a path from the working folder tells others anything
 */
export function readBeside(candidates: readonly Candidate[], cwd: string, isWanted: (path: string) => boolean): readonly Companion[] {
  const named = candidates.filter((candidate) => candidate.named);
  const known = new Set(candidates.map(({ absolute }) => absolute));
  const folders = new Set(named.filter(({ path }) => isWanted(path)).map(({ absolute }) => dirname(absolute)));
  const beside = [...folders].flatMap(filesIn);
  return readPlaces(new Set(beside.filter((absolute) => !known.has(absolute) && isWanted(pathFrom(cwd, absolute)))), cwd);
}

function filesIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(folder, entry.name));
  } catch {
    return [];
  }
}

function readPlaces(places: ReadonlySet<string>, cwd: string): readonly Companion[] {
  return [...places].map((place) => ({ path: pathFrom(cwd, place), text: readIfThere(place, cwd) }));
}

function readIfThere(path: string, cwd: string): string | null | undefined {
  try {
    // Most of what is asked for is not there: to find that out comes first, and costs little.
    const kind = statSync(path, { throwIfNoEntry: false });
    if (!kind) return null;
    if (!kind.isFile() || kind.size > 3 * sizeLimit) return undefined;
    // A link in the folder may lead anywhere; what lies elsewhere was named by the user.
    if (!pathFrom(cwd, path).startsWith('../') && !isInsideSync(cwd, path)) return undefined;
    const read = decode(readFileSync(path));
    return 'text' in read ? read.text : undefined;
  } catch {
    return undefined;
  }
}
