import { isMap, isScalar, isSeq, type Scalar } from 'yaml';
import { keyOf, type Path } from './path.ts';

/** Deepest nesting that is walked. */
const depthLimit = 100;

/** Visits every scalar that is a value, with its path. What aliases stand for is met where it is written only. */
export function walkScalars(node: unknown, visit: (scalar: Scalar, path: Path) => void, path: Path = []): void {
  if (path.length > depthLimit) return;
  if (isScalar(node)) visit(node, path);
  else if (isSeq(node)) node.items.forEach((item, index) => walkScalars(item, visit, [...path, index]));
  else if (isMap(node)) {
    for (const pair of node.items) {
      const key = keyOf(pair);
      if (key !== undefined) walkScalars(pair.value, visit, [...path, key]);
    }
  }
}
