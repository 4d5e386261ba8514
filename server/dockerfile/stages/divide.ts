import type { Fix } from '../../rule.ts';
import { insertAbove, isFinished, keywordLike } from '../edits.ts';
import { imageName } from '../../image.ts';
import { baseImage } from '../images/base.ts';
import type { DockerfileModel, Instruction, Stage } from '../model.ts';
import type { ShellCommand } from '../shell.ts';
import { trimEndOf } from '../../text/trim.ts';

/** Instructions that only say how the image runs; below the last other one, they may go into a stage of their own. */
const runtimeOnly: ReadonlySet<string> = new Set(['CMD', 'ENTRYPOINT', 'EXPOSE', 'LABEL', 'STOPSIGNAL']);
const buildOnly: ReadonlySet<string> = new Set(['FROM', 'WORKDIR', 'COPY', 'ADD', 'RUN']);

/** What is run in the second stage, and what it is run on. */
interface Runtime {
  readonly image: string;
  /** The one file that is taken along, from the root. */
  readonly file: string;
  /** Whether the command names the file from the working folder. */
  readonly inFolder: boolean;
}

/**
 * Divides the only stage of a file into one that builds and one that runs, for a static Go program and a runnable jar.
 * @returns `undefined` when anything in the stage could be needed by both, or the result is not plainly one file
 */
export function divideStage(model: DockerfileModel, stage: Stage, run: Instruction, build: ShellCommand): Fix | undefined {
  const { base, name, from, instructions } = stage;
  if (model.stages.length !== 1 || !base || name || !instructions.every((instruction) => isFinished(model, instruction))) return undefined;
  const tail = instructions.findIndex(({ keyword }) => runtimeOnly.has(keyword));
  const first = instructions[tail];
  const before = instructions.slice(0, tail);
  if (!first || !before.every(({ keyword }) => buildOnly.has(keyword))) return undefined;
  if (!instructions.slice(tail).every(({ keyword }) => runtimeOnly.has(keyword))) return undefined;
  const folder = workingFolder(before);
  const runtime = folder === undefined ? undefined : runtimeOf(model, stage, run, build, folder);
  if (folder === undefined || !runtime) return undefined;
  const keyword = (word: string): string => keywordLike(model, from, word);
  const lines = [
    `${keyword('FROM')} ${runtime.image}`,
    ...(runtime.inFolder ? [`${keyword('WORKDIR')} ${folder}`] : []),
    `${keyword('COPY')} --from=build ${runtime.file} ${runtime.file}`,
  ];
  return {
    title: { ko: '빌드 스테이지와 실행 스테이지로 나누기', en: 'Divide it into a stage that builds and one that runs' },
    edits: [{ span: { start: base.span.end, end: base.span.end }, newText: ` ${keyword('AS')} build` }, insertAbove(model, first, lines)],
  };
}

/** The folder at the end of the instructions; `undefined` when it is not plain. */
function workingFolder(instructions: readonly Instruction[]): string | undefined {
  let folder: string | undefined = '/';
  for (const { keyword, words } of instructions) {
    if (keyword !== 'WORKDIR') continue;
    const path = words.length === 1 ? (words[0]?.text ?? '') : '';
    folder = /^\/[\w./-]*$/.test(path) ? trimEndOf(path, '/') || '/' : undefined;
  }
  return folder;
}

function runtimeOf(model: DockerfileModel, stage: Stage, run: Instruction, build: ShellCommand, folder: string): Runtime | undefined {
  const image = baseImage(model, stage);
  const command = ['ENTRYPOINT', 'CMD']
    .map((keyword) => stage.instructions.filter((instruction) => instruction.keyword === keyword))
    .find((found) => found.length > 0);
  const strings = command?.length === 1 ? command[0]?.execForm : undefined;
  if (!image || !strings) return undefined;
  const absolute = (path: string): string => (path.startsWith('/') ? path : `${folder === '/' ? '' : folder}/${path.replace(/^\.\//, '')}`);
  const isPlain = (path: string): boolean => /^[\w./-]+$/.test(path) && !path.includes('..');
  const name = imageName(image);
  if (name === 'golang') {
    const output = build.words[build.words.indexOf('-o') + 1] ?? '';
    const [program = ''] = strings;
    // Only a program without C libraries runs on an image without any.
    const isStatic = /(?:^|\s)CGO_ENABLED=0\s/.test(model.text.slice(run.span.start, build.span.start));
    if (!isStatic || !build.words.includes('-o') || !isPlain(output) || absolute(output) !== absolute(program)) return undefined;
    return { image: 'gcr.io/distroless/static-debian13:nonroot', file: absolute(output), inFolder: !program.startsWith('/') };
  }
  const [, version] = /^(?:eclipse-temurin|gradle|maven)$/.test(name)
    ? (/(?:^|jdk-?|temurin-)(\d+)(?=-jdk|-|$)/.exec(javaTag(name, image.tag)) ?? [])
    : [];
  const jar = strings[strings.indexOf('-jar') + 1] ?? '';
  if (version === undefined || strings[0] !== 'java' || !strings.includes('-jar') || !isPlain(jar)) return undefined;
  if (!/(?:^|\/)(?:build\/libs|target)\//.test(jar)) return undefined;
  return { image: `eclipse-temurin:${version}-jre`, file: absolute(jar), inFolder: !jar.startsWith('/') };
}

/** The part of a tag that tells the version of Java: all of eclipse-temurin's, and what follows the tool's version in the others. */
function javaTag(name: string, tag = ''): string {
  return name === 'eclipse-temurin' ? tag : (/(?:jdk-?|temurin-)\d+/.exec(tag)?.[0] ?? '');
}
