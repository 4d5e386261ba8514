import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import { rangeOf } from '../text/span.ts';
import { spanOfNode } from '../yaml/parse.ts';
import { stringAt } from '../yaml/read.ts';
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
        name: manifest.name || manifest.kind || '?',
        detail: manifest.kind,
        kind: kindOf(manifest),
        range,
        selectionRange: range,
        children: containers(model, manifest),
      },
    ];
  });
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
