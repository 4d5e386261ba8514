import type { YAMLMap } from 'yaml';
import type { Model } from '../rule.ts';
import type { YamlDocument, YamlFile } from '../yaml/parse.ts';
import type { Path } from '../yaml/path.ts';

/** One resource in a file: a whole YAML document, or an item of a `List`. */
export interface Manifest {
  readonly document: YamlDocument;
  readonly root: YAMLMap;
  /** Where `root` stands in its document: empty, or `['items', n]`. */
  readonly path: Path;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
}

/** A file with Kubernetes manifests. */
export interface KubernetesModel extends Model {
  readonly file: YamlFile;
  readonly manifests: readonly Manifest[];
}

/** How a finding names the resource: `Deployment/web`. */
export function resourceOf({ kind, name }: Manifest): string {
  return `${kind}/${name ?? ''}`;
}

/** The API group of a manifest: empty for the core group. */
export function groupOf({ apiVersion }: Pick<Manifest, 'apiVersion'>): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}

/** Whether a manifest is of a kind of one of the groups, or of one whose group was forgotten (`apiVersion: v1`). */
export function isOfKind(manifest: Manifest, kind: string, ...groups: readonly string[]): boolean {
  return manifest.kind === kind && (groups.includes(groupOf(manifest)) || manifest.apiVersion === 'v1');
}
