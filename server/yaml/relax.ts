import { isCollection, isPair, isScalar, type Document, type YAMLError } from 'yaml';
import type { Span } from '../text/span.ts';

/** The errors of a parsed text that kubectl and Compose see too. Both allow a comment right after a quote and keys of any length. */
export function realErrors(text: string, { errors }: Document.Parsed): readonly YAMLError[] {
  return errors.filter(({ code, pos }) => code !== 'KEY_OVER_1024_CHARS' && !(code === 'MISSING_CHAR' && text[pos[0]] === '#'));
}

/**
 * The parser wants the lines of a flow collection or a quoted string indented deeper than its key, as the YAML specification does;
 * kubectl and Compose do not. This joins such lines (with spaces, at equal length, so that positions hold).
 * @returns the text to parse instead, or `undefined` when nothing in it ended too early
 */
export function joinUnderindented(text: string, ast: Document.Parsed): string | undefined {
  const pieces: string[] = [];
  let position = 0;
  for (const node of flowSpans(ast)) {
    if (node.start < position) continue; // what the parser made of the rest of an earlier one
    const end = endOfFlow(text, node.start);
    if (end === undefined) return undefined;
    if (end <= node.end) continue;
    pieces.push(text.slice(position, node.start), joined(text.slice(node.start, end)));
    position = end;
  }
  return position === 0 ? undefined : pieces.join('') + text.slice(position);
}

/** The flow collections and quoted strings of a document that lie in no other one, in order. */
export function flowSpans(ast: Document): readonly Span[] {
  const found: Span[] = [];
  const collect = (node: unknown): void => {
    if (isPair(node)) {
      collect(node.key);
      collect(node.value);
      return;
    }
    const isFlow = (isCollection(node) && node.flow) || (isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'));
    if (isFlow && node.range) found.push({ start: node.range[0], end: node.range[1] });
    else if (isCollection(node)) node.items.forEach(collect);
  };
  collect(ast.contents);
  return found;
}

/** Where the flow collection or quoted string at an offset is closed, whatever the indentation; `undefined` when it never is. */
function endOfFlow(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length;) {
    const char = text[at];
    const end = skip(text, at);
    if (end > text.length) return undefined;
    if (char === '[' || char === '{') depth++;
    else if (char === ']' || char === '}') depth--;
    at = end;
    if (depth <= 0) return at;
  }
  return undefined;
}

/** The end of the quoted string, comment or single character at an offset; past the end of the text when a quote is never closed. */
function skip(text: string, at: number): number {
  const char = text[at];
  const before = text[at - 1] ?? ' ';
  if (char === '#' && /\s/.test(before)) return endOfLine(text, at);
  // Inside a word a quote is a letter: it's.
  if ((char !== '"' && char !== "'") || !/[\s[\]{},:]/.test(before)) return at + 1;
  for (let end = at + 1; end < text.length; end++) {
    if (char === '"' && text[end] === '\\') end++;
    else if (text[end] === char) {
      if (char === '"' || text[end + 1] !== "'") return end + 1;
      end++;
    }
  }
  return text.length + 1;
}

function endOfLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline;
}

/** A flow collection or quoted string on one line: line breaks, tabs and comments become spaces. */
function joined(flow: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < flow.length;) {
    const end = Math.min(skip(flow, at), flow.length);
    const piece = flow.slice(at, end);
    const isComment = piece.startsWith('#') && /\s/.test(flow[at - 1] ?? '');
    pieces.push(isComment ? ' '.repeat(piece.length) : piece.replace(/[\r\n\t]/g, ' '));
    at = end;
  }
  return pieces.join('');
}
