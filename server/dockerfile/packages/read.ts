import type { Span } from '../../text/span.ts';
import type { Call, CallWord } from './calls.ts';
import { managers, type Manager } from './managers.ts';

/** An option with its value, whichever way that is written. */
export interface Option {
  /** `--no-cache`, `-y`, `-yqq`. */
  readonly name: string;
  readonly value: string | undefined;
  /** Up to the end of the value. */
  readonly span: Span;
}

/** A package manager's command taken apart. */
export interface PackageCall {
  readonly call: Call;
  readonly manager: Manager;
  /** As it is typed, without its folder: `microdnf`. */
  readonly program: string;
  /** What comes before the subcommand of some managers: `module` in `dnf module install`. */
  readonly scope: string | undefined;
  readonly subcommand: CallWord | undefined;
  readonly options: readonly Option[];
  /** What else is named: packages, files, addresses. */
  readonly operands: readonly CallWord[];
  /** From the program to the subcommand. */
  readonly span: Span;
}

const kept = new WeakMap<Call, PackageCall | null>();

/** Reads a package manager's command; `undefined` for any other program. */
export function readPackageCall(call: Call): PackageCall | undefined {
  let found = kept.get(call);
  if (found === undefined) kept.set(call, (found = read(call) ?? null));
  return found ?? undefined;
}

/** Those of the commands that are a package manager's. */
export function packageCalls(calls: readonly Call[]): readonly PackageCall[] {
  return calls.flatMap((call) => readPackageCall(call) ?? []);
}

function read(call: Call): PackageCall | undefined {
  const asModule = /^python[\d.]*$/.test(call.program) && call.words[1]?.value === '-m';
  const words: readonly CallWord[] = asModule ? call.words.slice(2) : call.words;
  const program = (asModule ? words[0]?.value : call.program) ?? '';
  const manager = managers.get(program.replace(/^pip[\d.]+$/, 'pip'));
  if (!manager) return undefined;
  const options: Option[] = [];
  const operands: CallWord[] = [];
  const all = words.slice(1);
  for (let index = 0; index < all.length; index++) {
    const word = all[index];
    if (!word) break;
    const { value } = word;
    if (value === '--') {
      if (manager.name !== 'gem') operands.push(...all.slice(index + 1));
      break;
    }
    // `go run package …`: what follows belongs to the program that it runs.
    if (manager.name === 'go' && operands[0]?.value === 'run' && operands.length === 2) break;
    if (value.length < 2 || !value.startsWith('-')) operands.push(word);
    else if (manager.values.has(value)) {
      const given = all[++index];
      options.push({ name: value, value: given?.value, span: { start: word.span.start, end: (given ?? word).span.end } });
    } else {
      const equals = value.indexOf('=');
      const [name, given] = equals < 0 ? [value, undefined] : [value.slice(0, equals), value.slice(equals + 1)];
      options.push({ name, value: given, span: word.span });
    }
  }
  const scoped =
    (manager.name === 'yum' || manager.name === 'dnf') && /^(?:module|groups?|environment|grp)$/.test(operands[0]?.value ?? '');
  const [subcommand, ...named] = scoped ? operands.slice(1) : operands;
  const span = { start: call.words[0].span.start, end: (subcommand ?? words[0] ?? call.words[0]).span.end };
  return { call, manager, program, scope: scoped ? operands[0]?.value : undefined, subcommand, options, operands: named, span };
}

/** Whether the command installs packages by name. */
export function installs({ manager, subcommand }: PackageCall): boolean {
  return subcommand !== undefined && manager.install.has(subcommand.value);
}

/** Whether one of the options is given: long ones by name, short ones also among others (`-yqq`). */
export function hasOption({ options }: PackageCall, long: readonly string[], short = '-'): boolean {
  return options.some(({ name }) => long.includes(name) || (/^-[A-Za-z]+$/.test(name) && new RegExp(`[${short}]`).test(name.slice(1))));
}
