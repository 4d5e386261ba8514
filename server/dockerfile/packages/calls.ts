import type { Command } from 'unbash';
import { moveSpan, type Span } from '../../text/span.ts';
import { finalStage, placedInstructions, type DockerfileModel, type Instruction, type Placed } from '../model.ts';
import { each, oncePerPiece } from '../origin.ts';
import { forEachNode, shellOf } from '../shell.ts';
import { lineage } from '../stages/find.ts';

/** A word of a command. */
export interface CallWord {
  /** Quotes and escapes taken off; variables stay as they are written. */
  readonly value: string;
  readonly span: Span;
}

/** A simple command with the place of every word. */
export interface Call {
  /** The program's name without its folder: `apt-get`, `pip3`. */
  readonly program: string;
  /** The program first; what only launches it (`sudo`, `env A=1`) is left out. */
  readonly words: readonly [CallWord, ...CallWord[]];
  /** `sudo` where the command starts with it. */
  readonly sudo: CallWord | undefined;
  /** `NAME=value` before the command. */
  readonly assignments: ReadonlyMap<string, string>;
  readonly span: Span;
  /** Whether the words stand in the file one by one, so that they may be edited; not so in the exec form. */
  readonly editable: boolean;
}

/** A RUN with what it runs. */
export interface Run extends Placed {
  readonly calls: readonly Call[];
  /** Whether what it leaves behind gets into the final image, or into those that are built on an ONBUILD. */
  readonly kept: boolean;
}

const keptRuns = new WeakMap<DockerfileModel, readonly Run[]>();

/** Every RUN of the file, those that ONBUILD holds back too. */
export function runsOf(model: DockerfileModel): readonly Run[] {
  let runs = keptRuns.get(model);
  if (!runs) {
    const last = finalStage(model);
    const final = new Set(last ? lineage(model, last) : []);
    runs = placedInstructions(model)
      .filter(({ instruction }) => instruction.keyword === 'RUN')
      .map((placed) => ({
        ...placed,
        calls: callsOf(model, placed.instruction),
        kept: placed.outer !== placed.instruction || !placed.stage || final.has(placed.stage),
      }));
    keptRuns.set(model, runs);
  }
  return runs;
}

/** The simple commands of an instruction in the order of writing. */
export const callsOf = oncePerPiece(readCalls, each(moveCall));

function moveCall({ words: [first, ...others], sudo, span, ...call }: Call, by: number): Call {
  const move = (word: CallWord): CallWord => ({ value: word.value, span: moveSpan(word.span, by) });
  return { ...call, words: [move(first), ...others.map(move)], sudo: sudo && move(sudo), span: moveSpan(span, by) };
}

function readCalls(model: DockerfileModel, instruction: Instruction): readonly Call[] {
  const { execForm, argumentsSpan } = instruction;
  if (execForm) {
    const words = argumentsSpan ? execForm.map((value) => ({ value, span: argumentsSpan })) : [];
    return argumentsSpan ? (makeCall(words, new Map(), argumentsSpan, false) ?? []) : [];
  }
  const shell = shellOf(model, instruction);
  if (!shell) return [];
  const calls: Call[] = [];
  forEachNode(shell, (node) => {
    if (node.type === 'Command') calls.push(...(callOf(model, node, shell.start) ?? []));
  });
  return calls;
}

/** The call that a command node of a script is, in an array; `undefined` for assignments and redirections alone. */
export function callOf(model: DockerfileModel, node: Command, start: number): readonly [Call] | undefined {
  if (!node.name) return undefined;
  let editable = true;
  const words = [node.name, ...node.args].map((word) => {
    const span = { start: start + word.pos, end: start + word.end };
    if (model.text.slice(span.start, span.end) !== word.text) editable = false;
    return { value: word.type === 'Word' ? word.value : word.text, span };
  });
  const assignments = new Map<string, string>();
  for (const each of node.prefix)
    if (each.type === 'Assignment' && each.value.type !== 'ArrayValue') assignments.set(each.name, each.value.value);
  return makeCall(words, assignments, { start: start + node.name.pos, end: start + node.end }, editable);
}

const launchers: ReadonlySet<string> = new Set(['sudo', 'env', 'command', 'time', 'nice', 'nohup', 'eatmydata']);
/** Options of launchers that take the next word. */
const launcherValues: ReadonlySet<string> = new Set(['-u', '-g', '-h', '-p', '-C', '-n', '--user', '--group', '--unset']);

function makeCall(
  words: readonly CallWord[],
  assignments: Map<string, string>,
  span: Span,
  editable: boolean,
): readonly [Call] | undefined {
  let at = 0;
  let sudo: CallWord | undefined;
  for (;;) {
    const launcher = nameOf(words[at]?.value);
    if (!launchers.has(launcher)) break;
    let next = at + 1;
    for (let value = words[next]?.value; value !== undefined; value = words[next]?.value) {
      const equals = /^[A-Za-z_]\w*=/.exec(value);
      if (equals) assignments.set(equals[0].slice(0, -1), value.slice(equals[0].length));
      else if (!value.startsWith('-')) break;
      else if (launcherValues.has(value)) next++;
      next++;
    }
    if (!words[next]) break;
    if (launcher === 'sudo') sudo ??= words[at];
    at = next;
  }
  const [first, ...others] = words.slice(at);
  return first && [{ program: nameOf(first.value), words: [first, ...others], sudo, assignments, span, editable }];
}

/** A program's name without its folder. */
function nameOf(path = ''): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
