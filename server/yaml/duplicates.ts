import { isCollection, isMap, isPair, isScalar, type Document } from 'yaml';
import { keyOf } from './path.ts';

/** A key that its map has already. */
export interface DuplicateKey {
  readonly key: string;
  /** Where the later one stands: offsets in the document. */
  readonly range: readonly [start: number, end: number];
}

/** The keys of a document that stand twice in one map, as texts: `1` and `"1"` are the same to kubectl and to Compose. */
export function duplicateKeys(ast: Document): readonly DuplicateKey[] {
  const found: DuplicateKey[] = [];
  const visit = (node: unknown): void => {
    if (isPair(node)) {
      visit(node.key);
      visit(node.value);
    } else if (isCollection(node)) {
      const seen = new Set<string>();
      for (const pair of isMap(node) ? node.items : []) {
        const key = keyOf(pair);
        if (key === undefined || !isScalar(pair.key) || !pair.key.range) continue;
        if (seen.has(key)) found.push({ key, range: [pair.key.range[0], pair.key.range[1]] });
        seen.add(key);
      }
      node.items.forEach(visit);
    }
  };
  visit(ast.contents);
  return found;
}
