import type { Span } from '../text/span.ts';
import type { DockerfileModel, Instruction } from './model.ts';

/** A word of ENV, LABEL or ARG, which quotes and escapes may make longer than white space tells. */
export interface PairWord {
  /** As it is written, without the line breaks of continuations. */
  readonly text: string;
  readonly span: Span;
}

/**
 * Divides the arguments of ENV, LABEL or ARG as the builder does: white space divides unless it is quoted or escaped,
 * and lines that go on are joined first. Source: docs.docker.com/reference/dockerfile, "ENV".
 */
export function pairWords(model: DockerfileModel, { argumentsSpan }: Instruction): readonly PairWord[] {
  if (!argumentsSpan) return [];
  const written = hideContinuations(model.text.slice(argumentsSpan.start, argumentsSpan.end), model.escape);
  const words: PairWord[] = [];
  let [start, last, quote, text] = [-1, 0, '', ''];
  const finish = (): void => {
    if (start >= 0) words.push({ text, span: { start: argumentsSpan.start + start, end: argumentsSpan.start + last + 1 } });
    [start, quote, text] = [-1, '', ''];
  };
  for (let at = 0; at < written.length; at++) {
    const char = written[at] ?? '';
    if (char === hidden) continue;
    if (quote === '' && /\s/.test(char)) {
      finish();
      continue;
    }
    if (start < 0) start = at;
    last = at;
    text += char;
    if (char === model.escape && quote !== "'" && at + 1 < written.length) {
      last = ++at;
      text += written.slice(at, at + 1).replace(hidden, '');
    } else if (quote === '' ? char === '"' || char === "'" : char === quote) quote = quote === '' ? char : '';
  }
  finish();
  return words;
}

/** Stands for what the builder leaves out when it joins lines. */
const hidden = '\0';

function hideContinuations(written: string, escape: string): string {
  return written
    .split(/(?<=\n)/)
    .map((line, index) => {
      if (index > 0 && /^\s*(?:#|$)/.test(line)) return hidden.repeat(line.length);
      const code = line.trimEnd();
      return code.endsWith(escape) && code.length < line.length ? code.slice(0, -1).padEnd(line.length, hidden) : line;
    })
    .join('');
}
