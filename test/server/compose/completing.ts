import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { compose } from '../../../server/compose/language.ts';
import { lintWorkspace } from '../../../server/lint-workspace.ts';
import { plainText } from '../../../server/snippets/plain-text.ts';
import { contextIn } from '../../context.ts';
import { readCursor } from '../../marks.ts';
import { openCompose } from './workspace.ts';

/** How something is completed. */
export interface Asked {
  readonly locale?: 'ko' | 'en';
  readonly trigger?: string;
  /** Other files of the workspace. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What is offered at the cursor ▮ of `compose.yaml`. */
export function complete(marked: string, { locale = 'en', trigger, files = {} }: Asked = {}): readonly CompletionItem[] {
  const { text, offset } = readCursor(marked);
  const workspace = openCompose({ ...files, 'compose.yaml': text });
  return compose.complete(workspace.model('compose.yaml'), offset, {
    ...contextIn(locale),
    ...workspace.place('compose.yaml'),
    ...(trigger === undefined ? {} : { trigger }),
  });
}

/** The labels of what is offered, in its order. */
export function labels(marked: string, asked: Asked = {}): readonly string[] {
  return [...complete(marked, asked)]
    .sort((one, other) => ((one.sortText ?? '') < (other.sortText ?? '') ? -1 : 1))
    .map(({ label }) => label);
}

/** What an item inserts, in the syntax of snippets. */
export function inserted(marked: string, label: string, asked: Asked = {}): string | undefined {
  return complete(marked, asked).find((candidate) => candidate.label === label)?.textEdit?.newText;
}

/** The file after an item was taken and nothing typed over. */
export function accepted(marked: string, label: string, asked: Asked = {}): string {
  const { text } = readCursor(marked);
  const document = TextDocument.create('file:///w/compose.yaml', 'yaml', 1, text);
  const item = complete(marked, asked).find((candidate) => candidate.label === label);
  assert.ok(item, `${label} is not offered: ${labels(marked, asked).join(', ')}`);
  const edits = [...(item.additionalTextEdits ?? [])];
  if (item.textEdit && 'range' in item.textEdit)
    edits.push({ ...item.textEdit, newText: item.insertTextFormat === 2 ? plainText(item.textEdit.newText) : item.textEdit.newText });
  return TextDocument.applyEdits(document, edits);
}

/** What the recommended rules find in a Compose file, beside the files that it may need. */
export function findingsIn(text: string): readonly string[] {
  const files = [
    { path: 'compose.yaml', text },
    { path: '.env', text: 'MYSQL_PASSWORD=\n' },
    { path: '.gitignore', text: '.env\n' },
    { path: 'Dockerfile', text: 'FROM node:24 AS runtime\n' },
  ];
  return lintWorkspace(files, {}, (message) => assert.fail(message))
    .files.filter(({ path }) => path === 'compose.yaml')
    .flatMap(({ findings }) => findings.map(({ rule, message }) => `${rule}: ${message}`));
}
