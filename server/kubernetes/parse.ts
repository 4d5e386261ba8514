import { isMap, isSeq, type YAMLMap } from 'yaml';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { parseYamlFile, type YamlDocument } from '../yaml/parse.ts';
import { resolve, nodeAt, stringAt } from '../yaml/read.ts';
import type { Path } from '../yaml/path.ts';
import type { KubernetesModel, Manifest } from './model.ts';

/** Parses a file with manifests. Documents without `apiVersion` and `kind` are passed over. */
export function parse(document: TextDocument, previous?: KubernetesModel): KubernetesModel {
  const file = parseYamlFile(document.getText(), previous?.file);
  return { document, file, manifests: file.documents.flatMap(manifestsIn) };
}

/** The manifests of one YAML document: itself, or the items of a `List`. */
export function manifestsIn(document: YamlDocument): readonly Manifest[] {
  const root = document.source.ast.contents;
  if (!isMap(root)) return [];
  const manifest = readManifest(document, root, []);
  if (!manifest) return [];
  const items = nodeAt(document.source.ast, root, ['items']);
  if (!manifest.kind.endsWith('List') || !isSeq(items)) return [manifest];
  return items.items.flatMap((item, index) => {
    const node = resolve(document.source.ast, item);
    return (isMap(node) && readManifest(document, node, ['items', index])) || [];
  });
}

function readManifest(document: YamlDocument, root: YAMLMap, path: Path): Manifest | undefined {
  const { ast } = document.source;
  const apiVersion = stringAt(ast, root, ['apiVersion']);
  const kind = stringAt(ast, root, ['kind']);
  if (apiVersion === undefined || kind === undefined) return undefined;
  return {
    document,
    root,
    path,
    apiVersion,
    kind,
    name: stringAt(ast, root, ['metadata', 'name']),
    namespace: stringAt(ast, root, ['metadata', 'namespace']),
  };
}

/**
 * Whether a YAML text looks like manifests: it has `apiVersion` and `kind` at the top level of a document, or one of them beside
 * `metadata`, which is a manifest still being written.
 */
export function looksLikeManifest(text: string): boolean {
  const has = (key: RegExp): boolean => key.test(text);
  const found = [/^\uFEFF?(["']?)apiVersion\1[ \t]*:/m, /^\uFEFF?(["']?)kind\1[ \t]*:/m, /^\uFEFF?(["']?)metadata\1[ \t]*:/m].filter(has);
  return found.length >= 2;
}

/** Whether a JSON text looks like a manifest: `apiVersion` and `kind` are keys of the outermost object. */
export function looksLikeJsonManifest(text: string): boolean {
  if (!/^\uFEFF?\s*\{/.test(text) || !text.includes('"apiVersion"') || !text.includes('"kind"')) return false;
  const missing = new Set(['apiVersion', 'kind']);
  let depth = 0;
  for (let at = 0; at < text.length && missing.size > 0; at++) {
    const character = text[at];
    if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    else if (character === '"') {
      const start = at + 1;
      for (at = start; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++;
      if (depth === 1 && isKey(text, at + 1)) missing.delete(text.slice(start, at));
    }
  }
  return missing.size === 0;
}

/** Whether a colon comes next. */
function isKey(text: string, from: number): boolean {
  let at = from;
  while (/[ \t\r\n]/.test(text[at] ?? '')) at++;
  return text[at] === ':';
}
