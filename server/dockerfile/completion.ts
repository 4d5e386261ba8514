import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver-types';
import type { FeatureContext } from '../language.ts';
import { summaryOf } from '../hover.ts';
import { contains } from '../text/span.ts';
import { lineAt } from '../text/lines.ts';
import { instructionFlags } from './instructions.ts';
import { effective, type DockerfileModel, type Instruction } from './model.ts';

/** Offers instructions at the start of a line, flags after `--`, and stage names after `--from=` and FROM. */
export function complete(model: DockerfileModel, offset: number, context: FeatureContext): readonly CompletionItem[] {
  if (model.comments.some(({ span }) => contains(span, offset) && offset > span.start)) return [];
  const instruction = model.instructions.find(({ span }) => contains(span, offset));
  if (!instruction || contains(instruction.keywordSpan, offset)) return atLineStart(model, offset) ? instructions(model, offset, context) : [];
  const inner = effective(instruction);
  const typed = wordBefore(model.text, offset);
  if (inner.keyword === 'FROM' && !typed.startsWith('-')) return stages(model, inner);
  if (/^--from=/.test(typed)) return stages(model, inner);
  if (typed.startsWith('-') && inner.words.every(({ span }) => span.start >= offset - typed.length)) return flags(inner, typed, offset, model, context);
  return [];
}

function atLineStart(model: DockerfileModel, offset: number): boolean {
  return /^\s*[A-Za-z]*$/.test(model.text.slice(lineAt(model.text, offset).start, offset));
}

function wordBefore(text: string, offset: number): string {
  return /\S*$/.exec(text.slice(lineAt(text, offset).start, offset))?.[0] ?? '';
}

function instructions(model: DockerfileModel, offset: number, context: FeatureContext): readonly CompletionItem[] {
  const beforeFrom = !model.stages.some(({ from }) => from.span.end < offset);
  return Object.keys(instructionFlags)
    .filter((name) => name !== 'MAINTAINER' && (!beforeFrom || name === 'FROM' || name === 'ARG'))
    .map((name) => ({
      label: name,
      kind: CompletionItemKind.Keyword,
      insertText: `${name} `,
      ...summaryOf(`dockerfile/${name}`, context),
    }));
}

function flags(instruction: Instruction, typed: string, offset: number, model: DockerfileModel, context: FeatureContext): readonly CompletionItem[] {
  const range = { start: model.document.positionAt(offset - typed.length), end: model.document.positionAt(offset) };
  const valueless = new Set(['link', 'parents', 'keep-git-dir', 'unpack']);
  return (instructionFlags[instruction.keyword] ?? []).map((name) => ({
    label: `--${name}`,
    kind: CompletionItemKind.Property,
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range, newText: valueless.has(name) ? `--${name} ` : `--${name}=` },
    ...summaryOf(`dockerfile/${instruction.keyword}#--${name}`, context),
  }));
}

/** The named stages above the instruction. */
function stages(model: DockerfileModel, instruction: Instruction): readonly CompletionItem[] {
  return model.stages
    .filter(({ from, name }) => name !== undefined && from.span.end < instruction.span.start)
    .map(({ name, base }) => ({ label: name?.text ?? '', kind: CompletionItemKind.Class, ...(base ? { detail: `FROM ${base.text}` } : {}) }));
}
