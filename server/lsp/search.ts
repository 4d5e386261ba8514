import type { Connection } from 'vscode-languageserver';
import { guarded, type Log } from '../lint.ts';
import type { Locale } from '../locale.ts';
import type { Library } from '../notes.ts';
import {
  entriesRequest,
  readInRequest,
  searchRequest,
  sectionsRequest,
  type EntriesParams,
  type LibraryEntry,
  type ReadInParams,
  type SearchAnswer,
  type SearchParams,
  type Sections,
} from '../protocol.ts';
import { createSearch } from '../search/search.ts';

/** What the requests of the library panel work with. */
export interface SearchRequests {
  readonly library: Library;
  /** The language in which the library is read. */
  locale(): Locale;
  /** Changes it. */
  readIn(locale: Locale): void;
  readonly log: Log;
}

const nothing: SearchAnswer = { entries: [], counts: {}, total: 0, marks: [] };

/** As many entries as one answer may hold: more than any section has. */
const most = 500;

/** Answers the requests of the library panel. */
export function registerSearchRequests(connection: Connection, { library, locale, readIn, log }: SearchRequests): void {
  const search = createSearch(library);
  connection.onRequest(searchRequest, (params: SearchParams): SearchAnswer =>
    guarded(() => search.find({ ...params, limit: Math.min(params.limit, most) }, locale()), nothing, searchRequest, log),
  );
  connection.onRequest(entriesRequest, ({ ids }: EntriesParams): readonly LibraryEntry[] =>
    guarded(() => search.byId(ids.slice(0, most), locale()), [], entriesRequest, log),
  );
  connection.onRequest(sectionsRequest, (): Sections => ({
    locale: locale(),
    sections: guarded(() => search.sections(locale()), [], sectionsRequest, log),
  }));
  connection.onRequest(readInRequest, ({ locale: wanted }: ReadInParams): null => {
    readIn(wanted === 'ko' ? 'ko' : 'en');
    return null;
  });
}
