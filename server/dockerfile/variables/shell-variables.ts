import { moveSpan, type Span } from '../../text/span.ts';
import type { DockerfileModel, Instruction } from '../model.ts';
import { each, oncePerPiece } from '../origin.ts';
import { forEachNode, shellOf } from '../shell.ts';

/** A variable in a shell script. */
export interface ShellVariable {
  readonly name: string;
  /** `$NAME` or `${NAME…}`. */
  readonly span: Span;
  readonly nameSpan: Span;
}

/** What a script does with variables. */
interface ScriptVariables {
  readonly read: readonly ShellVariable[];
  /** The names that it sets itself. */
  readonly set: ReadonlySet<string>;
}

const nothing: ScriptVariables = { read: [], set: new Set() };

/** The variables of the environment that the instruction's shell reads, without those that the script sets itself. */
export function shellVariables(model: DockerfileModel, instruction: Instruction): readonly ShellVariable[] {
  return scriptVariables(model, instruction).read;
}

/** The names that the instruction's shell sets itself. */
export function assignedNames(model: DockerfileModel, instruction: Instruction): ReadonlySet<string> {
  return scriptVariables(model, instruction).set;
}

const moveRead = each(({ name, span, nameSpan }: ShellVariable, by) => ({
  name,
  span: moveSpan(span, by),
  nameSpan: moveSpan(nameSpan, by),
}));
const scriptVariables = oncePerPiece(readScript, ({ read, set }, by): ScriptVariables => ({ read: moveRead(read, by), set }));

function readScript(model: DockerfileModel, instruction: Instruction): ScriptVariables {
  const { keyword, argumentsSpan, span } = instruction;
  if (keyword !== 'RUN' && keyword !== 'CMD' && keyword !== 'ENTRYPOINT' && keyword !== 'HEALTHCHECK') return nothing;
  if (!argumentsSpan || !/[$=]|\b(?:for|select|read|getopts)\b/.test(model.text.slice(span.start, span.end))) return nothing;
  const shell = shellOf(model, instruction);
  if (!shell) return nothing;
  const found: ShellVariable[] = [];
  const own = new Set<string>();
  const add = (from: number, nameFrom: number, nameEnd: number, end: number): void => {
    const nameSpan = { start: shell.start + nameFrom, end: shell.start + nameEnd };
    const name = model.text.slice(nameSpan.start, nameSpan.end);
    // Positions inside of strange nesting may not be those of the file: what does not read like a variable is left out.
    if (/^[A-Za-z_]\w*$/.test(name) && model.text[shell.start + from] === '$')
      found.push({ name, nameSpan, span: { start: shell.start + from, end: shell.start + end } });
  };
  forEachNode(shell, (node) => {
    if (node.type === 'SimpleExpansion') add(node.pos, node.pos + 1, node.end, node.end);
    else if (node.type === 'ParameterExpansion') add(node.pos, node.parameterPos, node.parameterEnd, node.end);
    else if (node.type === 'Assignment') own.add(node.name);
    else if (node.type === 'For' || node.type === 'Select') own.add(node.name.value);
    else if (node.type === 'Command' && node.name && /^(?:read|export|local|declare|readonly|getopts)$/.test(node.name.value))
      for (const argument of node.args) own.add(argument.type === 'Word' ? argument.value : argument.name);
  });
  return { read: found.filter(({ name }) => !own.has(name)), set: own };
}
