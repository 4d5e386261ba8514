import type { Locale, Localized } from '../locale.ts';
import { codeSpan } from '../text/markdown.ts';
import type { Resolution } from './schema/schema.ts';
import { valueOf } from './schema/schema.ts';
import type { Value } from './schema/types.ts';

const words = {
  type: { ko: '타입', en: 'Type' },
  required: { ko: '필수', en: 'Required' },
  default: { ko: '기본값', en: 'Default' },
  values: { ko: '값', en: 'Values' },
  list: { ko: '목록', en: 'list of' },
  map: { ko: '맵', en: 'map of' },
} satisfies Record<string, Localized>;

/** Most allowed values that are listed. */
const valueLimit = 8;

/** What the schema says about a field or the entry of a map, in a few words: type, whether it is required, its default, the values allowed. */
export function factsOf(resolution: Resolution, locale: Locale): readonly string[] {
  const { fieldInfo, mapKey, value } = resolution;
  const field = mapKey === undefined ? fieldInfo : undefined;
  return [
    `${words.type[locale]} ${codeSpan(typeName(field?.value ?? value, locale))}`,
    ...(field?.required ? [words.required[locale]] : []),
    ...(field?.default === undefined ? [] : [`${words.default[locale]} ${written(field.default)}`]),
    ...allowedOf(resolution, locale),
  ];
}

/** The values that a field, or the items of its list, may have; a long list is cut. */
export function allowedOf({ fieldInfo, mapKey, value }: Resolution, locale: Locale): readonly string[] {
  const holder = { value: mapKey === undefined && fieldInfo ? fieldInfo.value : value };
  const inner = valueOf(holder);
  const allowed = inner.kind === 'object' ? undefined : inner.enum;
  if (!allowed) return [];
  const listed = allowed.slice(0, valueLimit).map(written).join(', ');
  return [`${words.values[locale]} ${listed}${allowed.length > valueLimit ? ` … (${allowed.length})` : ''}`];
}

function written(text: string): string {
  return text === '' ? '`""`' : codeSpan(text);
}

function typeName(value: Value, locale: Locale): string {
  switch (value.kind) {
    case 'object':
      return value.type.slice(value.type.lastIndexOf('/') + 1);
    case 'list':
      return locale === 'ko' ? `${typeName(value.items, locale)} ${words.list.ko}` : `${words.list.en} ${typeName(value.items, locale)}`;
    case 'map':
      return locale === 'ko' ? `${typeName(value.values, locale)} ${words.map.ko}` : `${words.map.en} ${typeName(value.values, locale)}`;
    default:
      return value.kind;
  }
}
