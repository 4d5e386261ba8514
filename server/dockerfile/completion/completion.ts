import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver-types';
import { summaryOf } from '../../hover.ts';
import type { FeatureContext } from '../../language.ts';
import { lineAt } from '../../text/lines.ts';
import { contains, rangeOf, type Span } from '../../text/span.ts';
import { instructionFlags, isBooleanFlag } from '../instructions.ts';
import { effective, type DockerfileModel, type Instruction } from '../model.ts';
import { completeImage } from './images.ts';
import { completeMount } from './mounts.ts';
import { completeSkeleton } from './skeletons.ts';
import { completeValue } from './values.ts';
import { completeVariable } from './variables.ts';

/**
 * Offers instructions and fitting skeletons at the start of a line, instructions after ONBUILD, flags after `--` and options in `--mount`, variables after `$`,
 * stage names and images where one may stand, signals, ports, and the words of the grammar.
 */
export function complete(model: DockerfileModel, offset: number, context: FeatureContext): readonly CompletionItem[] {
  if (model.comments.some(({ span }) => contains(span, offset) && offset > span.start)) return [];
  const instruction = model.instructions.find(({ span }) => contains(span, offset));
  if (!instruction || contains(instruction.keywordSpan, offset))
    return atLineStart(model, offset) ? instructions(model, offset, context) : [];
  if (instruction.heredocs.some(({ body }) => body.start <= offset && offset <= body.end))
    return (instruction.keyword === 'RUN' ? undefined : completeVariable(model, instruction, offset, context)) ?? [];
  const typed: Span = { start: wordStart(model.text, offset), end: offset };
  if (instruction.keyword === 'ONBUILD' && (!instruction.trigger || contains(instruction.trigger.keywordSpan, offset)))
    return triggers(context);
  return (
    completeVariable(model, effective(instruction), offset, context) ?? insideInstruction(model, effective(instruction), typed, context)
  );
}

function insideInstruction(
  model: DockerfileModel,
  instruction: Instruction,
  typed: Span,
  context: FeatureContext,
): readonly CompletionItem[] {
  const text = model.text.slice(typed.start, typed.end);
  const before = instruction.words.filter(({ span }) => span.end < typed.start).length;
  const from = /^--(?:from=|mount=(?:[^,\s]*,)*from=)/.exec(text);
  if (from && (instruction.keyword === 'COPY' || instruction.keyword === 'RUN'))
    return stages(model, instruction, { start: typed.start + from[0].length, end: typed.end });
  const mount = completeMount(model, instruction, typed, context);
  if (mount) return mount;
  if (text.startsWith('-')) return before === 0 ? flags(model, instruction, typed, context) : [];
  if (instruction.keyword !== 'FROM') return completeValue(model, instruction, typed, before, context);
  if (before === 0) return [...stages(model, instruction, typed), ...completeImage(model, typed, context)];
  return before === 1
    ? [{ label: 'AS', kind: CompletionItemKind.Keyword, insertText: 'AS ', ...summaryOf('dockerfile/FROM#AS', context) }]
    : [];
}

function atLineStart(model: DockerfileModel, offset: number): boolean {
  return /^\s*[A-Za-z]*$/.test(model.text.slice(lineAt(model.text, offset).start, offset));
}

/** Where the word before the cursor begins. */
function wordStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !/\s/.test(text[start - 1] ?? ' ')) start--;
  return start;
}

function instructions(model: DockerfileModel, offset: number, context: FeatureContext): readonly CompletionItem[] {
  const beforeFrom = !model.stages.some(({ from }) => from.span.end < offset);
  return [
    ...offered(context, (name) => name !== 'MAINTAINER' && (!beforeFrom || name === 'FROM' || name === 'ARG')),
    ...completeSkeleton(model, offset, context),
  ];
}

/** What ONBUILD may hold back. */
function triggers(context: FeatureContext): readonly CompletionItem[] {
  return offered(context, (name) => name !== 'MAINTAINER' && name !== 'FROM' && name !== 'ONBUILD');
}

function offered(context: FeatureContext, wanted: (name: string) => boolean): readonly CompletionItem[] {
  return Object.keys(instructionFlags)
    .filter(wanted)
    .map((name) => ({
      label: name,
      kind: CompletionItemKind.Keyword,
      insertText: `${name} `,
      ...summaryOf(`dockerfile/${name}`, context),
    }));
}

function flags(model: DockerfileModel, { keyword }: Instruction, typed: Span, context: FeatureContext): readonly CompletionItem[] {
  return (instructionFlags[keyword] ?? []).map((name) => ({
    label: `--${name}`,
    kind: CompletionItemKind.Property,
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range: rangeOf(model.document, typed), newText: isBooleanFlag(name) ? `--${name} ` : `--${name}=` },
    ...summaryOf(`dockerfile/${keyword}#--${name}`, context),
  }));
}

/** The named stages above the instruction. The word to replace is told, because editors break words at `-`. */
function stages(model: DockerfileModel, instruction: Instruction, typed: Span): readonly CompletionItem[] {
  const range = rangeOf(model.document, typed);
  return model.stages.flatMap(({ from, name, base }) =>
    name !== undefined && from.span.end < instruction.span.start
      ? [
          {
            label: name.text,
            kind: CompletionItemKind.Class,
            textEdit: { range, newText: name.text },
            ...(base ? { detail: `FROM ${base.text}` } : {}),
          },
        ]
      : [],
  );
}
