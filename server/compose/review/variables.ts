import { isMap, isNode, isScalar, isSeq, type Scalar } from 'yaml';
import type { Span } from '../../text/span.ts';
import { keyOf, type Path } from '../../yaml/path.ts';
import { nodeAt, pairsOf, resolve } from '../../yaml/read.ts';
import { parseAssignment } from '../values/environment.ts';
import type { Reviewed } from './service.ts';

/** A variable of a service, with a value that stands in the file. */
export interface Variable {
  readonly name: string;
  /** As YAML reads it; variables of Compose are not filled in. */
  readonly value: string;
  /** The scalar that holds the value: of a list also the name. */
  readonly node: Scalar;
  /** Where the name stands. */
  readonly nameAt: Span;
  /** Where the value stands in the file, without quotes; `undefined` where it is not written there letter by letter. */
  readonly valueAt: Span | undefined;
}

/** The variables at a path of a service (`environment`, `build.args`), in either form; those without a value are left out. */
export function variablesAt({ document, node }: Reviewed, path: Path): readonly Variable[] {
  const { ast, text } = document.source;
  const offset = document.span.start;
  const holder = nodeAt(ast, node, path);
  const found: Variable[] = [];
  if (isMap(holder)) {
    for (const [name, pair] of pairsOf(ast, holder)) {
      const value = resolve(ast, pair.value);
      if (!isScalar(value) || !value.range || value.value === null || value.tag !== undefined || !isNode(pair.key) || !pair.key.range) continue;
      const [start, end] = pair.key.range;
      const written = text.slice(value.range[0], value.range[1]);
      const inner = value.type === 'PLAIN' ? 0 : 1;
      found.push({
        name: keyOf(pair) ?? name,
        value: typeof value.value === 'string' ? value.value : (value.source ?? String(value.value)),
        node: value,
        nameAt: { start: offset + start, end: offset + end },
        valueAt:
          written.slice(inner, written.length - inner) === (value.source ?? value.value)
            ? { start: offset + value.range[0] + inner, end: offset + value.range[1] - inner }
            : undefined,
      });
    }
  } else if (isSeq(holder)) {
    for (const item of holder.items) {
      const scalar = resolve(ast, item);
      if (!isScalar(scalar) || typeof scalar.value !== 'string' || !scalar.range || scalar.tag !== undefined) continue;
      const { key, value } = parseAssignment(scalar.value);
      if (value === undefined) continue;
      const inner = scalar.type === 'PLAIN' ? 0 : 1;
      const start = scalar.range[0] + inner;
      const end = scalar.range[1] - inner;
      const isLiteral = text.slice(start, end) === scalar.value;
      found.push({
        name: key,
        value,
        node: scalar,
        nameAt: isLiteral
          ? { start: offset + start, end: offset + start + key.length }
          : { start: offset + scalar.range[0], end: offset + scalar.range[1] },
        valueAt: isLiteral ? { start: offset + start + key.length + 1, end: offset + end } : undefined,
      });
    }
  }
  return found;
}
