import type { Locale } from './locale.ts';
import type { ContentData, NoteData, SheetData } from './notes.ts';

/**
 * Content as it is stored and shipped, in two parts: what is asked of notes all the time, and their texts, which are unpacked when
 * the first is shown. Notes stand by columns, the texts of one language after one another, and what two notes or two languages
 * share is written once: so they pack smaller.
 */
export interface PackedContent {
  readonly index: PackedIndex;
  readonly texts: PackedTexts;
}

/** Which notes there are; each column has an entry for each of the ids. */
export interface PackedIndex {
  readonly ids: readonly string[];
  readonly sources: readonly string[];
  /** Place in `sources`, or -1. */
  readonly source: readonly number[];
  readonly related: readonly (readonly string[])[];
  /** 0 in English stands for the last part of the id, 0 in Korean for the same as in English. */
  readonly title: Columns;
  /** 0 in Korean stands for the same as in English. */
  readonly docs: Columns;
}

/** The bodies of the notes, in the order of the ids, and everything else. */
export interface PackedTexts {
  readonly body: Readonly<Record<Locale, readonly string[]>>;
  readonly sheets: readonly SheetData[];
  readonly equivalents: NonNullable<ContentData['equivalents']>;
}

type Columns = Readonly<Record<Locale, readonly (string | 0)[]>>;

/** What the index says of the note at a place, in one language. */
export function entryAt(
  { ids, sources, source, related, title, docs }: PackedIndex,
  at: number,
  locale: Locale,
): { readonly title: string; readonly docs: string; readonly source: string | undefined; readonly related: NoteData['related'] } {
  const titleInEnglish = title.en[at] || lastPart(ids[at] ?? '');
  const docsInEnglish = docs.en[at] || '';
  return {
    title: (locale === 'ko' && title.ko[at]) || titleInEnglish,
    docs: (locale === 'ko' && docs.ko[at]) || docsInEnglish,
    source: sources[source[at] ?? -1],
    related: related[at] ?? [],
  };
}

function lastPart(id: string): string {
  return id.slice(Math.max(id.lastIndexOf('#'), id.lastIndexOf('/')) + 1);
}
