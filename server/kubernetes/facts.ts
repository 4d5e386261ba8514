import type { Locale, Localized } from '../locale.ts';
import { codeSpan } from '../text/markdown.ts';
import type { Resolution } from './schema/schema.ts';
import type { Value } from './schema/types.ts';

const words = {
  type: { ko: '타입', en: 'Type' },
  required: { ko: '필수', en: 'Required' },
  values: { ko: '값', en: 'Values' },
  list: { ko: '목록', en: 'list of' },
  map: { ko: '맵', en: 'map of' },
} satisfies Record<string, Localized>;

/** What the schema says about a field or the entry of a map, in a few words: type, whether it is required, the values allowed. */
export function factsOf({ fieldInfo, mapKey, value }: Resolution, locale: Locale): readonly string[] {
  const field = mapKey === undefined ? fieldInfo : undefined;
  const allowed = value.kind === 'object' || value.kind === 'list' || value.kind === 'map' ? undefined : value.enum;
  return [
    `${words.type[locale]} ${codeSpan(typeName(field?.value ?? value, locale))}`,
    ...(field?.required ? [words.required[locale]] : []),
    ...(allowed ? [`${words.values[locale]} ${allowed.map(codeSpan).join(', ')}`] : []),
  ];
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
