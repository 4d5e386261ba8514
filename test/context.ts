import type { FeatureContext } from '../server/language.ts';
import { library } from '../server/library.ts';
import type { Locale } from '../server/locale.ts';
import { createWorkspace, type Place } from '../server/workspace.ts';

/** Where a document lies of which nothing else is known. */
export const alone: Place = { workspace: createWorkspace(), path: 'alone' };

/** What a feature is asked with, for a document that is alone. */
export function contextIn(locale: Locale): FeatureContext {
  return { locale, library, ...alone };
}
