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

/** Whether a YAML text looks like manifests: a document has `apiVersion` and `kind` at its top level. */
export function looksLikeManifest(text: string): boolean {
  return /^\uFEFF?(["']?)apiVersion\1[ \t]*:/m.test(text) && /^\uFEFF?(["']?)kind\1[ \t]*:/m.test(text);
}
