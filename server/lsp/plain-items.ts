import { InsertTextFormat, type CompletionItem } from 'vscode-languageserver-types';
import { harmless, inLine } from '../text/harmless.ts';
import { plainText } from '../snippets/plain-text.ts';

/** Items for an editor that has no snippets: every place to fill in holds its default. */
export function withoutSnippets(items: readonly CompletionItem[]): CompletionItem[] {
  return items.map((item) => {
    if (item.insertTextFormat !== InsertTextFormat.Snippet) return item;
    const { insertText, textEdit } = item;
    return {
      ...item,
      insertTextFormat: InsertTextFormat.PlainText,
      ...(insertText === undefined ? {} : { insertText: plainText(insertText) }),
      ...(textEdit ? { textEdit: { ...textEdit, newText: plainText(textEdit.newText) } } : {}),
    };
  });
}

/** Longest name that is offered, in characters. */
const nameLimit = 300;

/** Items as they can be shown: names that nobody sees as they are, or reads to the end, are not offered, and what is told of the others is one line. */
export function readable(items: readonly CompletionItem[]): CompletionItem[] {
  return items
    .filter(({ label }) => label.length <= nameLimit && harmless(label) === label)
    .map((item) => (item.detail === undefined ? item : { ...item, detail: inLine(item.detail) }));
}
