import { describe } from '../describe.ts';
import type { Localized } from '../locale.ts';
import { nearest, quote } from '../nearest.ts';
import { languageOf } from './arguments.ts';
import type { Command } from './command.ts';
import { UsageError, type Io } from './io.ts';
import { harmless } from './terminal.ts';
import { version } from './version.ts';

/** Every command, loaded when it is called. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  lint: async () => (await import('./lint.ts')).lint,
  fix: async () => (await import('./fix.ts')).fix,
  convert: async () => (await import('./convert.ts')).convert,
  explain: async () => (await import('./explain.ts')).explain,
  cheatsheet: async () => (await import('./cheatsheet.ts')).cheatsheet,
  rules: async () => (await import('./rules.ts')).rules,
  lsp: async () => (await import('./lsp.ts')).lsp,
};

const help: Localized = {
  en: `Mulgil explains Dockerfiles, Compose files and Kubernetes manifests.

Usage: mulgil <command> [options]

  lint        check files and say what is wrong, and why
  fix         apply the safe fixes
  convert     turn a Compose file into Kubernetes manifests or docker run commands
  explain     explain an instruction, a field, a rule
  cheatsheet  find commands of docker, Compose, kubectl and k3d
  rules       list the rules
  lsp         start the language server

  mulgil <command> --help   options of a command
  mulgil --version          print the version
`,
  ko: `Mulgil(물길)은 Dockerfile, Compose 파일, Kubernetes 매니페스트를 설명합니다.

사용법: mulgil <명령> [옵션]

  lint        파일을 검사해 무엇이 왜 문제인지 알려 줍니다
  fix         안전한 수정을 적용합니다
  convert     Compose 파일을 Kubernetes 매니페스트나 docker run 명령으로 옮깁니다
  explain     명령어, 필드, 규칙을 설명합니다
  cheatsheet  docker, Compose, kubectl, k3d 명령어를 찾습니다
  rules       규칙 목록을 보여 줍니다
  lsp         언어 서버를 시작합니다

  mulgil <명령> --help   명령의 옵션
  mulgil --version       버전 출력
`,
};

/**
 * Runs the command line; never throws.
 * @param prepare makes ready what commands need; help and version do without, so that they are there at once
 * @returns the exit code
 */
export async function main(args: readonly string[], io: Io, prepare: () => Promise<unknown> = () => Promise.resolve()): Promise<number> {
  const [name, ...rest] = args;
  try {
    return await dispatch(name, rest, io, prepare);
  } catch (error) {
    io.err(error instanceof UsageError ? `mulgil: ${harmless(error.message)}` : `mulgil: this is a mistake in Mulgil: ${describe(error)}`);
    return 2;
  }
}

async function dispatch(name: string | undefined, args: readonly string[], io: Io, prepare: () => Promise<unknown>): Promise<number> {
  const locale = languageOf(undefined, io);
  if (name === '--help' || name === '-h' || name === 'help') return print(io, help[locale]);
  if (name === '--version' || name === '-v') return print(io, `${version}\n`);
  if (name === undefined)
    throw new UsageError('name a command: lint, fix, convert, explain, cheatsheet, rules or lsp; see `mulgil --help`');
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load)
    throw new UsageError(
      `unknown ${name.startsWith('-') ? 'option' : 'command'} ${quote(name)}${nearest(name, Object.keys(commands))}; see \`mulgil --help\``,
    );
  await prepare();
  const command = await load();
  const options = args.slice(0, args.includes('--') ? args.indexOf('--') : undefined);
  if (options.includes('--help') || options.includes('-h')) return print(io, command.help[locale]);
  return command.run(args, io);
}

function print(io: Io, text: string): number {
  io.out(text);
  return 0;
}
