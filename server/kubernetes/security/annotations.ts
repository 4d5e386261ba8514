import type { YAMLMap } from 'yaml';
import { mapAt, scalarsOf } from '../../yaml/read.ts';
import type { Manifest } from '../model.ts';
import { podPath } from '../workload.ts';

/** Before 1.30 annotations of the Pod, by container, said which AppArmor profile holds. */
export const apparmorPrefix = 'container.apparmor.security.beta.kubernetes.io/';

/** The `metadata` of the Pod that a manifest makes. */
export function podMetadata(manifest: Manifest): YAMLMap | undefined {
  const path = podPath(manifest);
  return path && mapAt(manifest.document.source.ast, manifest.root, [...path, 'metadata']);
}

/** The annotations of the Pod that a manifest makes. */
export function podAnnotations(manifest: Manifest): ReadonlyMap<string, string> {
  const { ast } = manifest.document.source;
  return scalarsOf(ast, mapAt(ast, podMetadata(manifest), ['annotations']));
}
