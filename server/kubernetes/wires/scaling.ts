import type { Cluster, Placed } from './cluster.ts';
import { plainCount, plainText } from './plain.ts';
import { seemToMeet, surelyMeet, type Standing } from './together.ts';
import type { KindKey, Resource } from './types.ts';

export const hpaKey: KindKey = 'autoscaling/HorizontalPodAutoscaler';

/** KEDA's own autoscaler; it makes a HorizontalPodAutoscaler in the cluster. */
const scaledObjectKey: KindKey = 'keda.sh/ScaledObject';

/** What sets the number of a workload's Pods. */
export interface Scaler {
  readonly placed: Placed;
  /** The fewest Pods that it leaves, at least 1: what is scaled to none is asleep. */
  readonly least: number;
  /** Whether the fewest are written, or left to the default. */
  readonly isWritten: boolean;
  /** Whether it is surely applied along with the workload. */
  readonly isSure: boolean;
}

/** The autoscalers that name a workload as their target. */
export function scalersOf(cluster: Cluster, workload: Standing): readonly Scaler[] {
  return [...cluster.all(hpaKey), ...cluster.all(scaledObjectKey)].flatMap((placed): Scaler[] => {
    if (!isTarget(placed.resource, workload.resource) || !seemToMeet(placed, workload)) return [];
    const field = placed.resource.key === hpaKey ? 'minReplicas' : 'minReplicaCount';
    const least = plainCount(placed.resource.object, ['spec', field]);
    return [{ placed, least: Math.max(1, least ?? 1), isWritten: least !== undefined, isSure: surelyMeet(placed, workload) }];
  });
}

function isTarget(scaler: Resource, { kind, name }: Resource): boolean {
  const target = ['spec', 'scaleTargetRef'];
  // KEDA means a Deployment where no kind is written.
  const wanted = plainText(scaler.object, [...target, 'kind']) ?? (scaler.key === hpaKey ? undefined : 'Deployment');
  return wanted === kind && name !== undefined && plainText(scaler.object, [...target, 'name']) === name.text;
}

/** The workloads that keep a number of Pods that is written in them. */
export const scalable: readonly KindKey[] = ['apps/Deployment', 'apps/StatefulSet', 'apps/ReplicaSet', '/ReplicationController'];

/** How many replicas are written; `undefined` where none are. */
export function writtenReplicas({ object }: Resource): number | undefined {
  return plainCount(object, ['spec', 'replicas']);
}
