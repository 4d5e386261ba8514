import type { Document } from 'yaml';
import { flowSpans } from './relax.ts';
import type { SyntaxProblem } from './syntax.ts';

/**
 * A line that begins with a tab and is otherwise blank or a comment: the parser passes over it, kubectl and Compose do not,
 * unless it lies inside brackets or quotes.
 */
export function tabProblem(text: string, ast: Document): SyntaxProblem | undefined {
  let flows: ReturnType<typeof flowSpans> | undefined;
  let at = 0;
  for (const { index } of text.matchAll(/^\t[ \t]*(?:#|\r?$)/gm)) {
    flows ??= flowSpans(ast);
    while (at < flows.length && (flows[at]?.end ?? 0) <= index) at++;
    if (index < (flows[at]?.start ?? Infinity)) return { kind: 'tab', span: { start: index, end: index + 1 } };
  }
  return undefined;
}
