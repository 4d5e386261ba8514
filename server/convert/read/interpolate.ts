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
export function partsOf(text: string): readonly Part[] {
  return text.includes('$') ? read(text, 0, text.length, 0) : [text];
}

function read(text: string, start: number, end: number, depth: number): readonly Part[] {
  const parts: Part[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain !== '') parts.push(plain);
    plain = '';
  };
  for (let at = start; at < end; ) {
    if (text[at] !== '$') {
      const next = text.indexOf('$', at);
      const stop = next < 0 || next > end ? end : next;
      plain += text.slice(at, stop);
      at = stop;
      continue;
    }
    if (text[at + 1] === '$') {
      plain += '$';
      at += 2;
      continue;
    }
    const named = /^\$(\{?)([A-Za-z_][A-Za-z0-9_]*)/.exec(text.slice(at, Math.min(end, at + 200)));
    const [whole = '', brace = '', variable = ''] = named ?? [];
    const after = at + whole.length;
    const close = brace === '' ? after : depth < depthLimit ? closing(text, after, end) : -1;
    const operator = brace === '' ? '' : (/^(?::?[-?+])/.exec(text.slice(after, after + 2))?.[0] ?? '');
    if (!named || close < 0 || (brace !== '' && operator === '' && close !== after)) {
      plain += '$';
      at++;
      continue;
    }
    flush();
    parts.push({ variable, operator, operand: brace === '' ? [] : read(text, after + operator.length, close, depth + 1) });
    at = brace === '' ? after : close + 1;
  }
  flush();
  return parts.length === 0 ? [''] : parts;
}

/** How far the end of a variable is looked for, in characters. */
const reach = 2000;

function closing(text: string, from: number, end: number): number {
  let depth = 1;
  for (let at = from; at < Math.min(end, from + reach); at++) {
    if (text[at] === '$' && text[at + 1] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return -1;
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
