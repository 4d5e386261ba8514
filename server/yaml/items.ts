import { isScalar, type Node, type YAMLSeq } from 'yaml';
import type { TextEdit } from '../text/edit.ts';
import { lineAt, lineBreakOf, nextLineStart } from '../text/lines.ts';
import { holdsAnchor, isShared } from './layout.ts';
import type { YamlDocument } from './parse.ts';
import { plainOrQuoted } from './scalar.ts';

/** Takes a scalar out of a list that stays with others: its line in block style, with its comma in flow style. */
export function deleteItem(document: YamlDocument, list: YAMLSeq, item: Node): TextEdit | undefined {
  const at = list.items.indexOf(item);
  if (at < 0 || list.items.length < 2 || !isScalar(item) || !item.range || isShared(document, list) || holdsAnchor(item)) return undefined;
  const { text } = document.source;
  const [start, end] = item.range;
  if (list.flow) {
    const before = /,[ \t]*$/.exec(text.slice(0, start));
    if (at > 0) return before ? edit(document, start - before[0].length, end, '') : undefined;
    const after = /^[ \t]*,[ \t]*/.exec(text.slice(end));
    return after ? edit(document, start, end + after[0].length, '') : undefined;
  }
  const line = lineAt(text, start);
  if (!/^ *- +$/.test(text.slice(line.start, start)) || !/^[ \t]*$/.test(text.slice(end, line.end))) return undefined;
  const next = nextLineStart(text, line.end);
  // The last line of a file without a line break at its end takes the one before it along.
  const first = next === line.end ? text.slice(0, line.start).replace(/\r?\n$/, '').length : line.start;
  return edit(document, first, next, '');
}

/** Adds a text to the end of a list that has items. */
export function appendItem(document: YamlDocument, list: YAMLSeq, value: string): TextEdit | undefined {
  const last: unknown = list.items.at(-1);
  if (!isScalar(last) || !last.range || isShared(document, list)) return undefined;
  const { text } = document.source;
  const [start, end] = last.range;
  if (/[\r\n]/.test(text.slice(start, end))) return undefined;
  if (list.flow) return edit(document, end, end, `, ${plainOrQuoted(value)}`);
  const line = lineAt(text, start);
  const dash = /^ *- +$/.exec(text.slice(line.start, start));
  if (!dash || !/^[ \t]*(?:#.*)?$/.test(text.slice(end, line.end))) return undefined;
  return edit(document, line.end, line.end, lineBreakOf(text) + dash[0] + plainOrQuoted(value));
}

function edit(document: YamlDocument, start: number, end: number, newText: string): TextEdit {
  const { start: offset } = document.span;
  return { span: { start: offset + start, end: offset + end }, newText };
}
