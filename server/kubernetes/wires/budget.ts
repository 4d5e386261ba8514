import { byKey } from './by-key.ts';
import type { Cluster, Placed } from './cluster.ts';
import { mayShare, selects } from './match.ts';
import { labelAskedFor, labelKey } from './pods.ts';
import { scalable, scalersOf, writtenReplicas, type Scaler } from './scaling.ts';
import { areSame, type Standing } from './together.ts';
import type { Condition, KindKey, Resource } from './types.ts';

export const budgetKey: KindKey = 'policy/PodDisruptionBudget';

const askingFor = byKey(({ selections }) => selections.map(({ conditions }) => labelAskedFor(conditions) ?? ''));

/** The budgets that choose a workload's Pods, of whatever namespace. */
export function budgetsOf(cluster: Cluster, { pods }: Resource): readonly Placed[] {
  const labels = pods?.labels ?? new Map<string, string>();
  const keys = ['', ...[...labels].map(([key, value]) => labelKey(key, value))];
  return keys
    .flatMap((key) => askingFor(cluster.all(budgetKey), key))
    .filter(({ resource }) => resource.selections.some(({ conditions }) => selects(conditions, labels)));
}

/** How many Pods a budget reckons with when there are the fewest. */
export interface Reckoned {
  readonly pods: number;
  /** A workload of those that are counted. */
  readonly workload: Placed;
  /** The autoscaler that may go down to so few, where one decides. */
  readonly scaler: Scaler | undefined;
}

/**
 * Counts the Pods that a budget chooses. `undefined` when that cannot be known: there are none, some are made by what keeps no number,
 * a patch or an environment may write another number, or none is written and `unsure` does not allow to take the default.
 */
export function reckon(cluster: Cluster, budget: Standing, conditions: readonly Condition[], unsure: boolean): Reckoned | undefined {
  const { namespace } = budget.resource;
  const isChosen = ({ resource }: Placed): boolean => mayShare(namespace, resource.namespace) && selects(conditions, labelsOf(resource));
  if (cluster.podMakers().some((placed) => !scalable.includes(placed.resource.key) && isChosen(placed))) return undefined;
  const chosen = scalable.flatMap((kind) => cluster.all(kind)).filter(isChosen);
  let pods = 0;
  let scaler: Scaler | undefined;
  const counted: Placed[] = [];
  for (const workload of chosen) {
    if (counted.some((other) => areSame(other, workload))) continue;
    counted.push(workload);
    const all = cluster.named(workload.resource.key, workload.resource.name?.text ?? '').filter((other) => areSame(other, workload));
    if (all.some(({ path }) => cluster.isPatch(path))) return undefined;
    const fewest = all.map((copy) => fewestOf(cluster, copy, unsure));
    let most: Fewest | undefined;
    for (const count of fewest) {
      if (!count) return undefined;
      if (!most || count.pods > most.pods) most = count;
    }
    pods += most?.pods ?? 0;
    scaler ??= most?.scaler;
  }
  const [workload] = counted;
  return workload && pods > 0 ? { pods, workload, scaler } : undefined;
}

type Fewest = Pick<Reckoned, 'pods' | 'scaler'>;

function fewestOf(cluster: Cluster, workload: Standing, unsure: boolean): Fewest | undefined {
  const scalers = scalersOf(cluster, workload);
  // Of the autoscalers of several environments the one that keeps the most.
  const scaler = [...scalers].sort((one, other) => other.least - one.least)[0];
  if (scaler) return { pods: scaler.least, scaler };
  const replicas = writtenReplicas(workload.resource) ?? (unsure ? 1 : undefined);
  return replicas === undefined ? undefined : { pods: replicas, scaler: undefined };
}

/** The labels of a workload's Pods; of one whose template is not written yet those that its selector demands. */
function labelsOf({ pods, selections }: Resource): ReadonlyMap<string, string> {
  if (pods) return pods.labels;
  const [own] = selections;
  return new Map(
    own?.conditions.flatMap(({ key, operator, values: [value] }) => (operator === 'equals' && value !== undefined ? [[key, value]] : [])),
  );
}
