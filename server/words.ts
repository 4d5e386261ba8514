import { readData } from './data.ts';
import type { Locale, Localized } from './locale.ts';

/**
 * Texts that the build takes out of the code (docs/lean-core.mjs): it puts `finding(12)` or `word(12)` in the place of
 * `{ ko: '…', en: '…' }`. The object reads the same, but nothing may read its texts while modules load, before there is data.
 */
export const finding = lazily((locale) => JSON.parse(readData(locale === 'ko' ? 'findingsKo' : 'findingsEn')) as readonly string[]);

/** The same for what is said later than findings, in hovers and completion. */
export const word = lazily((locale) => (words ??= JSON.parse(readData('words')) as Columns)[locale]);

type Columns = Readonly<Record<Locale, readonly string[]>>;
let words: Columns | undefined;

/** @param read the texts of one language by their numbers, asked for once */
function lazily(read: (locale: Locale) => readonly string[]): (at: number) => Localized {
  const texts: Partial<Record<Locale, readonly string[]>> = {};
  const textOf = (locale: Locale, at: number): string => (texts[locale] ??= read(locale))[at] ?? '';
  const made: Localized[] = [];
  return (at) =>
    (made[at] ??= {
      get ko() {
        return textOf('ko', at);
      },
      get en() {
        return textOf('en', at);
      },
    });
}
