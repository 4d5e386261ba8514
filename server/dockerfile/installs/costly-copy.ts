import type { Span } from '../../text/span.ts';
import { copiesFile, isWholeContext, readLocalCopy, type LocalCopy } from '../arguments/local-copy.ts';
import { mountsOf, mountType } from '../arguments/mounts.ts';
import type { DockerfileModel, Instruction, Stage } from '../model.ts';
import { commandsOf } from '../shell.ts';
import { alongStages, findStage, parentOf } from '../stages/find.ts';
import { sourceNames } from '../stages/references.ts';
import type { Install } from './install.ts';
import { readInstall } from './read.ts';

/** A copy of all sources with the install of dependencies that runs after it, and that did not run before. */
export interface CostlyCopy {
  readonly copy: LocalCopy;
  readonly run: Instruction;
  readonly install: Install;
  /** Where the install stands in its RUN. */
  readonly installSpan: Span;
  /** The instructions between the two. */
  readonly between: readonly Instruction[];
  /** Whether an earlier copy has brought the install's manifest files already. */
  readonly manifestsCopied: boolean;
}

/** The first costly copy of the stage, or of the instructions that its ONBUILDs hold back. */
export function findCostlyCopy(model: DockerfileModel, stage: Stage, which: 'own' | 'heldBack' = 'own'): CostlyCopy | undefined {
  const instructions = which === 'own' ? stage.instructions : stage.instructions.flatMap(({ trigger }) => trigger ?? []);
  const at = instructions.findIndex((instruction) => isOfEverything(model, stage, instruction));
  const copy = instructions[at] && readLocalCopy(model, instructions[at]);
  if (!copy) return undefined;
  const before = instructions.slice(0, at);
  let installed: ReadonlySet<string> | undefined;
  for (let index = at + 1; index < instructions.length; index++) {
    const run = instructions[index];
    for (const { install, span } of run ? installsOf(model, run) : []) {
      installed ??= new Set([
        ...toolsAfter(model, parentOf(model, stage)),
        ...before.flatMap((one) => toolsOf(model, one)),
        ...broughtAlong(model, stage, before),
      ]);
      if (!run || installed.has(install.tool) || keepsDownloads(model, run, install)) continue;
      return {
        copy,
        run,
        install,
        installSpan: span,
        between: instructions.slice(at + 1, index),
        manifestsCopied: bringsManifests(model, before, install),
      };
    }
  }
  return undefined;
}

/** Made once for each file. */
const keptTools = new WeakMap<DockerfileModel, ReadonlyMap<Stage, ReadonlySet<string>>>();
const none: ReadonlySet<string> = new Set();

/** The tools that have installed at the end of a stage, in those that it starts from included. */
function toolsAfter(model: DockerfileModel, stage: Stage | undefined): ReadonlySet<string> {
  if (!stage) return none;
  let tools = keptTools.get(model);
  if (!tools) {
    tools = alongStages<ReadonlySet<string>>(model, ({ instructions }, before = none) => {
      const own = instructions.flatMap((instruction) => toolsOf(model, instruction)).filter((tool) => !before.has(tool));
      return own.length === 0 ? before : new Set([...before, ...own]);
    });
    keptTools.set(model, tools);
  }
  return tools.get(stage) ?? none;
}

function toolsOf(model: DockerfileModel, instruction: Instruction): readonly string[] {
  return installsOf(model, instruction).map(({ install }) => install.tool);
}

function isOfEverything(model: DockerfileModel, stage: Stage, instruction: Instruction): boolean {
  const copy = readLocalCopy(model, instruction);
  return copy !== undefined && (isWholeContext(copy) || isOnlyFolder(model, stage, copy));
}

/** `COPY backend/ .` is the whole of the application when the stage copies nothing else from the context. */
function isOnlyFolder(model: DockerfileModel, stage: Stage, { instruction, sources, destination }: LocalCopy): boolean {
  const [source] = sources;
  if (
    sources.length !== 1 ||
    !/^(?:\.\/)?[\w-]+(?:\/[\w-]+)*\/?$/.test(source ?? '') ||
    /require|dep|manifest|package|lock/i.test(source ?? '')
  )
    return false;
  if (!stage.instructions.every((other) => other === instruction || readLocalCopy(model, other) === undefined)) return false;
  const folder = (path: string): string => path.replace(/(?<=.)\/$/, '');
  const here = folder(destination);
  return here === '.' || stage.instructions.some(({ keyword, words }) => keyword === 'WORKDIR' && folder(words[0]?.text ?? '') === here);
}

function installsOf(model: DockerfileModel, instruction: Instruction): readonly { readonly install: Install; readonly span: Span }[] {
  if (instruction.keyword !== 'RUN') return [];
  return commandsOf(model, instruction).flatMap((command) => {
    const install = readInstall(command);
    return install ? [{ install, span: command.span }] : [];
  });
}

/** Tools that keep what they download in a folder of the user's, outside of the application. */
const withOwnCache: ReadonlySet<string> = new Set(['go', 'gradle', 'maven']);

/** Whether mounts make the order matter less: downloads in a cache mount stay, and bind mounts bring files of their own. */
function keepsDownloads(model: DockerfileModel, run: Instruction, { tool }: Install): boolean {
  const types = mountsOf(model, run).map(mountType);
  return types.includes('bind') || (types.includes('cache') && withOwnCache.has(tool));
}

/** Folders into which tools install beside the sources. */
const installFolder = /(?:^|\/)(?:node_modules|vendor|\.?venv|site-packages)(?:\/|$)/;

/** Tools whose downloads a copy brings from a stage that ran them. */
function broughtAlong(model: DockerfileModel, stage: Stage, before: readonly Instruction[]): readonly string[] {
  return before
    .filter(({ keyword }) => keyword === 'COPY')
    .flatMap((copy) => {
      const [reference] = sourceNames(model, copy);
      const source = reference && findStage(model, reference.text, stage);
      const hasFolder = copy.words.some(({ text }) => installFolder.test(text));
      return [...toolsAfter(model, source)].filter((tool) => hasFolder || withOwnCache.has(tool));
    });
}

function bringsManifests(model: DockerfileModel, before: readonly Instruction[], { manifests }: Install): boolean {
  const main = manifests?.[0]?.from.find((file) => !/^(?:gradlew|mvnw|settings)/.test(file))?.replace('*', '');
  if (main === undefined) return false;
  return before.some((instruction) => {
    const copy = readLocalCopy(model, instruction);
    return copy !== undefined && (copiesFile(copy, main) || copiesFile(copy, `${main}.kts`));
  });
}
