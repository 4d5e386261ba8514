import { isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import { nearestNames } from '../../nearest.ts';
import type { Fix } from '../../rule.ts';
import type { Span } from '../../text/span.ts';
import { textOf } from '../../yaml/read.ts';
import type { ScalarValue, Value } from '../schema/types.ts';
import { changeTo, quoteScalar, replaceBy, rewriteScalar } from '../../yaml/replace.ts';
import { problem, spanAt, type Place } from './place.ts';
import type { Problem } from './problem.ts';
import { integerOf, jsonTypeOf, type JsonType } from './scalar-type.ts';

/** A value with the object and the field that hold it. */
interface Holder {
  readonly node: Node | undefined;
  readonly value: Value;
  readonly place: Place;
  readonly field: string;
  /** What messages call it: the field, or the key in a map. */
  readonly name: string;
  /** Its position, from 0, in the list that messages name. */
  readonly item?: number;
  readonly at: Span;
}

/** A collection that is not of the shape that the schema wants: a list for a map, text for a list. */
export function judgeCollection({ node, value, place, at, ...holder }: Holder): Problem | undefined {
  const wanted = value.kind === 'list' ? 'list' : 'map';
  if ((wanted === 'list' && isSeq(node)) || (wanted === 'map' && isMap(node))) return undefined;
  if (isScalar(node) && jsonTypeOf(node) === 'other') return undefined;
  const span = isScalar(node) ? spanAt(place, node, at) : at;
  const isTextInList = value.kind === 'list' && isScalar(node) && value.items.kind === 'string';
  return problem('field-types', {
    at: span,
    variant: wanted,
    data: { field: nameOf(holder) },
    ...(isTextInList && { fix: () => wrapInList(place, node) }),
  });
}

/** A scalar that is none, or of another JSON type than the schema wants, or none of the values that it allows. */
export function judgeScalar({ node, place, at, ...holder }: Holder, value: ScalarValue): Problem | undefined {
  if (!isScalar(node)) return problem('field-types', { at, variant: 'scalar', data: { field: nameOf(holder) } });
  const field = holder.name;
  const type = jsonTypeOf(node);
  if (type === 'other' || type === 'null') return undefined;
  const span = spanAt(place, node, at);
  const text = textOf(node);
  // Quotes around a wrong value would not make it right.
  if (value.enum && value.kind === 'string' && type !== 'string') return notAllowed(place, field, node, value, span);
  const variant = misfitOf(node, type, value);
  if (variant !== undefined)
    return problem('field-types', {
      at: span,
      variant,
      data: { field, value: shortened(text) },
      fix: () => (variant === 'string' ? quoted(place, node) : unquoted(place, node, value)),
    });
  return notAllowed(place, field, node, value, span);
}

/** What messages call a place whose value is of a wrong shape: `args[0]`, where the list itself is right. */
function nameOf({ name, item }: Pick<Holder, 'name' | 'item'>): string {
  return item === undefined ? name : `${name}[${String(item)}]`;
}

/** Which variant of `field-types` a value is; `undefined` when its type is right. */
function misfitOf(node: Scalar, type: JsonType, { kind, format }: ScalarValue): string | undefined {
  const isWhole = type === 'integer' || (type === 'float' && integerOf(node) !== undefined);
  switch (kind) {
    case 'string':
      return type === 'string' ? undefined : 'string';
    case 'boolean':
      return type === 'boolean' ? undefined : 'boolean';
    case 'integer':
      return isWhole && !(format === 'int32' && isOutside(node)) ? undefined : 'integer';
    case 'number':
      return type === 'integer' || type === 'float' ? undefined : 'number';
    case 'int-or-string':
      return type === 'string' || (isWhole && !isOutside(node)) ? undefined : 'int-or-string';
    case 'quantity':
      return type === 'boolean' ? 'quantity' : undefined;
    case 'any':
      return undefined;
  }
}

function isOutside(node: Scalar): boolean {
  const number = integerOf(node);
  return number === undefined || Math.abs(number + 0.5) > 2 ** 31;
}

/** A text that is none of those allowed. An empty one counts as left out. */
function notAllowed(place: Place, field: string, node: Scalar, { enum: allowed }: ScalarValue, at: Span): Problem | undefined {
  const text = textOf(node);
  if (!allowed || text === '' || allowed.includes(text)) return undefined;
  const same = allowed.find((name) => name.toLowerCase() === text.toLowerCase());
  const near = same ?? nearestNames(text, allowed, 1)[0];
  const data = { field, value: shortened(text), allowed: allowed.map((name) => `\`${name}\``).join(', ') };
  if (near === undefined) return problem('allowed-values', { at, data });
  return problem('allowed-values', {
    at,
    variant: 'near',
    data: { ...data, near },
    fix: () => replaceBy(place.manifest.document, node, near, same !== undefined),
  });
}

/** The value as text; preferred, because it keeps every letter. */
function quoted(place: Place, node: Scalar): Fix | undefined {
  const edit = quoteScalar(place.manifest.document, node);
  return edit && { title: { ko: '따옴표로 감싸기', en: 'Put it in quotes' }, edits: [edit], isPreferred: true };
}

/** The number or boolean without its quotes. */
function unquoted(place: Place, node: Scalar, { kind }: ScalarValue): Fix | undefined {
  if (node.type !== 'QUOTE_DOUBLE' && node.type !== 'QUOTE_SINGLE') return undefined;
  const text = String(node.value);
  const fits = kind === 'boolean' ? /^(?:true|false)$/ : kind === 'number' ? /^-?\d+(?:\.\d+)?$/ : /^(?:0|-?[1-9]\d{0,8})$/;
  if (!fits.test(text)) return undefined;
  const edit = rewriteScalar(place.manifest.document, node, text);
  return edit && { title: changeTo(text), edits: [edit], isPreferred: true };
}

function wrapInList(place: Place, node: Scalar): Fix | undefined {
  const written = node.type === 'PLAIN' && !/^[\w./=@-]+$/.test(textOf(node)) ? JSON.stringify(textOf(node)) : undefined;
  const { document } = place.manifest;
  const source = node.range ? document.source.text.slice(node.range[0], node.range[1]) : '';
  const text = jsonTypeOf(node) === 'string' ? (written ?? source) : JSON.stringify(textOf(node));
  const edit = rewriteScalar(document, node, `[${text}]`);
  return edit && { title: { ko: '목록으로 만들기', en: 'Make it a list' }, edits: [edit] };
}

export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
