import { isCollection, isPair, isScalar, isSeq, type YAMLError } from 'yaml';
import { lineAt, nextLineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { ParsedYaml } from './parse.ts';
import type { SyntaxKind, SyntaxProblem } from './syntax.ts';

/** Says what an error of the parser is about and where its cause stands. */
export function explain(source: ParsedYaml, error: YAMLError): SyntaxProblem {
  const { text } = source;
  const [start, end] = error.pos;
  const here = (kind: SyntaxKind, span: Span = { start, end: Math.min(end, lineAt(text, start).end) }): SyntaxProblem => ({ kind, span });
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return here('tab');
    case 'BAD_INDENT':
      if (text[start] === '\t') return here('tab');
      return error.message.startsWith('Flow') ? here('unclosed-bracket', opening(source, start, '[{')) : misplaced(text, start);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return error.message.startsWith('A block sequence') ? withoutColon(text, start) : colonInValue(text, start);
    case 'MULTILINE_IMPLICIT_KEY':
      return withoutColon(text, start);
    case 'MISSING_CHAR':
      return missing(source, error);
    case 'BAD_SCALAR_START':
      return { kind: 'reserved', span: restOfLine(text, start), detail: text[start] ?? '' };
    case 'UNEXPECTED_TOKEN':
      return unexpected(source, start, end);
    case 'BAD_DQ_ESCAPE':
      return here('escape', { start, end: start + 2 });
    case 'BAD_ALIAS':
      return text[start] === '&' ? here('anchor-or-tag') : { kind: 'reserved', span: restOfLine(text, start), detail: text[start] ?? '' };
    case 'BAD_DIRECTIVE':
      return here('directive', restOfLine(text, lineAt(text, start).start));
    case 'ALIAS_PROPS':
    case 'BAD_COLLECTION_TYPE':
    case 'BAD_PROP_ORDER':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
    case 'TAG_RESOLVE_FAILED':
      return here('anchor-or-tag');
    case 'BLOCK_IN_FLOW':
      return here('unclosed-bracket', opening(source, start, '[{'));
    default:
      return here('other', firstWord(text, start));
  }
}

/** Something is not there: a closing quote, a colon, a comma, the `---` after a directive. */
function missing(source: ParsedYaml, { message, pos }: YAMLError): SyntaxProblem {
  const { text } = source;
  const [start] = pos;
  if (message.startsWith('Missing closing')) return { kind: 'unclosed-quote', span: opening(source, start, '"\'') };
  if (message.startsWith('Implicit map keys')) return withoutColon(text, start);
  if (message.startsWith('Flow')) return { kind: 'unclosed-bracket', span: opening(source, start, '[{') };
  if (message.startsWith('Missing , ')) return { kind: 'comma', span: firstWord(text, start) };
  if (message.startsWith('Block collection cannot start')) return { kind: 'document-start', span: restOfLine(text, start) };
  if (message.startsWith('Missing directives-end')) return { kind: 'directive', span: restOfLine(text, start) };
  if (/^(?:Sequence item|Block scalars)/.test(message)) return { kind: 'indentation', span: firstWord(text, start) };
  return { kind: message.includes('Tags and anchors') ? 'anchor-or-tag' : 'other', span: firstWord(text, start) };
}

/** A line in no column that the lines above have, deeper than a key with a value, or a key where a list goes on. */
function misplaced(text: string, start: number): SyntaxProblem {
  const span = firstWord(text, start);
  const column = span.start - lineAt(text, span.start).start;
  const above = contentAbove(text, span.start);
  const isBesideItem = above.column === column && /^-(?:\s|$)/.test(above.content);
  return { kind: isBesideItem ? 'list-among-keys' : above.content !== '' && above.column < column ? 'deeper' : 'indentation', span };
}

/** The nearest line above that is neither blank nor a comment. */
function contentAbove(text: string, offset: number): { readonly column: number; readonly content: string } {
  for (let at = lineAt(text, offset).start; at > 0;) {
    const line = lineAt(text, at - 1);
    const content = text.slice(line.start, line.end).trimStart();
    if (content.trimEnd() !== '' && !content.startsWith('#')) return { column: line.end - line.start - content.length, content };
    at = line.start;
  }
  return { column: 0, content: '' };
}

/** A line where a key should be, without a colon that ends one. */
function withoutColon(text: string, at: number): SyntaxProblem {
  const start = at + text.slice(at, lineAt(text, at).end).search(/\S|$/);
  const span = restOfLine(text, start);
  if (/^-(?:\s|$)/.test(text.slice(start, span.end))) return { kind: 'list-among-keys', span: { start, end: start + 1 } };
  const glued = /^[\w./-]+:(?=[^\s:/])/.exec(text.slice(span.start, span.end));
  return glued ? { kind: 'missing-space', span: { start, end: start + glued[0].length } } : { kind: 'missing-colon', span };
}

/** A key inside a value: on its own line (`a: b: c`), or on a deeper line below (`a: b`, then `  c: d`). */
function colonInValue(text: string, start: number): SyntaxProblem {
  const span = restOfLine(text, start);
  if (/:(?:\s|$)/.test(text.slice(span.start, span.end)) || text[start] === '?') return { kind: 'nested-colon', span };
  for (let at = nextLineStart(text, start); at < text.length; at = nextLineStart(text, at)) {
    const line = lineAt(text, at);
    const content = text.slice(line.start, line.end);
    if (/^\s*(?:#|$)/.test(content)) continue;
    return { kind: 'deeper', span: firstWord(text, line.start + content.search(/\S/)) };
  }
  return { kind: 'nested-colon', span };
}

function unexpected({ text, ast }: ParsedYaml, start: number, end: number): SyntaxProblem {
  const char = text[start] ?? '';
  if (char === ']' || char === '}') return { kind: 'stray-bracket', span: { start, end: start + 1 } };
  if (char === ',') return { kind: 'comma', span: { start, end: start + 1 } };
  const line = lineAt(text, start);
  const before = text.slice(line.start, start).trimEnd();
  if (/[|>][-+\d]*$/.test(before)) return { kind: 'block-header', span: restOfLine(text, start) };
  if (char === '-' && before.endsWith(':')) return { kind: 'list-on-key-line', span: { start, end: start + 1 } };
  if (isSeq(ast.contents) && before === '') return { kind: 'list-among-keys', span: firstWord(text, start) };
  // Text at the top of the document: the keys below it cannot follow.
  if (isScalar(ast.contents) && ast.contents.type === 'PLAIN') return withoutColon(text, ast.contents.range[0]);
  return { kind: /["'\]}]$/.test(before) ? 'text-after' : 'other', span: { start, end: Math.max(start + 1, Math.min(end, line.end)) } };
}

/** The opening quote or bracket of what ends at an offset without being closed: the last one that opens before it. */
function opening({ ast, text }: ParsedYaml, before: number, openers: string): Span {
  let found = before;
  const visit = (node: unknown): void => {
    if (isPair(node)) {
      visit(node.key);
      visit(node.value);
    } else if (isScalar(node) || isCollection(node)) {
      const at = node.range?.[0] ?? before;
      const closer = { '[': ']', '{': '}', '"': '"', "'": "'" }[text[at] ?? ''];
      const closed = closer !== undefined && node.range != null && node.range[1] > at + 1 && text[node.range[1] - 1] === closer;
      if (at < before && openers.includes(text[at] ?? ' ') && !closed) found = at;
      if (isCollection(node)) node.items.forEach(visit);
    }
  };
  visit(ast.contents);
  return { start: found, end: found + 1 };
}

/** From an offset to the end of its line, without a comment or white space at the end. */
function restOfLine(text: string, start: number): Span {
  const { end } = lineAt(text, start);
  const rest = text.slice(start, end);
  const comment = /\s#/.exec(rest);
  return { start, end: start + (comment ? rest.slice(0, comment.index) : rest).trimEnd().length };
}

/** The word at an offset; a key without its colon. */
function firstWord(text: string, start: number): Span {
  const rest = text.slice(start, lineAt(text, start).end);
  const at = rest.length - rest.trimStart().length;
  const word = /^(?:"[^"]*"|'[^']*'|[^\s:]+|:)/.exec(rest.slice(at))?.[0] ?? '';
  return { start: start + at, end: start + at + word.length };
}
