import type { Place } from '../workspace.ts';
import { parseYamlFile } from '../yaml/parse.ts';
import { mapsAt, stringAt, textsAt } from '../yaml/read.ts';

/**
 * Whether a file holds patches: parts of resources, where what is missing stands elsewhere. Its name or folder says so, or the
 * kustomization beside it.
 */
export function isPatch({ workspace, path }: Place): boolean {
  if (/(?:^|[^a-z])patch(?:es)?\/|(?:^|[^a-z])patch[^/]*$/i.test(path)) return true;
  const slash = path.lastIndexOf('/') + 1;
  return ['kustomization.yaml', 'kustomization.yml', 'Kustomization'].some((name) => {
    const text = workspace.read(path.slice(0, slash) + name);
    return typeof text === 'string' && patchesIn(text).some((patch) => patch.replace(/^\.\//, '') === path.slice(slash));
  });
}

/** The files that a kustomization uses as patches. */
function patchesIn(kustomization: string): readonly string[] {
  return parseYamlFile(kustomization).documents.flatMap(({ source: { ast } }) => [
    ...textsAt(ast, ast.contents, ['patchesStrategicMerge']),
    ...mapsAt(ast, ast.contents, ['patches']).flatMap((patch) => stringAt(ast, patch, ['path']) ?? []),
  ]);
}
