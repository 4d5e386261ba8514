import type { YAMLMap } from 'yaml';
import type { Path } from '../yaml/path.ts';
import { mapAt, mapsAt, stringAt } from '../yaml/read.ts';
import type { Manifest } from './model.ts';

/** Where each workload kind keeps the Pods it makes: the path to `metadata` and `spec` of a Pod. */
const podPaths: Readonly<Record<string, Path>> = {
  Pod: [],
  Deployment: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

/** A container of a workload. */
export interface ContainerNode {
  readonly name: string | undefined;
  readonly node: YAMLMap;
  readonly role: 'main' | 'init';
}

/** Where the Pod lies in a manifest of this kind; `undefined` for kinds that make no Pods. */
export function podPath(kind: string): Path | undefined {
  return Object.hasOwn(podPaths, kind) ? podPaths[kind] : undefined;
}

/** The Pod's spec of a workload. */
export function podSpec(manifest: Manifest): YAMLMap | undefined {
  const path = podPath(manifest.kind);
  return path && mapAt(manifest.document.source.ast, manifest.root, [...path, 'spec']);
}

/** The containers of a workload: the main ones, then the init containers. */
export function containersOf(manifest: Manifest): readonly ContainerNode[] {
  const spec = podSpec(manifest);
  const { ast } = manifest.document.source;
  const read = (field: string, role: ContainerNode['role']): readonly ContainerNode[] => mapsAt(ast, spec, [field]).map((node) => ({ node, role, name: stringAt(ast, node, ['name']) }));
  return [...read('containers', 'main'), ...read('initContainers', 'init')];
}
