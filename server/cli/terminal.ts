import type { Io } from './io.ts';

/** How text is set off on a terminal. */
export interface Style {
  /** Whether anything is set off at all; if not, every function gives its text back. */
  readonly colours: boolean;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly cyan: (text: string) => string;
}

/** Text as it is. */
export const plain = createStyle(false);

/** Colours on a terminal, unless `NO_COLOR` or a dumb terminal says no. */
export function styleOf({ isTerminal, env }: Pick<Io, 'isTerminal' | 'env'>): Style {
  return createStyle(isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb');
}

function createStyle(colours: boolean): Style {
  const sgr =
    (on: number, off: number) =>
    (text: string): string =>
      colours && text !== '' ? `\x1b[${on}m${text}\x1b[${off}m` : text;
  return {
    colours,
    bold: sgr(1, 22),
    dim: sgr(2, 22),
    red: sgr(31, 39),
    green: sgr(32, 39),
    yellow: sgr(33, 39),
    blue: sgr(34, 39),
    cyan: sgr(36, 39),
  };
}

// Control characters, line breaks among them; those that change the direction of text or cannot be seen; halves of characters.
const dangerous = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\p{Cs}]/gu;

/** Makes a stranger's text safe to print on one line: what a terminal would obey, or hide, is written out as an escape. */
export function harmless(text: string): string {
  return text.replace(dangerous, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** Like {@link harmless} for a path, which also must not begin as a command to the log that reads it (`::error`, `##[group]`). */
export function showPath(path: string): string {
  return harmless(/^(?:::|##\[)/.test(path) ? `./${path}` : path);
}

/** JSON that is safe to look at on a terminal: the same values, with the dangerous characters of its texts escaped. */
export function harmlessJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(dangerous, (character) =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
