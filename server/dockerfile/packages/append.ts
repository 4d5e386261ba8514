import type { TextEdit } from '../../text/edit.ts';
import { indentationAt, lineBreakOf } from '../../text/lines.ts';
import { isFinished } from '../edits.ts';
import type { DockerfileModel, Instruction } from '../model.ts';
import { shellOf } from '../shell.ts';
import { callsOf } from './calls.ts';

/** An edit that lets a RUN run one more command at its end; `undefined` where that cannot be written safely. */
export function appendCommand(model: DockerfileModel, run: Instruction, command: string): TextEdit | undefined {
  const { text } = model;
  const shell = shellOf(model, run);
  if (!shell || shell.script.errors?.length || !isFinished(model, run)) return undefined;
  if (callsOf(model, run).some(({ words: [first] }) => /^(?:exec|exit|trap|return)$/.test(first.value))) return undefined;
  const last = shell.script.commands.at(-1);
  if (!last || last.background) return undefined;
  const [heredoc] = run.heredocs;
  if (heredoc) {
    // A heredoc of the script's own may go on to its end and swallow the command.
    if (shell.text.includes('<<')) return undefined;
    const at = text.lastIndexOf('\n', heredoc.body.end - 2 < heredoc.body.start ? heredoc.body.end : heredoc.body.end - 2) + 1;
    if (text.slice(at, heredoc.body.end).trim() !== heredoc.name || at <= heredoc.body.start) return undefined;
    const indentation = indentationAt(text, shell.start + last.pos);
    return { span: { start: at, end: at }, newText: indentation + command + lineBreakOf(text) };
  }
  const end = run.argumentsSpan?.end;
  const plainEnd = last.command.type !== 'AndOr' || last.command.operators.every((operator) => operator === '&&');
  // A shell's comment would swallow what follows in the joined line.
  if (end === undefined || shell.start + last.end !== end || !plainEnd || shell.text.includes('#')) return undefined;
  return { span: { start: end, end }, newText: joiner(model, run) + command };
}

/** What stands between two commands joined by `&&`, in the style in which the RUN is written. */
export function joiner({ text, escape }: DockerfileModel, { span }: Instruction): string {
  const lines = text
    .slice(span.start, span.end)
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => !/^\s*(?:#|$)/.test(line));
  if (lines.length === 0) return ' && ';
  const starts = lines.filter((line) => line.trimStart().startsWith('&&'));
  const indents = (starts.length > 0 ? starts : lines).map((line) => line.slice(0, line.length - line.trimStart().length));
  const indent = indents.reduce((shortest, each) => (each.length < shortest.length ? each : shortest));
  const trailing = starts.length === 0 && text.slice(span.start, span.end).includes(`&& ${escape}`);
  const [lineBreak, end] = [lineBreakOf(text), ` ${escape}`];
  return trailing ? ` &&${end}${lineBreak}${indent}` : `${end}${lineBreak}${indent}&& `;
}
