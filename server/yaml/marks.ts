import { isScalar, type Node } from 'yaml';
import type { Range } from 'vscode-languageserver-types';
import { textOf } from './read.ts';

/** Where a name stands. Offsets count from the start of its YAML document, `line` from the document's first line; it ends on the same line. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly character: number;
}

/** A name and where it stands. */
export interface Name {
  readonly text: string;
  readonly mark: Mark;
}

/** Tells where nodes of a document stand. */
export interface Marker {
  /** Where a node stands; of a quoted text what is between the quotes. `undefined` for what goes over several lines. */
  mark(node: Node): Mark | undefined;
  /** A scalar as a name; `undefined` for an empty one. */
  name(node: unknown): Name | undefined;
  /** Lines of the document. */
  readonly lines: number;
}

/** Makes a marker for a document's text. */
export function createMarker(text: string): Marker {
  const starts = lineStarts(text);

  function lineOf(offset: number): number {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function mark(node: Node): Mark | undefined {
    if (!node.range) return undefined;
    let [start, end] = node.range;
    if (isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') && end - start >= 2) {
      start++;
      end--;
    }
    const line = lineOf(start);
    const next = starts[line + 1];
    if (next !== undefined && end >= next) return undefined;
    return { start, end, line, character: start - (starts[line] ?? 0) };
  }

  return {
    mark,
    name: (node) => {
      if (!isScalar(node) || node.value === null || node.value === '') return undefined;
      const where = mark(node);
      return where && { text: typeof node.value === 'string' ? node.value : textOf(node), mark: where };
    },
    lines: starts.length - 1,
  };
}

/** Where lines begin. As editors count them, a carriage return alone ends one, too. */
function lineStarts(text: string): readonly number[] {
  if (/\r(?!\n)/.test(text)) return [0, ...Array.from(text.matchAll(/\r\n?|\n/g), (end) => end.index + end[0].length)];
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Where a mark stands in its file. @param line the line at which its document begins, from 0 */
export function rangeOfMark(line: number, mark: Mark): Range {
  const start = { line: line + mark.line, character: mark.character };
  return { start, end: { ...start, character: start.character + mark.end - mark.start } };
}

/** A part of a name, by its place in the text; `undefined` for a name that is written otherwise than it reads. */
export function partOfName({ text, mark }: Name, start: number, end: number): Name | undefined {
  if (mark.end - mark.start !== text.length || start >= end) return undefined;
  return {
    text: text.slice(start, end),
    mark: { line: mark.line, character: mark.character + start, start: mark.start + start, end: mark.start + end },
  };
}
