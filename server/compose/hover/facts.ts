import type { Locale, Localized } from '../../locale.ts';
import { shown } from '../../say.ts';
import type { SchemaPlace, Shape } from '../schema/schema.ts';

const words = {
  type: { ko: '타입', en: 'Type' },
  required: { ko: '필수', en: 'Required' },
  default: { ko: '기본값', en: 'Default' },
  values: { ko: '값', en: 'Values' },
  deprecated: { ko: '폐기됨', en: 'Deprecated' },
  or: { ko: ' 또는 ', en: ' or ' },
} satisfies Record<string, Localized>;

/** Most allowed values that are listed. */
const valueLimit = 8;

/** Ways to write a text that are types of their own. */
const typedFormats: readonly string[] = ['boolean', 'integer', 'number', 'duration', 'bytes'];

/**
 * What the schema says about a key, in a few words.
 * @param told the note that is shown beside it: what it says already is not said again
 */
export function factsOf({ shape, required }: SchemaPlace, locale: Locale, told = ''): readonly string[] {
  const type = typeOf(shape);
  const byDefault = shape.default;
  return [
    ...(type.length > 0 ? [`${words.type[locale]} ${type.map(shown).join(words.or[locale])}`] : []),
    ...(required ? [words.required[locale]] : []),
    ...(shape.deprecated ? [words.deprecated[locale]] : []),
    ...(byDefault === undefined || told.includes(shown(byDefault)) ? [] : [`${words.default[locale]} ${shown(byDefault)}`]),
    ...allowedOf(shape, locale, told),
  ];
}

/** The values that a key takes, or the ones that Docker knows. */
export function allowedOf({ enum: only, known, list }: Shape, locale: Locale, told = ''): readonly string[] {
  const allowed = only ?? known ?? list?.items.enum ?? list?.items.known;
  if (!allowed || allowed.every((value) => told.includes(value))) return [];
  const listed = allowed.slice(0, valueLimit).map(shown).join(', ');
  return [`${words.values[locale]} ${listed}${allowed.length > valueLimit ? ` … (${allowed.length})` : ''}`];
}

function typeOf({ scalars, format, map, list }: Shape): readonly string[] {
  const typed = format !== undefined && typedFormats.includes(format) ? format : undefined;
  const plain = scalars.filter((kind) => kind !== 'null');
  const isNumber = plain.includes('integer') || plain.includes('number');
  const simple = typed !== undefined ? [typed] : isNumber && plain.includes('string') ? ['string', 'number'] : plain;
  return [...new Set(simple), ...(list ? ['list'] : []), ...(map ? ['map'] : [])];
}
