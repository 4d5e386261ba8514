import { indentationAt, lineAt, lineBreakOf, nextLineStart } from '../text/lines.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { DockerfileModel, Instruction } from './model.ts';

/** Puts whole lines above an instruction, indented like it. It goes right before the keyword, so that a byte order mark stays first. */
export function insertAbove({ text }: DockerfileModel, { span }: Instruction, lines: readonly string[]): TextEdit {
  const between = lineBreakOf(text) + indentationAt(text, span.start);
  return { span: { start: span.start, end: span.start }, newText: lines.map((line) => line + between).join('') };
}

/** Puts whole lines below an instruction, indented like it; `undefined` when the instruction has no end yet. */
export function insertBelow(model: DockerfileModel, instruction: Instruction, lines: readonly string[]): TextEdit | undefined {
  if (!isFinished(model, instruction)) return undefined;
  const { text } = model;
  const between = lineBreakOf(text) + indentationAt(text, instruction.span.start);
  const { end } = lineAt(text, instruction.span.end);
  return { span: { start: end, end }, newText: lines.map((line) => between + line).join('') };
}

/** Whether the instruction ends by itself: no escape character at its last line's end, every heredoc with its last line. */
export function isFinished({ text, escape }: DockerfileModel, { span, heredocs }: Instruction): boolean {
  const written = text.slice(span.start, span.end);
  const last = heredocs.at(-1);
  if (last) return written.slice(written.lastIndexOf('\n') + 1).trim() === last.name;
  const code = written.split('\n').filter((line) => !/^\s*(?:#|$)/.test(line));
  return !(code.at(-1) ?? '').trimEnd().endsWith(escape);
}

/** The lines of an instruction with the comment lines that stand right above it, line break included. */
export function blockOf({ text, comments }: DockerfileModel, { span }: Instruction): Span {
  let start = lineAt(text, span.start).start;
  for (let index = comments.length - 1; index >= 0; index--) {
    const comment = comments[index];
    if (!comment || comment.span.start >= start) continue;
    const line = lineAt(text, comment.span.start);
    if (nextLineStart(text, line.start) !== start || text.slice(line.start, comment.span.start).trim() !== '') break;
    start = line.start;
  }
  return { start, end: nextLineStart(text, span.end) };
}

/** A keyword in the case that the instruction's own keyword is written in. */
export function keywordLike({ text }: DockerfileModel, { keywordSpan }: Instruction, keyword: string): string {
  return /^[a-z]/.test(text.slice(keywordSpan.start, keywordSpan.end)) ? keyword.toLowerCase() : keyword;
}
