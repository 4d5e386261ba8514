import { CompletionItemKind, type CompletionItem, type MarkupContent } from 'vscode-languageserver-types';
import { knownPorts } from '../../facts/ports.ts';
import type { Localized } from '../../locale.ts';
import type { Resolution } from '../schema/schema.ts';
import { meantValues, meaningFacts } from '../values/meanings.ts';
import { measureOf, quantityFacts } from '../values/quantity.ts';
import { scheduleFacts } from '../values/schedule.ts';
import type { Lines } from '../../say.ts';
import { valueItem } from '../../yaml/item.ts';
import { inOrder, knownValues, typicalAmounts } from './known-values.ts';
import type { Spot } from './spot.ts';

const byDefault: Localized = { ko: '기본값', en: 'default' };

/** Offers the values of a scalar that are known from its field alone: those that it may have, and those that it usually has. */
export function completeValues(spot: Spot, resolution: Resolution): readonly CompletionItem[] {
  const { locale } = spot.context;
  const inner = spot.schema.valueOf(resolution);
  if (inner.kind === 'object') return [];
  const field = `${resolution.owner.name}#${resolution.field ?? ''}`;
  const isString = inner.kind === 'string';
  const given = resolution.mapKey === undefined ? resolution.fieldInfo?.default : undefined;
  const offer = (value: string, index: number, isExample: boolean, lines: Lines, detail?: string): CompletionItem =>
    valueItem(spot, {
      value,
      isString,
      isExample,
      kind: isExample ? CompletionItemKind.Value : CompletionItemKind.EnumMember,
      sort: `3${String(index).padStart(3, '0')}`,
      detail: detail ?? (value === given ? byDefault[locale] : undefined),
      documentation: said(lines, locale),
    });
  if (resolution.mapKey !== undefined) {
    if (inner.kind !== 'quantity') return [];
    return typicalAmounts(resolution.mapKey).map((value, index) =>
      offer(value, index, true, quantityFacts(value, measureOf(resolution.mapKey ?? ''))),
    );
  }
  const allowed = inner.kind === 'boolean' ? ['true', 'false'] : [...new Set([...(inner.enum ?? []), ...meantValues(field)])];
  if (allowed.length > 0 && (inner.kind === 'boolean' || isString))
    return inOrder(field, allowed).map((value, index) => offer(value, index, false, meaningFacts(field, value)));
  if (/^(?:ContainerPort#containerPort|ServicePort#port|GRPCAction#port|ServiceBackendPort#number)$/.test(field))
    return [...knownPorts].map(([port, programs], index) => offer(String(port), index, true, [], programs));
  const known = knownValues(field);
  const values = known?.values ?? (given === undefined || isString ? [] : [given]);
  return values.map((value, index) =>
    offer(value, index, known?.examples ?? known === undefined, field === 'CronJobSpec#schedule' ? scheduleFacts(value, undefined) : []),
  );
}

/** Lines of facts as the documentation of an item. */
export function said(lines: Lines, locale: 'ko' | 'en'): MarkupContent | undefined {
  return lines.length === 0 ? undefined : { kind: 'markdown', value: lines.map((line) => line[locale]).join('\n\n') };
}
