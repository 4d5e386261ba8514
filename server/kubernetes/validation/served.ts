import type { KubernetesSchema } from '../schema/schema.ts';
import type { Replacement, ResourceKind } from '../schema/types.ts';

/** Whether a Kubernetes version serves a kind. */
export type ServedState = 'served' | 'deprecated' | 'removed' | 'not-yet';

/**
 * How a Kubernetes version sees a kind.
 * @param version such as `1.31`; empty for the newest version that is known
 */
export function servedState(schema: KubernetesSchema, kind: ResourceKind, version: string): ServedState {
  const wanted = minorOf(version);
  const now = wanted ?? minorOf(schema.version()) ?? Infinity;
  const { since, deprecatedIn, removedIn, removed } = kind;
  if (wanted !== undefined && since !== undefined && wanted < (minorOf(since) ?? 0)) return 'not-yet';
  const end = minorOf(removedIn);
  if (end === undefined ? removed && now >= (minorOf(schema.version()) ?? 0) : now >= end) {
    // What is installed into a cluster has versions of its own: it may still have an earlier one.
    return kind.addOn ? 'deprecated' : 'removed';
  }
  const start = minorOf(deprecatedIn);
  return start !== undefined && now >= start ? 'deprecated' : 'served';
}

/** What to write instead of a kind, if that is served by the version. */
export function replacementOf(schema: KubernetesSchema, { replacement }: ResourceKind, version: string): Replacement | undefined {
  const kind = replacement && schema.resourceKind(replacement.apiVersion, replacement.kind);
  if (!replacement || (kind && servedState(schema, kind, version) === 'not-yet')) return undefined;
  return replacement;
}

/** The second number of a version of Kubernetes, whose first is 1. */
function minorOf(version: string | undefined): number | undefined {
  const minor = /^v?1\.(\d{1,3})(?:\.\d{1,3})?$/.exec(version ?? '')?.[1];
  return minor === undefined ? undefined : Number(minor);
}
