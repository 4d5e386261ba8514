import { isMap, isScalar, isSeq, type Pair, type YAMLSeq } from 'yaml';
import type { TextEdit } from '../../text/edit.ts';
import { lineAt, lineBreakOf } from '../../text/lines.ts';
import { columnOf, isShared, stepOf } from '../../yaml/layout.ts';
import type { YamlDocument } from '../../yaml/parse.ts';
import { pairOf } from '../../yaml/read.ts';
import type { Service } from '../services.ts';

/**
 * Writes a short `depends_on` in its long form, comments included. `undefined` where that is not plain to do.
 * @param conditionOf what to wait for, by the name of the service
 */
export function longDependencies(document: YamlDocument, service: Service, conditionOf: (name: string) => string): TextEdit | undefined {
  const pair = pairOf(service.node, 'depends_on');
  const list = pair?.value;
  if (!pair || !isSeq(list) || isShared(document, list) || new Set(list.items.map(String)).size < list.items.length) return undefined;
  const { text } = document.source;
  const items = list.items.map((item) =>
    isScalar(item) && item.range && item.anchor === undefined && item.tag === undefined
      ? { name: String(item.value), start: item.range[0], end: item.range[1], written: text.slice(item.range[0], item.range[1]) }
      : undefined,
  );
  if (!items.every((item) => item !== undefined) || items.length === 0) return undefined;
  const entries = items.map((item) => ({ ...item, condition: conditionOf(item.name) }));
  return list.flow ? fromFlow(document, service, pair, list, entries) : fromBlock(document, pair, entries);
}

interface Entry {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly condition: string;
}

function fromFlow(
  document: YamlDocument,
  { node }: Service,
  { key }: Pair,
  list: YAMLSeq,
  entries: readonly Entry[],
): TextEdit | undefined {
  const { text } = document.source;
  const column = isMap(node) ? columnOf(document, node) : undefined;
  const [start, end] = list.range ?? [0, 0];
  const line = lineAt(text, start);
  if (end > line.end) return undefined;
  const rest = /^[ \t]*(#.*)?$/.exec(text.slice(end, line.end));
  if (column === undefined || !rest || !isScalar(key) || !key.range) {
    const pairs = entries.map(({ written, condition }) => `${written}: {condition: ${condition}}`);
    return edit(document, start, end, `{${pairs.join(', ')}}`);
  }
  const colon = text.indexOf(':', key.range[1]) + 1;
  const comment = rest[1] === undefined ? '' : ` ${rest[1]}`;
  const step = stepOf(document);
  const lines = entries.flatMap(({ written, condition }) => entryLines(written, '', condition, column + step, step));
  return edit(document, colon, line.end, [comment, ...lines].join(lineBreakOf(text)));
}

function fromBlock(document: YamlDocument, { key }: Pair, entries: readonly Entry[]): TextEdit | undefined {
  const { text } = document.source;
  const [first] = entries;
  const last = entries.at(-1);
  if (!isScalar(key) || !key.range || !first || !last) return undefined;
  const step = stepOf(document);
  const column = key.range[0] - lineAt(text, key.range[0]).start + step;
  const from = lineAt(text, first.start).start;
  const to = lineAt(text, last.end).end;
  const byLine = new Map(entries.map((entry) => [lineAt(text, entry.start).start, entry]));
  const lines: string[] = [];
  for (let at = from; at <= to;) {
    const line = lineAt(text, at);
    const entry = byLine.get(line.start);
    if (entry) {
      if (!/^ *- +$/.test(text.slice(line.start, entry.start)) || !/^[ \t]*(?:#.*)?$/.test(text.slice(entry.end, line.end)))
        return undefined;
      lines.push(...entryLines(entry.written, text.slice(entry.end, line.end).trimEnd(), entry.condition, column, step));
    } else {
      const content = text.slice(line.start, line.end).trim();
      if (content !== '' && !content.startsWith('#')) return undefined;
      lines.push(content === '' ? '' : ' '.repeat(column) + content);
    }
    const next = text.indexOf('\n', line.end);
    if (next < 0) break;
    at = next + 1;
  }
  return edit(document, from, to, lines.join(lineBreakOf(text)));
}

function entryLines(name: string, comment: string, condition: string, column: number, step: number): readonly string[] {
  return [`${' '.repeat(column)}${name}:${comment}`, `${' '.repeat(column + step)}condition: ${condition}`];
}

function edit(document: YamlDocument, start: number, end: number, newText: string): TextEdit {
  const { start: offset } = document.span;
  return { span: { start: offset + start, end: offset + end }, newText };
}
