import type { Localized } from '../../server/locale.ts';
import type { NoteData } from '../../server/notes.ts';

/** What the entries that are written as data say of themselves. */
export interface About {
  readonly docs: string;
  readonly source?: string;
  readonly related?: readonly string[];
  readonly keywords?: readonly string[];
}

/** A note made from an entry that is written as data. */
export function noteOf(title: Localized, body: Localized, { docs, source, related = [], keywords }: About): NoteData {
  return {
    title,
    docs: { ko: docs, en: docs },
    ...(source === undefined ? {} : { source }),
    related,
    body: { ko: body.ko.trim(), en: body.en.trim() },
    ...(keywords ? { keywords } : {}),
  };
}

/** A text that may read the same in both languages, in both. */
export function inBoth(text: Localized | string): Localized {
  return typeof text === 'string' ? { ko: text, en: text } : text;
}

/** The name of an entry: that of its file without the ending. */
export function nameOf(path: string): string {
  return path.replace(/\.yaml$/, '');
}

/** Makes a text in both languages. */
export function bothLanguages(make: (locale: 'ko' | 'en') => string): Localized {
  return { ko: make('ko'), en: make('en') };
}
