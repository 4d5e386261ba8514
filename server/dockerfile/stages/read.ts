import type { Instruction, Stage } from '../model.ts';

/** Divides the instructions into stages. What stands before the first FROM (`ARG`) belongs to none. */
export function readStages(instructions: readonly Instruction[]): readonly Stage[] {
  const stages: Stage[] = [];
  let members: Instruction[] = [];
  for (const instruction of instructions) {
    if (instruction.keyword === 'FROM') {
      members = [instruction];
      stages.push(startStage(instruction, stages.length, members));
    } else members.push(instruction);
  }
  return stages;
}

function startStage(from: Instruction, index: number, instructions: readonly Instruction[]): Stage {
  const [base, as, name] = from.words;
  return { index, base, name: as?.text.toUpperCase() === 'AS' ? name : undefined, from, instructions };
}
