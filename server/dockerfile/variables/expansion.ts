import { moveSpan, type Span } from '../../text/span.ts';

/** A piece of a word as the builder reads it: text that stays, or a variable. */
export type Piece = TextPiece | Expansion;

/** Text with quotes and escapes taken off. */
export interface TextPiece {
  readonly kind: 'text';
  readonly value: string;
}

/** `$NAME`, `${NAME}` or `${NAME:-word}`. */
export interface Expansion {
  readonly kind: 'variable';
  readonly span: Span;
  readonly name: string;
  readonly nameSpan: Span;
  /** `:-`, `-`, `:+`, `+`, `:?`, `?`, `#`, `##`, `%`, `%%`, `/`, `//`; empty for a plain one. */
  readonly operator: string;
  /** What follows the operator. */
  readonly word: readonly Piece[];
}

/** How a stretch of the file is read. */
export interface Reading {
  readonly escape: string;
  /** Quotes mean nothing, as in the body of a heredoc. */
  readonly rawQuotes?: boolean;
  /** White space ends a word, and with it an open quote. */
  readonly words?: boolean;
}

/** Where the reader is. Behind `unclosedFrom` no brace closes any more, so none is looked for twice. */
interface Cursor {
  at: number;
  unclosedFrom: number;
}

/** How deep `${A:-${B:-…}}` is followed. */
const deepest = 16;

/**
 * Takes a stretch of the file apart as the builder does: single quotes keep everything, double quotes keep all but variables,
 * the escape character keeps the next one, continuations and the comment lines below them are left out.
 */
export function readPieces(text: string, { start, end }: Span, reading: Reading): readonly Piece[] {
  return readUntil(text, { at: start, unclosedFrom: Infinity }, end, '', reading, 0);
}

/** Every variable of the pieces, those inside `${A:-$B}` after the one around them. */
export function expansionsIn(pieces: readonly Piece[]): readonly Expansion[] {
  return pieces.flatMap((piece) => (piece.kind === 'variable' ? [piece, ...expansionsIn(piece.word)] : []));
}

/** A variable further down, with those inside of it. */
export function moveExpansion(expansion: Expansion, by: number): Expansion {
  const { kind, span, name, nameSpan, operator, word } = expansion;
  const moved = word.map((piece) => (piece.kind === 'text' ? piece : moveExpansion(piece, by)));
  return { kind, span: moveSpan(span, by), name, nameSpan: moveSpan(nameSpan, by), operator, word: moved };
}

function readUntil(text: string, cursor: Cursor, end: number, stop: string, reading: Reading, depth: number): readonly Piece[] {
  const { escape, rawQuotes = false, words = false } = reading;
  const pieces: Piece[] = [];
  let literal = '';
  let quote = '';
  const flush = (): void => {
    if (literal !== '') pieces.push({ kind: 'text', value: literal });
    literal = '';
  };
  while (cursor.at < end) {
    const char = text[cursor.at] ?? '';
    if (quote === '' && char === stop) break;
    const after = quote !== "'" && char === escape ? continuationEnd(text, cursor.at, end) : undefined;
    if (after !== undefined) cursor.at = after;
    else if (quote === "'") {
      if (char === "'" || (words && isSpace(char))) quote = '';
      else literal += char;
      cursor.at++;
    } else if (char === escape && cursor.at + 1 < end) {
      const next = text[cursor.at + 1] ?? '';
      const keeps = quote === '' || next === '"' || next === '$' || next === escape;
      literal += keeps ? next : char + next;
      cursor.at += 2;
    } else if (char === '$') {
      const variable = readVariable(text, cursor, end, reading, depth);
      if (variable) {
        flush();
        pieces.push(variable);
      } else {
        literal += char;
        cursor.at++;
      }
    } else {
      if (words && isSpace(char)) quote = '';
      if (!rawQuotes && (char === '"' || (char === "'" && quote === ''))) quote = quote === char ? '' : char;
      else literal += char;
      cursor.at++;
    }
  }
  flush();
  return pieces;
}

function isSpace(char: string): boolean {
  return char === ' ' || char === '\t' || char === '\n' || char === '\r';
}

/** The offset after an escape character, its line break, and the comment and empty lines below; `undefined` when the line goes on. */
export function continuationEnd(text: string, at: number, end: number): number | undefined {
  let next = at + 1;
  while (next < end && (text[next] === ' ' || text[next] === '\t' || text[next] === '\r')) next++;
  if (next >= end || text[next] !== '\n') return undefined;
  next++;
  for (;;) {
    let first = next;
    while (first < end && (text[first] === ' ' || text[first] === '\t' || text[first] === '\r')) first++;
    if (first >= end || (text[first] !== '#' && text[first] !== '\n')) return next;
    const lineBreak = text.indexOf('\n', first);
    if (lineBreak < 0 || lineBreak >= end) return end;
    next = lineBreak + 1;
  }
}

function readVariable(text: string, cursor: Cursor, end: number, reading: Reading, depth: number): Expansion | undefined {
  const start = cursor.at;
  const braced = text[start + 1] === '{';
  const nameStart = start + (braced ? 2 : 1);
  let nameEnd = nameStart;
  while (nameEnd < end && isNameCharacter(text[nameEnd] ?? '')) nameEnd++;
  const name = text.slice(nameStart, nameEnd);
  if (name === '' || /^\d/.test(name)) return undefined;
  const nameSpan = { start: nameStart, end: nameEnd };
  if (!braced) {
    cursor.at = nameEnd;
    return { kind: 'variable', span: { start, end: nameEnd }, name, nameSpan, operator: '', word: [] };
  }
  const operator = /^(?::[-+?]|[-+?]|##?|%%?|\/\/?)/.exec(text.slice(nameEnd, Math.min(nameEnd + 2, end)))?.[0] ?? '';
  if ((operator === '' && text[nameEnd] !== '}') || depth >= deepest || start >= cursor.unclosedFrom) return undefined;
  cursor.at = nameEnd + operator.length;
  const word = readUntil(text, cursor, end, '}', { ...reading, words: false }, depth + 1);
  if (text[cursor.at] !== '}' || cursor.at >= end) {
    cursor.at = start;
    cursor.unclosedFrom = Math.min(cursor.unclosedFrom, start);
    return undefined;
  }
  cursor.at++;
  return { kind: 'variable', span: { start, end: cursor.at }, name, nameSpan, operator, word };
}

function isNameCharacter(char: string): boolean {
  return /^[A-Za-z0-9_]$/.test(char);
}
