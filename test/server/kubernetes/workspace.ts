import { TextDocument } from 'vscode-languageserver-textdocument';
import { createIndexes, type MutableIndexes } from '../../../server/indexes.ts';
import { kubernetes } from '../../../server/kubernetes/language.ts';
import type { KubernetesModel } from '../../../server/kubernetes/model.ts';
import type { Cluster } from '../../../server/kubernetes/wires/cluster.ts';
import { createWorkspace, type Place } from '../../../server/workspace.ts';

/** An indexed workspace of manifests in memory. */
export interface ManifestWorkspace {
  readonly indexes: MutableIndexes;
  readonly cluster: Cluster;
  model(path: string): KubernetesModel;
  place(path: string): Place;
  /** Writes a file anew. Answers whether other files can see the difference. */
  write(path: string, text: string): boolean;
  remove(path: string): boolean;
}

/** Indexes files, by path. */
export function openManifests(files: Readonly<Record<string, string>>): ManifestWorkspace {
  const indexes = createIndexes([kubernetes]);
  const workspace = createWorkspace(Object.entries(files), 'missing', indexes);
  const models = new Map<string, KubernetesModel>();
  const write = (path: string, text: string): boolean => {
    workspace.write(path, text);
    const document = TextDocument.create(`file:///${path}`, '', 1, text);
    if (!kubernetes.recognises(document)) return indexes.update(path, undefined);
    const model = kubernetes.parse(document, models.get(path)) as KubernetesModel;
    models.set(path, model);
    return indexes.update(path, { language: kubernetes, model });
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  indexes.complete = true;
  return {
    indexes,
    cluster: indexes.get('kubernetes') as Cluster,
    model: (path) => {
      const model = models.get(path);
      if (!model) throw new Error(`no manifest ${path}`);
      return model;
    },
    place: (path) => ({ workspace, path }),
    write,
    remove: (path) => indexes.update(path, undefined),
  };
}
