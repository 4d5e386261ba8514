import type { Localized } from '../../server/locale.ts';
import type { NoteData } from '../../server/notes.ts';
import type { SnippetData, SnippetLanguage, SnippetLines, SnippetPlace } from '../../server/snippets/snippet.ts';
import { address, anyListOf, listOf, localized, localizedOrSame, record, text, type Check, type Say } from './checks.ts';
import { inBoth, noteOf } from './entry.ts';
import type { SourceFile } from './source.ts';

/** A snippet as its file holds it, by its name: the format of VS Code, and what it says besides. */
interface SnippetSource {
  readonly title: Localized | string;
  readonly prefix: readonly string[];
  readonly description: Localized;
  readonly where: SnippetPlace;
  readonly body: SnippetLines;
  readonly path?: string;
  readonly languageId?: string;
  readonly companions?: Readonly<Record<string, SnippetLines>>;
  readonly declares?: SnippetData['declares'];
  readonly note: string;
  readonly docs: string;
  readonly keywords?: readonly string[];
  readonly source?: string;
}

/** What a file of snippets is about, unless a snippet says so itself. */
const languages: Readonly<
  Record<SnippetLanguage, { readonly path: string; readonly languageId: string; readonly places: readonly string[] }>
> = {
  dockerfile: { path: 'Dockerfile', languageId: 'dockerfile', places: ['file', 'stage'] },
  compose: { path: 'compose.yaml', languageId: 'dockercompose', places: ['file', 'service'] },
  kubernetes: { path: 'k8s/app.yaml', languageId: 'yaml', places: ['document'] },
  pipeline: { path: '', languageId: '', places: ['file'] },
};

const anyText: Check = (value, where, say) => {
  if (typeof value !== 'string') say(`${where}: a text is missing`);
};
const line: Check = (value, where, say) => (typeof value === 'string' ? anyText : localized)(value, where, say);
const mapOf =
  (check: Check): Check =>
  (value, where, say) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return say(`${where}: a mapping is missing`);
    for (const [key, item] of Object.entries(value)) check(item, `${where}.${key}`, say);
  };
const snippet = record(
  {
    title: localizedOrSame,
    prefix: listOf(text),
    description: localized,
    where: text,
    body: listOf(line),
    note: text,
    docs: address,
  },
  {
    path: text,
    languageId: text,
    companions: mapOf(listOf(line)),
    declares: mapOf(mapOf(anyText)),
    keywords: anyListOf(text),
    source: text,
  },
);

/** Reads the files of snippets, each called after its language. With any mistake in one, which is told, it is left out. */
export function parseSnippets(
  files: readonly SourceFile[],
  say: Say,
): { readonly snippets: readonly SnippetData[]; readonly notes: Readonly<Record<string, NoteData>> } {
  const snippets: SnippetData[] = [];
  const notes: Record<string, NoteData> = {};
  const owners = new Map<string, string>();
  for (const { path, text: source } of files) {
    const language = path.replace(/\.json$/, '') as SnippetLanguage;
    if (!Object.hasOwn(languages, language)) {
      say(`${path}: a file of snippets is called after a language`);
      continue;
    }
    for (const [name, value] of Object.entries(readJson(path, source, say))) {
      let mistakes = 0;
      const tell: Say = (problem) => {
        mistakes++;
        say(problem);
      };
      const where = `${path} ${name}`;
      snippet(value, where, tell);
      if (mistakes > 0) continue;
      const read = value as SnippetSource;
      checkMore(read, where, language, tell);
      for (const prefix of read.prefix) {
        const owner = owners.get(`${language} ${prefix}`);
        if (owner !== undefined) tell(`${where}: ${prefix} is typed for ${owner} already`);
        owners.set(`${language} ${prefix}`, name);
      }
      if (mistakes > 0) continue;
      const data = dataOf(name, language, read);
      snippets.push(data);
      notes[data.id] = snippetNote(data, read);
    }
  }
  return { snippets, notes };
}

function readJson(path: string, source: string, say: Say): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(source) as Readonly<Record<string, unknown>>;
  } catch (error) {
    say(`${path}: ${error instanceof Error ? error.message : 'no JSON'}`);
    return {};
  }
}

function checkMore(
  { where: place, path, languageId, body, companions = {} }: SnippetSource,
  where: string,
  language: SnippetLanguage,
  say: Say,
): void {
  if (!languages[language].places.includes(place)) say(`${where}: ${language} has no ${place}`);
  if (language === 'pipeline' && (path === undefined || languageId === undefined)) say(`${where}: path and languageId are missing`);
  for (const each of [...body, ...Object.values(companions).flat()]) {
    if (typeof each === 'string' && /[가-힣]/.test(each)) say(`${where}: ${each.trim()} stands in Korean for everybody`);
    if (typeof each === 'object' && /[가-힣]/.test(each.en)) say(`${where}: ${each.en.trim()} is no English`);
    if (typeof each === 'object' && indentOf(each.ko) !== indentOf(each.en)) say(`${where}: ${each.en.trim()} is indented in two ways`);
  }
}

function indentOf(each: string): number {
  return /^ */.exec(each)?.[0].length ?? 0;
}

function dataOf(name: string, language: SnippetLanguage, read: SnippetSource): SnippetData {
  const { title, prefix, description, where, body, companions = {}, declares = {}, note } = read;
  const { path = languages[language].path, languageId = languages[language].languageId } = read;
  return {
    id: `snippets/${name}`,
    language,
    where,
    title: inBoth(title),
    prefix,
    description,
    body,
    path,
    languageId,
    companions,
    declares,
    note,
  };
}

/** A snippet as a note of the library. The library itself makes the text, of what the snippet inserts, so that it is not stored twice. */
function snippetNote(data: SnippetData, { docs, source, keywords = [], prefix }: SnippetSource): NoteData {
  return noteOf(
    data.title,
    { ko: '', en: '' },
    { docs, related: [data.note], keywords: [...prefix, ...keywords], ...(source === undefined ? {} : { source }) },
  );
}
