import type { Span } from '../text/span.ts';
import { isQuoted, unquoted } from './arguments/quotes.ts';
import type { DockerfileModel, Flag, Instruction, Word } from './model.ts';

/** Every instruction of the Dockerfile and the flags that the builder accepts for it (stable syntax and labs). Source: docs.docker.com/reference/dockerfile. */
export const instructionFlags: Readonly<Record<string, readonly string[]>> = {
  ADD: ['checksum', 'chmod', 'chown', 'exclude', 'keep-git-dir', 'link', 'unpack'],
  ARG: [],
  CMD: [],
  COPY: ['chmod', 'chown', 'exclude', 'from', 'link', 'parents'],
  ENTRYPOINT: [],
  ENV: [],
  EXPOSE: [],
  FROM: ['platform'],
  HEALTHCHECK: ['interval', 'timeout', 'start-period', 'start-interval', 'retries'],
  LABEL: [],
  MAINTAINER: [],
  ONBUILD: [],
  RUN: ['device', 'mount', 'network', 'security'],
  SHELL: [],
  STOPSIGNAL: [],
  USER: [],
  VOLUME: [],
  WORKDIR: [],
};

/** Whether the keyword (in upper case) is an instruction. */
export function isInstruction(keyword: string): boolean {
  return Object.hasOwn(instructionFlags, keyword);
}

/** Flags that are on by their name alone, or take `true` and `false`. Source: docs.docker.com/reference/dockerfile. */
const booleans: ReadonlySet<string> = new Set(['keep-git-dir', 'link', 'parents', 'unpack']);

/** Flags that may stand more than once. */
const repeatable: ReadonlySet<string> = new Set(['device', 'exclude', 'mount']);

/** Whether the flag is on by its name alone. */
export function isBooleanFlag(name: string): boolean {
  return booleans.has(name);
}

/** The flags of this name, in whatever case they are written. */
export function flagsNamed({ flags }: Instruction, name: string): readonly Flag[] {
  return flags.filter((flag) => flag.name.toLowerCase() === name);
}

/** The value of a flag without quotes, where it stands; `undefined` without a `=`. */
export function flagValue({ text }: DockerfileModel, { value, span }: Flag): Word | undefined {
  if (value === undefined) return undefined;
  const start = text.indexOf('=', span.start) + 1;
  const written = text.slice(start, span.end);
  const quotes = isQuoted(written) ? 1 : 0;
  return { text: unquoted(written), span: { start: start + quotes, end: span.end - quotes } };
}

/** What is wrong with a flag, so that the builder refuses it. */
export interface FlagProblem {
  readonly kind: 'unknown' | 'twice' | 'noValue' | 'notBoolean';
  readonly flag: Flag;
  /** The flag's name in the text. */
  readonly name: Span;
}

/** The flags of any instruction. The builder reads `--name` before the arguments everywhere, even where no flag exists. */
function writtenFlags({ flags, words, execForm }: Instruction): readonly Flag[] {
  if (flags.length > 0 || execForm) return flags;
  const end = words.findIndex(({ text }) => !/^--[a-z]/i.test(text));
  return words.slice(0, end < 0 ? words.length : end).map(({ text, span }): Flag => {
    const equals = text.indexOf('=');
    return { name: equals < 0 ? text.slice(2) : text.slice(2, equals), value: equals < 0 ? undefined : text.slice(equals + 1), span };
  });
}

/** The first flag of an instruction that the builder refuses. */
export function flagProblem(instruction: Instruction): FlagProblem | undefined {
  const known = instructionFlags[instruction.keyword];
  if (!known) return undefined;
  const seen = new Set<string>();
  for (const flag of writtenFlags(instruction)) {
    const about = { flag, name: { start: flag.span.start + 2, end: flag.span.start + 2 + flag.name.length } };
    if (!known.includes(flag.name)) return flag.name === '' ? undefined : { kind: 'unknown', ...about };
    if (seen.has(flag.name) && !repeatable.has(flag.name)) return { kind: 'twice', ...about };
    seen.add(flag.name);
    if (booleans.has(flag.name)) {
      if (flag.value !== undefined && !/^["']?(?:true|false)["']?$/i.test(flag.value)) return { kind: 'notBoolean', ...about };
    } else if (flag.value === undefined || (flag.value === '' && flag.name === 'mount')) return { kind: 'noValue', ...about };
    // Every other flag may be empty, which is the same as leaving it out.
  }
  return undefined;
}
