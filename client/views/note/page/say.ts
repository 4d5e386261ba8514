import type { Locale } from '../../../../server/protocol.ts';
import { words, type Word } from '../words.ts';

/** Says a word of the page in the language on show. */
export type Say = (word: Word) => string;

/** Makes the page speak a language. */
export function speak(locale: Locale): Say {
  return (word) => words[word][locale];
}
