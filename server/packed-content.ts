import type { Locale } from './locale.ts';
import type { ContentData, SheetData } from './notes.ts';

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
  /** 0 in English stands for the last part of the id, 0 in Korean for the same as in English. */
  readonly title: Columns;
  /**
   * 0 in English stands for the same as of the note before, and `#…` for another place on that page; 0 in Korean for the same as in
   * English.
   */
  readonly docs: Columns;
}

/** What a note shows besides, in the order of the ids, and everything else. */
export interface PackedTexts {
  readonly sources: readonly string[];
  /** Place in `sources`, or -1. */
  readonly source: readonly number[];
  readonly related: readonly (readonly string[])[];
  readonly body: Readonly<Record<Locale, readonly string[]>>;
  readonly sheets: readonly SheetData[];
  readonly equivalents: NonNullable<ContentData['equivalents']>;
  /** By the ids of the notes that have any. */
  readonly keywords: Readonly<Record<string, readonly string[]>>;
  readonly diagram: Readonly<Record<string, string>>;
  readonly troubles: NonNullable<ContentData['troubles']>;
  readonly checklists: NonNullable<ContentData['checklists']>;
  readonly snippets: NonNullable<ContentData['snippets']>;
  readonly diagrams: NonNullable<ContentData['diagrams']>;
  readonly sample: NonNullable<ContentData['sample']>;
}

type Columns = Readonly<Record<Locale, readonly (string | 0)[]>>;

/** What the index says of notes, in one language. */
export interface IndexEntry {
  readonly title: string;
  readonly docs: string;
}

/** Opens an index: answers what it says of the note at a place. */
export function openIndex({ ids, title, docs }: PackedIndex): (at: number, locale: Locale) => IndexEntry {
  const pages: string[] = [];
  for (const [at, address] of docs.en.entries()) {
    const before = pages[at - 1] ?? '';
    pages.push(address === 0 ? before : address.startsWith('#') ? (before.split('#', 1)[0] ?? '') + address : address);
  }
  return (at, locale) => ({
    title: (locale === 'ko' && title.ko[at]) || title.en[at] || lastPart(ids[at] ?? ''),
    docs: (locale === 'ko' && docs.ko[at]) || (pages[at] ?? ''),
  });
}

function lastPart(id: string): string {
  return id.slice(Math.max(id.lastIndexOf('#'), id.lastIndexOf('/')) + 1);
}
