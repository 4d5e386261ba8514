import type { ShellWord } from '../shell/words.ts';
import { flagNamed, flagOfLetter, type Flag } from './flags.ts';

/** A `docker run` command taken apart. */
export interface RunArguments {
  readonly given: readonly Given[];
  /** `undefined` when the command ends before it. */
  readonly image: ShellWord | undefined;
  readonly command: readonly ShellWord[];
  /** Options that `docker run` does not have, as written. */
  readonly unknown: readonly string[];
}

/** A flag with its value; a flag that takes none has the value `true`, or `false` when that is written. */
export interface Given {
  readonly flag: Flag;
  readonly value: ShellWord;
}

/** Takes the words of `docker run …`, `docker container run …` and their like apart; `undefined` for other commands. */
export function readArguments(words: readonly ShellWord[]): RunArguments | undefined {
  const at = commandStart(words);
  if (at === undefined) return undefined;
  const given: Given[] = [];
  const unknown: string[] = [];
  let index = at;
  for (; index < words.length; index++) {
    const word = words[index] ?? { parts: [] };
    const first = typeof word.parts[0] === 'string' ? word.parts[0] : '';
    if (!first.startsWith('-') || first === '-') break;
    if (first === '--' && word.parts.length === 1) {
      index++;
      break;
    }
    if (first.startsWith('--')) {
      const equals = first.indexOf('=');
      const flag = flagNamed(first.slice(2, equals < 0 ? undefined : equals));
      if (!flag) unknown.push(first);
      else if (equals >= 0) given.push({ flag, value: from(word, equals + 1) });
      else given.push({ flag, value: flag.kind === 'truth' ? yes : (words[++index] ?? yes) });
    } else index = readLetters(words, index, given, unknown);
  }
  return { given, image: words[index], command: words.slice(index + 1), unknown };
}

const yes: ShellWord = { parts: ['true'] };

/** Letters in one word: `-it`, `-p8080:80`, `-e=A=B`. */
function readLetters(words: readonly ShellWord[], index: number, given: Given[], unknown: string[]): number {
  const word = words[index] ?? { parts: [] };
  const first = typeof word.parts[0] === 'string' ? word.parts[0] : '';
  for (let at = 1; at < first.length; at++) {
    const flag = flagOfLetter(first[at] ?? '');
    if (!flag) {
      unknown.push(first);
      return index;
    }
    const hasRest = at + 1 < first.length || word.parts.length > 1;
    if (flag.kind === 'truth') {
      if (first[at + 1] === '=') {
        given.push({ flag, value: from(word, at + 2) });
        return index;
      }
      given.push({ flag, value: yes });
    } else if (hasRest) {
      given.push({ flag, value: from(word, first[at + 1] === '=' ? at + 2 : at + 1) });
      return index;
    } else {
      given.push({ flag, value: words[index + 1] ?? yes });
      return index + 1;
    }
  }
  return index;
}

/** A word without the first characters of its first text. */
function from({ parts }: ShellWord, start: number): ShellWord {
  const [first, ...rest] = parts;
  return { parts: typeof first === 'string' ? [first.slice(start), ...rest] : parts };
}

/** Options of `docker` itself that take a value. */
const globalValues: ReadonlySet<string> = new Set([
  '-H',
  '--host',
  '-c',
  '--context',
  '--config',
  '-l',
  '--log-level',
  '--tlscacert',
  '--tlscert',
  '--tlskey',
]);

/** Where the arguments of the run begin. */
function commandStart(words: readonly ShellWord[]): number | undefined {
  const texts = words.map(({ parts }) => (parts.length === 1 && typeof parts[0] === 'string' ? parts[0] : ''));
  let at = 0;
  if (texts[at] === '$' || texts[at] === '#') at++; // a prompt that was copied along
  while (/^\w+=/.test(texts[at] ?? '') || texts[at] === 'sudo') at++;
  if (!/^(?:.*[\\/])?(?:docker|podman|nerdctl)(?:\.exe)?$/.test(texts[at] ?? '')) return undefined;
  at++;
  while ((texts[at] ?? '').startsWith('-')) at += globalValues.has(texts[at] ?? '') ? 2 : 1;
  if (texts[at] === 'container') at++;
  return texts[at] === 'run' || texts[at] === 'create' ? at + 1 : undefined;
}
