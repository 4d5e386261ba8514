import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Language } from './language.ts';
import type { Localized } from './locale.ts';
import { lineAt } from './text/lines.ts';
import type { Span } from './text/span.ts';
import { documentLimit } from './yaml/parse.ts';
import { isYaml } from './yaml/recognise.ts';
import { splitDocuments } from './yaml/split.ts';

/** Largest file that is analysed, in characters. */
export const sizeLimit = 10_000_000;

/** As much of a large file as is looked at to see whether it is one of ours, in characters. */
const beginning = 100_000;

const words = {
  file: {
    ko: `파일이 ${sizeLimit / 10_000}만 자를 넘어 Mulgil이 살펴보지 않습니다. 나누면 다시 설명하고 검사합니다.`,
    en: `This file is longer than ${sizeLimit / 1_000_000} million characters, so Mulgil leaves it alone. Divided, it is explained and checked again.`,
  },
  document: {
    ko: `이 YAML 문서가 ${documentLimit / 10_000}만 자를 넘어 Mulgil이 살펴보지 않습니다. \`---\`로 나누면 다시 설명하고 검사합니다.`,
    en: `This YAML document is longer than ${documentLimit / 1_000_000} million characters, so Mulgil leaves it alone. Divided by \`---\`, it is explained and checked again.`,
  },
} satisfies Record<string, Localized>;

/** Something that is left alone because of its size: where to say so, and what. */
export interface TooLarge {
  readonly span: Span;
  readonly message: Localized;
}

/** What of a document is too large to be analysed; nothing of files that are none of ours. */
export function tooLarge(document: TextDocument, languages: readonly Language[]): readonly TooLarge[] {
  const text = document.getText();
  if (text.length <= documentLimit) return [];
  const isOversized = text.length > sizeLimit;
  const parts = isYaml(document) ? splitDocuments(text).filter(({ start, end }) => end - start > documentLimit) : [];
  if (!isOversized && parts.length === 0) return [];
  const looked = TextDocument.create(document.uri, document.languageId, document.version, text.slice(0, beginning));
  if (!languages.some((language) => language.recognises(looked))) return [];
  if (isOversized) return [{ span: beginningOfLine(text, 0), message: words.file }];
  return parts.map(({ start }) => ({ span: beginningOfLine(text, start), message: words.document }));
}

/** The first characters of a line, which may be a million long. */
function beginningOfLine(text: string, start: number): Span {
  return { start, end: Math.min(lineAt(text, start).end, start + 100) };
}
