import type { Span } from '../text/span.ts';
import type { Instruction } from './model.ts';

/** Instructions whose arguments reach no shell, so that `#` inside them is always an argument. */
const withoutShell: ReadonlySet<string> = new Set(['FROM', 'COPY', 'ADD', 'ENV', 'ARG', 'LABEL', 'EXPOSE', 'WORKDIR', 'USER', 'VOLUME', 'STOPSIGNAL', 'MAINTAINER']);

/** Instructions that stop being JSON (exec form) when something follows the array. */
const takesJson: ReadonlySet<string> = new Set(['CMD', 'ENTRYPOINT', 'SHELL', 'HEALTHCHECK', 'RUN']);

/**
 * The text that was meant as a comment after an instruction's arguments, from its `#` to the instruction's end.
 * A shell drops it, so RUN, CMD and ENTRYPOINT in shell form are left alone; elsewhere its words become arguments.
 */
export function trailingComment(instruction: Instruction): Span | undefined {
  const { keyword, words, argumentsSpan } = instruction;
  const json = takesJson.has(keyword) && looksLikeJson(instruction);
  if (!argumentsSpan || (!withoutShell.has(keyword) && !json)) return undefined;
  const sharp = words.find(({ text }, index) => index > 0 && startsComment(text) && (!json || endsArray(words[index - 1]?.text)));
  return sharp && { start: sharp.span.start, end: argumentsSpan.end };
}

/** `#` or `#word`, but not `#{…}` or a quoted one. */
function startsComment(text: string): boolean {
  return text === '#' || (/^#+[^{#]/.test(text) && !text.endsWith('"'));
}

function looksLikeJson({ keyword, words }: Instruction): boolean {
  const first = keyword === 'HEALTHCHECK' ? words[1] : words[0];
  return first?.text.startsWith('[') ?? false;
}

function endsArray(text: string | undefined): boolean {
  return text?.endsWith(']') ?? false;
}
