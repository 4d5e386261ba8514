import { moveSpan, type Span } from '../../text/span.ts';
import type { DockerfileModel, Instruction } from '../model.ts';
import { each, oncePerPiece } from '../origin.ts';
import { splitWords } from './words.ts';

/** `NAME=value` of ENV, ARG or LABEL, or ENV's and LABEL's old `NAME value`. */
export interface Assignment {
  /** As written, quotes of a label's name included. */
  readonly name: string;
  readonly nameSpan: Span;
  /** `undefined` for an ARG without a default. */
  readonly valueSpan: Span | undefined;
  /** Written without `=`. */
  readonly legacy: boolean;
}

/** What an ENV, ARG or LABEL sets, in order. */
export const assignmentsOf = oncePerPiece(
  readAssignments,
  each(({ name, nameSpan, valueSpan, legacy }: Assignment, by) => ({
    name,
    nameSpan: moveSpan(nameSpan, by),
    valueSpan: valueSpan && moveSpan(valueSpan, by),
    legacy,
  })),
);

function readAssignments(model: DockerfileModel, { keyword, argumentsSpan }: Instruction): readonly Assignment[] {
  if (!argumentsSpan) return [];
  const words = splitWords(model, argumentsSpan);
  const [head, second] = words;
  if (keyword !== 'ARG' && head && !head.text.includes('=')) {
    const valueSpan = second && { start: second.span.start, end: argumentsSpan.end };
    return [{ name: head.text, nameSpan: head.span, valueSpan, legacy: true }];
  }
  return words.flatMap(({ span }): Assignment[] => {
    const written = model.text.slice(span.start, span.end);
    const equals = written.indexOf('=');
    if (equals === 0 || (equals < 0 && keyword !== 'ARG')) return [];
    const end = equals < 0 ? span.end : span.start + equals;
    return [
      {
        name: model.text.slice(span.start, end),
        nameSpan: { start: span.start, end },
        valueSpan: equals < 0 ? undefined : { start: end + 1, end: span.end },
        legacy: false,
      },
    ];
  });
}

/** What the ARG instructions above the first FROM set, the only ones that FROM sees. */
export function globalAssignments(model: DockerfileModel): readonly Assignment[] {
  const found: Assignment[] = [];
  for (const instruction of model.instructions) {
    if (instruction === model.stages[0]?.from) break;
    if (instruction.keyword === 'ARG') found.push(...assignmentsOf(model, instruction));
  }
  return found;
}
