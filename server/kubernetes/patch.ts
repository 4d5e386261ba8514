import type { Place } from '../workspace.ts';
import { parseYamlFile } from '../yaml/parse.ts';
import { mapsAt, stringAt, textsAt } from '../yaml/read.ts';

/**
 * Whether a file holds patches: parts of resources, where what is missing stands elsewhere. Its name or folder says so, or the
 * kustomization beside it.
 */
export function isPatch({ workspace, path }: Place): boolean {
  if (/(?:^|[^a-z])patch(?:es)?\/|(?:^|[^a-z])patch[^/]*$/i.test(path)) return true;
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
function patchesIn(kustomization: string): readonly string[] {
  return parseYamlFile(kustomization).documents.flatMap(({ source: { ast } }) => [
    ...textsAt(ast, ast.contents, ['patchesStrategicMerge']),
    ...mapsAt(ast, ast.contents, ['patches']).flatMap((patch) => stringAt(ast, patch, ['path']) ?? []),
  ]);
}
