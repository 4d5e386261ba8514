import { assignmentsOf } from '../arguments/assignments.ts';
import { flagsNamed } from '../instructions.ts';
import type { DockerfileModel, Instruction, Stage } from '../model.ts';
import { parentOf, stageAt } from '../stages/find.ts';
import { usesOf } from '../stages/references.ts';
import { stageRoles } from '../stages/roles.ts';
import { effectOf } from './layers.ts';

/** The steps that BuildKit runs again at the next build: instructions that make layers. Settings cost nothing. */
export interface Rebuild {
  /** In the instruction's own stage. */
  readonly own: readonly Instruction[];
  /** In the stages that need this one, directly or not, as far as they are built. */
  readonly elsewhere: readonly { readonly stage: Stage; readonly steps: readonly Instruction[] }[];
}

/** What differs from the last build at a point of a stage. */
interface Difference {
  /** The files so far; everything that builds on them runs again. */
  files: boolean;
  /** Variables with another value. */
  readonly variables: Set<string>;
  user: boolean;
  shell: boolean;
}

/**
 * What runs again when an instruction is edited, or the files that it copies.
 *
 * RUN depends on everything before it; COPY and ADD on the files before them, unless `--link` sets them free, and on the variables
 * that they name. Sources: docs.docker.com/build/cache/invalidation, docs.docker.com/reference/dockerfile.
 * @returns `undefined` for what belongs to no stage and is no ARG, and for what is no instruction
 */
export function rebuildAfter(model: DockerfileModel, instruction: Instruction): Rebuild | undefined {
  const home = stageAt(model, instruction.span.start);
  if (!home && instruction.keyword !== 'ARG') return undefined;
  if (!['FROM', 'ARG'].includes(instruction.keyword) && !effectOf(instruction)) return undefined;

  const globals = new Set<string>(home ? [] : declared(model, instruction).map(({ name }) => name));
  const roles = stageRoles(model);
  const wanted = (stage: Stage): boolean => home === undefined || roles[home.index] === 'unused' || roles[stage.index] !== 'unused';
  const ends = new Map<Stage, Difference>();
  let own: readonly Instruction[] = [];
  const elsewhere: Rebuild['elsewhere'][number][] = [];

  for (const stage of model.stages.slice(home?.index ?? 0)) {
    if (stage === home) {
      const first = difference();
      own = [
        ...change(model, instruction, first),
        ...follow(model, stage, stage.instructions.indexOf(instruction) + 1, first, ends, globals),
      ];
      ends.set(stage, first);
    } else {
      const start = inherited(model, stage, ends, globals);
      const steps = follow(model, stage, 1, start, ends, globals);
      ends.set(stage, start);
      if (steps.length > 0 && wanted(stage)) elsewhere.push({ stage, steps });
    }
  }
  return { own, elsewhere };
}

function difference(): Difference {
  return { files: false, variables: new Set(), user: false, shell: false };
}

/** Notes what an edit of the instruction changes; answers the instruction itself when it runs again. */
function change(model: DockerfileModel, instruction: Instruction, now: Difference): readonly Instruction[] {
  const { keyword } = instruction;
  if (keyword === 'FROM' || keyword === 'WORKDIR' || effectOf(instruction) === 'layer') now.files = true;
  else if (keyword === 'ENV' || keyword === 'ARG') for (const { name } of declared(model, instruction)) now.variables.add(name);
  else if (keyword === 'USER') now.user = true;
  else if (keyword === 'SHELL') now.shell = true;
  return effectOf(instruction) === 'layer' ? [instruction] : [];
}

/** What a stage starts with: all of the stage that it is built on, or another base image. */
function inherited(model: DockerfileModel, stage: Stage, ends: ReadonlyMap<Stage, Difference>, globals: ReadonlySet<string>): Difference {
  const base = parentOf(model, stage);
  const before = base && ends.get(base);
  const start = before ? { ...before, variables: new Set(before.variables) } : difference();
  if (names(stage.from, globals)) start.files = true;
  return start;
}

/** Walks a stage's instructions from one on, noting in `now` what differs; answers those that run again. */
function follow(
  model: DockerfileModel,
  stage: Stage,
  from: number,
  now: Difference,
  ends: ReadonlyMap<Stage, Difference>,
  globals: ReadonlySet<string>,
): readonly Instruction[] {
  const fromChanged = new Set(usesOf(model, stage).flatMap(({ by, stage: other }) => (ends.get(other)?.files === true ? [by] : [])));
  const steps: Instruction[] = [];
  for (const instruction of stage.instructions.slice(from)) {
    if (instruction.keyword === 'ENV' || instruction.keyword === 'ARG') assign(model, instruction, now, globals);
    else if (instruction.keyword === 'USER') now.user = names(instruction, now.variables);
    else if (instruction.keyword === 'SHELL') now.shell = false;
    else if (effectOf(instruction) === 'layer' && (fromChanged.has(instruction) || runsAgain(instruction, now))) {
      steps.push(instruction);
      now.files = true;
    }
  }
  return steps;
}

function runsAgain(instruction: Instruction, now: Difference): boolean {
  const { keyword, execForm } = instruction;
  if (keyword === 'RUN') return now.files || now.user || now.variables.size > 0 || (now.shell && execForm === undefined);
  if (keyword === 'WORKDIR') return now.files || now.user || names(instruction, now.variables);
  const isLinked = flagsNamed(instruction, 'link').some(({ value }) => value?.toLowerCase() !== 'false');
  return (now.files && !isLinked) || names(instruction, now.variables);
}

/** A variable that is set anew is as it was in the last build, unless its value comes from one that differs. */
function assign(model: DockerfileModel, instruction: Instruction, now: Difference, globals: ReadonlySet<string>): void {
  for (const { name, value } of declared(model, instruction)) {
    if (value === undefined ? globals.has(name) : mentions(value, now.variables)) now.variables.add(name);
    else if (value !== undefined) now.variables.delete(name);
  }
}

/** The variables of ENV and ARG; `value` is as written, and `undefined` for an ARG without a default. */
function declared(
  model: DockerfileModel,
  instruction: Instruction,
): readonly { readonly name: string; readonly value: string | undefined }[] {
  return assignmentsOf(model, instruction).map(({ name, valueSpan }) => ({
    name,
    value: valueSpan && model.text.slice(valueSpan.start, valueSpan.end),
  }));
}

/** Whether the instruction's flags or arguments hold one of the variables. */
function names({ flags, words }: Instruction, variables: ReadonlySet<string>): boolean {
  return (
    variables.size > 0 &&
    [...words.map(({ text }) => text), ...flags.map(({ value = '' }) => value)].some((text) => mentions(text, variables))
  );
}

function mentions(text: string, variables: ReadonlySet<string>): boolean {
  return variables.size > 0 && [...text.matchAll(/\$\{?(\w+)/g)].some(([, name = '']) => variables.has(name));
}
