import { placedInstructions, type DockerfileModel, type Instruction, type Stage, type Word } from './model.ts';

/** A word that may name a stage: the base of FROM, `--from=` of COPY, `from=` in a mount of RUN. */
export interface StageReference extends Word {
  /** The stage in which it stands. */
  readonly from: Stage;
  readonly instruction: Instruction;
}

/** Every word of the file that may name an earlier stage; it may as well be an image. Quotes are left out. */
export function stageReferences(model: DockerfileModel): readonly StageReference[] {
  const bases = model.stages.flatMap((from): StageReference[] => (from.base ? [{ ...from.base, from, instruction: from.from }] : []));
  const others = placedInstructions(model).flatMap(({ instruction, stage }) =>
    stage ? sourceNames(model, instruction).map((word): StageReference => ({ ...word, from: stage, instruction })) : [],
  );
  return [...bases, ...others];
}

/** What the flags of COPY (`--from=build`) and RUN (`--mount=…,from=build`) take files from. */
export function sourceNames({ text }: DockerfileModel, { keyword, flags }: Instruction): readonly Word[] {
  return flags.flatMap(({ name, span }): Word[] => {
    const written = text.slice(span.start, span.end);
    const isCopy = keyword === 'COPY' && name.toLowerCase() === 'from';
    const found = isCopy
      ? /^--from=(["']?)([^"'\s]+)\1$/i.exec(written)
      : keyword === 'RUN' && name.toLowerCase() === 'mount'
        ? /[=,]from=()([^,"'\s]+)/i.exec(written)
        : null;
    const value = found?.[2];
    if (!found || value === undefined) return [];
    const end = span.start + found.index + found[0].length - (found[1] ?? '').length;
    return [{ text: value, span: { start: end - value.length, end } }];
  });
}
