import type { Locale, Localized } from './locale.ts';
import { noteAt, type PackedContent } from './packed-content.ts';

/** One note as the content compiler writes it. */
export interface NoteData {
  readonly title: Localized;
  readonly docs: Localized;
  readonly source?: string;
  readonly related: readonly string[];
  readonly body: Localized;
}

/** One line of a cheat sheet: a command and what it does. */
export interface SheetEntryData {
  readonly command: string;
  readonly text: Localized;
  readonly options?: readonly ({ readonly flag: string } & Localized)[];
  readonly danger?: Localized;
  readonly keywords?: readonly string[];
  readonly docs?: string;
}

/** A cheat sheet: the commands of one matter. */
export interface SheetData {
  readonly id: string;
  readonly tool: string;
  readonly title: Localized;
  readonly source: string;
  readonly docs: string;
  readonly entries: readonly SheetEntryData[];
}

/** All content as the compiler makes it; {@link PackedContent} is what is stored. */
export interface ContentData {
  readonly notes: Readonly<Record<string, NoteData>>;
  readonly sheets: readonly SheetData[];
}

/** A note in one language. `body` is Markdown of ours: its links are official pages or `note:` ids. */
export interface Note {
  readonly id: string;
  readonly title: string;
  readonly docs: string;
  readonly source: string | undefined;
  readonly related: readonly string[];
  readonly body: string;
}

/** Look-up of content. */
export interface Library {
  /** The note with this id (`dockerfile/COPY#--from`, `kubernetes/Container#livenessProbe`). */
  note(id: string, locale: Locale): Note | undefined;
  has(id: string): boolean;
  ids(): readonly string[];
  sheets(): readonly SheetData[];
}

/**
 * Opens the library.
 * @param json gives the packed content; it is asked and parsed at the first look-up, not before
 */
export function createLibrary(json: () => string): Library {
  let data: PackedContent | undefined;
  let places: ReadonlyMap<string, number> | undefined;
  const content = (): PackedContent => (data ??= JSON.parse(json()) as PackedContent);
  const placeOf = (id: string): number | undefined => (places ??= new Map(content().ids.map((known, at) => [known, at]))).get(id);
  const find = (id: string): NoteData | undefined => {
    const at = placeOf(id);
    return at === undefined ? undefined : noteAt(content(), at);
  };
  return {
    note: (id, locale) => {
      const found = find(id);
      return (
        found && {
          id,
          title: found.title[locale],
          docs: found.docs[locale],
          source: found.source,
          related: found.related,
          body: found.body[locale],
        }
      );
    },
    has: (id) => placeOf(id) !== undefined,
    ids: () => content().ids,
    sheets: () => content().sheets,
  };
}
