import { findStage, type DockerfileModel, type Stage } from './model.ts';

/** The first stage of each name in lower case, made once for each file, because a file may have many stages and references. */
const firstByName = new WeakMap<readonly Stage[], ReadonlyMap<string, Stage>>();

/** The stage that `--from=` or a mount's `from=` means, as the builder sees it: numbers and names of later stages count too. */
export function targetStage(model: DockerfileModel, reference: string, from: Stage): Stage | undefined {
  const { stages } = model;
  if (/^\d+$/.test(reference)) return stages[Number(reference)];
  const earlier = findStage(model, reference, from);
  if (earlier) return earlier;
  let names = firstByName.get(stages);
  if (!names) {
    names = new Map(stages.toReversed().flatMap((stage) => (stage.name ? [[stage.name.text.toLowerCase(), stage] as const] : [])));
    firstByName.set(stages, names);
  }
  return names.get(reference.toLowerCase());
}
