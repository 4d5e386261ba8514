import type { Locale, Localized } from './locale.ts';
import { entryAt, type PackedIndex, type PackedTexts } from './packed-content.ts';

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

/** What means the same in Compose, `docker run` and Kubernetes. */
export interface EquivalentData {
  /** Places of a Compose file, as its schema writes them: `services.*.ports`. */
  readonly compose: readonly string[];
  /** Flags of `docker run`: `--publish`. */
  readonly run?: readonly string[];
  /** Fields by the names of their types, and kinds: `ServiceSpec#ports`, `Ingress`. */
  readonly kubernetes?: readonly string[];
  /** Where they differ, in Markdown of ours. */
  readonly remark?: Localized;
}

/** All content as the compiler makes it; {@link PackedContent} is what is stored. */
export interface ContentData {
  readonly notes: Readonly<Record<string, NoteData>>;
  readonly sheets: readonly SheetData[];
  readonly equivalents?: readonly EquivalentData[];
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
  /** What means the same in the languages, one entry a matter. */
  equivalents(): readonly EquivalentData[];
}

/** Where a library takes its content from: JSON of the two parts of the packed content. */
export interface LibrarySource {
  index(): string;
  texts(): string;
}

/** Opens the library. Each part of its source is asked and parsed at the first look-up that needs it, not before. */
export function createLibrary(source: LibrarySource): Library {
  let knownIndex: PackedIndex | undefined;
  let knownTexts: PackedTexts | undefined;
  let places: ReadonlyMap<string, number> | undefined;
  const index = (): PackedIndex => (knownIndex ??= JSON.parse(source.index()) as PackedIndex);
  const texts = (): PackedTexts => (knownTexts ??= JSON.parse(source.texts()) as PackedTexts);
  const placeOf = (id: string): number | undefined => (places ??= new Map(index().ids.map((known, at) => [known, at]))).get(id);
  return {
    note: (id, locale) => {
      const at = placeOf(id);
      if (at === undefined) return undefined;
      return {
        id,
        ...entryAt(index(), at, locale),
        get body() {
          return texts().body[locale][at] ?? '';
        },
      };
    },
    has: (id) => placeOf(id) !== undefined,
    ids: () => index().ids,
    sheets: () => texts().sheets,
    equivalents: () => texts().equivalents,
  };
}
