import type { Cluster, Placed } from './cluster.ts';
import { mayShare } from './match.ts';

/** A resource and its file. */
export type Standing = Pick<Placed, 'resource' | 'path'>;

/**
 * Whether two resources surely meet in one namespace: both name the same, or none and stand in one file. In a folder of examples, or
 * of several environments, resources without a namespace may never meet.
 */
export function surelyMeet(one: Standing, other: Standing): boolean {
  const { namespace } = one.resource;
  return namespace === other.resource.namespace && (namespace !== undefined || one.path === other.path);
}

/**
 * Whether one resource would be thought to work on the other. Within one file namespaces are taken as they are written: who names one
 * here and none there means two. Elsewhere one that is not written may be any.
 */
export function seemToMeet(one: Standing, other: Standing): boolean {
  const namespaces = [one.resource.namespace, other.resource.namespace] as const;
  return one.path === other.path ? namespaces[0] === namespaces[1] : mayShare(...namespaces);
}

/** Whether two manifests describe the same resource, as a base and an environment's copy do. Of such only one is ever in force. */
export function areSame({ resource: one }: Standing, { resource: other }: Standing): boolean {
  return one.key === other.key && one.name?.text === other.name?.text && mayShare(one.namespace, other.namespace);
}

/** Whether a resource stands before another: by file, then by place. Of two that clash the second is the one to speak about. */
function standsBefore(one: Placed, other: Placed): boolean {
  if (one.path !== other.path) return one.path < other.path;
  return one.line !== other.line ? one.line < other.line : one.resource.mark.start < other.resource.mark.start;
}

/** Whether a resource stands after another one that it clashes with: of the two the later one is spoken about, once. */
export function standsAfter(cluster: Cluster, own: Standing, other: Placed): boolean {
  const placed = cluster.all(own.resource.key).find((candidate) => candidate.path === own.path && areSame(candidate, own));
  return placed !== undefined && standsBefore(other, placed);
}
