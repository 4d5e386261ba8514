import { isScalar } from 'yaml';
import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import { rangeOf, type Span } from '../text/span.ts';
import { spanOfNode } from '../yaml/parse.ts';
import { nodeAt, stringAt } from '../yaml/read.ts';
import type { KubernetesModel, Manifest } from './model.ts';
import { containersOf } from './workload.ts';

/** The resources of a file, each with its containers. */
export function symbols(model: KubernetesModel): readonly DocumentSymbol[] {
  return model.manifests.flatMap((manifest): DocumentSymbol[] => {
    const span = spanOfNode(manifest.document, manifest.root);
    if (!span) return [];
    const range = rangeOf(model.document, span);
    return [
      {
        name: manifest.name ? `${manifest.kind}/${manifest.name}` : manifest.kind || '?',
        kind: kindOf(manifest),
        range,
        selectionRange: nameRange(model, manifest, span) ?? range,
        children: containers(model, manifest),
      },
    ];
  });
}

/** Where the name stands; `undefined` for one that an alias brings from elsewhere. */
function nameRange(model: KubernetesModel, { document, root }: Manifest, whole: Span): DocumentSymbol['range'] | undefined {
  const name = nodeAt(document.source.ast, root, ['metadata', 'name']);
  const span = isScalar(name) ? spanOfNode(document, name) : undefined;
  return span && span.start >= whole.start && span.end <= whole.end ? rangeOf(model.document, span) : undefined;
}

function containers(model: KubernetesModel, manifest: Manifest): DocumentSymbol[] {
  return containersOf(manifest).flatMap(({ name, node }): DocumentSymbol[] => {
    const span = spanOfNode(manifest.document, node);
    if (!span || name === undefined || name === '') return [];
    const range = rangeOf(model.document, span);
    const detail = stringAt(manifest.document.source.ast, node, ['image']) ?? '';
    return [{ name, detail, kind: SymbolKind.Object, range, selectionRange: range }];
  });
}

function kindOf({ kind }: Manifest): SymbolKind {
  return (Object.hasOwn(symbolKinds, kind) ? symbolKinds[kind] : undefined) ?? SymbolKind.Class;
}

const symbolKinds: Readonly<Record<string, SymbolKind>> = {
  Namespace: SymbolKind.Namespace,
  Service: SymbolKind.Interface,
  Ingress: SymbolKind.Event,
  ConfigMap: SymbolKind.Struct,
  Secret: SymbolKind.Key,
  PersistentVolumeClaim: SymbolKind.File,
};
