import type { ShellCommand } from './shell.ts';

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

/** Recognises a command that installs dependencies; one that installs named packages, or the project itself, is none. */
export function readInstall({ words }: ShellCommand): Install | undefined {
  const call = skipLauncher(words);
  return readers[programOf(call)]?.(call);
}

/** Whether a command has nothing to do with an application's sources: system packages, tools by name, settings of package managers. */
export function isIndependent({ words }: ShellCommand): boolean {
  const call = skipLauncher(words);
  const program = programOf(call);
  const [subcommand] = operandsOf(call);
  if (/^(?:apt|apt-get|apk|yum|dnf|microdnf|tdnf|zypper|corepack|true|:|echo|mkdir)$/.test(program)) return true;
  if (/^(?:npm|yarn|pnpm)$/.test(program))
    return /^(?:cache|config|set|store)$/.test(subcommand ?? '') || call.some((word) => word === '-g' || word === '--global');
  if (program !== 'pip') return false;
  // Names such as `flask==3.1`, as against `-r FILE`, `-e DIR`, `.` and paths.
  return (
    subcommand === 'cache' ||
    (subcommand === 'install' && call.every((word) => !/^(?:-r|-c|-e|--(?:requirement|constraint|editable)|\.)|\//.test(word)))
  );
}

const readers: Readonly<Record<string, (call: readonly string[]) => Install | undefined>> = {
  npm: (call) => {
    const [subcommand = '', ...operands] = operandsOf(call, npmValues);
    if (call.some((word) => word === '-g' || word === '--global')) return undefined;
    const clean = /^(?:ci|clean-install|install-clean|ic)$/.test(subcommand);
    if (!clean && !(/^(?:i|in|ins|inst|install)$/.test(subcommand) && operands.length === 0)) return undefined;
    const elsewhere = call.some((word) => /^(?:--prefix|-C|--workspaces?|-w|-ws)(?:=|$)/.test(word));
    // `npm install` does without a lock file, so the pattern must match without one too.
    const from = clean ? ['package.json', 'package-lock.json'] : ['package*.json'];
    return { tool: 'npm', name: `npm ${subcommand}`, ...(elsewhere ? {} : { manifests: [{ from, into: '' }] }) };
  },
  yarn: (call) => simple('yarn', call, ['install'], true),
  pnpm: (call) => simple('pnpm', call, ['i', 'install', 'fetch']),
  bun: (call) => simple('bun', call, ['i', 'install']),
  pip: readPip,
  poetry: (call) => simple('poetry', call, ['install', 'sync']),
  pdm: (call) => simple('pdm', call, ['install', 'sync']),
  pipenv: (call) => simple('pipenv', call, ['install', 'sync']),
  uv: (call) => simple('uv', call, ['sync']),
  bundle: (call) => simple('bundle', call, ['install'], true),
  composer: (call) => simple('composer', call, ['install', 'i']),
  dotnet: (call) => simple('dotnet', call, ['restore', 'build', 'publish']),
  go: readGo,
  gradle: readGradle,
  gradlew: readGradle,
  mvn: readMaven,
  mvnw: readMaven,
};

const npmValues: ReadonlySet<string> = new Set([
  '--registry',
  '--loglevel',
  '--omit',
  '--include',
  '--only',
  '--cache',
  '--fetch-timeout',
  '--prefix',
  '-C',
  '-w',
  '--workspace',
]);

/** Tools whose `install` adds the packages that it names, which is another thing. */
const takesPackages: ReadonlySet<string> = new Set(['pnpm', 'bun', 'pipenv']);

/** `python -m pip …` and `uv pip …` as `pip …`. */
function skipLauncher(words: readonly string[]): readonly string[] {
  if (/^python[\d.]*$/.test(programOf(words)) && words[1] === '-m') return words.slice(2);
  return programOf(words) === 'uv' && words[1] === 'pip' ? words.slice(1) : words;
}

/** The program's name without its folder; `pip3` and `pip3.13` count as `pip`. */
function programOf([first = '']: readonly string[]): string {
  return first.slice(first.lastIndexOf('/') + 1).replace(/^pip[\d.]+$/, 'pip');
}

/** What is neither an option nor the value of one of the given options. */
function operandsOf(call: readonly string[], takesValue: ReadonlySet<string> = new Set()): readonly string[] {
  return call.slice(1).filter((word, index) => !word.startsWith('-') && !takesValue.has(call[index] ?? ''));
}

/** A tool whose manifest files we do not copy for the user: there are too many ways to lay them out. */
function simple(tool: string, call: readonly string[], subcommands: readonly string[], byDefault = false): Install | undefined {
  const [subcommand] = operandsOf(call);
  if (
    subcommand === undefined ? !byDefault || call.some((word) => /^(?:-v|--version|--help)$/.test(word)) : !subcommands.includes(subcommand)
  )
    return undefined;
  if (call.includes('-g') || call.includes('--global') || (takesPackages.has(tool) && operandsOf(call).length > 1)) return undefined;
  return { tool, name: subcommand === undefined ? tool : `${tool} ${subcommand}` };
}

function readPip(call: readonly string[]): Install | undefined {
  if (operandsOf(call)[0] !== 'install' || call.some((word) => /^(?:\.|-e$|--editable)/.test(word))) return undefined;
  const files = call.flatMap((word, index) => {
    const joined = /^(?:-r|--requirement=)(.+)$/.exec(word)?.[1];
    return joined ?? (/^(?:-r|--requirement)$/.test(call[index - 1] ?? '') ? word : []);
  });
  const [first] = files;
  if (first === undefined) return undefined;
  const constrained = call.some((word) => /^(?:-c|--constraint)/.test(word));
  const known = !constrained && files.every((file) => /^(?:\.\/)?[\w.-]+(?:\/[\w.-]+)?$/.test(file) && !file.includes('..'));
  return { tool: 'pip', name: `pip install -r ${first}`, ...(known ? { manifests: pipManifests(files) } : {}) };
}

/** A file in a folder may include others beside it, so the folder comes whole. */
function pipManifests(files: readonly string[]): readonly ManifestCopy[] {
  const plain = files.map((file) => file.replace(/^\.\//, ''));
  const folders = new Set(plain.filter((file) => file.includes('/')).map((file) => file.slice(0, file.indexOf('/'))));
  const top = plain.filter((file) => !file.includes('/'));
  return [...(top.length > 0 ? [{ from: top, into: '' }] : []), ...[...folders].map((folder) => ({ from: [`${folder}/`], into: folder }))];
}

function readGo(call: readonly string[]): Install | undefined {
  const [subcommand = '', second = ''] = operandsOf(call);
  const manifests = call.includes('-C') ? {} : { manifests: [{ from: ['go.mod', 'go.sum'], into: '' }] };
  if (subcommand === 'mod' && second === 'download') return { tool: 'go', name: 'go mod download', ...manifests };
  if (!/^(?:build|install|test|vet|run)$/.test(subcommand)) return undefined;
  // `go install example.com/tool@v1` brings its own list; a vendor folder is part of the sources.
  if (call.some((word) => word.includes('@') || /^--?mod=vendor$/.test(word))) return undefined;
  return { tool: 'go', name: `go ${subcommand}`, ...manifests, prefetch: 'go mod download' };
}

const gradleValues: ReadonlySet<string> = new Set([
  '-p',
  '--project-dir',
  '-b',
  '--build-file',
  '-c',
  '--settings-file',
  '-g',
  '--gradle-user-home',
  '-I',
  '--init-script',
  '-x',
  '--exclude-task',
]);

function readGradle(call: readonly string[]): Install | undefined {
  const tasks = operandsOf(call, gradleValues).filter((task) => !/^(?:clean|wrapper|tasks|help|init|projects|properties)$/.test(task));
  const [task] = tasks;
  if (task === undefined) return undefined;
  const elsewhere = call.some((word) => /^(?:-[pbcI]|--(?:project-dir|build-file|settings-file|init-script))(?:=|$)/.test(word));
  const wrapper = programOf(call) === 'gradlew';
  const files: ManifestCopy = { from: [...(wrapper ? ['gradlew'] : []), 'settings.gradle*', 'build.gradle*'], into: '' };
  const manifests = elsewhere ? {} : { manifests: wrapper ? [files, { from: ['gradle/'], into: 'gradle' }] : [files] };
  const downloads = tasks.every((name) => /^(?:.*:)?dependencies$/.test(name));
  return {
    tool: 'gradle',
    name: `${call[0] ?? ''} ${task}`,
    ...manifests,
    ...(downloads ? {} : { prefetch: `${call[0] ?? ''} dependencies --no-daemon` }),
  };
}

const mavenValues: ReadonlySet<string> = new Set([
  '-f',
  '--file',
  '-pl',
  '--projects',
  '-s',
  '--settings',
  '-gs',
  '--global-settings',
  '-P',
  '--activate-profiles',
  '-T',
  '--threads',
  '-rf',
  '-l',
]);

function readMaven(call: readonly string[]): Install | undefined {
  const goals = operandsOf(call, mavenValues).filter((goal) => !/^(?:clean|validate|help:.*|wrapper:.*)$/.test(goal));
  const [goal] = goals;
  if (goal === undefined) return undefined;
  const elsewhere = call.some((word) => /^(?:-f|-pl|-s|-gs|--(?:file|projects|settings|global-settings))(?:=|$)/.test(word));
  const wrapper = programOf(call) === 'mvnw';
  const files: ManifestCopy = { from: [...(wrapper ? ['mvnw'] : []), 'pom.xml'], into: '' };
  const manifests = elsewhere ? {} : { manifests: wrapper ? [files, { from: ['.mvn/'], into: '.mvn' }] : [files] };
  const downloads = goals.every((name) => name.startsWith('dependency:'));
  return {
    tool: 'maven',
    name: `${call[0] ?? ''} ${goal}`,
    ...manifests,
    ...(downloads ? {} : { prefetch: `${call[0] ?? ''} -B dependency:go-offline` }),
  };
}
