import { CompletionItemKind, type CompletionItem, type MarkupContent } from 'vscode-languageserver-types';
import { signals } from '../../facts/signals.ts';
import type { Locale, Localized } from '../../locale.ts';
import type { Lines } from '../../say.ts';
import { valueItem } from '../../yaml/item.ts';
import type { SchemaPlace } from '../schema/schema.ts';
import { meaningFacts } from '../values/meanings.ts';
import { inOrder, knownItems, typicalValues } from './known-values.ts';
import type { Spot } from './spot.ts';

const byDefault: Localized = { ko: '기본값', en: 'default' };

/** Offers the values of a scalar that are known from its key alone: those that it may have, and those that it usually has. */
export function completeValues(spot: Spot, at: SchemaPlace): readonly CompletionItem[] {
  const { shape, key = '', owner } = at;
  const { locale } = spot.context;
  // A name of the author's says nothing of its value.
  if (at.name !== undefined && !at.place.includes('depends_on')) return [];
  const field = `${owner?.name ?? ''}#${key}`;
  const isFlag = shape.format === 'boolean' || (shape.scalars.length === 1 && shape.scalars[0] === 'boolean');
  const allowed = isFlag
    ? ['true', 'false']
    : shape.format === 'signal'
      ? signals.map(({ name }) => name)
      : (shape.enum ?? shape.known ?? []);
  const meaning = (value: string): Lines =>
    shape.format === 'signal' ? signals.filter(({ name }) => name === value) : meaningFacts(field, value);
  const known = [...inOrder(field, allowed), ...knownItems(at.place)];
  const typical = known.length > 0 ? [] : typicalValues(field, shape.format);
  return [...known, ...typical].map((value, index) =>
    valueItem(spot, {
      value,
      // Amounts and durations are never read as something else, but for numbers of processors.
      isString: !isFlag && (known.length > 0 || shape.format === 'cpus' || key === 'user'),
      isExample: typical.length > 0,
      kind: typical.length > 0 ? CompletionItemKind.Value : CompletionItemKind.EnumMember,
      sort: `3${String(index).padStart(3, '0')}`,
      detail: value === shape.default ? byDefault[locale] : undefined,
      documentation: said(meaning(value), locale),
    }),
  );
}

/** Lines of facts as the documentation of an item. */
function said(lines: Lines, locale: Locale): MarkupContent | undefined {
  return lines.length === 0 ? undefined : { kind: 'markdown', value: lines.map((line) => line[locale]).join('\n\n') };
}
