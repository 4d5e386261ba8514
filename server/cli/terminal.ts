import { dangerous, harmless } from '../text/harmless.ts';
import type { Io } from './io.ts';

export { harmless };

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

/** Colours as `FORCE_COLOR` says (none for `0`); without it on a terminal, unless `NO_COLOR` or a dumb terminal says no. */
export function styleOf({ isTerminal, env }: Pick<Io, 'isTerminal' | 'env'>): Style {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return createStyle(forced !== '0' && forced !== 'false');
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
