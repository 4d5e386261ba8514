import type { YAMLMap } from 'yaml';
import type { Path } from '../yaml/path.ts';
import { isEmpty, mapAt, mapsAt, nodeAt, stringAt, textAt } from '../yaml/read.ts';
import { groupOf, type Manifest } from './model.ts';

const template: Path = ['spec', 'template'];

/** Where each workload kind keeps the Pods it makes: the path to `metadata` and `spec` of a Pod, by API group and kind. */
const podPaths: Readonly<Record<string, Path>> = {
  '/Pod': [],
  '/ReplicationController': template,
  'apps/Deployment': template,
  'apps/ReplicaSet': template,
  'apps/StatefulSet': template,
  'apps/DaemonSet': template,
  'batch/Job': template,
  'batch/CronJob': ['spec', 'jobTemplate', 'spec', 'template'],
  // OpenShift's forerunner of the Deployment
  'apps.openshift.io/DeploymentConfig': template,
};

/** API groups in which workloads are meant: where the group was forgotten (`apiVersion: v1`), or is the first one they had. */
const meant: Readonly<Record<string, readonly string[]>> = { '': ['apps', 'batch'], extensions: ['apps'] };

/** A container of a workload. A sidecar is an init container that keeps running (`restartPolicy: Always`). */
export interface ContainerNode {
  readonly name: string | undefined;
  readonly node: YAMLMap;
  readonly role: 'main' | 'init' | 'sidecar';
}

/** Where the Pod lies in a manifest; `undefined` for what makes no Pods. */
export function podPath(manifest: Manifest): Path | undefined {
  const group = groupOf(manifest);
  const groups = [group, ...(Object.hasOwn(meant, group) ? (meant[group] ?? []) : [])];
  const key = groups.map((name) => `${name}/${manifest.kind}`).find((name) => Object.hasOwn(podPaths, name));
  return key === undefined ? undefined : podPaths[key];
}

/** The Pod's spec of a workload. */
export function podSpec(manifest: Manifest): YAMLMap | undefined {
  const path = podPath(manifest);
  return path && mapAt(manifest.document.source.ast, manifest.root, [...path, 'spec']);
}

/** The containers of a workload: the main ones, then the init containers. */
export function containersOf(manifest: Manifest): readonly ContainerNode[] {
  const spec = podSpec(manifest);
  const { ast } = manifest.document.source;
  const read = (field: string): readonly YAMLMap[] => mapsAt(ast, spec, [field]);
  const container = (node: YAMLMap, role: ContainerNode['role']): ContainerNode => ({ node, role, name: stringAt(ast, node, ['name']) });
  return [
    ...read('containers').map((node) => container(node, 'main')),
    ...read('initContainers').map((node) => container(node, stringAt(ast, node, ['restartPolicy']) === 'Always' ? 'sidecar' : 'init')),
  ];
}

/**
 * Whether the container is whole. One without an image belongs to a patch, or is still being written: what it lacks says nothing.
 */
export function isWhole({ document }: Manifest, { node }: ContainerNode): boolean {
  return !isEmpty(nodeAt(document.source.ast, node, ['image']));
}

/** Whether the Pods of a workload share a claimed volume that they may write: all of them have the same one. */
export function sharesVolume(manifest: Manifest): boolean {
  const { ast } = manifest.document.source;
  return mapsAt(ast, podSpec(manifest), ['volumes'])
    .flatMap((volume) => mapAt(ast, volume, ['persistentVolumeClaim']) ?? [])
    .some((claim) => textAt(ast, claim, ['readOnly']) !== 'true');
}
