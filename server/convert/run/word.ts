import { partsOf, type Part } from '../read/interpolate.ts';
import { escapeInDouble, quoteWord } from '../shell/quote.ts';
import type { ShellWord } from '../shell/words.ts';

/** A text of a Compose file as one word of the shell. Variables stay variables: the shell knows the same `${NAME:-default}`. */
export function toShell(text: string): string {
  const parts = partsOf(text);
  if (parts.every((part) => typeof part === 'string')) return quoteWord(parts.join(''));
  return `"${parts.map((part) => inDouble(part, false)).join('')}"`;
}

function inDouble(part: Part, isOperand: boolean): string {
  if (typeof part === 'string') return isOperand ? escapeInDouble(part).replaceAll('}', '\\}') : escapeInDouble(part);
  const { variable, operator, operand } = part;
  return `\${${variable}${operator}${operand.map((each) => inDouble(each, true)).join('')}}`;
}

/** The names of the variables in a text of a Compose file. */
export function variablesIn(text: string): readonly string[] {
  const collect = (parts: readonly Part[]): readonly string[] =>
    parts.flatMap((part) => (typeof part === 'string' ? [] : [part.variable, ...collect(part.operand)]));
  return collect(partsOf(text));
}

/** A word of the shell as a text of a Compose file; `tell` hears of commands inside it, whose output nobody knows. */
export function toCompose({ parts }: ShellWord, tell: (command: string) => void): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part.replaceAll('$', '$$$$');
      if ('variable' in part)
        return part.variable === 'PWD' && part.operator === '' ? '.' : `\${${part.variable}${part.operator}${part.operand}}`;
      const command = part.command.trim();
      if (command === 'pwd') return '.';
      tell(command);
      return 'replace-me';
    })
    .join('');
}
