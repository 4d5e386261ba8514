import { isCollection, isPair, isScalar, type Document } from 'yaml';
import type { Span } from '../text/span.ts';
import { lineAt } from '../text/lines.ts';

/**
 * Whether the template expressions of a document are nothing but text in strings or comments (as in Argo workflows, Prometheus alerts
 * or Compose's log tags), so that the document is YAML as it stands. An expression of Helm's is one even inside quotes.
 */
export function isLiteral(text: string, ast: Document.Parsed, expressions: readonly Span[]): boolean {
  if (expressions.length === 0) return true;
  if (ast.errors.length > 0 || expressions.some(({ start, end }) => isOfHelm(text.slice(start, end)))) return false;
  const strings = stringsIn(ast);
  let at = 0;
  let commentEnd = 0;
  return expressions.every(({ start }) => {
    while (at < strings.length && (strings[at]?.end ?? 0) <= start) at++;
    if ((strings[at]?.start ?? Infinity) < start || start < commentEnd) return true;
    const line = lineAt(text, start);
    commentEnd = /(?:^|[ \t])#/.test(text.slice(line.start, start)) ? line.end : 0;
    return commentEnd > 0;
  });
}

function isOfHelm(expression: string): boolean {
  return /\.(?:Values|Release|Chart|Capabilities|Files|Template)\b|\b(?:include|template|tpl|toYaml)\b/.test(expression);
}

/** The quoted and block scalars of a document, in order. */
function stringsIn(ast: Document.Parsed): readonly Span[] {
  const strings: Span[] = [];
  const collect = (node: unknown): void => {
    if (isPair(node)) {
      collect(node.key);
      collect(node.value);
    } else if (isCollection(node)) node.items.forEach(collect);
    else if (isScalar(node) && node.type !== 'PLAIN' && node.range) strings.push({ start: node.range[0], end: node.range[1] });
  };
  collect(ast.contents);
  return strings;
}
