import { isMap, isNode, isScalar, isSeq, type Pair, type Scalar } from 'yaml';
import type { Span } from '../../text/span.ts';
import { spanOfNode, type YamlDocument } from '../../yaml/parse.ts';
import { keyOf, type Path } from '../../yaml/path.ts';
import { nodeAt, pairsOf, resolve, textOf } from '../../yaml/read.ts';
import { parseAssignment } from '../values/environment.ts';
import type { Reviewed } from './service.ts';

/** A variable of a service, with a value that stands in the file. */
export interface Variable {
  readonly name: string;
  /** As YAML reads it; variables of Compose are not filled in. */
  readonly value: string;
  /** The scalar that holds the value: of a list also the name. */
  readonly node: Scalar;
  /** Where the name stands. */
  readonly nameAt: Span;
  /** Where the value stands in the file, without quotes; `undefined` where it is not written there letter by letter. */
  readonly valueAt: Span | undefined;
}

/** The variables at a path of a service (`environment`, `build.args`), in either form; those without a value are left out. */
export function variablesAt({ document, node }: Reviewed, path: Path): readonly Variable[] {
  const { ast } = document.source;
  const holder = nodeAt(ast, node, path);
  if (isMap(holder)) return [...pairsOf(ast, holder).values()].flatMap((pair) => fromPair(document, pair) ?? []);
  return isSeq(holder) ? holder.items.flatMap((item) => fromItem(document, resolve(ast, item)) ?? []) : [];
}

function fromPair(document: YamlDocument, pair: Pair): Variable | undefined {
  const node = resolve(document.source.ast, pair.value);
  const nameAt = isNode(pair.key) ? spanOfNode(document, pair.key) : undefined;
  const name = keyOf(pair);
  if (!isScalar(node) || node.value === null || node.tag !== undefined || !nameAt || name === undefined) return undefined;
  return { name, value: textOf(node), node, nameAt, valueAt: writtenSpan(document, node) };
}

function fromItem(document: YamlDocument, node: unknown): Variable | undefined {
  if (!isScalar(node) || typeof node.value !== 'string' || node.tag !== undefined) return undefined;
  const { key: name, value } = parseAssignment(node.value);
  const whole = spanOfNode(document, node);
  if (value === undefined || !whole) return undefined;
  const written = writtenSpan(document, node);
  return {
    name,
    value,
    node,
    nameAt: written ? { start: written.start, end: written.start + name.length } : whole,
    valueAt: written && { start: written.start + name.length + 1, end: written.end },
  };
}

/** Where a scalar's text stands without its quotes, when it is written as it is read: no escapes, one line. */
function writtenSpan(document: YamlDocument, node: Scalar): Span | undefined {
  const span = spanOfNode(document, node);
  if (!span) return undefined;
  const quote = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
  const start = span.start + quote;
  const end = span.end - quote;
  const { text } = document.source;
  return text.slice(start - document.span.start, end - document.span.start) === textOf(node) ? { start, end } : undefined;
}
