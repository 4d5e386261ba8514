import { drawDiagram, type DiagramData } from './drawing/diagram.ts';
import type { Drawing } from './drawing/drawing.ts';
import type { Locale, Localized } from './locale.ts';
import { noteBody, type SnippetData } from './snippets/snippet.ts';
import { openIndex, type PackedIndex, type PackedTexts } from './packed-content.ts';

/** One note as the content compiler writes it. */
export interface NoteData {
  readonly title: Localized;
  readonly docs: Localized;
  readonly source?: string;
  readonly related: readonly string[];
  readonly body: Localized;
  /** Words by which people look for it that its text does not hold. */
  readonly keywords?: readonly string[];
  /** The picture shown above the text: what follows `diagrams/` in its id. */
  readonly diagram?: string;
}

/** What in the output of a command leads to an entry of troubleshooting. */
export interface TroubleData {
  /** The note's id. */
  readonly id: string;
  /** Words of a terminal that mean this, wherever they stand. */
  readonly matches: readonly string[];
  /** What `kubectl get pods` writes into its column STATUS. */
  readonly states: readonly string[];
}

/** What someone of a level can do. */
export interface ChecklistData {
  /** The note's id. */
  readonly id: string;
  readonly title: Localized;
  readonly items: readonly {
    readonly id: string;
    readonly text: Localized;
    /** The id of the note that teaches it. */
    readonly note: string;
    readonly docs: string;
  }[];
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

/** The id of a command in the library: from what is typed, so that it stays when sheets are arranged anew. */
export function commandId(command: string): string {
  return `cheatsheets/${command
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '')}`;
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

/** A file of the workspace to practise in; its comments say what to try. */
export interface SampleFile {
  /** From the workspace's folder, with `/`. */
  readonly path: string;
  readonly text: Localized;
}

/** All content as the compiler makes it; {@link PackedContent} is what is stored. */
export interface ContentData {
  readonly notes: Readonly<Record<string, NoteData>>;
  readonly sheets: readonly SheetData[];
  readonly equivalents?: readonly EquivalentData[];
  readonly troubles?: readonly TroubleData[];
  readonly checklists?: readonly ChecklistData[];
  readonly snippets?: readonly SnippetData[];
  /** By what follows `diagrams/` in the ids of their notes. */
  readonly diagrams?: Readonly<Record<string, DiagramData>>;
  readonly sample?: readonly SampleFile[];
}

/** A note in one language. `body` is Markdown of ours: its links are official pages or `note:` ids. */
export interface Note {
  readonly id: string;
  readonly title: string;
  readonly docs: string;
  readonly source: string | undefined;
  readonly related: readonly string[];
  readonly body: string;
  /** Words by which people look for it that its text does not hold. */
  readonly keywords: readonly string[];
  /** The picture shown above the text: what follows `diagrams/` in its id. */
  readonly diagram: string | undefined;
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
  troubles(): readonly TroubleData[];
  checklists(): readonly ChecklistData[];
  snippets(): readonly SnippetData[];
  sample(): readonly SampleFile[];
  /** The picture of a note, by its {@link Note.diagram}. */
  drawing(diagram: string, locale: Locale): Drawing | undefined;
}

/** Where a library takes its content from: JSON of the two parts of the packed content. */
export interface LibrarySource {
  index(): string;
  texts(): string;
}

/** Opens the library. Each part of its source is asked and parsed at the first look-up that needs it, not before. */
export function createLibrary(source: LibrarySource): Library {
  let knownIndex: PackedIndex | undefined;
  let opened: ReturnType<typeof openIndex> | undefined;
  let knownTexts: PackedTexts | undefined;
  let places: ReadonlyMap<string, number> | undefined;
  const index = (): PackedIndex => (knownIndex ??= JSON.parse(source.index()) as PackedIndex);
  const entryAt: ReturnType<typeof openIndex> = (at, locale) => (opened ??= openIndex(index()))(at, locale);
  const texts = (): PackedTexts => (knownTexts ??= JSON.parse(source.texts()) as PackedTexts);
  const placeOf = (id: string): number | undefined => (places ??= new Map(index().ids.map((known, at) => [known, at]))).get(id);
  // Notes of snippets are made of them, so that nothing is stored twice.
  const bodyOfSnippet = (id: string, locale: Locale): string => {
    const snippet = texts().snippets.find((one) => one.id === id);
    return snippet ? noteBody(snippet, locale) : '';
  };
  return {
    note: (id, locale) => {
      const at = placeOf(id);
      if (at === undefined) return undefined;
      return {
        id,
        ...entryAt(at, locale),
        get source() {
          const { sources, source } = texts();
          return sources[source[at] ?? -1];
        },
        get related() {
          return texts().related[at] ?? [];
        },
        get body() {
          return texts().body[locale][at] || bodyOfSnippet(id, locale);
        },
        get keywords() {
          return texts().keywords[id] ?? [];
        },
        get diagram() {
          return texts().diagram[id];
        },
      };
    },
    has: (id) => placeOf(id) !== undefined,
    ids: () => index().ids,
    sheets: () => texts().sheets,
    equivalents: () => texts().equivalents,
    troubles: () => texts().troubles,
    checklists: () => texts().checklists,
    snippets: () => texts().snippets,
    sample: () => texts().sample,
    drawing: (diagram, locale) => {
      const { diagrams } = texts();
      const at = placeOf(`diagrams/${diagram}`);
      const data = Object.hasOwn(diagrams, diagram) ? diagrams[diagram] : undefined;
      return data && at !== undefined ? drawDiagram(data, entryAt(at, locale).title, locale) : undefined;
    },
  };
}
