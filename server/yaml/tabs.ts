import type { Document } from 'yaml';
import { isInFlow } from './path.ts';
import type { SyntaxProblem } from './syntax.ts';

/**
 * A line that begins with a tab and is otherwise blank or a comment: the parser passes over it, kubectl and Compose do not,
 * unless it lies inside brackets or quotes.
 */
export function tabProblem(text: string, ast: Document.Parsed): SyntaxProblem | undefined {
  for (const { index } of text.matchAll(/^\t[ \t]*(?:#|\r?$)/gm)) {
    if (!isInFlow(ast, index)) return { kind: 'tab', span: { start: index, end: index + 1 } };
  }
  return undefined;
}
