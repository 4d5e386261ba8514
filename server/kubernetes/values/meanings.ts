import type { Localized } from '../../locale.ts';
import { podMeanings } from './meanings/pods.ts';
import { resourceMeanings } from './meanings/resources.ts';
import { shown, type Lines } from '../../say.ts';

/** Says what a value that a field knows means. @param field the type and the field: `PodSpec#restartPolicy` */
export function meaningFacts(field: string, value: string): Lines {
  const meaning = find(podMeanings, field, value) ?? find(resourceMeanings, field, value);
  const name = value === '' ? '`""`' : shown(value);
  return meaning ? [{ ko: `${name} — ${meaning.ko}`, en: `${name} — ${meaning.en}` }] : [];
}

/** The values of a field whose meanings are known. */
export function meantValues(field: string): readonly string[] {
  return [podMeanings, resourceMeanings].flatMap((table) => (Object.hasOwn(table, field) ? Object.keys(table[field] ?? {}) : []));
}

function find(table: Readonly<Record<string, Readonly<Record<string, Localized>>>>, field: string, value: string): Localized | undefined {
  const values = Object.hasOwn(table, field) ? table[field] : undefined;
  return values && Object.hasOwn(values, value) ? values[value] : undefined;
}
