import { isMap, isScalar, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { TextEdit } from '../../text/edit.ts';
import { lineAt, lineBreakOf } from '../../text/lines.ts';
import { columnOf, endOfValue, isShared, stepOf } from '../../yaml/layout.ts';
import type { YamlDocument } from '../../yaml/parse.ts';
import { pairOf, textOf } from '../../yaml/read.ts';
import { jsonTypeOf } from './scalar-type.ts';

/** Writes a backend in its new shape; comments in it, and fields that are not known, leave it alone. */
export function backendEdit(document: YamlDocument, pair: Pair): TextEdit | undefined {
  const map = pair.value;
  if (!isMap(map) || !map.range || isShared(document, map) || map.items.length !== 2) return undefined;
  const name = scalarIn(map, 'serviceName');
  const port = scalarIn(map, 'servicePort');
  if (!name?.range || !port?.range) return undefined;
  const { text } = document.source;
  const written = (node: Node): string => text.slice(node.range?.[0] ?? 0, node.range?.[1] ?? 0);
  const field = jsonTypeOf(port) === 'integer' ? 'number' : 'name';
  const [start] = map.range;
  const { start: offset } = document.span;
  if (map.flow) {
    const newText = `{service: {name: ${written(name)}, port: {${field}: ${written(port)}}}}`;
    return { span: { start: offset + start, end: offset + map.range[1] }, newText };
  }
  const column = columnOf(document, map);
  const last = map.items.at(-1);
  const end = last && endOfValue(document, last);
  if (column === undefined || end === undefined || /#/.test(text.slice(start, lineAt(text, end).end))) return undefined;
  const step = ' '.repeat(stepOf(document));
  const lines = ['service:', `${step}name: ${written(name)}`, `${step}port:`, `${step}${step}${field}: ${written(port)}`];
  return { span: { start: offset + start, end: offset + end }, newText: lines.join(lineBreakOf(text) + ' '.repeat(column)) };
}

function scalarIn(map: YAMLMap, field: string): ReturnType<typeof plain> {
  return plain(pairOf(map, field)?.value);
}

/** A scalar on one line that nothing else shares. */
function plain(node: unknown): Scalar | undefined {
  if (!isScalar(node) || node.anchor !== undefined || node.tag !== undefined || node.value === null) return undefined;
  return node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED' || textOf(node).includes('\n') ? undefined : node;
}
