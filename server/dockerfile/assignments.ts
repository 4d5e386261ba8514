import type { Span } from '../text/span.ts';
import { continuationEnd } from './expansion.ts';
import type { DockerfileModel, Instruction } from './model.ts';

/** `NAME=value` of ENV, ARG or LABEL, or ENV's and LABEL's old `NAME value`. */
export interface Assignment {
  /** As written, quotes of a label's name included. */
  readonly name: string;
  readonly nameSpan: Span;
  /** `undefined` for an ARG without a default. */
  readonly valueSpan: Span | undefined;
  /** Written without `=`. */
  readonly legacy: boolean;
}

/** What an ENV, ARG or LABEL sets, in order. */
export function assignmentsOf({ text, escape }: DockerfileModel, { keyword, argumentsSpan, words }: Instruction): readonly Assignment[] {
  const first = words[0];
  if (!argumentsSpan || !first) return [];
  const items = splitWords(text, argumentsSpan, escape);
  const [head] = items;
  if (keyword !== 'ARG' && head && !text.slice(head.start, head.end).includes('=')) {
    const second = items[1];
    return [
      {
        name: text.slice(head.start, head.end),
        nameSpan: head,
        valueSpan: second && { start: second.start, end: argumentsSpan.end },
        legacy: true,
      },
    ];
  }
  return items.flatMap((span): Assignment[] => {
    const written = text.slice(span.start, span.end);
    const equals = written.indexOf('=');
    if (equals === 0 || (equals < 0 && keyword !== 'ARG')) return [];
    const end = equals < 0 ? span.end : span.start + equals;
    return [
      {
        name: text.slice(span.start, end),
        nameSpan: { start: span.start, end },
        valueSpan: equals < 0 ? undefined : { start: end + 1, end: span.end },
        legacy: false,
      },
    ];
  });
}

/** The words of a stretch, split at white space outside of quotes. */
export function splitWords(text: string, { start, end }: Span, escape: string): readonly Span[] {
  const spans: Span[] = [];
  let quote = '';
  let from: number | undefined;
  let at = start;
  const close = (): void => {
    if (from !== undefined) spans.push({ start: from, end: at });
    from = undefined;
  };
  while (at < end) {
    const char = text[at] ?? '';
    const after = char === escape ? continuationEnd(text, at, end) : undefined;
    if (after !== undefined) {
      // A continuation inside a word joins it with the next line; after white space the word has ended already.
      at = after;
      continue;
    }
    if (quote === '' && /\s/.test(char)) close();
    else {
      from ??= at;
      if (char === escape && quote !== "'") at++;
      else if (quote === '' ? char === '"' || char === "'" : char === quote) quote = quote === '' ? char : '';
    }
    at++;
  }
  at = Math.min(at, end);
  close();
  return spans;
}
