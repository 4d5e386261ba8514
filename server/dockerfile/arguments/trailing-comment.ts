import { lineAt } from '../../text/lines.ts';
import { moveSpan, overlaps, type Span } from '../../text/span.ts';
import type { DockerfileModel, Instruction, Word } from '../model.ts';
import { oncePerPiece } from '../origin.ts';
import { parseExecForm } from '../parse.ts';
import { shellOf } from '../shell.ts';

/** Instructions whose arguments reach no shell, so that `#` inside them is always an argument. */
const withoutShell: ReadonlySet<string> = new Set([
  'FROM',
  'COPY',
  'ADD',
  'ENV',
  'ARG',
  'LABEL',
  'EXPOSE',
  'WORKDIR',
  'USER',
  'VOLUME',
  'STOPSIGNAL',
  'MAINTAINER',
]);

/** Instructions that stop being JSON (exec form) when something follows the array. */
const takesJson: ReadonlySet<string> = new Set(['CMD', 'ENTRYPOINT', 'SHELL', 'HEALTHCHECK', 'RUN', 'COPY', 'ADD', 'VOLUME']);

/** Instructions that a shell reads, unless they are JSON. */
const takesShell: ReadonlySet<string> = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK']);

/**
 * The text that was meant as a comment after an instruction's arguments, from its `#` to the last word of that line.
 * A shell drops it, so RUN, CMD and ENTRYPOINT in shell form are left alone; elsewhere its words become arguments.
 */
export const trailingComment = oncePerPiece(readTrailing, (comment, by) => comment && moveSpan(comment, by));

function readTrailing(model: DockerfileModel, instruction: Instruction): Span | undefined {
  const { keyword, words, argumentsSpan } = instruction;
  const start =
    argumentsSpan &&
    (afterArray(model, instruction) ?? (withoutShell.has(keyword) ? afterWords(model, instruction) : afterNone(instruction)));
  return start === undefined ? undefined : restOfLine(model, words, start);
}

/**
 * A shell comment with more lines of the instruction below it. The builder joins the lines first, so the shell drops them all:
 * `RUN make # build \` and `&& make install` on the next line run only `make`.
 */
export const swallowingComment = oncePerPiece(readSwallowing, (comment, by) => comment && moveSpan(comment, by));

function readSwallowing(model: DockerfileModel, instruction: Instruction): Span | undefined {
  const { keyword, words, argumentsSpan } = instruction;
  // Cmd and PowerShell, which come with the other escape character, have comments of their own.
  if (!takesShell.has(keyword) || !argumentsSpan || model.escape !== '\\' || instruction.heredocs.length > 0) return undefined;
  const lastLine = lineAt(model.text, argumentsSpan.end).start;
  if (!words.some(({ text, span }) => text.startsWith('#') && span.start < lastLine)) return undefined;
  const shell = shellOf(model, instruction);
  if (!shell) return undefined;
  const end = shell.start + (shell.script.commands.at(-1)?.end ?? 0);
  const sharp = words.find(({ span }) => span.start >= end && model.text[span.start] === '#');
  return sharp && sharp.span.start < lastLine ? restOfLine(model, words, sharp.span.start) : undefined;
}

/** The instruction's arguments without those that were meant as a comment. */
export function wordsWithoutComment(model: DockerfileModel, instruction: Instruction): readonly Word[] {
  const comment = trailingComment(model, instruction);
  return comment ? instruction.words.filter(({ span }) => !overlaps(span, comment)) : instruction.words;
}

/** Where a `#` follows a whole JSON array. */
function afterArray({ text, escape }: DockerfileModel, { keyword, words }: Instruction): number | undefined {
  const first = keyword === 'HEALTHCHECK' ? words[1] : words[0];
  const last = words.at(-1);
  if (!takesJson.has(keyword) || !first?.text.startsWith('[') || !last) return undefined;
  const end = closingBracket(text, { start: first.span.start, end: last.span.end });
  const rest = end === undefined ? undefined : /^\s*(?=#)/.exec(text.slice(end, last.span.end));
  if (end === undefined || !rest || rest[0].includes('\n')) return undefined;
  return parseExecForm(text.slice(first.span.start, end), escape) ? end + rest[0].length : undefined;
}

/** The offset after the first `]` that stands outside of a JSON string. */
function closingBracket(text: string, { start, end }: Span): number | undefined {
  let quoted = false;
  for (let at = start; at < end; at++) {
    if (text[at] === '"') quoted = !quoted;
    else if (quoted && text[at] === '\\') at++;
    else if (!quoted && text[at] === ']') return at + 1;
  }
  return undefined;
}

/** Where a word begins with `#` after at least one argument, outside of quotes. */
function afterWords({ text, escape }: DockerfileModel, { keyword, words }: Instruction): number | undefined {
  let quote = '';
  // `ENV NAME value` and `LABEL name value`: the value may begin with `#`.
  const needed = (keyword === 'ENV' || keyword === 'LABEL') && !words[0]?.text.includes('=') ? 2 : 1;
  for (const [index, word] of words.entries()) {
    if (quote === '' && index >= needed && startsComment(word.text) && !followsEscape(text, word, words[index - 1], escape))
      return word.span.start;
    quote = quoteAfter(word.text, quote, escape);
  }
  return undefined;
}

/** Whether an escape character makes the space before the word a part of the value, as in `A=b\ #c`. */
function followsEscape(text: string, { span }: Word, previous: Word | undefined, escape: string): boolean {
  const gap = text.slice(previous?.span.end ?? span.start, span.start);
  return gap.startsWith(escape) && !gap.includes('\n');
}

/** HEALTHCHECK NONE takes no arguments. */
function afterNone({ keyword, words }: Instruction): number | undefined {
  const second = words[1];
  return keyword === 'HEALTHCHECK' && words[0]?.text.toUpperCase() === 'NONE' && second && startsComment(second.text)
    ? second.span.start
    : undefined;
}

/** `#`, `#word` or `##`, but not a template's `#{…}`. */
function startsComment(text: string): boolean {
  return text.startsWith('#') && text[1] !== '{';
}

/** The quote that is open after the word, empty when none is. */
function quoteAfter(word: string, open: string, escape: string): string {
  let quote = open;
  for (let at = 0; at < word.length; at++) {
    const char = word[at] ?? '';
    if (char === escape && quote !== "'") at++;
    else if (quote === '' ? char === '"' || char === "'" : char === quote) quote = quote === '' ? char : '';
  }
  return quote;
}

function restOfLine({ text }: DockerfileModel, words: readonly Word[], start: number): Span {
  const line = lineAt(text, start);
  return { start, end: words.findLast(({ span }) => span.end <= line.end && span.end > start)?.span.end ?? line.end };
}
