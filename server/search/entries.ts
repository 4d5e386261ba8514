import type { Locale } from '../locale.ts';
import { commandId, type ChecklistData, type Library, type SheetData, type SheetEntryData } from '../notes.ts';
import type { SnippetData } from '../snippets/snippet.ts';
import type { EntryKind, LibraryEntry } from './entry.ts';

/** An entry as it is searched. Texts that hold several things hold one a line. */
export interface SearchedEntry {
  readonly kind: EntryKind;
  readonly id: string;
  /** Its section among those of its kind. */
  readonly group: string;
  /** Whether it is listed in its section, or only found. */
  readonly listed: boolean;
  /** What it is called, in both languages. */
  readonly names: string;
  readonly keywords: string;
  /** A command and its options. */
  readonly command: string;
  /** All else that is said of it. */
  text(locale: Locale): string;
  show(locale: Locale): LibraryEntry;
}

const kindOfArea: Readonly<Record<string, EntryKind>> = {
  troubleshooting: 'troubleshooting',
  questions: 'question',
  comparisons: 'comparison',
  concepts: 'concept',
  diagrams: 'diagram',
  checklists: 'checklist',
  glossary: 'term',
  snippets: 'snippet',
};

/** What the parts of the reference and the kinds of snippets are called. */
export const areaNames: Readonly<Record<string, string>> = {
  commands: 'RUN',
  compose: 'Compose',
  dockerfile: 'Dockerfile',
  kubernetes: 'Kubernetes',
  pipeline: 'CI/CD',
};

/** Every entry of the library, in its order. */
export function entriesOf(library: Library): readonly SearchedEntry[] {
  const data: NoteExtras = {
    checklists: new Map(library.checklists().map((checklist) => [checklist.id, checklist])),
    snippets: new Map(library.snippets().map((snippet) => [snippet.id, snippet])),
  };
  return [
    ...library.ids().map((id) => noteEntry(library, id, data)),
    ...library.sheets().flatMap((sheet) => sheet.entries.map((entry) => commandEntry(sheet, entry))),
  ];
}

/** What there is besides the notes of some entries, by their ids. */
interface NoteExtras {
  readonly checklists: ReadonlyMap<string, ChecklistData>;
  readonly snippets: ReadonlyMap<string, SnippetData>;
}

function noteEntry(library: Library, id: string, { checklists, snippets }: NoteExtras): SearchedEntry {
  const checklist = checklists.get(id);
  const [area, rest] = split(id, '/');
  const [owner, member] = split(rest, '#');
  const kind = kindOfArea[area] ?? 'reference';
  const titles = (['ko', 'en'] as const).map((locale) => library.note(id, locale)?.title ?? '');
  const group = kind === 'reference' ? area : (snippets.get(id)?.language ?? '');
  const place = group === '' ? undefined : [areaNames[group] ?? group, ...(member === '' ? [] : [owner])].join(' · ');
  return {
    kind,
    id,
    group,
    listed: member === '',
    names: [
      ...new Set([...titles, ...titles.flatMap(namesIn), member || owner, ...(member === '' ? [] : [`${owner} ${member}`]), id]),
    ].join('\n'),
    keywords: library.note(id, 'en')?.keywords.join('\n') ?? '',
    command: '',
    text: inEach((locale) => library.note(id, locale)?.body ?? ''),
    show: (locale) => {
      const note = library.note(id, locale);
      return {
        kind,
        id,
        title: note?.title ?? id,
        text: firstLine(note?.body ?? ''),
        ...(place === undefined ? {} : { place }),
        ...(checklist
          ? { items: checklist.items.map(({ id: item, text, note: about }) => ({ id: item, text: text[locale], note: about })) }
          : {}),
      };
    },
  };
}

function commandEntry(sheet: SheetData, { command, text, options = [], danger, keywords = [], docs }: SheetEntryData): SearchedEntry {
  const id = commandId(command);
  return {
    kind: 'command',
    id,
    group: sheet.id,
    listed: true,
    names: [command, id].join('\n'),
    keywords: [...keywords, sheet.title.ko, sheet.title.en].join('\n'),
    command: [command, ...options.map(({ flag }) => flag)].join('\n'),
    text: inEach((locale) => [text[locale], ...options.map((option) => option[locale]), danger?.[locale] ?? ''].join('\n')),
    show: (locale) => ({
      kind: 'command',
      id,
      title: command,
      text: text[locale],
      place: sheet.title[locale],
      command,
      ...(options.length > 0 ? { options: options.map((option) => ({ flag: option.flag, text: option[locale] })) } : {}),
      ...(danger ? { danger: danger[locale] } : {}),
      docs: docs ?? sheet.docs,
    }),
  };
}

/** Remembers a text in each language: it is asked for at every keystroke. */
function inEach(make: (locale: Locale) => string): (locale: Locale) => string {
  const made: Partial<Record<Locale, string>> = {};
  return (locale) => (made[locale] ??= make(locale));
}

/** The names in a title such as `컨테이너 (container)`. */
function namesIn(title: string): readonly string[] {
  return /^([^()]+) \(([^()]+)\)$/.exec(title)?.slice(1) ?? [];
}

const lineLimit = 200;

/** The first line of a note's Markdown, as text in which back-ticks mark code. */
function firstLine(body: string): string {
  const line = (body.split('\n', 1)[0] ?? '').replace(/\[((?:`[^`]*`|[^[\]`])*)\]\([^)]*\)/g, '$1').replaceAll('**', '');
  return line.length <= lineLimit ? line : `${line.slice(0, line.lastIndexOf(' ', lineLimit))} …`;
}

function split(text: string, sign: string): readonly [string, string] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
