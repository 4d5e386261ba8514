import { Lexer, type CST } from 'yaml';

/** Deepest nesting that is composed into nodes, which recurses: a text nested much deeper could bring the whole process down. */
const depthLimit = 200;

/** Whether a token of a text is nested too deeply to be composed. */
export function isTooDeep(token: CST.Token | null | undefined, depth = 0): boolean {
  if (!token) return false;
  if (depth > depthLimit) return true;
  if (token.type === 'document') return isTooDeep(token.value, depth + 1);
  if (!('items' in token)) return false;
  for (const { key, value } of token.items) if (isTooDeep(key, depth + 1) || isTooDeep(value, depth + 1)) return true;
  return false;
}

/** What the lexer gives before the text of a scalar. */
const scalarMark = '\u001f';

/**
 * Whether flow collections (`[`, `{`) are nested too deeply, told before the text is parsed: the parser takes seconds for a megabyte
 * of them, and the lexer stops at the first that is too deep.
 */
export function isFlowTooDeep(text: string): boolean {
  if (!mayBeDeep(text)) return false;
  let depth = 0;
  let before = '';
  for (const lexeme of new Lexer().lex(text)) {
    if (before !== scalarMark && (lexeme === '[' || lexeme === '{')) depth++;
    else if (before !== scalarMark && (lexeme === ']' || lexeme === '}')) depth--;
    if (depth > depthLimit + 1) return true;
    before = lexeme;
  }
  return false;
}

/** Whether so many brackets are open somewhere, whatever they are: in nearly every text they are not. */
function mayBeDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > depthLimit) return true;
  }
  return false;
}
