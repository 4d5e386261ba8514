import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { kubernetes } from '../../../server/kubernetes/language.ts';
import { plainText } from '../../../server/snippets/plain-text.ts';
import { contextIn } from '../../context.ts';
import { readCursor } from '../../marks.ts';
import { openManifests } from './workspace.ts';

/** How something is completed. */
export interface Asked {
  readonly locale?: 'ko' | 'en';
  readonly trigger?: string;
  /** Other files of the workspace. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What is offered at the cursor ▮ of a file. */
export function complete(marked: string, { locale = 'en', trigger, files }: Asked = {}): readonly CompletionItem[] {
  const { text, offset } = readCursor(marked);
  const model = kubernetes.parse(TextDocument.create('file:///app.yaml', 'yaml', 1, text));
  const place = files ? openManifests({ ...files, 'app.yaml': text }).place('app.yaml') : {};
  return kubernetes.complete(model, offset, { ...contextIn(locale), ...place, ...(trigger === undefined ? {} : { trigger }) });
}

/** The labels of what is offered, in its order. */
export function labels(marked: string, asked: Asked = {}): readonly string[] {
  return [...complete(marked, asked)]
    .sort((one, other) => ((one.sortText ?? '') < (other.sortText ?? '') ? -1 : 1))
    .map(({ label }) => label);
}

/** What an item inserts, in the syntax of snippets. */
export function inserted(marked: string, label: string, asked: Asked = {}): string | undefined {
  return find(marked, label, asked)?.textEdit?.newText;
}

/** The file after an item was taken and nothing typed over. */
export function accepted(marked: string, label: string, asked: Asked = {}): string {
  const { text } = readCursor(marked);
  const document = TextDocument.create('file:///app.yaml', 'yaml', 1, text);
  const item = find(marked, label, asked);
  assert.ok(item, `${label} is not offered: ${labels(marked, asked).join(', ')}`);
  const edits = [...(item.additionalTextEdits ?? [])];
  if (item.textEdit && 'range' in item.textEdit)
    edits.push({ ...item.textEdit, newText: item.insertTextFormat === 2 ? plainText(item.textEdit.newText) : item.textEdit.newText });
  return TextDocument.applyEdits(document, edits);
}

function find(marked: string, label: string, asked: Asked): CompletionItem | undefined {
  return complete(marked, asked).find((candidate) => candidate.label === label);
}
