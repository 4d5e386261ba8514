import { parseArgs, type ParseArgsConfig } from 'node:util';
import { nearest, quote } from '../nearest.ts';
import { chooseLocale, type Locale } from '../locale.ts';
import { UsageError, type Io } from './io.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Takes a command's arguments apart; `--` ends the options.
 * @throws UsageError for an option that does not exist or lacks its value, in one line
 */
export function readArguments<const O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const unknown = /^Unknown option '([^']*)'/.exec(message)?.[1];
    if (unknown === undefined) throw new UsageError(message.split('\n')[0] ?? message);
    const names = Object.entries(options).flatMap(([name, { short }]) => [`--${name}`, ...(short === undefined ? [] : [`-${short}`])]);
    throw new UsageError(`unknown option ${quote(unknown)}${nearest(unknown, names)}`);
  }
}

/**
 * Takes arguments apart that are a text, in which dashes may stand (`COPY --from`): what is none of the options belongs to it.
 * @param options all of them with a value
 * @throws UsageError for an option that lacks its value
 */
export function readText<const O extends Readonly<Record<string, { readonly type: 'string' }>>>(args: readonly string[], options: O) {
  const words: string[] = [];
  const own: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    const [, name = '', value] = /^--([^=]+)(=.*)?$/s.exec(arg) ?? [];
    if (!Object.hasOwn(options, name)) {
      if (arg !== '--') words.push(arg);
    } else if (value === undefined) own.push(...args.slice(at, ++at + 1));
    else own.push(arg);
  }
  return { text: words.join(' ').trim(), values: readArguments<O>(own, options).values };
}

/** Checks an option's value. @throws UsageError when it is none of the choices */
export function oneOf<const T extends string>(option: string, value: string | undefined, choices: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined)
    throw new UsageError(`--${option} must be ${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}, not ${quote(value)}`);
  return choice;
}

/** The language of the user's environment: `LC_ALL`, `LC_MESSAGES`, `LANG`, the first one that is set. */
export function usualLanguage({ env }: Pick<Io, 'env'>): Locale {
  const named = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  return chooseLocale('auto', named?.replace('_', '-'));
}

/** The language that `--language` asks for, or the usual one. */
export function languageOf(value: string | undefined, io: Pick<Io, 'env'>): Locale {
  return chooseLocale(oneOf('language', value, ['ko', 'en', 'auto']), usualLanguage(io));
}
