import type { Span } from '../../text/span.ts';
import { assignmentsOf } from '../arguments/assignments.ts';
import { effective, type DockerfileModel, type Instruction, type Stage } from '../model.ts';
import { each, oncePerPiece } from '../origin.ts';
import { parentOf, stageAt } from '../stages/find.ts';
import { expansionsIn, moveExpansion, readPieces, type Expansion, type Piece } from './expansion.ts';
import { isPredefined, platformArguments } from './predefined.ts';
import { shellVariables } from './shell-variables.ts';

/** An ARG or ENV, or one of several in an instruction. */
export interface VariableDefinition {
  readonly kind: 'ARG' | 'ENV';
  readonly name: string;
  readonly nameSpan: Span;
  readonly valueSpan: Span | undefined;
  /** What it holds when nobody gives `--build-arg`; `undefined` when that is not known or nothing. */
  readonly value: string | undefined;
  /** `undefined` above the first FROM. */
  readonly stage: Stage | undefined;
  readonly instruction: Instruction;
  /** The definition that it takes over from: of the same name in its stage or the stage that one starts from, or the ARG above FROM that it brings in. */
  readonly previous: VariableDefinition | undefined;
}

/** `$NAME` or `${NAME…}` where the builder or a shell fills it in. */
export interface VariableUse {
  readonly span: Span;
  readonly name: string;
  readonly nameSpan: Span;
  /** As in `Expansion`; empty for those of a shell. */
  readonly operator: string;
  /** Who fills it in. What a shell reads may come from the shell itself. */
  readonly by: 'builder' | 'shell';
  /** The definition in force; `undefined` when this file has none. */
  readonly definition: VariableDefinition | undefined;
  /** What stands there in the end, as far as it is known. */
  readonly value: string | undefined;
  readonly stage: Stage | undefined;
  /** Of an ONBUILD the instruction that it holds back. */
  readonly instruction: Instruction;
  /** Inside ONBUILD, where another build fills it in. */
  readonly later: boolean;
}

/** The variables of a file. */
export interface Variables {
  readonly definitions: readonly VariableDefinition[];
  /** In the order of the file. */
  readonly uses: readonly VariableUse[];
  /** The names in force at an offset, the last definition of each. */
  visibleAt(offset: number): ReadonlyMap<string, VariableDefinition>;
}

/** Names of one stage, on top of those of the stage it starts from. */
interface Scope {
  readonly names: Map<string, VariableDefinition>;
  readonly parent: Scope | undefined;
  /** What was looked up above, where all is complete when this stage begins, so that a long chain of stages is not walked again. */
  readonly found: Map<string, VariableDefinition | undefined>;
  /** Every name that the file has defined so far: others need no walk. */
  readonly known: Set<string>;
}

/** Instructions whose arguments the builder fills in. Source: docs.docker.com/reference/dockerfile, "Environment replacement". */
const expanded: ReadonlySet<string> = new Set([
  'ADD',
  'COPY',
  'EXPOSE',
  'FROM',
  'LABEL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
  'ENV',
  'ARG',
]);
/** Flags whose values the builder fills in. */
const expandedFlags: Readonly<Record<string, readonly string[]>> = {
  FROM: ['platform'],
  COPY: ['chown', 'chmod', 'exclude'],
  ADD: ['chown', 'chmod', 'checksum', 'exclude'],
  RUN: ['mount'],
};

const kept = new WeakMap<DockerfileModel, Variables>();

/** Finds every ARG and ENV and every place that reads one, as BuildKit sees them. */
export function variablesOf(model: DockerfileModel): Variables {
  let variables = kept.get(model);
  if (!variables) kept.set(model, (variables = readVariables(model)));
  return variables;
}

function readVariables(model: DockerfileModel): Variables {
  const definitions: VariableDefinition[] = [];
  const uses: VariableUse[] = [];
  const globals: Scope = { names: new Map(), parent: undefined, found: new Map(), known: new Set() };
  const scopes = new Map<Stage, Scope>();
  let next = 0;
  let stage: Stage | undefined;
  let scope = globals;
  for (const outer of model.instructions) {
    if (model.stages[next]?.from === outer) {
      const started = model.stages[next++];
      addUses(model, outer, outer, globals, started, uses);
      stage = started;
      const parent = stage && parentOf(model, stage);
      scope = { names: new Map(), parent: above(parent && scopes.get(parent)), found: new Map(), known: globals.known };
      if (stage) scopes.set(stage, scope);
      continue;
    }
    const instruction = effective(outer);
    addUses(model, outer, instruction, scope, stage, uses);
    // What ONBUILD holds back defines nothing here, and above the first FROM only ARG may stand.
    if (instruction !== outer || !(outer.keyword === 'ARG' || (outer.keyword === 'ENV' && stage))) continue;
    const made = define(model, outer, outer.keyword, scope, globals, stage);
    definitions.push(...made);
  }
  return {
    definitions,
    uses,
    visibleAt: (offset) => visible(model, scopes, globals, definitions, offset),
  };
}

function lookUp(scope: Scope, name: string): VariableDefinition | undefined {
  const own = scope.names.get(name);
  if (own || !scope.known.has(name)) return own;
  let found: VariableDefinition | undefined;
  for (let at: Scope | undefined = scope; at && !found; at = at.parent) {
    found = at.names.get(name) ?? at.found.get(name);
    if (at.found.has(name)) break;
  }
  scope.found.set(name, found);
  return found;
}

/** The scope itself, or the first above it that holds any names. */
function above(scope: Scope | undefined): Scope | undefined {
  return scope?.names.size === 0 ? scope.parent : scope;
}

/** What the values of an ARG or ENV are made of. Where it stands does not matter, so nothing is moved. */
const valuesOf = oncePerPiece(
  (model, instruction) =>
    assignmentsOf(model, instruction).map(({ valueSpan }) => valueSpan && readPieces(model.text, valueSpan, { escape: model.escape })),
  (values) => values,
);

function define(
  model: DockerfileModel,
  instruction: Instruction,
  kind: 'ARG' | 'ENV',
  scope: Scope,
  globals: Scope,
  stage: Stage | undefined,
): readonly VariableDefinition[] {
  const made: VariableDefinition[] = [];
  const values = valuesOf(model, instruction);
  for (const [index, { name, nameSpan, valueSpan }] of assignmentsOf(model, instruction).entries()) {
    if (!/^[A-Za-z_]\w*$/.test(name)) continue;
    const local = lookUp(scope, name);
    const brought = kind === 'ARG' && valueSpan === undefined && stage ? globals.names.get(name) : undefined;
    const pieces = values[index];
    const value = pieces ? evaluate(pieces, (wanted) => lookUp(scope, wanted)?.value) : brought?.value;
    const definition: VariableDefinition = {
      kind,
      name,
      nameSpan,
      valueSpan,
      // An ENV keeps its value whatever an ARG of the same name says.
      value: kind === 'ARG' && local?.kind === 'ENV' ? local.value : value,
      stage,
      instruction,
      previous: local ?? brought,
    };
    made.push(definition);
    scope.known.add(name);
    // Above FROM every ARG sees those before it; in a stage an instruction sees what was there before.
    if (!stage) scope.names.set(name, definition);
  }
  for (const definition of made)
    if (!(definition.kind === 'ARG' && definition.previous?.kind === 'ENV')) scope.names.set(definition.name, definition);
  return made;
}

function addUses(
  model: DockerfileModel,
  outer: Instruction,
  instruction: Instruction,
  scope: Scope,
  stage: Stage | undefined,
  uses: VariableUse[],
): void {
  const end = Math.max(instruction.span.end, instruction.heredocs.at(-1)?.body.end ?? 0);
  if (!model.text.slice(instruction.span.start, end).includes('$')) return;
  const later = outer !== instruction;
  const add = (expansion: Omit<Expansion, 'kind' | 'word'> & { readonly value?: string | undefined }, by: VariableUse['by']): void => {
    const { span, name, nameSpan, operator } = expansion;
    const definition = lookUp(scope, name);
    uses.push({ span, name, nameSpan, operator, by, definition, value: expansion.value ?? definition?.value, stage, instruction, later });
  };
  for (const expansion of builderExpansions(model, instruction))
    add({ ...expansion, value: evaluate([expansion], (wanted) => lookUp(scope, wanted)?.value) }, 'builder');
  for (const { name, span, nameSpan } of shellVariables(model, instruction)) add({ name, span, nameSpan, operator: '' }, 'shell');
}

/** Every variable that the builder fills in while it reads the instruction. */
const builderExpansions = oncePerPiece(readExpansions, each(moveExpansion));

function readExpansions(model: DockerfileModel, instruction: Instruction): readonly Expansion[] {
  const { text, escape } = model;
  const { keyword, argumentsSpan, flags, heredocs, words } = instruction;
  const found: Expansion[] = [];
  const read = (span: Span, reading: Parameters<typeof readPieces>[2]): void => {
    if (text.slice(span.start, span.end).includes('$')) found.push(...expansionsIn(readPieces(text, span, reading)));
  };
  for (const flag of flags) if (expandedFlags[keyword]?.includes(flag.name)) read(flag.span, { escape, words: true });
  if (!expanded.has(keyword) || !argumentsSpan) return found;
  if (keyword === 'ENV' || keyword === 'ARG' || keyword === 'LABEL')
    for (const { nameSpan, valueSpan } of assignmentsOf(model, instruction)) {
      if (keyword !== 'ARG') read(nameSpan, { escape });
      if (valueSpan) read(valueSpan, { escape });
    }
  else if (keyword === 'FROM') {
    if (words[0]) read(words[0].span, { escape });
  } else read(argumentsSpan, { escape, words: true });
  if (keyword === 'COPY' || keyword === 'ADD')
    for (const { span, body } of heredocs) if (!/["']/.test(text.slice(span.start, span.end))) read(body, { escape, rawQuotes: true });
  return found;
}

/** Longest value that is worked out: a hostile file could make values that double at each line. */
const valueLimit = 10_000;

/** The text that the pieces give, or `undefined` when a variable in them is not known. */
export function evaluate(pieces: readonly Piece[], valueOf: (name: string) => string | undefined): string | undefined {
  let result = '';
  for (const piece of pieces) {
    const part = piece.kind === 'text' ? piece.value : expand(piece, valueOf);
    if (part === undefined || result.length + part.length > valueLimit) return undefined;
    result += part;
  }
  return result;
}

function expand({ name, operator, word }: Expansion, valueOf: (name: string) => string | undefined): string | undefined {
  const value = valueOf(name);
  switch (operator) {
    case '':
    case '?':
    case ':?':
      return value;
    case '-':
      return value ?? evaluate(word, valueOf);
    case ':-':
      return value === undefined || value === '' ? evaluate(word, valueOf) : value;
    case '+':
      return value === undefined ? '' : evaluate(word, valueOf);
    case ':+':
      return value === undefined || value === '' ? '' : evaluate(word, valueOf);
    default:
      return undefined;
  }
}

/** Whether the builder knows the name without any ARG or ENV. In FROM only the platforms are known. */
export function isGiven(name: string, keyword: string): boolean {
  return keyword === 'FROM' ? Object.hasOwn(platformArguments, name) : name === 'PATH' || isPredefined(name);
}

function visible(
  model: DockerfileModel,
  scopes: ReadonlyMap<Stage, Scope>,
  globals: Scope,
  definitions: readonly VariableDefinition[],
  offset: number,
): ReadonlyMap<string, VariableDefinition> {
  const at = stageAt(model, offset);
  const inFrom = at !== undefined && offset <= at.from.span.end;
  const names = new Map<string, VariableDefinition>();
  if (!at || inFrom) {
    for (const definition of definitions)
      if (definition.stage === undefined && definition.instruction.span.end <= offset) names.set(definition.name, definition);
    return names;
  }
  const chain: Scope[] = [];
  for (let scope = scopes.get(at)?.parent; scope; scope = scope.parent) chain.unshift(scope);
  for (const scope of chain) for (const [name, definition] of scope.names) names.set(name, definition);
  for (const definition of definitions)
    if (definition.stage === at && definition.instruction.span.end < offset) names.set(definition.name, definition);
  return names;
}
