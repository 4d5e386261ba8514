import { isMap, isSeq, type Document, type YAMLMap } from 'yaml';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { parseYamlFile, type ParsedYaml, type YamlDocument } from '../yaml/parse.ts';
import { resolve, nodeAt, stringAt } from '../yaml/read.ts';
import type { Path } from '../yaml/path.ts';
import type { KubernetesModel, Manifest } from './model.ts';

/** Parses a file with manifests. Documents without `apiVersion` and `kind` are passed over. */
export function parse(document: TextDocument, previous?: KubernetesModel): KubernetesModel {
  const file = parseYamlFile(document.getText(), previous?.file);
  let manifests: readonly Manifest[] | undefined;
  return {
    document,
    file,
    // Most questions are about one document: nobody needs the manifests of all after every keystroke.
    get manifests() {
      return (manifests ??= file.documents.flatMap(manifestsIn));
    },
  };
}

/** The manifests of one YAML document: itself, or the items of a `List`. */
export function manifestsIn(document: YamlDocument): readonly Manifest[] {
  let manifests = placed.get(document);
  if (!manifests) {
    manifests = contentsOf(document.source).map((content): Manifest => ({ ...content, document }));
    placed.set(document, manifests);
  }
  return manifests;
}

/** The manifests of a document where it stands; rules ask one after the other. */
const placed = new WeakMap<YamlDocument, readonly Manifest[]>();

/** What a document holds, wherever it stands. */
const known = new WeakMap<ParsedYaml, readonly Content[]>();

type Content = Omit<Manifest, 'document'>;

function contentsOf(source: ParsedYaml): readonly Content[] {
  let contents = known.get(source);
  if (!contents) known.set(source, (contents = readContents(source)));
  return contents;
}

function readContents({ ast }: ParsedYaml): readonly Content[] {
  const root = ast.contents;
  if (!isMap(root)) return [];
  const content = readContent(ast, root, []);
  if (!content) return [];
  const items = content.kind.endsWith('List') ? nodeAt(ast, root, ['items']) : undefined;
  if (!isSeq(items)) return [content];
  return items.items.flatMap((item, index) => {
    const node = resolve(ast, item);
    return (isMap(node) && readContent(ast, node, ['items', index])) || [];
  });
}

function readContent(ast: Document, root: YAMLMap, path: Path): Content | undefined {
  const apiVersion = stringAt(ast, root, ['apiVersion']);
  const kind = stringAt(ast, root, ['kind']);
  if (apiVersion === undefined || kind === undefined) return undefined;
  return {
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
