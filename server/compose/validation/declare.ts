import { isMap } from 'yaml';
import type { TextEdit } from '../../text/edit.ts';
import { lineBreakOf } from '../../text/lines.ts';
import { columnOf, endOfPair, stepOf } from '../../yaml/layout.ts';
import type { YamlDocument } from '../../yaml/parse.ts';
import { isEmpty, pairOf } from '../../yaml/read.ts';

/** Adds `name:` to a section at the top of a file, and the section where there is none. `undefined` where that is not plain to do. */
export function insertEntryLine(document: YamlDocument, section: string, name: string): TextEdit | undefined {
  const root = document.source.ast.contents;
  if (!isMap(root) || columnOf(document, root) !== 0) return undefined;
  const { text } = document.source;
  const lineBreak = lineBreakOf(text);
  const pair = pairOf(root, section);
  if (!pair) {
    const last = root.items.at(-1);
    const end = last && endOfPair(document, last);
    if (end === undefined) return undefined;
    // Sections are told apart by a blank line.
    return insert(document, end, `${lineBreak}${lineBreak}${section}:${lineBreak}${' '.repeat(stepOf(document))}${name}:`);
  }
  if (isEmpty(pair.value)) {
    const end = endOfPair(document, pair);
    const isPlain = end !== undefined && /:[ \t]*(?:#.*)?$/.test(text.slice(0, end).split('\n').at(-1) ?? '');
    return isPlain ? insert(document, end, `${lineBreak}${' '.repeat(stepOf(document))}${name}:`) : undefined;
  }
  const map = pair.value;
  const column = isMap(map) ? columnOf(document, map) : undefined;
  const last = isMap(map) ? map.items.at(-1) : undefined;
  const end = last && endOfPair(document, last);
  return column === undefined || end === undefined ? undefined : insert(document, end, `${lineBreak}${' '.repeat(column)}${name}:`);
}

function insert({ span }: YamlDocument, at: number, newText: string): TextEdit {
  return { span: { start: span.start + at, end: span.start + at }, newText };
}
