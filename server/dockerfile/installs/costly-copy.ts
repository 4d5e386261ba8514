import type { Span } from '../../text/span.ts';
import { copiesFile, isWholeContext, readLocalCopy, type LocalCopy } from '../local-copy.ts';
import { lineage, type DockerfileModel, type Instruction, type Stage } from '../model.ts';
import { commandsOf } from '../shell.ts';
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
      installed ??= new Set(
        [
          ...lineage(model, stage)
            .slice(1)
            .flatMap((earlier) => earlier.instructions),
          ...before,
        ]
          .flatMap((one) => installsOf(model, one))
          .map((one) => one.install.tool),
      );
      if (!run || installed.has(install.tool) || keepsDownloads(run, install)) continue;
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
function keepsDownloads({ flags }: Instruction, { tool }: Install): boolean {
  const has = (type: string): boolean =>
    flags.some(({ name, value }) => name.toLowerCase() === 'mount' && value?.includes(`type=${type}`) === true);
  return has('bind') || (has('cache') && withOwnCache.has(tool));
}

function bringsManifests(model: DockerfileModel, before: readonly Instruction[], { manifests }: Install): boolean {
  const main = manifests?.[0]?.from.find((file) => !/^(?:gradlew|mvnw|settings)/.test(file))?.replace('*', '');
  if (main === undefined) return false;
  return before.some((instruction) => {
    const copy = readLocalCopy(model, instruction);
    return copy !== undefined && (copiesFile(copy, main) || copiesFile(copy, `${main}.kts`));
  });
}
