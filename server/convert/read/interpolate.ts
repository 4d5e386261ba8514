import { parseInterpolation } from '../../compose/values/interpolation.ts';

/** A text of a Compose file with its variables apart: `postgres://app:${PASSWORD}@db`. */
export type Part = string | Variable;
export interface Variable {
  readonly variable: string;
  /** `:-`, `-`, `:?`, `?`, `:+`, `+`, or empty. */
  readonly operator: string;
  /** The default, the message, or what is put in instead. */
  readonly operand: readonly Part[];
}

/** Deepest nesting of variables inside defaults. */
const depthLimit = 10;

/** Takes a text apart as Compose does: `$NAME`, `${NAME}`, `${NAME:-default}`, and `$$` for a dollar sign. What is no variable stays text. */
export function partsOf(text: string, depth = 0): readonly Part[] {
  if (!text.includes('$') || depth > depthLimit) return [text];
  return parseInterpolation(text).pieces.map((piece) => {
    if (piece.kind === 'text') return piece.text;
    const { name, operator = '', argument = '' } = piece.use;
    return { variable: name, operator, operand: argument === '' ? [] : partsOf(argument, depth + 1) };
  });
}

/** A text with its variables filled in. */
export interface Filled {
  readonly text: string;
  /** Variables that nobody has given a value; `placeholder` stands in their place. */
  readonly missing: readonly string[];
  /** Every variable that was asked for. */
  readonly variables: readonly string[];
}

/** What stands in the text for a variable without a value. */
export const placeholder = 'replace-me';

/**
 * Fills the variables of a text in.
 * @param lookup the value of a variable: from `.env`; what the shell of whoever runs Compose holds nobody knows
 */
export function fillIn(text: string, lookup: (name: string) => string | undefined): Filled {
  const missing: string[] = [];
  const variables: string[] = [];
  const join = (parts: readonly Part[]): string => parts.map((part) => (typeof part === 'string' ? part : value(part))).join('');
  const value = ({ variable, operator, operand }: Variable): string => {
    const known = lookup(variable);
    variables.push(variable);
    const isSet = known !== undefined && (known !== '' || !operator.startsWith(':'));
    if (operator.endsWith('+')) return isSet ? join(operand) : '';
    if (isSet) return known;
    if (operator.endsWith('-')) return join(operand);
    missing.push(variable);
    return placeholder;
  };
  const filled = join(partsOf(text));
  return { text: filled, missing, variables };
}
