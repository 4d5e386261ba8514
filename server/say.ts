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
  let format = formats.get(digits);
  if (!format) formats.set(digits, (format = new Intl.NumberFormat('en-US', { maximumFractionDigits: digits })));
  return format.format(value);
}

/** By their digits: making one takes longer than all the rest of a hover. */
const formats = new Map<number, Intl.NumberFormat>();

/** `1 Pod`, `2 Pods`: an English count. */
export function plural(count: number, noun: string): string {
  return `${counted(count, 3)} ${noun}${count === 1 ? '' : 's'}`;
}
