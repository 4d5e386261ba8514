import { finalStage, type DockerfileModel } from '../model.ts';
import { lineage } from './find.ts';
import { usesOf } from './references.ts';

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
