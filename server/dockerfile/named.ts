import type { NamedEntity } from '../language.ts';
import { contains } from '../text/span.ts';
import type { Place } from '../workspace.ts';
import type { DockerfileModel } from './model.ts';
import { namedStage } from './stages/named-stage.ts';
import { namedVariable } from './variables/named-variable.ts';

/** The stage or the variable under the cursor, and everywhere it stands, in the Compose files of the workspace too. */
export function named(model: DockerfileModel, offset: number, place: Place): NamedEntity | undefined {
  const instruction = model.instructions.find(({ span }) => contains(span, offset));
  return instruction && (namedVariable(model, offset) ?? namedStage(model, offset, place));
}
