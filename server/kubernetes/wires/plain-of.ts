import { isNode, type Document, type YAMLMap } from 'yaml';
import { keyOf, type Path } from '../../yaml/path.ts';
import { mapAt } from '../../yaml/read.ts';

/** How much plain data is kept of one resource, in characters of JSON. */
const plainLimit = 100_000;
/** The same of a CustomResourceDefinition, which is a schema. */
const definitionLimit = 2_000_000;

/** What is left out of the plain data: it is large, secret, or kept in another form. */
const leftOut: ReadonlySet<string> = new Set(['data', 'stringData', 'binaryData', 'status']);

/**
 * The manifest as plain data; `undefined` when it is too large or holds itself.
 * @param pod where the Pod lies in it, if it makes any
 */
export function plainOf(ast: Document, root: YAMLMap, kind: string, pod: Path | undefined): unknown {
  try {
    const plain: Record<string, unknown> = {};
    for (const pair of root.items) {
      const key = keyOf(pair);
      if (key === undefined || leftOut.has(key) || (key === 'spec' && pod !== undefined)) continue;
      plain[key] = isNode(pair.value) ? pair.value.toJS(ast, { maxAliasCount: 100 }) : null;
    }
    if (pod !== undefined && pod.length > 0) {
      const spec: Record<string, unknown> = {};
      for (const pair of mapAt(ast, root, ['spec'])?.items ?? []) {
        const key = keyOf(pair);
        if (key === undefined || key === 'template' || key === 'jobTemplate' || key === 'volumeClaimTemplates') continue;
        spec[key] = isNode(pair.value) ? pair.value.toJS(ast, { maxAliasCount: 100 }) : null;
      }
      plain['spec'] = spec;
    }
    // What does not become JSON holds itself, by an anchor inside of what it names.
    return JSON.stringify(plain).length < (kind === 'CustomResourceDefinition' ? definitionLimit : plainLimit) ? plain : undefined;
  } catch {
    return undefined; // too many aliases
  }
}
