import type { Locale } from './locale.ts';
import type { ContentData, NoteData, SheetData } from './notes.ts';

/**
 * Content as it is stored and shipped: notes by columns, the texts of one language after one another, and what two notes or two
 * languages share written once. It packs a tenth smaller than note by note.
 */
export interface PackedContent {
  /** The ids of the notes; each column below has an entry for each. */
  readonly ids: readonly string[];
  readonly sources: readonly string[];
  /** Place in `sources`, or -1. */
  readonly source: readonly number[];
  readonly related: readonly (readonly string[])[];
  /** 0 in English stands for the last part of the id, 0 in Korean for the same as in English. */
  readonly title: Columns;
  /** 0 in Korean stands for the same as in English. */
  readonly docs: Columns;
  readonly body: Columns;
  readonly sheets: readonly SheetData[];
}

type Columns = Readonly<Record<Locale, readonly (string | 0)[]>>;

/** Packs content. */
export function packContent({ notes, sheets }: ContentData): PackedContent {
  const ids = Object.keys(notes);
  const found = Object.values(notes);
  const sources = [...new Set(found.flatMap(({ source }) => source ?? []))];
  const unlessSame = (text: string, other: string): string | 0 => (text === other ? 0 : text);
  return {
    ids,
    sources,
    source: found.map(({ source }) => (source === undefined ? -1 : sources.indexOf(source))),
    related: found.map(({ related }) => related),
    title: {
      en: found.map(({ title }, at) => unlessSame(title.en, lastPart(ids[at] ?? ''))),
      ko: found.map(({ title }) => unlessSame(title.ko, title.en)),
    },
    docs: { en: found.map(({ docs }) => docs.en), ko: found.map(({ docs }) => unlessSame(docs.ko, docs.en)) },
    body: { en: found.map(({ body }) => body.en), ko: found.map(({ body }) => body.ko) },
    sheets,
  };
}

/** The note at a place of the columns. */
export function noteAt({ ids, sources, source, related, title, docs, body }: PackedContent, at: number): NoteData {
  const titleEn = title.en[at] || lastPart(ids[at] ?? '');
  const docsEn = docs.en[at] || '';
  const from = sources[source[at] ?? -1];
  return {
    title: { en: titleEn, ko: title.ko[at] || titleEn },
    docs: { en: docsEn, ko: docs.ko[at] || docsEn },
    ...(from === undefined ? {} : { source: from }),
    related: related[at] ?? [],
    body: { en: body.en[at] || '', ko: body.ko[at] || '' },
  };
}

function lastPart(id: string): string {
  return id.slice(Math.max(id.lastIndexOf('#'), id.lastIndexOf('/')) + 1);
}
