import { resolve } from 'node:path';
import type { ReadConfiguration } from '../configuration.ts';
import { allRules, openRun, parseConfiguration } from '../core.ts';
import type { Run, RunOptions } from '../lint-workspace.ts';
import { usualLanguage } from './arguments.ts';
import { findFiles, pathFrom, type Candidate } from './find-files.ts';
import { readNamedFile, UsageError, type Io } from './io.ts';
import { createProgress } from './progress.ts';
import { decode, readCandidate, readBeside, readConfigurations, readRelated } from './read-files.ts';
import { harmless, showPath } from './terminal.ts';

/** A file that was read. */
export interface BatchFile extends Candidate {
  readonly text: string;
  /** Whether the file begins with a byte order mark, which is not in `text`. */
  readonly bom: boolean;
  /** Whether the file is UTF-8; if not, `text` has U+FFFD where it is not. */
  readonly valid: boolean;
}

/** The files of a command and the run that checks them, as one workspace. */
export interface Batch {
  readonly files: readonly BatchFile[];
  readonly run: Run;
}

/** What a command wants to have checked, and how. */
export interface BatchRequest {
  readonly paths: readonly string[];
  /** Read from standard input when one of the paths is `-`: the name that its text goes by. */
  readonly inputName?: string | undefined;
  /** A file to be read instead of `.mulgil.yaml`. */
  readonly config?: string | undefined;
  readonly options: Pick<RunOptions, 'preset' | 'language'>;
}

/**
 * Reads the files that paths stand for, and the configuration of the working folder. What is left out is told on standard error.
 * @throws UsageError when something cannot be read
 */
export async function openBatch({ paths, inputName, config, options }: BatchRequest, io: Io): Promise<Batch> {
  if (paths.length === 0) throw new UsageError('name at least one file or folder, or `.` for this one');
  const configuration = config === undefined ? undefined : await readConfigurationFile(config, io);
  const log = (message: string): void => io.err(`mulgil: ${harmless(message.split('\n')[0] ?? '')}`);
  const run = openRun(
    readConfigurations(io.cwd),
    { ...options, others: 'unknown', usualLanguage: usualLanguage(io), ...(configuration ? { configuration } : {}) },
    log,
  );
  for (const problem of run.problems) log(problem);

  const files = paths.includes('-') ? [await readInput(inputName, io)] : [];
  const candidates = findFiles(
    paths.filter((path) => path !== '-'),
    io.cwd,
    run.settings.ignores,
  );
  const progress = createProgress(io, run.locale);
  for (const [done, candidate] of candidates.entries()) {
    progress.report('reading', done, candidates.length);
    if (run.settings.ignores(candidate.path)) io.err(`mulgil: ${showPath(candidate.path)} is left out by the configuration`);
    else {
      const read = readCandidate(candidate);
      if ('text' in read) files.push({ ...candidate, ...read });
      else io.err(`mulgil: ${showPath(candidate.path)} is not checked: ${read.skipped}`);
    }
  }
  progress.end();
  const companions = [...readRelated(files, io.cwd), ...readBeside(files, io.cwd, run.isIndexed)];
  for (const { path, text } of [...companions, ...files]) if (text !== undefined) run.know({ path, text });
  return { files, run };
}

async function readConfigurationFile(path: string, io: Io): Promise<ReadConfiguration> {
  const read = decode(await readNamedFile(resolve(io.cwd, path), showPath(path)));
  if (!('text' in read)) throw new UsageError(`cannot read ${showPath(path)}: it ${read.skipped}`);
  return parseConfiguration(read.text, path, allRules);
}

async function readInput(name: string | undefined, io: Io): Promise<BatchFile> {
  if (name === undefined) throw new UsageError('`-` needs --stdin-filename, so that the kind of file is known');
  const read = decode(await io.readInput());
  if (!('text' in read)) throw new UsageError(`standard input ${read.skipped}`);
  const absolute = resolve(io.cwd, name);
  return { path: pathFrom(io.cwd, absolute), absolute, named: true, ...read };
}

/** Says that a file which the user named is none of ours. */
export function tellForeign({ path, named }: BatchFile, io: Io): void {
  if (named) io.err(`mulgil: ${showPath(path)} is not checked: it is no Dockerfile, Compose file or Kubernetes manifest`);
}
