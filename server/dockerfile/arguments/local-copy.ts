import type { Span } from '../../text/span.ts';
import { flagsNamed } from '../instructions.ts';
import type { DockerfileModel, Instruction } from '../model.ts';
import { wordsWithoutComment } from './trailing-comment.ts';

/** COPY or ADD from the build context. */
export interface LocalCopy {
  readonly instruction: Instruction;
  /** The paths as they are written. */
  readonly argumentsSpan: Span;
  readonly sources: readonly string[];
  readonly destination: string;
}

/** Reads a COPY or ADD whose sources lie in the build context; `undefined` for other instructions, other stages' files, heredocs and unfinished ones. */
export function readLocalCopy(model: DockerfileModel, instruction: Instruction): LocalCopy | undefined {
  const { keyword, heredocs, execForm } = instruction;
  if ((keyword !== 'COPY' && keyword !== 'ADD') || heredocs.length > 0 || flagsNamed(instruction, 'from').length > 0) return undefined;
  const words = wordsWithoutComment(model, instruction);
  const paths = execForm ?? words.map(({ text }) => text);
  const [first, last, destination] = [words[0], words.at(-1), paths.at(-1)];
  if (!first || !last || destination === undefined || paths.length < 2) return undefined;
  return { instruction, argumentsSpan: { start: first.span.start, end: last.span.end }, sources: paths.slice(0, -1), destination };
}

/** Whether the whole build context is copied. */
export function isWholeContext({ instruction, sources }: LocalCopy): boolean {
  const partly = instruction.flags.some(({ name }) => name === 'exclude' || name === 'parents');
  return !partly && sources.some((source) => /^(?:\.?\/)?(?:\*|\.?)$/.test(source));
}

/** Whether the source, perhaps a pattern with `*`, matches a file's name in the context's root. */
export function copiesFile({ sources }: LocalCopy, file: string): boolean {
  return sources.some((source) => {
    const pattern = source.replace(/^\.?\//, '');
    const star = pattern.indexOf('*');
    return star < 0
      ? pattern === file
      : file.length >= pattern.length - 1 && file.startsWith(pattern.slice(0, star)) && file.endsWith(pattern.slice(star + 1));
  });
}
