import { placedInstructions, type DockerfileModel, type Instruction, type Stage } from '../model.ts';
import { parentOf } from './find.ts';

/**
 * What holds at each RUN by the instructions before it, in its stage and in those that it starts from.
 * @param initial what holds where a stage starts from an image
 * @param next what holds after an instruction
 */
export function carriedTo<State>(
  model: DockerfileModel,
  initial: State,
  next: (state: State, instruction: Instruction) => State,
): ReadonlyMap<Instruction, State> {
  const found = new Map<Instruction, State>();
  const atEnd = new Map<Stage, State>();
  let state = initial;
  let stage: Stage | undefined;
  for (const placed of placedInstructions(model)) {
    if (placed.stage && placed.stage !== stage) {
      stage = placed.stage;
      const base = parentOf(model, stage);
      state = base && atEnd.has(base) ? (atEnd.get(base) as State) : initial;
    }
    if (placed.instruction.keyword === 'RUN') found.set(placed.instruction, state);
    state = next(state, placed.instruction);
    if (stage) atEnd.set(stage, state);
  }
  return found;
}
