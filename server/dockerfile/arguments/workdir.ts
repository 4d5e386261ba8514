import { placedInstructions, type DockerfileModel, type Instruction, type Stage } from '../model.ts';
import { joinLines } from '../parse.ts';
import { parentOf } from '../stages/find.ts';
import { plain } from './plain.ts';
import { wordsWithoutComment } from './trailing-comment.ts';

/** A path in an instruction. `unknown` when it begins with a variable, so that only the build knows where it leads. */
export interface WrittenPath {
  readonly kind: 'absolute' | 'relative' | 'unknown';
  /** Without quotes. */
  readonly text: string;
  readonly written: string;
}

/** The path of a WORKDIR. */
export function writtenPath(model: DockerfileModel, instruction: Instruction): WrittenPath {
  const words = wordsWithoutComment(model, instruction);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return { kind: 'relative', text: '', written: '' };
  const span = { start: first.span.start, end: last.span.end };
  const written = joinLines(model.text.slice(span.start, span.end), model.escape).trim();
  // Windows paths hold the character that escapes elsewhere.
  const text = /^["']?[a-z]:/i.test(written) ? written.replace(/^["']|["']$/g, '') : plain(model, span);
  return { kind: kindOfPath(text), text, written };
}

/** Whether a path without quotes begins at a root (`/`, `\`, `C:`), at the working directory, or at a variable. */
export function kindOfPath(path: string): WrittenPath['kind'] {
  if (/^[$%]/.test(path)) return 'unknown';
  return /^(?:[/\\]|[a-z]:)/i.test(path) ? 'absolute' : 'relative';
}

/** The path that `WORKDIR path` leads to from an absolute one. */
export function enterWorkdir(from: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${from}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/**
 * The working directory before each instruction as far as the file sets it, those of earlier stages it starts from included.
 * An ONBUILD stands for itself: a WORKDIR held back counts for the later ones held back.
 */
export function workdirsBefore(model: DockerfileModel): ReadonlyMap<Instruction, string | undefined> {
  const before = new Map<Instruction, string | undefined>();
  const ends = new Map<Stage, string | undefined>();
  let [current, held]: (string | undefined)[] = [];
  let previous: Stage | undefined;
  for (const { instruction, outer, stage } of placedInstructions(model)) {
    if (stage !== previous) {
      if (previous) ends.set(previous, current);
      current = stage && inherited(model, stage, ends);
      held = current;
      previous = stage;
    }
    const isHeld = outer !== instruction;
    before.set(outer, isHeld ? held : current);
    if (instruction.keyword !== 'WORKDIR' || !instruction.argumentsSpan) continue;
    const path = writtenPath(model, instruction);
    const from = isHeld ? held : current;
    const next = path.kind === 'relative' ? from && enterWorkdir(from, path.text) : path.text;
    held = next;
    if (!isHeld) current = next;
  }
  return before;
}

function inherited(model: DockerfileModel, stage: Stage, ends: ReadonlyMap<Stage, string | undefined>): string | undefined {
  const parent = parentOf(model, stage);
  return parent && ends.get(parent);
}
