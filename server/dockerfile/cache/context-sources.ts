import { isWholeContext, readLocalCopy } from '../arguments/local-copy.ts';
import { mountsOf, mountType, mountValue } from '../arguments/mounts.ts';
import type { DockerfileModel, Instruction } from '../model.ts';

/** What an instruction reads from the build context. */
export interface ContextSources {
  /** The whole context. */
  readonly whole: boolean;
  /** Paths and patterns as they are written, the whole context not among them. */
  readonly paths: readonly string[];
}

/** The files of the build context that decide whether an instruction's result is still good; `undefined` when it reads none. */
export function contextSources(model: DockerfileModel, instruction: Instruction): ContextSources | undefined {
  if (instruction.keyword === 'RUN') return boundSources(model, instruction);
  const copy = readLocalCopy(model, instruction);
  if (!copy) return undefined;
  const paths = copy.sources.filter((source) => !isElsewhere(source));
  if (paths.length === 0) return undefined;
  const whole = isWholeContext(copy);
  return { whole, paths: whole ? paths.filter((path) => !/^(?:\.?\/)?(?:\*|\.?)$/.test(path)) : paths };
}

/** ADD takes web addresses and Git repositories too. */
function isElsewhere(source: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:\/\/|git@)/i.test(source);
}

/** Bind mounts without `from` bring files of the context. Source: docs.docker.com/reference/dockerfile, "RUN --mount". */
function boundSources(model: DockerfileModel, run: Instruction): ContextSources | undefined {
  const sources = mountsOf(model, run)
    .filter((options) => mountType(options) === 'bind' && mountValue(options, 'from') === undefined)
    .map((options) => mountValue(options, 'source') ?? '.');
  if (sources.length === 0) return undefined;
  const paths = sources.filter((source) => !/^\.?\/?$/.test(source));
  return { whole: paths.length < sources.length, paths };
}
