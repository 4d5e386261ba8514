import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem } from 'vscode-languageserver-types';
import { plainText } from '../../server/snippets/plain-text.ts';

/** A document and the snippets that completion offers in it. */
export interface Offered {
  readonly document: TextDocument;
  readonly items: readonly CompletionItem[];
}

const idOf = ({ data }: CompletionItem): string => (data as { readonly snippet: string }).snippet.replace('snippets/', '');

/** The names of the snippets. */
export function namesOf({ items }: Offered): readonly string[] {
  return items.map(idOf);
}

/** The document after one of the snippets was accepted and nothing typed over. */
export function accept({ document, items }: Offered, name: string): string {
  const item = items.find((each) => idOf(each) === name);
  assert.ok(item?.textEdit && 'range' in item.textEdit, `${name} is offered`);
  return TextDocument.applyEdits(document, [
    ...(item.additionalTextEdits ?? []),
    { range: item.textEdit.range, newText: plainText(item.textEdit.newText) },
  ]);
}
