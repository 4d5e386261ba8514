import { findStage, finalStage, lineage, type DockerfileModel, type Instruction, type Stage } from './model.ts';
import { readMount } from './mounts.ts';

/**
 * What an instruction adds to an image: a layer of files, or settings only.
 * Source: docs.docker.com/build/cache and BuildKit, which makes a layer of WORKDIR too, because it creates the folder.
 */
export type Effect = 'layer' | 'settings';

/** `undefined` for FROM, for ARG, which stays in no image, and for what is no instruction. */
export function effectOf({ keyword, words }: Instruction): Effect | undefined {
  switch (keyword) {
    case 'RUN':
    case 'COPY':
    case 'ADD':
      return 'layer';
    case 'WORKDIR':
      return words.length === 1 && words[0]?.text === '/' ? 'settings' : 'layer';
    case 'CMD':
    case 'ENTRYPOINT':
    case 'ENV':
    case 'EXPOSE':
    case 'HEALTHCHECK':
    case 'LABEL':
    case 'MAINTAINER':
    case 'ONBUILD':
    case 'SHELL':
    case 'STOPSIGNAL':
    case 'USER':
    case 'VOLUME':
      return 'settings';
    default:
      return undefined;
  }
}

/** How many layers a stage adds to those of its base. */
export function countLayers({ instructions }: Stage): number {
  return instructions.filter((instruction) => effectOf(instruction) === 'layer').length;
}

/**
 * What becomes of a stage when the last one is built: its layers stay (`kept`), files are copied out of it (`copied`), only
 * the building of other stages needs it (`used`), or it is not built at all (`unused`).
 */
export type StageRole = 'kept' | 'copied' | 'used' | 'unused';

/** The stages' roles, made once for each file. */
const keptRoles = new WeakMap<DockerfileModel, readonly StageRole[]>();

/** The role of each stage, in their order. */
export function stageRoles(model: DockerfileModel): readonly StageRole[] {
  let roles = keptRoles.get(model);
  if (!roles) keptRoles.set(model, (roles = readRoles(model)));
  return roles;
}

function readRoles(model: DockerfileModel): readonly StageRole[] {
  const roles = model.stages.map((): StageRole => 'unused');
  const last = finalStage(model);
  if (!last) return roles;
  for (const { index } of lineage(model, last)) roles[index] = 'kept';
  // A stage uses earlier ones only, so one pass from the last to the first sees all.
  for (const stage of model.stages.toReversed()) {
    const role = roles[stage.index];
    if (role === 'unused') continue;
    for (const { stage: other, by } of usesOf(model, stage)) {
      if (roles[other.index] === 'kept') continue;
      if (role === 'kept' && by.keyword === 'COPY') roles[other.index] = 'copied';
      else if (roles[other.index] === 'unused') roles[other.index] = 'used';
    }
  }
  return roles;
}

/** An earlier stage that an instruction needs: FROM, COPY with `--from`, RUN with a mount from it. */
export interface StageUse {
  readonly by: Instruction;
  readonly stage: Stage;
}

/** What each stage uses, made once for each file. */
const keptUses = new WeakMap<Stage, readonly StageUse[]>();

/** The earlier stages that a stage needs, in the order of its instructions. */
export function usesOf(model: DockerfileModel, stage: Stage): readonly StageUse[] {
  let uses = keptUses.get(stage);
  if (!uses) keptUses.set(stage, (uses = readUses(model, stage)));
  return uses;
}

function readUses(model: DockerfileModel, stage: Stage): readonly StageUse[] {
  const uses: StageUse[] = [];
  for (const by of stage.instructions) {
    for (const name of by === stage.from ? [stage.base?.text] : stageNamesIn(model, by)) {
      const other = name === undefined ? undefined : findStage(model, name, stage);
      if (other) uses.push({ by, stage: other });
    }
  }
  return uses;
}

function stageNamesIn(model: DockerfileModel, { keyword, flags }: Instruction): readonly string[] {
  if (keyword === 'COPY') return flags.flatMap(({ name, value }) => (name.toLowerCase() === 'from' && value !== undefined ? [value] : []));
  if (keyword !== 'RUN') return [];
  return flags
    .filter(({ name }) => name.toLowerCase() === 'mount')
    .flatMap((flag) => readMount(model, flag))
    .flatMap(({ name, value }) => (name === 'from' && value !== undefined ? [value] : []));
}
