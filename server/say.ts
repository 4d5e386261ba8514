import type { Localized } from './locale.ts';
import { codeSpan } from './text/markdown.ts';

/** Lines of an explanation in both languages, in Markdown that is safe to show. */
export type Lines = readonly Localized[];

/** Longest piece of a file that is shown, in characters. */
const shownLimit = 80;

/** What the file says as inline code, cut where it is long. */
export function shown(text: string | number): string {
  const whole = String(text);
  return codeSpan(whole.length > shownLimit ? `${whole.slice(0, shownLimit)}…` : whole);
}

/** Names as inline code, the first few of them. */
export function shownList(names: readonly string[], limit = 5): string {
  const listed = names.slice(0, limit).map(shown).join(', ');
  return names.length > limit ? `${listed} … (${names.length})` : listed;
}

/** A number with commas between thousands and at most `digits` decimals: `1,073,741,824`, `1.07`. */
export function counted(value: number | bigint, digits = 0): string {
  return new Intl.NumberFormat('en-US', { maximumFractionDigits: digits }).format(value);
}

/** A line that reads the same in both languages. */
export function same(text: string): Localized {
  return { ko: text, en: text };
}

/** `1 Pod`, `2 Pods`: an English count. */
export function plural(count: number, noun: string): string {
  return `${counted(count, 3)} ${noun}${count === 1 ? '' : 's'}`;
}
