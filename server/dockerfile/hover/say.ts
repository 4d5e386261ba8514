import type { HoverContent } from '../../language.ts';
import type { Locale, Localized } from '../../locale.ts';
import { codeSpan } from '../../text/markdown.ts';
import type { Span } from '../../text/span.ts';

/** Longest piece of a file that is shown, in characters. */
const shownLimit = 120;

/** What the file says as inline code, cut where it is long. */
export function shown(text: string): string {
  return codeSpan(text.length > shownLimit ? `${text.slice(0, shownLimit)}…` : text);
}

/** A hover without a note: the text itself as title, and facts about it. */
export function explain(span: Span, title: string, facts: readonly string[]): HoverContent {
  return { span, title: shown(title), facts };
}

/** A sentence in the reader's language with the values filled in as inline code. */
export function fill(text: Localized, locale: Locale, values: Readonly<Record<string, string | number>> = {}): string {
  return text[locale].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : shown(String(value));
  });
}

/** A link to the official page as the last fact. */
export function readOn(locale: Locale, address: string): string {
  return `[${{ ko: '공식 문서', en: 'Official documentation' }[locale]}](${address})`;
}
