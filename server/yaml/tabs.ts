import { isCollection, isPair, isScalar, type Document } from 'yaml';
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

/** Whether an offset of a document lies inside a flow collection or a quoted string. */
export function isInFlow(ast: Document, offset: number): boolean {
  let at: unknown = ast.contents;
  for (;;) {
    if (isScalar(at)) return at.type === 'QUOTE_DOUBLE' || at.type === 'QUOTE_SINGLE';
    if (!isCollection(at)) return false;
    if (at.flow) return true;
    const children = at.items.flatMap((item: unknown) => (isPair(item) ? [item.key, item.value] : [item]));
    at = children.find((child) => (isCollection(child) || isScalar(child)) && child.range != null && child.range[0] < offset && offset < child.range[1]);
  }
}
