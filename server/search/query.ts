import { convertHangulToQwerty, convertQwertyToHangul } from 'es-hangul';
import { patternOf } from './pattern.ts';

/** A word of a query, ready to be looked for. */
export interface QueryWord {
  /** The source of a regular expression for the flag `i`. */
  readonly pattern: string;
  /** Occurs anywhere. */
  readonly anywhere: RegExp;
  /** Begins a line. */
  readonly first: RegExp;
  /** Begins a word. */
  readonly wordStart: RegExp;
  /** Is a whole line, or a whole word between blanks. */
  readonly line: RegExp;
  readonly token: RegExp;
}

/** A query, understood. Texts are compared line by line, so that several names of one thing are one text. */
export interface Query {
  readonly words: readonly QueryWord[];
  /** All words in their order, as one; `undefined` for an empty query. */
  readonly whole: QueryWord | undefined;
}

/** Longest query that is read, in characters, and the most words that count. */
const lengthLimit = 200;
const wordLimit = 12;

/** Understands a query. */
export function readQuery(text: string): Query {
  const words = text.slice(0, lengthLimit).normalize('NFC').split(/\s+/).filter(Boolean).slice(0, wordLimit);
  const patterns = words.map(patternOf);
  return { words: patterns.map(ready), whole: patterns.length === 0 ? undefined : ready(patterns.join('\\s+')) };
}

/** The query as it would read on the other keyboard layout: `qovh` is `배포`. */
export function onOtherLayout(text: string): string {
  const read = text.slice(0, lengthLimit);
  try {
    return /[ㄱ-ㅎㅏ-ㅣ가-힣]/.test(read) ? convertHangulToQwerty(read) : convertQwertyToHangul(read);
  } catch {
    return read; // the library does not get over letters in an order that no syllable has
  }
}

function ready(pattern: string): QueryWord {
  return {
    pattern,
    anywhere: new RegExp(pattern, 'i'),
    first: new RegExp(`^(?:${pattern})`, 'im'),
    wordStart: new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})`, 'iu'),
    line: new RegExp(`^(?:${pattern})$`, 'im'),
    token: new RegExp(`(?<![^\\s,=])(?:${pattern})(?![^\\s,=])`, 'i'),
  };
}
