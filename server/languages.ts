import { compose } from './compose/language.ts';
import { dockerfile } from './dockerfile/language.ts';
import { kubernetes } from './kubernetes/language.ts';
import type { Language } from './language.ts';
import type { Rule } from './rule.ts';
import { sizeLimit } from './size-limit.ts';

/** Every language of Mulgil; the first that recognises a document gets it. */
export const languages: readonly Language[] = [dockerfile, compose, kubernetes];

/** The files of the workspace that any language may read for a file at this path with this text; none for one that nobody reads. */
export function relatedFiles(path: string, text: string): readonly string[] {
  if (text.length > sizeLimit) return [];
  return [...new Set(languages.flatMap((language) => language.related?.(path, text) ?? []))];
}

/** Every rule of every language, by id. */
export const allRules: ReadonlyMap<string, Rule> = new Map(languages.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule])));
