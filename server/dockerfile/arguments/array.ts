import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import type { LiteralWord } from '../shell.ts';

/** Edits that turn words into a JSON array where they stand, so that line breaks and comments between them stay. */
export function wordsToArray(words: readonly LiteralWord[]): readonly TextEdit[] {
  return words.map(({ value, span }, index) => {
    const open = index === 0 ? '[' : '';
    const close = index === words.length - 1 ? ']' : ',';
    return { span, newText: `${open}${JSON.stringify(value)}${close}` };
  });
}

/**
 * Edits that turn `['a', "b",]` into valid JSON: single quotes become double, a comma before the bracket goes.
 * @param span the array as written, from `[` to `]`
 * @returns `undefined` when anything else is wrong with it
 */
export function repairArray(text: string, { start, end }: Span, escape: string): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  let at = skipSpace(text, start + 1, escape);
  for (;;) {
    const quote = text[at];
    if (quote !== '"' && quote !== "'") return undefined;
    const close = text.indexOf(quote, at + 1);
    if (close < 0 || close >= end || /["\\\r\n]/.test(text.slice(at + 1, close))) return undefined;
    if (quote === "'") edits.push(replace(at, '"'), replace(close, '"'));
    at = skipSpace(text, close + 1, escape);
    if (text[at] === ',') {
      const comma = at;
      at = skipSpace(text, comma + 1, escape);
      if (text[at] === ']') edits.push(replace(comma, ''));
    } else if (text[at] !== ']') return undefined;
    if (text[at] === ']') return at + 1 === end && edits.length > 0 ? edits : undefined;
  }
}

/** The next offset that holds neither white space nor a continuation. */
function skipSpace(text: string, from: number, escape: string): number {
  let at = from;
  while (/\s/.test(text[at] ?? '') || (text[at] === escape && /[\r\n]/.test(text[at + 1] ?? ''))) at++;
  return at;
}

function replace(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at + 1 }, newText };
}

/** Whether the text is a JSON array that holds anything but strings: the builder stops at it and does not try the shell. */
export function isMixedArray(json: string): boolean {
  if (!json.startsWith('[')) return false;
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) && value.some((item) => typeof item !== 'string');
  } catch {
    return false;
  }
}
