import type { DockerfileModel, Instruction } from './model.ts';

/** An instruction as it stands in the piece that it was parsed in, which outlives edits elsewhere in the file. */
export interface Origin {
  /** The piece. */
  readonly model: DockerfileModel;
  readonly instruction: Instruction;
  /** How many characters further down the instruction stands in its file. */
  readonly by: number;
}

const origins = new WeakMap<Instruction, Origin>();

/** Says where an instruction came from. */
export function setOrigin(instruction: Instruction, origin: Origin): void {
  origins.set(instruction, origin);
}

/** Where an instruction came from; `undefined` for one that stands where it was parsed. What is costly to find out about it is remembered there. */
export function originOf(instruction: Instruction): Origin | undefined {
  return origins.get(instruction);
}
