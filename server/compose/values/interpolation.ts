/**
 * Variables in the values of Compose files: `$NAME`, `${NAME}`, `${NAME:-default}`; `$$` is a dollar sign.
 * https://docs.docker.com/reference/compose-file/interpolation/
 */
import { moveSpan, type Span } from '../../text/span.ts';

/** What follows the name: `:-` and `-` a default, `:?` and `?` a message for when it is missing, `:+` and `+` another value. */
export type Operator = ':-' | '-' | ':?' | '?' | ':+' | '+';

/** One variable. Spans count from the start of the text. */
export interface VariableUse {
  readonly name: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly operator?: Operator;
  /** What stands after the operator, which may hold variables itself. */
  readonly argument?: string;
  readonly argumentSpan?: Span;
}

/** What Compose would not understand. */
export interface InterpolationError {
  readonly span: Span;
  /** `unclosed`: a `${` without its `}`; `name`: no name in the braces; `operator`: something odd after it. */
  readonly kind: 'unclosed' | 'name' | 'operator';
}

export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | { readonly kind: 'variable'; readonly use: VariableUse; readonly span: Span };

/** A text taken apart. */
export interface Interpolation {
  /** In order; texts have `$$` as `$` already. */
  readonly pieces: readonly Piece[];
  readonly error?: InterpolationError;
}

const namePattern = /[A-Za-z_][A-Za-z0-9_]*/y;

/** Deepest nesting of defaults in defaults. */
const depthLimit = 20;

/** Takes a text apart; after an error the rest is text. */
export function parseInterpolation(text: string): Interpolation {
  const pieces: Piece[] = [];
  let from = 0;
  const flush = (to: number): void => {
    if (to > from) pieces.push({ kind: 'text', text: text.slice(from, to), span: { start: from, end: to } });
  };
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at)) {
    const read = readDollar(text, at);
    if (!read) {
      at++; // a dollar sign that begins nothing stays what it is
      continue;
    }
    if ('kind' in read) {
      flush(text.length);
      return { pieces, error: read };
    }
    flush(at);
    if (read.name === '') pieces.push({ kind: 'text', text: '$', span: read.span });
    else pieces.push({ kind: 'variable', use: read, span: read.span });
    from = at = read.span.end;
  }
  flush(text.length);
  return { pieces };
}

/** The variables of a text, those in defaults included, each after the one that holds it. Spans count from the start of the text. */
export function variablesIn(text: string): readonly VariableUse[] {
  return text.includes('$') ? collect(text, 0, 0) : [];
}

function collect(text: string, offset: number, depth: number): readonly VariableUse[] {
  if (depth > depthLimit) return [];
  return parseInterpolation(text).pieces.flatMap((piece) => {
    if (piece.kind === 'text') return [];
    const use = moved(piece.use, offset);
    const { argument, argumentSpan, operator } = use;
    const isMessage = operator === ':?' || operator === '?';
    if (isMessage || !argument?.includes('$') || !argumentSpan) return [use];
    return [use, ...collect(argument, argumentSpan.start, depth + 1)];
  });
}

function moved(use: VariableUse, by: number): VariableUse {
  if (by === 0) return use;
  return {
    ...use,
    span: moveSpan(use.span, by),
    nameSpan: moveSpan(use.nameSpan, by),
    ...(use.argumentSpan && { argumentSpan: moveSpan(use.argumentSpan, by) }),
  };
}

/** Whether anything in a text is filled in from outside. */
export function hasVariables(text: string): boolean {
  return text.includes('$') && parseInterpolation(text).pieces.some(({ kind }) => kind === 'variable');
}

/** What a text comes to. */
export interface Substituted {
  readonly text: string;
  /** Variables without a value and without a default: Compose takes them as empty, and warns. */
  readonly unset: readonly string[];
  /** Variables that must be set and are not, with the message that `docker compose` shows. */
  readonly missing: readonly { readonly name: string; readonly message: string }[];
}

/**
 * Fills the variables of a text in, as Compose does.
 * @param lookUp the value of a variable; `undefined` when it is not set
 */
export function substitute(text: string, lookUp: (name: string) => string | undefined): Substituted {
  const unset: string[] = [];
  const missing: { readonly name: string; readonly message: string }[] = [];
  const fill = (part: string, depth: number): string =>
    depth > depthLimit
      ? part
      : parseInterpolation(part)
          .pieces.map((piece) => (piece.kind === 'text' ? piece.text : valueOf(piece.use, depth)))
          .join('');
  const valueOf = ({ name, operator, argument = '' }: VariableUse, depth: number): string => {
    const value = lookUp(name);
    const counts = operator?.startsWith(':') ? value !== undefined && value !== '' : value !== undefined;
    switch (operator) {
      case ':-':
      case '-':
        return counts ? (value ?? '') : fill(argument, depth + 1);
      case ':+':
      case '+':
        return counts ? fill(argument, depth + 1) : '';
      case ':?':
      case '?':
        if (!counts) missing.push({ name, message: argument });
        return value ?? '';
      default:
        if (value === undefined) unset.push(name);
        return value ?? '';
    }
  };
  return { text: fill(text, 0), unset, missing };
}

/** Reads what a dollar sign begins; a use with an empty name is `$$`. `undefined` where it begins nothing, as in `$1` or `$(date)`. */
function readDollar(text: string, at: number): VariableUse | InterpolationError | undefined {
  const next = text[at + 1];
  if (next === '$') return { name: '', span: { start: at, end: at + 2 }, nameSpan: { start: at, end: at } };
  if (next !== '{') {
    const end = endOfName(text, at + 1);
    if (end === at + 1) return undefined;
    return { name: text.slice(at + 1, end), span: { start: at, end }, nameSpan: { start: at + 1, end } };
  }
  const close = closingBrace(text, at + 2);
  if (close < 0) return { kind: 'unclosed', span: { start: at, end: Math.min(text.length, at + 2) } };
  const nameEnd = endOfName(text, at + 2);
  const span = { start: at, end: close + 1 };
  const nameSpan = { start: at + 2, end: nameEnd };
  if (nameEnd === at + 2) return { kind: 'name', span };
  const name = text.slice(at + 2, nameEnd);
  if (nameEnd === close) return { name, span, nameSpan };
  const operator = /:?[-?+]/y;
  operator.lastIndex = nameEnd;
  const found = operator.exec(text)?.[0] as Operator | undefined;
  if (found === undefined) return { kind: 'operator', span };
  const argumentSpan = { start: nameEnd + found.length, end: close };
  return { name, span, nameSpan, operator: found, argument: text.slice(argumentSpan.start, close), argumentSpan };
}

function endOfName(text: string, from: number): number {
  namePattern.lastIndex = from;
  return from + (namePattern.exec(text)?.[0].length ?? 0);
}

/** The brace that closes, past those of variables inside. */
function closingBrace(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '$' && text[at + 1] === '$') at++;
    else if (text[at] === '$' && text[at + 1] === '{') {
      depth++;
      at++;
    } else if (text[at] === '}' && depth-- === 0) return at;
  }
  return -1;
}
