import { forEachChild, parse, type Command, type ParsedScript, type SyntaxNode, type Word } from 'unbash';
import type { Span } from '../text/span.ts';
import type { DockerfileModel, Instruction } from './model.ts';
import { oncePerPiece } from './origin.ts';

/** What an instruction gives to its shell, parsed. */
export interface ShellScript {
  /** As long as the stretch of the file that it stands for, so that positions differ by `start` alone. */
  readonly text: string;
  /** Offset of the script's first character in the document. */
  readonly start: number;
  readonly script: ParsedScript;
}

/** A simple command: a program's name and its arguments, without assignments before it and redirections. */
export interface ShellCommand {
  /** Quotes and escapes taken off; variables stay as they are written. */
  readonly words: readonly string[];
  readonly span: Span;
}

/** A word that means the same with a shell as without one. */
export interface LiteralWord {
  readonly value: string;
  readonly span: Span;
}

/** How deep `$(… $(…) …)` is followed; each level is parsed anew, so a hostile file could make it slow. */
const deepest = 6;
const parsedAnew: ReadonlySet<string> = new Set<SyntaxNode['type']>(['Script', 'ArithmeticExpansion', 'ParameterExpansion']);

/**
 * The script of RUN, CMD, ENTRYPOINT or HEALTHCHECK CMD in shell form.
 * @returns `undefined` for exec form, for no arguments, and for a heredoc that is not plainly a shell's
 */
export const shellOf = oncePerPiece(
  (model, instruction): ShellScript | undefined => {
    const source = sourceOf(model, instruction);
    return source && { ...source, script: parse(source.text) };
  },
  (shell, by) => shell && { ...shell, start: shell.start + by },
);

/** Every simple command of the instruction in the order of writing, those inside `$(…)`, loops and conditions too; of the exec form, its one command. */
export function commandsOf(model: DockerfileModel, instruction: Instruction): readonly ShellCommand[] {
  const { execForm, argumentsSpan } = instruction;
  if (execForm) return argumentsSpan ? [{ words: execForm, span: argumentsSpan }] : [];
  const shell = shellOf(model, instruction);
  if (!shell) return [];
  const commands: ShellCommand[] = [];
  forEachNode(shell, (node) => {
    if (node.type === 'Command' && node.name) commands.push(readCommand(node, node.name, shell));
  });
  return commands;
}

/**
 * Visits every node of a script in the order of writing, those in `$(…)` too.
 * @param visit answers `false` for a node whose inside does not matter
 */
export function forEachNode({ script }: ShellScript, visit: (node: SyntaxNode) => unknown): void {
  const enter = (node: SyntaxNode, nesting: number): void => {
    if (visit(node) === false) return;
    const inner = nesting + (parsedAnew.has(node.type) ? 1 : 0);
    if (inner <= deepest) forEachChild(node, (child) => enter(child, inner));
  };
  enter(script, 0);
}

/** The words of a simple command of the script. */
export function readCommand(command: Command, name: Word, { start }: ShellScript): ShellCommand {
  const words = [name, ...command.args].map((word) => (word.type === 'Word' ? word.value : word.text));
  return { words, span: { start: start + name.pos, end: start + command.end } };
}

/** The words of a script that is one simple command without anything for a shell to do: no variables, patterns, redirections, `&&`, `&`. */
export function literalCommand({ script, start }: ShellScript): readonly LiteralWord[] | undefined {
  const [statement, ...others] = script.commands;
  if (!statement || others.length > 0 || script.errors?.length || statement.background || statement.command.type !== 'Command')
    return undefined;
  const { name, prefix, suffix } = statement.command;
  if (!name || prefix.length > 0) return undefined;
  const words: LiteralWord[] = [];
  for (const word of [name, ...suffix]) {
    if (word.type !== 'Word' || !isLiteral(word)) return undefined;
    words.push({ value: word.value, span: { start: start + word.pos, end: start + word.end } });
  }
  return words;
}

function isLiteral({ text, parts }: Word): boolean {
  // A tilde stands for a home directory at the start of a word or of a value.
  if (/^~|[=:]~/.test(text)) return false;
  return (parts ?? []).every(
    (part) =>
      part.type === 'Literal' ||
      part.type === 'SingleQuoted' ||
      (part.type === 'DoubleQuoted' && part.parts.every(({ type }) => type === 'Literal')),
  );
}

function sourceOf(model: DockerfileModel, instruction: Instruction): { readonly text: string; readonly start: number } | undefined {
  const { keyword, words, heredocs, execForm } = instruction;
  const first = keyword === 'HEALTHCHECK' ? words[1] : words[0];
  const last = words.at(-1);
  if (!first || !last || execForm) return undefined;
  if (heredocs.length === 0)
    return { text: joinedAtSameLength(model.text.slice(first.span.start, last.span.end), model.escape), start: first.span.start };
  const [heredoc] = heredocs;
  if (keyword !== 'RUN' || words.length > 1 || heredocs.length > 1 || !heredoc) return undefined;
  const body = model.text.slice(heredoc.body.start, heredoc.body.end);
  // `RUN <<EOF` gives its lines to the shell, unless they name another interpreter.
  if (body.startsWith('#!') && !/^#!\s*(?:\/usr)?\/bin\/(?:env\s+)?(?:ba|da|a)?sh\b/.test(body)) return undefined;
  const lastLine = body.lastIndexOf('\n') + 1;
  const text = body.slice(lastLine).trim() === heredoc.name ? body.slice(0, lastLine) : body;
  return { text: text.replaceAll('\r\n', ' \n'), start: heredoc.body.start };
}

/**
 * The lines of an instruction as the builder joins them, at the same length: comment lines and empty lines between them become spaces;
 * the escape character and its line break become a backslash and a line break, which a shell joins in the same way.
 * Only a shell's comment would end there, while it goes on in the joined line: where there may be one, they become spaces too.
 */
export function joinedAtSameLength(written: string, escape: string): string {
  const lines = written.split(/(?<=\n)/).map((line, index) => (index > 0 && /^\s*(?:#|$)/.test(line) ? ' '.repeat(line.length) : line));
  const join = lines.some((line) => /(?:^|[\s;&|()])#/.test(line)) ? '  ' : '\\\n';
  return lines.map((line) => joinLine(line, escape, join)).join('');
}

function joinLine(line: string, escape: string, join: string): string {
  const trimmed = line.trimEnd();
  if (!trimmed.endsWith(escape) || trimmed.length === line.length) return line;
  return trimmed.slice(0, -1).padEnd(line.length - 2) + join;
}
