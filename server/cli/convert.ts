import { mkdir, writeFile } from 'node:fs/promises';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { asFiles, asOneFile, composeServices, groupedRemarks, sizeLimit, toDockerRun, toKubernetes } from '../core.ts';
import type { Conversion } from '../convert/conversion.ts';
import { isInsideSync } from '../inside.node.ts';
import { fill, type Locale, type Localized } from '../locale.ts';
import { quote } from '../nearest.ts';
import { languageOf, oneOf, readArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { pathFrom } from './find-files.ts';
import { readNamedFile, reasonOf, UsageError, type Io } from './io.ts';
import { decode } from './read-files.ts';
import { harmless, showPath } from './terminal.ts';

const words = {
  written: { ko: '만듦: {path}', en: 'made {path}' },
  decide: { ko: '결정이 필요합니다', en: 'to decide' },
  lost: { ko: '옮기지 못했습니다', en: 'does not translate' },
  changed: { ko: '다르게 옮겼습니다', en: 'said in another way' },
} satisfies Record<string, Localized>;

/** `mulgil convert`: Compose files as Kubernetes manifests or as `docker run` commands. */
export const convert: Command = {
  help: {
    en: `Usage: mulgil convert [options] FILE…

Converts a Compose file to Kubernetes manifests, or to docker run commands. Later files are laid over earlier ones, as with
docker compose -f. Nothing is run. What does not translate, and why, is told.

  --to kubernetes|docker-run   what to make (kubernetes)
  --service NAME               only this service, for docker-run
  --out DIR                    write files into DIR instead of printing them
  --force                      overwrite files that are there
  --language ko|en|auto        language of comments and messages (auto: as the system)
  --help                       print this

  mulgil convert compose.yaml --out k8s
  mulgil convert compose.yaml compose.prod.yaml
  mulgil convert compose.yaml --to docker-run --service web

Exit code: 0 converted, 1 no services in the file, 2 wrong usage, a file that cannot be read, or files that are there already.
`,
    ko: `사용법: mulgil convert [옵션] 파일…

Compose 파일을 Kubernetes 매니페스트나 docker run 명령으로 옮깁니다. 여러 파일은 docker compose -f처럼 앞의 것에 뒤의 것을
덮어 읽습니다. 아무것도 실행하지 않으며, 옮기지 못한 것과 그 이유를 알려 줍니다.

  --to kubernetes|docker-run   무엇으로 옮길지 (kubernetes)
  --service 이름               이 서비스만 (docker-run일 때)
  --out 폴더                   출력하지 않고 폴더에 파일로 씀
  --force                      이미 있는 파일을 덮어씀
  --language ko|en|auto        주석과 메시지의 언어 (auto: 시스템을 따름)
  --help                       이 도움말

  mulgil convert compose.yaml --out k8s
  mulgil convert compose.yaml compose.prod.yaml
  mulgil convert compose.yaml --to docker-run --service web

종료 코드: 0 옮김, 1 파일에 서비스가 없음, 2 잘못된 사용법, 읽을 수 없는 파일, 이미 있는 파일.
`,
  },
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, {
      to: { type: 'string' },
      service: { type: 'string' },
      out: { type: 'string' },
      force: { type: 'boolean', default: false },
      language: { type: 'string' },
    });
    const to = oneOf('to', values.to, ['kubernetes', 'docker-run']) ?? 'kubernetes';
    const locale = languageOf(values.language, io);
    if (positionals.length === 0) throw new UsageError('name a Compose file, such as `mulgil convert compose.yaml`');
    if (positionals.includes('-')) throw new UsageError('convert reads files; it does not read standard input');
    if (values.service !== undefined && to !== 'docker-run') throw new UsageError('--service goes with `--to docker-run`');
    if (values.force && values.out === undefined) throw new UsageError('--force goes with --out');

    const files = await Promise.all(positionals.map((path) => readCompose(path, io)));
    const source = { files, read: readBeside(io.cwd) };
    const services = composeServices(source);
    if (services.length === 0) {
      io.err(`mulgil: ${showPath(positionals[0] ?? '')} has no services`);
      return 1;
    }
    if (values.service !== undefined && !services.includes(values.service))
      throw new UsageError(`there is no service ${quote(values.service)}; there are ${services.slice(0, 20).map(quote).join(', ')}`);

    const name = positionals.map((path) => pathFrom(io.cwd, resolve(io.cwd, path))).join(' + ');
    const conversion =
      to === 'kubernetes'
        ? toKubernetes(source, locale)
        : runAll(source, values.service === undefined ? services : [values.service], locale);
    if (values.out === undefined) {
      io.out(to === 'kubernetes' ? asOneFile(conversion, { name }, locale) : conversion.files.map(({ text }) => text).join('\n'));
      return 0;
    }
    const made = to === 'kubernetes' ? asFiles(conversion, { name }, locale) : conversion.files;
    await writeAll(resolve(io.cwd, values.out), made, values.force, locale, io);
    for (const kind of ['decide', 'lost', 'changed'] as const) {
      for (const line of groupedRemarks(conversion.remarks.filter((each) => each.kind === kind)))
        io.err(`${words[kind][locale]}: ${harmless(line)}`);
    }
    return 0;
  },
};

type Source = Parameters<typeof toKubernetes>[0];

function runAll(source: Source, services: readonly string[], locale: Locale): Conversion {
  const all = services.flatMap((service) => toDockerRun(source, service, locale) ?? []);
  return { files: all.flatMap(({ files }) => files), remarks: all.flatMap(({ remarks }) => remarks) };
}

async function readCompose(path: string, io: Io): Promise<{ readonly path: string; readonly text: string }> {
  const absolute = resolve(io.cwd, path);
  const read = decode(await readNamedFile(absolute, showPath(path)));
  if (!('text' in read)) throw new UsageError(`cannot read ${showPath(path)}: it ${read.skipped}`);
  if (read.text.length > sizeLimit) throw new UsageError(`cannot read ${showPath(path)}: it is too large`);
  return { path: relative(io.cwd, absolute).replaceAll('\\', '/'), text: read.text };
}

/** Largest file that is read beside the Compose files, in bytes. */
const besideLimit = 1_000_000;

/** Reads files that a Compose file names: those below the working folder only. */
function readBeside(cwd: string): (path: string) => string | null | undefined {
  return (path) => {
    if (path.startsWith('../') || path.startsWith('/')) return undefined;
    try {
      const absolute = resolve(cwd, path);
      const found = statSync(absolute);
      if (!found.isFile() || found.size > besideLimit || !isInsideSync(cwd, absolute)) return undefined;
      return readFileSync(absolute, 'utf8').replace(/^\uFEFF/, '');
    } catch {
      return null;
    }
  };
}

/** Writes all files, or none where one is there already. */
async function writeAll(folder: string, files: Conversion['files'], force: boolean, locale: Locale, io: Io): Promise<void> {
  const targets = files.map(({ path, text }) => ({ path: join(folder, path), text }));
  const shown = (path: string): string => showPath(pathFrom(io.cwd, path));
  const there = targets.filter(({ path }) => existsSync(path));
  if (there.length > 0 && !force)
    throw new UsageError(
      `${there
        .slice(0, 5)
        .map(({ path }) => shown(path))
        .join(', ')}${there.length > 5 ? ' …' : ''} exists already; nothing is written (--force overwrites)`,
    );
  for (const { path, text } of targets) {
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text, { flag: force ? 'w' : 'wx' });
    } catch (error) {
      throw new UsageError(`cannot write ${shown(path)}: ${reasonOf(error)}`);
    }
    io.out(`${fill(words.written[locale], { path: shown(path) })}\n`);
  }
}
