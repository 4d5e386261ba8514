/** The languages in which Mulgil explains. */
export type Locale = 'ko' | 'en';

/** A text in every language of Mulgil. Both are required, so a missing translation does not compile. */
export interface Localized {
  readonly ko: string;
  readonly en: string;
}

/**
 * Picks the content language.
 * @param setting the user's choice; `auto` and unknown words follow the editor
 * @param editorLanguage the editor's own language as a BCP 47 tag (`ko`, `ko-KR`, `en-US` …)
 */
export function chooseLocale(setting: unknown, editorLanguage: string | undefined): Locale {
  if (setting === 'ko' || setting === 'en') return setting;
  return /^ko\b/i.test(editorLanguage ?? '') ? 'ko' : 'en';
}

/**
 * Fills `{name}` placeholders of a text.
 * A placeholder without a value stays as it is, so that a mistake shows instead of vanishing.
 */
export function fill(text: string, values: Readonly<Record<string, string>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? whole) : whole));
}

/** A text whose `{name}` placeholders have no values to show: each becomes `…`. */
export function withoutValues(text: string): string {
  return text.replace(/\{\w+\}/g, '…');
}
