import type { NamedEntity, Occurrence } from '../../language.ts';
import type { Localized } from '../../locale.ts';
import { contains, type Span } from '../../text/span.ts';
import type { DockerfileModel } from '../model.ts';
import { isPredefined } from './predefined.ts';
import { assignedNames } from './shell-variables.ts';
import { variablesOf, type VariableDefinition, type VariableUse } from './variables.ts';

/** The variable under the cursor, with every definition and use that shares its value: those of other scopes have only the name in common. */
export function namedVariable(model: DockerfileModel, offset: number): NamedEntity | undefined {
  const { definitions, uses } = variablesOf(model);
  const definition = definitions.find(({ nameSpan }) => contains(nameSpan, offset));
  const use = definition
    ? undefined
    : innermost(uses.filter(({ nameSpan, span }) => contains(nameSpan, offset) || isMark(model, span, offset)));
  const start = definition ?? use?.definition;
  const at = definition?.nameSpan ?? use?.nameSpan;
  if (!at) return undefined;
  if (!start) {
    const others = uses.filter(({ name, definition: of, stage }) => name === use?.name && !of && stage === use.stage);
    return { at, occurrences: others.map(({ nameSpan }): Occurrence => ({ span: nameSpan, role: 'use' })) };
  }
  const family = familyOf(definitions, start);
  const read = uses.filter((other) => other.definition && family.has(other.definition));
  const occurrences = [
    ...[...family].map(({ nameSpan }): Occurrence => ({ span: nameSpan, role: 'definition' })),
    ...read.map(({ nameSpan }): Occurrence => ({ span: nameSpan, role: 'use' })),
  ].sort((a, b) => a.span.start - b.span.start);
  if (isPredefined(start.name) || start.name === 'PATH') return { at, occurrences };
  return { at, occurrences, refuse: (name) => refuse(model, start.name, name, family) };
}

function innermost(uses: readonly VariableUse[]): VariableUse | undefined {
  return uses.toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
}

/** On the `$` or `${` before the name. */
function isMark({ text }: DockerfileModel, { start }: Span, offset: number): boolean {
  return offset >= start && offset < start + (text[start + 1] === '{' ? 2 : 1);
}

/** The definitions that hand their value on to one another. */
function familyOf(definitions: readonly VariableDefinition[], start: VariableDefinition): ReadonlySet<VariableDefinition> {
  const same = definitions.filter(({ name }) => name === start.name);
  const neighbours = new Map<VariableDefinition, VariableDefinition[]>();
  const join = (a: VariableDefinition, b: VariableDefinition): void => {
    for (const [from, to] of [[a, b] as const, [b, a] as const]) {
      const known = neighbours.get(from);
      if (known) known.push(to);
      else neighbours.set(from, [to]);
    }
  };
  const global = same.findLast(({ stage }) => stage === undefined);
  for (const definition of same) {
    if (definition.previous) join(definition, definition.previous);
    if (global && definition.stage && definition.kind === 'ARG' && !definition.valueSpan) join(definition, global);
  }
  const family = new Set([start]);
  for (const member of family) for (const other of neighbours.get(member) ?? []) family.add(other); // a set may grow while it is walked
  return family;
}

function refuse(model: DockerfileModel, from: string, to: string, family: ReadonlySet<VariableDefinition>): Localized | undefined {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(to))
    return {
      ko: '변수 이름은 영문자나 `_`로 시작하고 영문자, 숫자, `_`만 쓸 수 있습니다.',
      en: 'A variable name begins with a letter or `_` and holds letters, digits and `_` only.',
    };
  if (to === from) return undefined;
  if (isPredefined(to) || to === 'PATH')
    return {
      ko: `\`${to}\`는 빌더가 값을 주는 이름입니다. 다른 이름을 쓰세요.`,
      en: `The builder gives \`${to}\` its value. Choose another name.`,
    };
  const { definitions, uses } = variablesOf(model);
  const inScripts = model.instructions.flatMap((instruction) => [...assignedNames(model, instruction)]);
  if ([...definitions, ...uses].some(({ name }) => name === to) || inScripts.includes(to))
    return { ko: `\`${to}\`라는 이름을 이 파일이 이미 쓰고 있습니다.`, en: `This file uses the name \`${to}\` already.` };
  if (isUnclear(model, from, family))
    return {
      ko: `\`${from}\`을 읽는지 확실하지 않은 곳이 있어서 안전하게 바꿀 수 없습니다. 직접 바꾸세요.`,
      en: `Some places may read \`${from}\` in a way that cannot be told for sure. Rename it by hand.`,
    };
  return undefined;
}

/** Whether the name stands behind a `$` where neither the builder nor a readable script fills it in, or a script sets it too. */
function isUnclear(model: DockerfileModel, name: string, family: ReadonlySet<VariableDefinition>): boolean {
  const { uses } = variablesOf(model);
  const first = Math.min(...[...family].map(({ nameSpan }) => nameSpan.start));
  const known = new Set(uses.filter((use) => use.name === name).map(({ nameSpan }) => nameSpan.start));
  return model.instructions.some((instruction) => {
    if (instruction.span.end < first) return false;
    const inner = instruction.trigger ?? instruction;
    if (assignedNames(model, inner).has(name)) return true;
    const text = model.text.slice(instruction.span.start, instruction.span.end);
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const before = text[at - 1] ?? '';
      const isWhole = !/\w/.test(text[at + name.length] ?? '') && (before === '$' || (before === '{' && text[at - 2] === '$'));
      if (isWhole && !known.has(instruction.span.start + at)) return true;
    }
    return false;
  });
}
