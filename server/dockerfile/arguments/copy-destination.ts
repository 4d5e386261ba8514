import type { Span } from '../../text/span.ts';
import type { DockerfileModel, Instruction } from '../model.ts';
import { plain } from './plain.ts';
import { wordsWithoutComment } from './trailing-comment.ts';

/** Where a COPY or ADD puts its files. */
export interface Destination {
  /** Without quotes; variables as they are written. */
  readonly path: string;
  /** As written, quotes included and without the bracket of an array. */
  readonly span: Span;
}

/** The destination of a COPY or ADD; `undefined` for an unfinished one and for an array that is no valid JSON. */
export function destinationOf(model: DockerfileModel, instruction: Instruction): Destination | undefined {
  const { execForm, argumentsSpan } = instruction;
  if (execForm) {
    const path = execForm.at(-1);
    if (path === undefined || execForm.length < 2 || !argumentsSpan) return undefined;
    const written = JSON.stringify(path);
    const at = model.text.slice(argumentsSpan.start, argumentsSpan.end).lastIndexOf(written);
    const start = argumentsSpan.start + at;
    // Written with other escapes than ours, the whole array stands for it.
    return { path, span: at < 0 ? argumentsSpan : { start, end: start + written.length } };
  }
  const words = wordsWithoutComment(model, instruction);
  const last = words.at(-1);
  if (!last || words.length < 2 || words[0]?.text.startsWith('[')) return undefined;
  // A quoted path with spaces is several words.
  const quote = /["']$/.exec(last.text)?.[0];
  const first = quote !== undefined && !last.text.startsWith(quote) ? words.findLast(({ text }) => text.startsWith(quote)) : last;
  const span = { start: (first ?? last).span.start, end: last.span.end };
  const written = model.text.slice(span.start, span.end);
  // Windows paths hold the character that escapes elsewhere.
  return { path: /^["']?[a-z]:/i.test(written) ? written.replace(/^["']|["']$/g, '') : plain(model, span), span };
}

/** How many sources a COPY or ADD has, heredocs included. */
export function countSources(model: DockerfileModel, instruction: Instruction): number {
  return (instruction.execForm ?? wordsWithoutComment(model, instruction)).length - 1;
}
