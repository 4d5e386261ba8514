import { CompletionItemKind, InsertTextFormat, InsertTextMode, type CompletionItem, type Range } from 'vscode-languageserver-types';
import type { FeatureContext } from '../language.ts';
import type { Localized } from '../locale.ts';
import { plainText } from './plain-text.ts';
import type { SnippetData, SnippetPlace } from './snippet.ts';

const words = { note: { ko: '공식 문서', en: 'Official documentation' } } satisfies Record<string, Localized>;

/** Where an item goes and what it inserts there, in the syntax of snippets. */
export interface Insertion {
  readonly range: Range;
  readonly text: string;
  readonly also?: CompletionItem['additionalTextEdits'];
  /** What the typed text is compared with, besides the words by which the snippet is typed. */
  readonly before?: string;
}

/** The snippets of a language that belong to one of some places. */
export function snippetsFor(
  language: SnippetData['language'],
  places: readonly SnippetPlace[],
  { library }: Pick<FeatureContext, 'library'>,
): readonly SnippetData[] {
  return library.snippets().filter((snippet) => snippet.language === language && places.includes(snippet.where));
}

/** A completion that inserts a snippet; its `data` names it. It stands below what the language itself offers. */
export function snippetItem(snippet: SnippetData, { range, text, also, before = '' }: Insertion, context: FeatureContext): CompletionItem {
  const { id, title, prefix, description, note, languageId } = snippet;
  const { locale, library } = context;
  const docs = library.note(id, locale)?.docs ?? library.note(note, locale)?.docs;
  const link = docs === undefined ? '' : `\n\n[${words.note[locale]}](${docs})`;
  return {
    label: title[locale],
    kind: CompletionItemKind.Snippet,
    // A detail would stand beside the label and cut it off.
    labelDetails: { description: prefix[0] ?? '' },
    documentation: { kind: 'markdown', value: `${description[locale]}\n\n\`\`\`${languageId}\n${plainText(text)}\n\`\`\`${link}` },
    sortText: `8${prefix[0] ?? ''}`,
    filterText: `${before}${[...prefix, title[locale]].join(' ')}`,
    insertTextFormat: InsertTextFormat.Snippet,
    insertTextMode: InsertTextMode.asIs,
    textEdit: { range, newText: text },
    ...(also && also.length > 0 ? { additionalTextEdits: also } : {}),
    data: { snippet: id },
  };
}

/** The snippet that a completion inserts; `undefined` for what is none. */
export function snippetOf({ data }: CompletionItem): string | undefined {
  const { snippet } = (typeof data === 'object' && data !== null ? data : {}) as { readonly snippet?: unknown };
  return typeof snippet === 'string' ? snippet : undefined;
}
