import type { Place } from '../workspace.ts';
import { parseYamlFile } from '../yaml/parse.ts';
import { mapsAt, stringAt, textsAt } from '../yaml/read.ts';
import type { Cluster } from './wires/cluster.ts';

/**
 * Whether a file holds patches: parts of resources, where what is missing stands elsewhere. Its name or folder says so, the
 * kustomization beside it, or any of an indexed workspace.
 */
export function isPatch({ workspace, path }: Place): boolean {
  if (/(?:^|[^a-z])patch(?:es)?\/|(?:^|[^a-z])patch[^/]*$/i.test(path)) return true;
  const cluster = workspace.indexes?.get('kubernetes') as Cluster | undefined;
  if (cluster?.isPatch(path)) return true;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return kustomizationsBeside(path).some((kustomization) => {
    const text = workspace.read(kustomization);
    return typeof text === 'string' && patchesIn(text).some((patch) => patch.replace(/^\.\//, '') === name);
  });
}

/** What a kustomization's file may be called. */
export const kustomizationNames: readonly string[] = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** The files that may be the kustomization of a file's folder. */
export function kustomizationsBeside(path: string): readonly string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return kustomizationNames.map((name) => folder + name);
}

/** The files that a kustomization uses as patches. */
const patchesIn = remembering((kustomization: string): readonly string[] =>
  parseYamlFile(kustomization).documents.flatMap(({ source: { ast } }) => [
    ...textsAt(ast, ast.contents, ['patchesStrategicMerge']),
    ...mapsAt(ast, ast.contents, ['patches']).flatMap((patch) => stringAt(ast, patch, ['path']) ?? []),
  ]),
);

/** Remembers the latest answers of a function of a text. */
function remembering<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const remembered = known.get(text) ?? answer(text);
    known.delete(text);
    known.set(text, remembered);
    const oldest = known.size > 8 ? known.keys().next() : undefined;
    if (oldest && !oldest.done) known.delete(oldest.value);
    return remembered;
  };
}
