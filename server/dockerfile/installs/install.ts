/** A command's words: the program's name and its arguments. */
export type Call = readonly string[];

/** Files or one folder to copy, and the folder below the destination where they belong (empty for the destination itself). */
export interface ManifestCopy {
  readonly from: readonly string[];
  readonly into: string;
}

/** A command that downloads an application's dependencies, as its manifest files list them. */
export interface Install {
  readonly tool: string;
  /** The command in short, for people: `npm ci`, `go build`. */
  readonly name: string;
  /** The files that it reads; `undefined` when they are not known well enough to be copied alone. */
  readonly manifests?: readonly ManifestCopy[];
  /** The command that downloads and does no more, when this one also needs the sources. */
  readonly prefetch?: string;
}

/** `python -m pip …` and `uv pip …` as `pip …`. */
export function skipLauncher(words: Call): Call {
  if (/^python[\d.]*$/.test(programOf(words)) && words[1] === '-m') return words.slice(2);
  return programOf(words) === 'uv' && words[1] === 'pip' ? words.slice(1) : words;
}

/** The program's name without its folder; `pip3` and `pip3.13` count as `pip`. */
export function programOf([first = '']: readonly string[]): string {
  return first.slice(first.lastIndexOf('/') + 1).replace(/^pip[\d.]+$/, 'pip');
}

/** What is neither an option nor the value of one of the given options. */
export function operandsOf(call: readonly string[], takesValue: ReadonlySet<string> = new Set()): readonly string[] {
  return call.slice(1).filter((word, index) => !word.startsWith('-') && !takesValue.has(call[index] ?? ''));
}

/** A tool whose manifest files we do not copy for the user: there are too many ways to lay them out. */
export function plainInstall(
  tool: string,
  call: readonly string[],
  subcommands: readonly string[],
  byDefault = false,
): Install | undefined {
  const [subcommand] = operandsOf(call);
  if (
    subcommand === undefined ? !byDefault || call.some((word) => /^(?:-v|--version|--help)$/.test(word)) : !subcommands.includes(subcommand)
  )
    return undefined;
  if (call.includes('-g') || call.includes('--global') || (takesPackages.has(tool) && operandsOf(call).length > 1)) return undefined;
  return { tool, name: subcommand === undefined ? tool : `${tool} ${subcommand}` };
}

/** Tools whose `install` adds the packages that it names, which is another thing. */
const takesPackages: ReadonlySet<string> = new Set(['pnpm', 'bun', 'pipenv']);
