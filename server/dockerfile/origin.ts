import { moveSpan, type Span } from '../text/span.ts';
import type { DockerfileModel, Flag, Heredoc, Instruction, Word } from './model.ts';

/** An instruction as it stands in the piece that it was parsed in, which outlives edits elsewhere in the file. */
interface Origin {
  /** The piece. */
  readonly model: DockerfileModel;
  readonly instruction: Instruction;
  /** How many characters further down the instruction stands in its file. */
  readonly by: number;
}

function originOf(instruction: Instruction): Origin | undefined {
  return instruction instanceof MovedInstruction ? instruction.origin : undefined;
}

/** An instruction of a piece as it stands in a file. */
export function moveInstruction(model: DockerfileModel, instruction: Instruction, by: number): Instruction {
  return by === 0 ? instruction : new MovedInstruction({ model, instruction, by });
}

/** Works out where things stand when it is asked: after a keystroke nobody asks about most instructions. */
class MovedInstruction implements Instruction {
  readonly origin: Origin;
  readonly keyword: string;
  readonly execForm: readonly string[] | undefined;
  readonly trigger?: Instruction;
  #span?: Span;
  #keywordSpan?: Span;
  #flags?: readonly Flag[];
  #words?: readonly Word[];
  #argumentsSpan?: Span | undefined;
  #heredocs?: readonly Heredoc[];

  constructor(origin: Origin) {
    const { keyword, execForm, trigger } = origin.instruction;
    this.origin = origin;
    this.keyword = keyword;
    this.execForm = execForm;
    if (trigger) this.trigger = moveInstruction(origin.model, trigger, origin.by);
  }
  get span(): Span {
    return (this.#span ??= this.#moved(this.origin.instruction.span));
  }
  get keywordSpan(): Span {
    return (this.#keywordSpan ??= this.#moved(this.origin.instruction.keywordSpan));
  }
  get argumentsSpan(): Span | undefined {
    const { argumentsSpan } = this.origin.instruction;
    return (this.#argumentsSpan ??= argumentsSpan && this.#moved(argumentsSpan));
  }
  get flags(): readonly Flag[] {
    return (this.#flags ??= moveFlags(this.origin.instruction.flags, this.origin.by));
  }
  get words(): readonly Word[] {
    return (this.#words ??= moveWords(this.origin.instruction.words, this.origin.by));
  }
  get heredocs(): readonly Heredoc[] {
    return (this.#heredocs ??= moveHeredocs(this.origin.instruction.heredocs, this.origin.by));
  }

  #moved(span: Span): Span {
    return moveSpan(span, this.origin.by);
  }
}

/** A word further down. */
export function moveWord({ text, span }: Word, by: number): Word {
  return { text, span: moveSpan(span, by) };
}

/** Moves each of some parts. None stays none, so that nothing is made for it. */
export function each<T>(move: (part: T, by: number) => T): (parts: readonly T[], by: number) => readonly T[] {
  return (parts, by) => (parts.length === 0 ? parts : parts.map((part) => move(part, by)));
}

const moveWords = each(moveWord);
const moveFlags = each(({ name, value, span }: Flag, by) => ({ name, value, span: moveSpan(span, by) }));
const moveHeredocs = each(({ name, span, body }: Heredoc, by) => ({ name, span: moveSpan(span, by), body: moveSpan(body, by) }));

/**
 * Makes of a reading of instructions one that reads each once, in the piece that it was parsed in.
 * @param read reads an instruction, with nothing of its file but the piece
 * @param move takes what was read further down
 */
export function oncePerPiece<T>(
  read: (model: DockerfileModel, instruction: Instruction) => T,
  move: (found: T, by: number) => T,
): (model: DockerfileModel, instruction: Instruction) => T {
  const kept = new WeakMap<Instruction, { readonly found: T }>();
  return (model, instruction) => {
    const origin = originOf(instruction) ?? { model, instruction, by: 0 };
    let known = kept.get(origin.instruction);
    if (!known) kept.set(origin.instruction, (known = { found: read(origin.model, origin.instruction) }));
    return origin.by === 0 ? known.found : move(known.found, origin.by);
  };
}
