import { isMap, isScalar, isSeq, type Scalar } from 'yaml';
import type { Fix } from '../../rule.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { isEmpty, textOf } from '../../yaml/read.ts';
import { changeTo, quoteScalar, rewriteScalar } from '../../yaml/replace.ts';
import type { ScalarKind, Shape } from '../schema/types.ts';
import { hasVariables } from '../values/interpolation.ts';
import { parseBoolean, parseNumber } from '../values/numbers.ts';
import type { Problem } from './problem.ts';
import { firstLine, shortened, type Spot } from './spot.ts';

/** A value of another type than the schema wants: a number for a text, a map for a list. */
export function typeProblem(spot: Spot): Problem | undefined {
  const { node, place, field, document } = spot;
  const { shape } = place;
  if (isAnything(shape)) return undefined;
  if (isEmpty(node)) {
    if (shape.scalars.includes('null')) return undefined;
    const at = isScalar(node) && textOf(node) !== '' ? (spanOfNode(document, node) ?? spot.at) : spot.at;
    return { rule: 'value-types', at, variant: 'empty', data: { field } };
  }
  if (isMap(node)) return shape.map ? undefined : collection(spot);
  if (isSeq(node)) return shape.list ? undefined : collection(spot);
  if (!isScalar(node)) return undefined;
  const kind = kindOf(node);
  if (kind === undefined || shape.scalars.includes(kind) || (kind === 'integer' && shape.scalars.includes('number'))) return undefined;
  const text = typeof node.value === 'string' ? node.value : textOf(node);
  // A text that says a number or a truth value is read as one.
  if (kind === 'string' && (hasVariables(text) || reads(shape, text))) return undefined;
  const at = spanOfNode(document, node) ?? spot.at;
  const variant = variantOf(shape, kind);
  return {
    rule: 'value-types',
    at: firstLine(document, at),
    variant,
    data: { field, value: shortened(text) },
    fix: () => fixOf(spot, node, variant),
  };
}

/** Whether a shape says nothing about what may stand there. */
function isAnything({ scalars, map, list }: Shape): boolean {
  return scalars.length === 0 && !map && !list;
}

function collection(spot: Spot): Problem {
  const { shape } = spot.place;
  return { rule: 'value-types', at: spot.at, variant: formsOf(shape, true), data: { field: spot.field } };
}

function variantOf(shape: Shape, kind: ScalarKind): string {
  const { scalars, format } = shape;
  // In quotes it would be a text without a unit, which is wrong as well.
  if (kind !== 'string' && format === 'duration' && scalars.includes('string')) return 'duration';
  if (kind !== 'string' && scalars.includes('string')) return 'string';
  if (scalars.length === 0 || (scalars.length === 1 && scalars[0] === 'null')) return formsOf(shape, false);
  const [first] = scalars.filter((scalar) => scalar !== 'null');
  return scalars.includes('number') ? 'number' : (first ?? 'scalar');
}

/** The variant that names the forms a value may have. */
function formsOf({ scalars, map, list }: Shape, isCollection: boolean): string {
  const forms = [isCollection && scalars.some((kind) => kind !== 'null') && 'scalar', list && 'list', map && 'map'];
  return forms.filter((form) => typeof form === 'string').join('-') || 'scalar';
}

/** The type of a scalar in YAML 1.2, which Compose reads; `undefined` where a tag says something else. */
export function kindOf({ value, tag, source, type }: Scalar): ScalarKind | undefined {
  if (tag !== undefined && tag !== '!override') return undefined;
  // `1_000` is a number to Compose.
  if (typeof value === 'string') return type === 'PLAIN' && /^[-+]?[1-9]\d*(?:_\d+)+$/.test(value) ? 'integer' : 'string';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'bigint') return 'integer';
  // `1.0` is a whole number to the schema.
  if (typeof value === 'number') return Number.isInteger(value) || /^[-+]?0o?[0-7]+$/.test(source ?? '') ? 'integer' : 'number';
  return undefined;
}

function reads({ scalars, format }: Shape, text: string): boolean {
  if (scalars.includes('boolean') && format === 'boolean') return parseBoolean(text) !== undefined;
  return scalars.includes('integer') && format === 'integer' && parseNumber(text) !== undefined;
}

function fixOf(spot: Spot, node: Scalar, variant: string): Fix | undefined {
  if (variant === 'string') return quoted(spot, node);
  if (variant === 'duration') return inSeconds(spot, node);
  return variant === 'list' ? listed(spot, node) : undefined;
}

/** A number as so many seconds. */
function inSeconds({ document }: Spot, node: Scalar): Fix | undefined {
  const text = textOf(node);
  if (!/^[1-9]\d{0,5}$/.test(text)) return undefined;
  const edit = rewriteScalar(document, node, `${text}s`);
  return edit && { title: changeTo(`${text}s`), edits: [edit] };
}

/** The value as text; preferred, because it keeps every letter. */
function quoted({ document }: Spot, node: Scalar): Fix | undefined {
  const edit = quoteScalar(document, node);
  return edit && { title: { ko: '따옴표로 감싸기', en: 'Put it in quotes' }, edits: [edit], isPreferred: true };
}

/** One value as a list of one. */
function listed({ document }: Spot, node: Scalar): Fix | undefined {
  const source = node.range ? document.source.text.slice(node.range[0], node.range[1]) : '';
  const text = node.type === 'PLAIN' && !/^[\w./=@:-]+$/.test(source) ? JSON.stringify(textOf(node)) : source;
  const list = `[${/^\d+:/.test(text) ? JSON.stringify(text) : text}]`;
  const edit = rewriteScalar(document, node, list);
  return edit && { title: changeTo(list), edits: [edit] };
}
