import type { CompletionItem } from 'vscode-languageserver-types';
import { lineAt } from '../text/lines.ts';
import { placeAtCursor, type CursorPlace } from './complete.ts';
import { maskTemplates, templateExpressions } from './mask.ts';
import { documentAt, outlineOf, type YamlDocument, type YamlFile } from './parse.ts';
import { styleOf, type YamlStyle } from './style.ts';

/** What is being typed in a YAML file. */
export interface Typing {
  readonly document: YamlDocument;
  /** Spans count from the document's start. */
  readonly place: CursorPlace;
  /** The document's text, with templates masked. */
  readonly text: string;
  readonly style: YamlStyle;
}

/** What was asked last of a file: snippets are asked for right after the other completions. */
const lastAsked = new WeakMap<YamlFile, { readonly offset: number; readonly typing: Typing | undefined }>();

/** Finds what is being typed at an offset of the file; `undefined` inside of templates, and where nothing can be typed. */
export function typingAt(file: YamlFile, offset: number): Typing | undefined {
  let asked = lastAsked.get(file);
  if (asked?.offset !== offset) lastAsked.set(file, (asked = { offset, typing: findTyping(file, offset) }));
  return asked.typing;
}

function findTyping(file: YamlFile, offset: number): Typing | undefined {
  const document = documentAt(file, offset);
  if (!document) return undefined;
  const { source, span } = document;
  const local = offset - span.start;
  const expressions = source.text.includes('{{') ? templateExpressions(source.text) : [];
  const before = source.text.slice(lineAt(source.text, local).start, local);
  if (before.lastIndexOf('{{') > before.lastIndexOf('}}')) return undefined; // the expression is still being typed
  if (expressions.some(({ start, end }) => start < local && local < end)) return undefined;
  const text = source.templated ? maskTemplates(source.text, expressions) : source.text;
  const place = placeAtCursor(text, { start: 0, end: text.length }, local, source.templated ? undefined : outlineOf(source));
  if (!place || expressions.some(({ start, end }) => start < place.span.end && place.span.start < end)) return undefined;
  if (text.slice(place.span.start, place.span.end).includes('\r')) return undefined; // two lines to an editor
  return { document, place, text, style: styleOf(text) };
}

/** Whether the character that was just typed asks for anything: a space between words does, one that indents a line does not. */
export function isAskedFor({ place, text }: Pick<Typing, 'place' | 'text'>, trigger: string | undefined): boolean {
  switch (trigger) {
    case undefined:
      return true;
    case ' ':
      return place.role === 'value' || place.afterDash || (place.style === 'flow' && /[{,] $/.test(text.slice(0, place.span.start)));
    case '-':
      return !place.needsSpace;
    case '{':
    case ',':
      return place.style === 'flow';
    case '$':
      return place.role === 'value' || place.afterDash;
    default:
      return false;
  }
}

/** Items of a list with the dash before them. */
export function withDashes(items: readonly CompletionItem[]): readonly CompletionItem[] {
  return items.map((item) => {
    const { textEdit, label, sortText = '' } = item;
    if (!textEdit) return item;
    const edit = { ...textEdit, newText: `- ${textEdit.newText}` };
    return { ...item, label: `- ${label}`, filterText: label, sortText: `7${sortText}`, textEdit: edit };
  });
}

/** The first of the items with each label. */
export function distinctItems(items: readonly CompletionItem[]): readonly CompletionItem[] {
  const seen = new Set<string>();
  return items.filter(({ label }) => !seen.has(label) && seen.add(label));
}
