import type { DockerfileModel, Stage } from '../model.ts';

/** The earlier stage with this name or number, as FROM and `--from` see it from `before`. */
export function findStage({ stages }: DockerfileModel, reference: string, before: Stage): Stage | undefined {
  const named = stagesByName(stages).get(reference.toLowerCase());
  const found = named?.[firstFrom(named, ({ index }) => index >= before.index) - 1];
  return found ?? (/^\d+$/.test(reference) && Number(reference) < before.index ? stages[Number(reference)] : undefined);
}

/** The stage that `--from=` or a mount's `from=` means, as the builder sees it: numbers and names of later stages count too. */
export function targetStage(model: DockerfileModel, reference: string, from: Stage): Stage | undefined {
  const { stages } = model;
  if (/^\d+$/.test(reference)) return stages[Number(reference)];
  return findStage(model, reference, from) ?? stagesByName(stages).get(reference.toLowerCase())?.[0];
}

/** The stage that a stage starts from; `undefined` when it starts from an image. */
export function parentOf(model: DockerfileModel, stage: Stage): Stage | undefined {
  return stage.base && findStage(model, stage.base.text, stage);
}

/** The stage, the stage it starts from, the one that starts from, and so on: what each sets holds for the first. */
export function lineage(model: DockerfileModel, stage: Stage): readonly Stage[] {
  const stages: Stage[] = [];
  // A stage starts from an earlier one only, so this ends.
  for (let at: Stage | undefined = stage; at; at = parentOf(model, at)) stages.push(at);
  return stages;
}

/**
 * What holds at the end of each stage, made from what holds at the end of the one it starts from.
 * For questions about every stage: `lineage` of each would walk a long chain of stages again and again.
 * @param next what holds after a stage; `before` is `undefined` where it starts from an image
 */
export function alongStages<State>(
  model: DockerfileModel,
  next: (stage: Stage, before: State | undefined) => State,
): ReadonlyMap<Stage, State> {
  const ends = new Map<Stage, State>();
  for (const stage of model.stages) {
    const parent = parentOf(model, stage);
    ends.set(stage, next(stage, parent && ends.get(parent)));
  }
  return ends;
}

/** The stage that an offset is in; `undefined` above the first FROM. */
export function stageAt({ stages }: DockerfileModel, offset: number): Stage | undefined {
  return stages[firstFrom(stages, ({ from }) => from.span.start > offset) - 1];
}

/** The index of the first item for which the test holds, found by halving; it must hold for all later ones too. */
function firstFrom<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && test(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Stages by name in lower case, made once for each file, because a file may have many stages and references. */
const stageNames = new WeakMap<readonly Stage[], ReadonlyMap<string, readonly Stage[]>>();

function stagesByName(stages: readonly Stage[]): ReadonlyMap<string, readonly Stage[]> {
  const known = stageNames.get(stages);
  if (known) return known;
  const names = new Map<string, Stage[]>();
  for (const stage of stages) {
    if (!stage.name) continue;
    const name = stage.name.text.toLowerCase();
    const others = names.get(name);
    if (others) others.push(stage);
    else names.set(name, [stage]);
  }
  stageNames.set(stages, names);
  return names;
}
