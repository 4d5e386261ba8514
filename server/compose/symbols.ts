import { isMap, isNode, isScalar, type Pair } from 'yaml';
import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import { rangeOf } from '../text/span.ts';
import { endOfValue } from '../yaml/layout.ts';
import { spanOfKey, type YamlDocument } from '../yaml/parse.ts';
import { keyOf } from '../yaml/path.ts';
import { resolve, stringAt } from '../yaml/read.ts';
import type { ComposeModel } from './model.ts';

const kinds: Readonly<Record<string, SymbolKind>> = {
  services: SymbolKind.Module,
  networks: SymbolKind.Interface,
  volumes: SymbolKind.File,
  configs: SymbolKind.Struct,
  secrets: SymbolKind.Key,
  models: SymbolKind.Object,
};

/** The outline: the sections at the top, what each declares, and the keys of services. */
export function symbols(model: ComposeModel): readonly DocumentSymbol[] {
  return model.file.documents.flatMap((document) => {
    const { contents } = document.source.ast;
    return isMap(contents) ? contents.items.flatMap((pair) => sectionSymbol(model, document, pair)) : [];
  });
}

function sectionSymbol(model: ComposeModel, document: YamlDocument, pair: Pair): readonly DocumentSymbol[] {
  const section = keyOf(pair) ?? '';
  const kind = Object.hasOwn(kinds, section) ? kinds[section] : undefined;
  const entries = kind !== undefined && isMap(pair.value) ? pair.value.items : [];
  const children = entries.flatMap((entry) => {
    const inner = section === 'services' && isMap(entry.value) ? entry.value.items : [];
    const keys = inner.flatMap((key) => symbolOf(model, document, key, SymbolKind.Property, scalarOf(key), []));
    return symbolOf(model, document, entry, kind ?? SymbolKind.Object, detailOf(document, entry), keys);
  });
  return symbolOf(model, document, pair, entries.length > 0 ? SymbolKind.Namespace : SymbolKind.Property, scalarOf(pair), children);
}

function symbolOf(
  model: ComposeModel,
  document: YamlDocument,
  pair: Pair,
  kind: SymbolKind,
  detail: string,
  children: DocumentSymbol[],
): DocumentSymbol[] {
  const name = keyOf(pair);
  const key = spanOfKey(document, pair);
  if (name === undefined || name === '' || !key) return [];
  const end = Math.max(key.end, document.span.start + (endOfValue(document, pair) ?? 0));
  const shown = detail === '' ? {} : { detail };
  return [
    {
      name,
      ...shown,
      kind,
      range: rangeOf(model.document, { start: key.start, end }),
      selectionRange: rangeOf(model.document, key),
      children,
    },
  ];
}

/** Longest value that is shown beside a name. */
const detailLimit = 60;

function scalarOf({ value }: Pair): string {
  const text = isScalar(value) && value.value != null ? (value.source ?? '') : '';
  return text.includes('\n') || text.length > detailLimit ? '' : text;
}

/** What is most telling of a service: its image, or what it is built from; of others their driver. */
function detailOf({ source: { ast } }: YamlDocument, { value }: Pair): string {
  const node = resolve(ast, value);
  if (!isNode(node)) return '';
  const read = (...path: string[]): string | undefined => stringAt(ast, node, path);
  const build = read('build') ?? read('build', 'context');
  return read('image') ?? (build === undefined ? (read('driver') ?? read('file') ?? '') : `build ${build}`);
}
