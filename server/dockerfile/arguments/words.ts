import type { Span } from '../../text/span.ts';
import type { DockerfileModel, Word } from '../model.ts';
import { continuationEnd } from '../variables/expansion.ts';

/**
 * The words of a stretch as the builder divides them: at white space that is neither quoted nor escaped, after joining the lines that
 * go on. Their text is what is written, without the line breaks and comments of continuations.
 * Source: docs.docker.com/reference/dockerfile, "ENV".
 */
export function splitWords({ text, escape }: DockerfileModel, { start, end }: Span): readonly Word[] {
  const words: Word[] = [];
  let quote = '';
  let word = '';
  let first: number | undefined;
  let last = start;
  const take = (from: number, to: number): void => {
    first ??= from;
    last = to;
    word += text.slice(from, to);
  };
  const finish = (): void => {
    if (first !== undefined) words.push({ text: word, span: { start: first, end: last } });
    first = undefined;
    word = '';
  };
  let at = start;
  while (at < end) {
    const char = text[at] ?? '';
    const after = char === escape ? continuationEnd(text, at, end) : undefined;
    if (after !== undefined) {
      // A continuation inside a word joins it with the next line; after white space the word has ended already.
      at = after;
    } else if (quote === '' && /\s/.test(char)) {
      finish();
      at++;
    } else {
      const length = char === escape && quote !== "'" && at + 1 < end ? 2 : 1;
      if (length === 1 && (quote === '' ? char === '"' || char === "'" : char === quote)) quote = quote === '' ? char : '';
      take(at, at + length);
      at += length;
    }
  }
  finish();
  return words;
}
