import type { Locale } from '../locale.ts';
import type { Library, SheetData } from '../notes.ts';
import type { SearchAnswer, SearchParams } from '../protocol.ts';
import { areaNames, entriesOf, type SearchedEntry } from './entries.ts';
import { entryKinds, type EntryKind, type LibraryEntry, type LibrarySection } from './entry.ts';
import { onOtherLayout, readQuery, type Query } from './query.ts';
import { balance, rank, type Ranked } from './rank.ts';

/** The library as something to look things up in. */
export interface Search {
  /** Entries that answer a query, in the language of `locale`. */
  find(asked: SearchParams, locale: Locale): SearchAnswer;
  /** The entries with these ids, in their order; ids of none are left out. */
  byId(ids: readonly string[], locale: Locale): readonly LibraryEntry[];
  sections(locale: Locale): readonly LibrarySection[];
}

/** Makes a library searchable. Its entries are gathered at the first question. */
export function createSearch(library: Library): Search {
  let gathered: readonly SearchedEntry[] | undefined;
  let places: ReadonlyMap<string, SearchedEntry> | undefined;
  const all = (): readonly SearchedEntry[] => (gathered ??= entriesOf(library));

  function ranked(query: Query, locale: Locale): readonly Ranked[] {
    return all().flatMap((entry) => {
      const score = rank(entry, query, locale);
      return score === undefined ? [] : [{ entry, score }];
    });
  }

  return {
    find: ({ query: typed, kinds = entryKinds, group, limit }, locale) => {
      let query = readQuery(typed);
      const wanted = ({ entry }: Ranked): boolean => kinds.includes(entry.kind) && (group === undefined || entry.group === group);
      if (!query.whole) {
        const listed = all().filter((entry) => entry.listed && wanted({ entry, score: 0 }));
        const shown = listed.slice(0, limit).map((entry) => entry.show(locale));
        return { entries: shown, counts: countKinds(listed), total: listed.length, marks: [] };
      }
      let found = ranked(query, locale);
      let readAs: string | undefined;
      if (found.length === 0) {
        const other = onOtherLayout(typed);
        const otherQuery = readQuery(other);
        found = other === typed ? [] : ranked(otherQuery, locale);
        if (found.length > 0) [readAs, query] = [other, otherQuery];
      }
      const asked = found.filter(wanted);
      return {
        entries: balance(asked, limit).map((entry) => entry.show(locale)),
        counts: countKinds(found.map(({ entry }) => entry)),
        total: asked.length,
        ...(readAs === undefined ? {} : { readAs }),
        marks: query.words.map(({ pattern }) => pattern),
      };
    },
    byId: (ids, locale) => {
      places ??= new Map(all().map((entry) => [entry.id, entry]));
      return ids.flatMap((id) => places?.get(id)?.show(locale) ?? []);
    },
    sections: (locale) => sectionsOf(library, all(), locale),
  };
}

function countKinds(entries: readonly SearchedEntry[]): SearchAnswer['counts'] {
  const counts: Partial<Record<EntryKind, number>> = {};
  for (const { kind } of entries) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** The sections that hold anything, kind after kind. */
function sectionsOf(library: Library, entries: readonly SearchedEntry[], locale: Locale): readonly LibrarySection[] {
  const counts = new Map<string, number>();
  for (const { kind, group, listed } of entries) if (listed) counts.set(`${kind} ${group}`, (counts.get(`${kind} ${group}`) ?? 0) + 1);
  const groupsOf = (kind: EntryKind): readonly Omit<LibrarySection, 'count' | 'kind'>[] => {
    switch (kind) {
      case 'command':
        return byTool(library.sheets()).map(({ id, tool, title }) => ({ group: id, tool, title: title[locale] }));
      case 'reference':
        return ['dockerfile', 'commands', 'compose', 'kubernetes'].map(named);
      case 'snippet':
        return ['dockerfile', 'compose', 'kubernetes', 'pipeline'].map(named);
      default:
        return [{ group: '' }];
    }
  };
  return entryKinds.flatMap((kind) =>
    groupsOf(kind).flatMap((section) => {
      const count = counts.get(`${kind} ${section.group}`) ?? 0;
      return count > 0 ? [{ kind, ...section, count }] : [];
    }),
  );
}

const named = (group: string): { readonly group: string; readonly title: string } => ({ group, title: areaNames[group] ?? group });

const toolOrder = ['docker', 'compose', 'kubectl'];

/** The sheets by tool: in the order in which tools are learned, then others as they come. */
function byTool(sheets: readonly SheetData[]): readonly SheetData[] {
  const place = ({ tool }: SheetData): number => (toolOrder.includes(tool) ? toolOrder.indexOf(tool) : toolOrder.length);
  return [...sheets].sort((a, b) => place(a) - place(b));
}
