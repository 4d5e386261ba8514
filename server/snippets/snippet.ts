import type { Locale, Localized } from '../locale.ts';
import { escaped } from '../yaml/item.ts';
import { plainText } from './plain-text.ts';

/** Where a snippet fits: in a file of nothing else, as a stage of a Dockerfile, as a service of a Compose file, as a document of YAML. */
export type SnippetPlace = 'file' | 'stage' | 'service' | 'document';

/** What kind of file a snippet is for. `pipeline` is what builds and ships images elsewhere, which no language of ours serves. */
export type SnippetLanguage = 'dockerfile' | 'compose' | 'kubernetes' | 'pipeline';

/** Lines in the syntax of snippets, those of comments in both languages. YAML has two spaces a level, lists too. */
export type SnippetLines = readonly (string | Localized)[];

/** A whole file, stage, service or manifest that is inserted at once, as the content compiler writes it. */
export interface SnippetData {
  /** `snippets/node-npm`. */
  readonly id: string;
  readonly language: SnippetLanguage;
  readonly where: SnippetPlace;
  readonly title: Localized;
  /** Words by which it is typed, none of them that of another. */
  readonly prefix: readonly string[];
  readonly description: Localized;
  readonly body: SnippetLines;
  /** What a file of it is called, from the folder where one works. */
  readonly path: string;
  /** The editor's word for the language of that file. */
  readonly languageId: string;
  /** What lies beside that file, by its path. */
  readonly companions: Readonly<Record<string, SnippetLines>>;
  /** Names that a service needs at the top of its file: by the section, what follows the name's colon. */
  readonly declares: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The note that explains it. */
  readonly note: string;
}

/** Lines in one language. */
export function inLanguage(lines: SnippetLines, locale: Locale): string {
  return lines.map((line) => (typeof line === 'string' ? line : line[locale])).join('\n');
}

/** A snippet as the text of a note: what it is for, and what it inserts when nothing is typed over. */
export function noteBody(snippet: SnippetData, locale: Locale): string {
  const fence = snippet.languageId === 'dockercompose' ? 'yaml' : snippet.languageId;
  return `${snippet.description[locale]}\n\n\`\`\`${fence}\n${plainText(wholeFile(snippet, locale)).trimEnd()}\n\`\`\``;
}

/** A snippet as a file of its own, in the syntax of snippets; the last line ends. */
export function wholeFile({ body, where, declares }: SnippetData, locale: Locale): string {
  const own = inLanguage(body, locale);
  if (where !== 'service') return `${own}\n`;
  const sections = Object.entries(declares).map(
    ([section, entries]) =>
      `\n${section}:\n${Object.entries(entries)
        .map(([name, rest]) => `  ${name}:${escaped(rest).replaceAll(/\n(?=.)/g, '\n    ')}\n`)
        .join('')}`,
  );
  return `services:\n${own.replaceAll(/^(?=.)/gm, '  ')}\n${sections.join('')}`;
}
