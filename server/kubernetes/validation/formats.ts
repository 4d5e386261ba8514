import { isScalar, type Pair, type Scalar } from 'yaml';
import type { Fix } from '../../rule.ts';
import type { Span } from '../../text/span.ts';
import { textOf } from '../../yaml/read.ts';
import type { ScalarValue, TypeId } from '../schema/types.ts';
import { changeTo, replaceBy, rewriteScalar } from '../../yaml/replace.ts';
import { fieldFormats, nameFormats, type FieldFormat, type Format, type Range } from './field-formats.ts';
import { shortened } from './judge-value.ts';
import { problem, spanAt, type Place } from './place.ts';
import type { Problem } from './problem.ts';
import { nearestQuantity, parseQuantity } from './quantity.ts';
import { integerOf, jsonTypeOf } from './scalar-type.ts';
import { encodeBase64, isBase64 } from './base64.ts';
import { isPortName } from './names.ts';
import { textFormats, type TextFormat, type TextFormatName } from './text-formats.ts';
import { groupAndName } from './type-name.ts';

export type { FieldFormat } from './field-formats.ts';

/** What the values (and keys, for maps) of a field must look like, if anything is known. */
export function formatOf(type: TypeId, field: string): FieldFormat | undefined {
  return fieldFormats.get(`${groupAndName(type)}#${field}`);
}

/** A key of a map that may not be one. */
export function keyProblem(
  place: Place,
  field: string,
  key: string,
  pair: Pair,
  at: Span,
  format: FieldFormat | undefined,
): Problem | undefined {
  const name = format?.keys;
  if (name === undefined || (isScalar(pair.key) && jsonTypeOf(pair.key) === 'other')) return undefined;
  if (textFormats[name].fits(key)) return undefined;
  return problem('value-formats', { at, variant: name, data: { field, value: shortened(key) } });
}

/** A scalar that is of the right type and does not look as its field demands. */
export function valueProblem(
  { place, field, name }: { readonly place: Place; readonly field: string; readonly name: string },
  node: Scalar,
  value: ScalarValue,
  format: FieldFormat | undefined,
): Problem | undefined {
  const type = jsonTypeOf(node);
  if (type === 'other' || type === 'null') return undefined;
  const say = (variant: string, fix?: () => Fix | undefined, data: Record<string, string> = {}): Problem =>
    problem('value-formats', {
      at: spanAt(place, node),
      variant,
      data: { field: name, value: shortened(textOf(node)), ...data },
      ...(fix && { fix }),
    });
  if (value.kind === 'quantity') return quantityProblem(place, node, say);
  if (value.format === 'byte') return byteProblem(place, node, say);
  const wanted = place.type.id === 'meta/v1/ObjectMeta' && field === 'name' ? nameFormat(place) : format?.values;
  if (type === 'string') return textProblem(place, node, value, wanted, say);
  return numberProblem(node, wanted, say);
}

type Say = (variant: string, fix?: () => Fix | undefined, data?: Record<string, string>) => Problem;

function textProblem(place: Place, node: Scalar, value: ScalarValue, wanted: Format | undefined, say: Say): Problem | undefined {
  const text = String(node.value);
  if (value.format === 'date-time') return textFormats['date-time'].fits(text) ? undefined : say('date-time');
  // An empty text counts as left out; where one is needed that is another matter.
  if (wanted === undefined || text === '') return undefined;
  if (wanted === 'port') {
    if (isPortName(text)) return undefined;
    if (/^[1-9]\d{0,4}$/.test(text)) return say('port-text', () => unquote(place, node));
    return say('port-name', () => repaired(place, node, textFormats['port-name']));
  }
  if (wanted === 'number-or-percent' || wanted === 'number-or-share') {
    const isShare = wanted === 'number-or-share';
    if (/^\d{1,9}%$/.test(text)) return isShare && Number(text.slice(0, -1)) > 100 ? say('share') : undefined;
    return say('percent', () => (/^\d{1,9}$/.test(text) ? unquote(place, node) : undefined));
  }
  if (typeof wanted !== 'string') return undefined;
  const format: TextFormat = textFormats[wanted];
  return format.fits(text) ? undefined : say(wanted, () => repaired(place, node, format));
}

function numberProblem(node: Scalar, wanted: Format | undefined, say: Say): Problem | undefined {
  const number = integerOf(node);
  if (number === undefined || wanted === undefined) return undefined;
  const range: Range | undefined =
    wanted === 'port' ? { min: 1, max: 65535 } : wanted === 'number-or-percent' || wanted === 'number-or-share' ? { min: 0 } : undefined;
  const { min, max } = range ?? (typeof wanted === 'string' ? { min: -Infinity } : wanted);
  if (number >= min && number <= (max ?? Infinity)) return undefined;
  if (max === undefined) return say('at-least', undefined, { min: String(min) });
  return say('range', undefined, { min: String(min), max: String(max) });
}

function quantityProblem(place: Place, node: Scalar, say: Say): Problem | undefined {
  const text = typeof node.value === 'string' ? node.value : textOf(node);
  const quantity = parseQuantity(text.replaceAll('_', ''));
  const isNumber = jsonTypeOf(node) !== 'string';
  if (!quantity) {
    if (isNumber) return undefined;
    const near = nearestQuantity(text);
    return say('quantity', () => (near === undefined ? undefined : rewritten(place, node, near)));
  }
  const isAmount = ['ResourceRequirements', 'VolumeResourceRequirements', 'ResourceQuotaSpec', 'EmptyDirVolumeSource'].includes(
    place.type.name,
  );
  return isAmount && quantity.numerator < 0n ? say('negative') : undefined;
}

/** Binary data, which is Base64 in a manifest. */
function byteProblem(place: Place, node: Scalar, say: Say): Problem | undefined {
  const text = String(node.value);
  if (isBase64(text)) return undefined;
  return say('base64', () => {
    const encoded = /[\r\n]/.test(text) ? undefined : encodeBase64(text);
    return encoded === undefined ? undefined : encodeFix(place, node, encoded);
  });
}

function encodeFix(place: Place, node: Scalar, encoded: string): Fix | undefined {
  const edit = rewriteScalar(place.manifest.document, node, encoded === '' ? '""' : encoded);
  return edit && { title: { ko: 'Base64로 바꾸기', en: 'Encode it as Base64' }, edits: [edit] };
}

function repaired(place: Place, node: Scalar, { repair, fits }: TextFormat): Fix | undefined {
  const text = String(node.value);
  const meant = text.length > 300 ? undefined : repair?.(text);
  if (meant === undefined || meant === '' || meant === text || !fits(meant)) return undefined;
  return replaceBy(place.manifest.document, node, meant);
}

/** Another quantity, in quotes only where it was. */
function rewritten(place: Place, node: Scalar, to: string): Fix | undefined {
  const edit = rewriteScalar(place.manifest.document, node, node.type === 'PLAIN' ? to : JSON.stringify(to));
  return edit && { title: changeTo(to), edits: [edit] };
}

function unquote(place: Place, node: Scalar): Fix | undefined {
  const text = String(node.value);
  const edit = rewriteScalar(place.manifest.document, node, text);
  return edit && { title: changeTo(text), edits: [edit], isPreferred: true };
}

/** What the name of a resource must look like: it depends on the kind. */
function nameFormat({ parent, manifest }: Place): TextFormatName | undefined {
  // The name of a Pod template is not used; that of a claim template is part of a claim's name.
  if (parent?.parent) return parent.type.name === 'PersistentVolumeClaim' ? 'dns-name' : undefined;
  const { apiVersion, kind } = manifest;
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return nameFormats.get(`${group}/${kind}`) ?? 'dns-name';
}
