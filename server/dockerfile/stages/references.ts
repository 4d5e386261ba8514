import { contains } from '../../text/span.ts';
import { mountsOf } from '../arguments/mounts.ts';
import { flagsNamed, flagValue } from '../instructions.ts';
import { placedInstructions, type DockerfileModel, type Instruction, type Stage, type Word } from '../model.ts';
import { each, moveWord, oncePerPiece } from '../origin.ts';
import { findStage } from './find.ts';

/** A word that may name a stage: the base of FROM, `--from=` of COPY, `from=` in a mount of RUN. */
export interface StageReference extends Word {
  /** The stage in which it stands. */
  readonly from: Stage;
  /** Of an ONBUILD the instruction that it holds back. */
  readonly instruction: Instruction;
  /** Inside ONBUILD, where it names a stage of another build. */
  readonly later: boolean;
  /** The earlier stage that it names; `undefined` when it names an image or a context. */
  readonly target: Stage | undefined;
}

const kept = new WeakMap<DockerfileModel, readonly StageReference[]>();

/** Every word of the file that may name an earlier stage, with what it names: the bases first. Quotes are left out. */
export function stageReferences(model: DockerfileModel): readonly StageReference[] {
  let references = kept.get(model);
  if (!references) kept.set(model, (references = readReferences(model)));
  return references;
}

function readReferences(model: DockerfileModel): readonly StageReference[] {
  const refer = (word: Word, from: Stage, instruction: Instruction, later: boolean): StageReference => ({
    ...word,
    from,
    instruction,
    later,
    target: later ? undefined : findStage(model, word.text, from),
  });
  const bases = model.stages.flatMap((from) => (from.base ? [refer(from.base, from, from.from, false)] : []));
  const others = placedInstructions(model).flatMap(({ instruction, outer, stage }) =>
    stage ? sourceNames(model, instruction).map((word) => refer(word, stage, instruction, outer !== instruction)) : [],
  );
  return [...bases, ...others];
}

/** The stage that the word at an offset names, with that word: the name of its own, or a reference to it. */
export function stageNamedAt(model: DockerfileModel, offset: number): { readonly stage: Stage; readonly word: Word } | undefined {
  const own = model.stages.find(({ name }) => name && contains(name.span, offset));
  if (own?.name) return { stage: own, word: own.name };
  const word = stageReferences(model).find(({ span, target }) => target && contains(span, offset));
  return word?.target && { stage: word.target, word };
}

/** What the flags of COPY (`--from=build`) and RUN (`--mount=…,from=build`) take files from. */
export const sourceNames = oncePerPiece((model, instruction): readonly Word[] => {
  const named = instruction.keyword === 'COPY' ? flagsNamed(instruction, 'from').map((flag) => flagValue(model, flag)) : [];
  const mounted = mountsOf(model, instruction).flatMap((options) =>
    options.flatMap(({ name, value, valueSpan }) =>
      name === 'from' && value !== undefined && valueSpan ? [{ text: value, span: valueSpan }] : [],
    ),
  );
  return [...named, ...mounted].filter((word): word is Word => word !== undefined && word.text !== '');
}, each(moveWord));

/** An earlier stage that an instruction needs. */
export interface StageUse {
  readonly by: Instruction;
  readonly stage: Stage;
}

/** What each stage uses, made once for each file. */
const keptUses = new WeakMap<DockerfileModel, ReadonlyMap<Stage, readonly StageUse[]>>();

/** The earlier stages that a stage needs, in the order of its instructions. */
export function usesOf(model: DockerfileModel, stage: Stage): readonly StageUse[] {
  let uses = keptUses.get(model);
  if (!uses) {
    const made = new Map<Stage, StageUse[]>(model.stages.map((each) => [each, []]));
    for (const { from, instruction, target } of stageReferences(model))
      if (target) made.get(from)?.push({ by: instruction, stage: target });
    keptUses.set(model, (uses = made));
  }
  return uses.get(stage) ?? [];
}
