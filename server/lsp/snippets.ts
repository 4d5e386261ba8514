import type { Connection, TextDocuments } from 'vscode-languageserver';
import { TextEdit } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { guarded, type Log } from '../lint.ts';
import type { Locale } from '../locale.ts';
import {
  snippetRequest,
  snippetsRequest,
  type SnippetAt,
  type SnippetContent,
  type SnippetParams,
  type SnippetTitle,
} from '../protocol.ts';
import type { Service } from '../service.ts';
import { snippetOf } from '../snippets/offer.ts';
import { plainText } from '../snippets/plain-text.ts';
import { inLanguage, wholeFile, type SnippetData } from '../snippets/snippet.ts';
import type { Place } from '../workspace.ts';
import { turn } from './turn.ts';

/** What the requests for snippets work with. */
export interface SnippetRequests {
  readonly service: Service;
  readonly documents: TextDocuments<TextDocument>;
  locale(): Locale;
  placeOf(document: TextDocument): Place;
  readonly log: Log;
}

/** Answers which snippets there are, what is in one, and how one goes to a place in a document. */
export function registerSnippets(connection: Connection, requests: SnippetRequests): void {
  const { service, documents, locale: usual, log } = requests;
  const { library } = service;
  connection.onRequest(snippetsRequest, (): readonly SnippetTitle[] =>
    guarded(() => library.snippets().map((snippet) => titleOf(snippet, usual())), [], snippetsRequest, log),
  );
  connection.onRequest(snippetRequest, async (params: SnippetParams): Promise<SnippetContent | null> => {
    await turn();
    const locale = usual();
    const document = params.textDocument && documents.get(params.textDocument.uri);
    return guarded(
      () => {
        const snippet = library.snippets().find(({ id }) => id === params.id);
        return snippet ? contentOf(snippet, locale, document && insertion(requests, document, { ...params, locale })) : null;
      },
      null,
      snippetRequest,
      log,
    );
  });
}

function titleOf({ id, title, description, language, where, prefix }: SnippetData, locale: Locale): SnippetTitle {
  return { id, title: title[locale], description: description[locale], language, where, prefix };
}

function contentOf(snippet: SnippetData, locale: Locale, at: SnippetAt | undefined): SnippetContent {
  const file = wholeFile(snippet, locale);
  return {
    file,
    plain: plainText(file),
    languageId: snippet.languageId,
    path: snippet.path,
    companions: Object.entries(snippet.companions).map(([path, lines]) => ({ path, text: `${inLanguage(lines, locale)}\n` })),
    ...(at ? { at } : {}),
  };
}

/** The completion that inserts the snippet at the place, from the start of its line. */
function insertion(
  { service, placeOf }: SnippetRequests,
  document: TextDocument,
  { id, position, locale }: SnippetParams & { readonly locale: Locale },
): SnippetAt | undefined {
  if (!position) return undefined;
  const { library } = service;
  return service.ask<SnippetAt | undefined>(document, snippetRequest, undefined, ({ language, model }) => {
    const items = language.snippets(model, document.offsetAt(position), { locale, library, ...placeOf(document) });
    const item = items.find((offered) => snippetOf(offered) === id);
    if (!item?.textEdit || !TextEdit.is(item.textEdit)) return undefined;
    const { range, newText } = item.textEdit;
    const start = { line: range.start.line, character: 0 };
    const indentation = document.getText({ start, end: range.start });
    return {
      version: document.version,
      range: { start, end: range.end },
      text: indentation + newText,
      also: item.additionalTextEdits ?? [],
    };
  });
}
