import { findStage, type DockerfileModel, type Stage } from './model.ts';
import { stageReferences, type StageReference } from './stage-references.ts';

/** A word that may name a stage, with the stage that it names. */
export interface StageUse extends StageReference {
  /** `undefined` when the word names an image or a context. */
  readonly target: Stage | undefined;
}

const kept = new WeakMap<DockerfileModel, readonly StageUse[]>();

/** Every word of the file that may name an earlier stage, with what it names. What ONBUILD holds back names stages of another build. */
export function stageUses(model: DockerfileModel): readonly StageUse[] {
  let uses = kept.get(model);
  if (!uses) {
    const held = new Set(model.instructions.flatMap(({ trigger }) => trigger ?? []));
    uses = stageReferences(model)
      .filter(({ instruction }) => !held.has(instruction))
      .map((reference) => ({ ...reference, target: findStage(model, reference.text, reference.from) }));
    kept.set(model, uses);
  }
  return uses;
}
