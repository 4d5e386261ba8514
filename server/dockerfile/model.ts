import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Piecewise } from '../memory.ts';
import type { Model } from '../rule.ts';
import type { Span } from '../text/span.ts';

/** A piece of an instruction's arguments as it is written, quotes and all. */
export interface Word {
  readonly text: string;
  readonly span: Span;
}

/** `--name` or `--name=value` between an instruction's keyword and its arguments. */
export interface Flag {
  /** Without the dashes. */
  readonly name: string;
  readonly value: string | undefined;
  readonly span: Span;
}

/** `<<NAME` in an instruction, and the lines that belong to it. */
export interface Heredoc {
  readonly name: string;
  /** The `<<NAME` mark itself. */
  readonly span: Span;
  /** The lines after the instruction's own line, terminator included. */
  readonly body: Span;
}

/** One instruction with its continuation lines. */
export interface Instruction {
  /** Upper case: `FROM`, `RUN` …; what was typed when it is no instruction. */
  readonly keyword: string;
  readonly span: Span;
  readonly keywordSpan: Span;
  readonly flags: readonly Flag[];
  /** The arguments after the flags, without heredoc bodies. */
  readonly words: readonly Word[];
  /** From the first to the last of `words`; `undefined` without any. */
  readonly argumentsSpan: Span | undefined;
  /** The strings of a JSON array (exec form); `undefined` when the arguments are no valid JSON array of strings. */
  readonly execForm: readonly string[] | undefined;
  readonly heredocs: readonly Heredoc[];
  /** The instruction that ONBUILD holds back. */
  readonly trigger?: Instruction;
}

/** From one FROM to the next. */
export interface Stage {
  readonly index: number;
  /** The name after `AS`, as written. */
  readonly name: Word | undefined;
  /** The image or the earlier stage that it starts from. */
  readonly base: Word | undefined;
  readonly from: Instruction;
  /** Every instruction of the stage, FROM first. */
  readonly instructions: readonly Instruction[];
}

/** A parser directive: `# syntax=docker/dockerfile:1`. */
export interface Directive {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
}

/** A comment line; `text` is what follows the `#`. */
export interface Comment {
  readonly text: string;
  readonly span: Span;
}

/** A parsed Dockerfile. Its pieces hold an instruction each, with the comments above it, and are Dockerfiles of their own. */
export interface DockerfileModel extends Model, Piecewise<DockerfileModel> {
  readonly document: TextDocument;
  readonly text: string;
  /** The character that continues a line: `\`, or a back-tick by the directive `escape`. */
  readonly escape: string;
  readonly directives: readonly Directive[];
  readonly comments: readonly Comment[];
  readonly instructions: readonly Instruction[];
  readonly stages: readonly Stage[];
  /** Where the pieces begin. */
  readonly starts: readonly number[];
}

/** Every instruction, with the ones that ONBUILD holds back in the place of their ONBUILD. */
export function effective(instruction: Instruction): Instruction {
  return instruction.trigger ?? instruction;
}

/** How a finding names the stage: `stage/builder`, or `stage/0` for one without a name. */
export function stageResource(stage: Stage): string {
  return `stage/${stage.name?.text ?? stage.index}`;
}

/** The stage that becomes the image when no `--target` is given: the last one. */
export function finalStage(model: DockerfileModel): Stage | undefined {
  return model.stages.at(-1);
}

/** An instruction where it stands. */
export interface Placed {
  /** Of an ONBUILD the instruction that it holds back. */
  readonly instruction: Instruction;
  /** The whole line's instruction: the ONBUILD, or `instruction` itself. */
  readonly outer: Instruction;
  /** `undefined` before the first FROM. */
  readonly stage: Stage | undefined;
}

/** Every instruction of the file in order, those before the first FROM included, so that an unfinished file is read too. */
export function placedInstructions(model: DockerfileModel): readonly Placed[] {
  let placed = placedOf.get(model);
  if (!placed) {
    let next = 0;
    placed = model.instructions.map((outer): Placed => {
      if (model.stages[next]?.from === outer) next++;
      return { instruction: effective(outer), outer, stage: model.stages[next - 1] };
    });
    placedOf.set(model, placed);
  }
  return placed;
}

const placedOf = new WeakMap<DockerfileModel, readonly Placed[]>();

/** The `resource` of a finding in the stage; nothing outside of a stage. */
export function inStage(stage: Stage | undefined): { readonly resource?: string } {
  return stage ? { resource: stageResource(stage) } : {};
}
