import type { ShellCommand } from '../shell.ts';
import { readGo } from './go.ts';
import { operandsOf, plainInstall, programOf, skipLauncher, type Call, type Install } from './install.ts';
import { readGradle, readMaven } from './jvm.ts';
import { readNpm } from './npm.ts';
import { readPip } from './pip.ts';

/** Recognises a command that installs dependencies; one that installs named packages, or the project itself, is none. */
export function readInstall({ words }: ShellCommand): Install | undefined {
  const call = skipLauncher(words);
  return readers.get(programOf(call))?.(call);
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

const plain = (tool: string, subcommands: readonly string[], byDefault = false): [string, (call: Call) => Install | undefined] => [
  tool,
  (call) => plainInstall(tool, call, subcommands, byDefault),
];

const readers: ReadonlyMap<string, (call: Call) => Install | undefined> = new Map([
  ['npm', readNpm],
  ['pip', readPip],
  ['go', readGo],
  ['gradle', readGradle],
  ['gradlew', readGradle],
  ['mvn', readMaven],
  ['mvnw', readMaven],
  plain('yarn', ['install'], true),
  plain('pnpm', ['i', 'install', 'fetch']),
  plain('bun', ['i', 'install']),
  plain('poetry', ['install', 'sync']),
  plain('pdm', ['install', 'sync']),
  plain('pipenv', ['install', 'sync']),
  plain('uv', ['sync']),
  plain('bundle', ['install'], true),
  plain('composer', ['install', 'i']),
  plain('dotnet', ['restore', 'build', 'publish']),
]);
