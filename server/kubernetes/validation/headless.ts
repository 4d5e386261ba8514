import { isMap, isScalar, type YAMLMap } from 'yaml';
import type { Fix } from '../../rule.ts';
import type { Span } from '../../text/span.ts';
import { lineBreakOf } from '../../text/lines.ts';
import type { YamlDocument } from '../../yaml/parse.ts';
import { keyOf } from '../../yaml/path.ts';
import { isEmpty, pairsOf, resolve } from '../../yaml/read.ts';
import type { KubernetesSchema } from '../schema/schema.ts';
import type { Problem } from './problem.ts';
import { servedVersions } from './kinds.ts';
import { stringOf } from './scalar-type.ts';

/** A document of a file with manifests that does not say what it is: `apiVersion` or `kind` is missing. */
export function headlessProblem(document: YamlDocument, schema: KubernetesSchema): Problem | undefined {
  const root = document.source.ast.contents;
  if (!isMap(root)) return undefined;
  const { ast } = document.source;
  const pairs = pairsOf(ast, root);
  const valueOf = (field: string): Span | undefined => {
    const node = resolve(ast, pairs.get(field)?.value);
    return isScalar(node) && !isEmpty(node) && node.range ? { start: node.range[0], end: node.range[1] } : undefined;
  };
  const version = valueOf('apiVersion');
  const kind = valueOf('kind');
  if ((version && kind) || !(version || kind || pairs.has('metadata'))) return undefined;
  // Nothing else is there yet: it is being typed.
  if ([...pairs.keys()].every((key) => key === 'apiVersion' || key === 'kind')) return undefined;
  const kindName = stringOf(resolve(ast, pairs.get('kind')?.value));
  // Kustomize fills these in itself.
  if (kindName === 'Kustomization' || kindName === 'Component') return undefined;
  const metadata = pairs.get('metadata')?.key;
  const at = kind ?? version ?? (isScalar(metadata) && metadata.range ? { start: metadata.range[0], end: metadata.range[1] } : undefined);
  if (!at) return undefined;
  const missing = [...(version ? [] : ['apiVersion']), ...(kind ? [] : ['kind'])];
  const [wanted, ...others] = kindName === undefined ? [] : servedVersions(schema, kindName);
  return {
    rule: 'required-fields',
    equivalents: [],
    at,
    data: { fields: missing.map((field) => `\`${field}\``).join(', ') },
    fix: () => (wanted !== undefined && others.length === 0 && !version ? addVersion(document, root, wanted) : undefined),
  };
}

function addVersion(document: YamlDocument, root: YAMLMap, version: string): Fix | undefined {
  const [first] = root.items;
  if (root.flow || !first || !isScalar(first.key) || !first.key.range || keyOf(first) === undefined || root.anchor !== undefined)
    return undefined;
  // An `apiVersion` without a value is there to be filled in by hand.
  if (root.items.some((pair) => keyOf(pair) === 'apiVersion')) return undefined;
  const [start] = first.key.range;
  const line = document.source.text.lastIndexOf('\n', start - 1) + 1;
  if (document.source.text.slice(line, start).replace('\uFEFF', '') !== '') return undefined;
  const at = document.span.start + start;
  const newText = `apiVersion: ${version}${lineBreakOf(document.source.text)}`;
  return {
    title: { ko: `\`apiVersion: ${version}\` 넣기`, en: `Add \`apiVersion: ${version}\`` },
    edits: [{ span: { start: at, end: at }, newText }],
    isPreferred: true,
  };
}
