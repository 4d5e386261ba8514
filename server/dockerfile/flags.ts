import type { Span } from '../text/span.ts';
import { instructionFlags } from './instructions.ts';
import type { Flag, Instruction } from './model.ts';

/** Flags that are on by their name alone, or take `true` and `false`. Source: docs.docker.com/reference/dockerfile. */
const booleans: ReadonlySet<string> = new Set(['keep-git-dir', 'link', 'parents', 'unpack']);

/** Flags that may stand more than once. */
const repeatable: ReadonlySet<string> = new Set(['device', 'exclude', 'mount']);

/** What is wrong with a flag, so that the builder refuses it. */
export interface FlagProblem {
  readonly kind: 'unknown' | 'twice' | 'noValue' | 'notBoolean';
  readonly flag: Flag;
  /** The flag's name in the text. */
  readonly name: Span;
}

/** The flags of any instruction. The builder reads `--name` before the arguments everywhere, even where no flag exists. */
export function writtenFlags({ flags, words, execForm }: Instruction): readonly Flag[] {
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
    } else if (flag.value === undefined || flag.value === '') return { kind: 'noValue', ...about };
  }
  return undefined;
}
