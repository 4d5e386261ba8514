import type { Cluster, Placed } from './cluster.ts';
import { mayShare, selects } from './match.ts';
import { nearestTo } from './report.ts';
import type { Condition, Resource, Selection } from './types.ts';

/** The resources whose Pods may live where a resource of a namespace looks. */
export function podMakersAround(cluster: Cluster, namespace: string | undefined): readonly Placed[] {
  return cluster.podMakers().filter(({ resource }) => mayShare(namespace, resource.namespace));
}

/** The resources whose Pods a selector chooses. */
export function chosenBy(cluster: Cluster, { namespace }: Resource, { conditions, everywhere }: Selection): readonly Placed[] {
  return podMakersWith(cluster, conditions).filter(
    ({ resource }) => (everywhere || mayShare(namespace, resource.namespace)) && selects(conditions, resource.pods?.labels ?? none),
  );
}

/** The resources whose Pods have the first label that a selector asks for; all where it asks for none by its value. Few are left to look at. */
export function podMakersWith(cluster: Cluster, conditions: readonly Condition[]): readonly Placed[] {
  const equality = equalityOf(conditions);
  return equality ? cluster.podMakersWith(equality.key, equality.values[0] ?? '') : cluster.podMakers();
}

/** The first label that conditions ask for by its value, as {@link labelKey} writes it. */
export function labelAskedFor(conditions: readonly Condition[]): string | undefined {
  const equality = equalityOf(conditions);
  return equality && labelKey(equality.key, equality.values[0] ?? '');
}

function equalityOf(conditions: readonly Condition[]): Condition | undefined {
  return conditions.find(({ operator }) => operator === 'equals');
}

/** A label as a text to look it up by. */
export function labelKey(key: string, value: string): string {
  return `${key}=${value}`;
}

const none: ReadonlyMap<string, string> = new Map();

/** What a selector that chooses nothing nearly chose: the one condition that fails, and the value that would meet it. */
export interface NearMiss {
  readonly condition: Condition;
  readonly value: string;
  readonly candidate: Placed;
}

/** The labels that a selector looks at: those of a resource's Pods, or its own. */
export type LabelsOf = (resource: Resource) => ReadonlyMap<string, string>;

const labelsOfPods: LabelsOf = ({ pods }) => pods?.labels ?? none;

/** Looks for Pods that meet every condition of a selector but one, whose label has nearly the value that is asked for. */
export function nearMiss(
  candidates: readonly Placed[],
  conditions: readonly Condition[],
  labelsOf: LabelsOf = labelsOfPods,
): NearMiss | undefined {
  for (const candidate of candidates) {
    const labels = labelsOf(candidate.resource);
    const failing = conditions.filter((condition) => !selects([condition], labels));
    const [condition] = failing;
    const has = condition && labels.get(condition.key);
    const asked = condition?.values[0];
    if (!condition || failing.length !== 1 || condition.operator !== 'equals' || has === undefined || asked === undefined) continue;
    // Where all other labels agree, this one is meant too; alone it must be like the one that is there.
    const isMeant = conditions.length > 1 || asked.startsWith(has) || has.startsWith(asked) || nearestTo(asked, [has]) !== undefined;
    if (isMeant) return { condition, value: has, candidate };
  }
  return undefined;
}

/** Whether any of the candidates' Pods has a label with a key that the conditions name: then whoever wrote them means these Pods. */
export function speaksOf(candidates: readonly Placed[], conditions: readonly Condition[], labelsOf: LabelsOf = labelsOfPods): boolean {
  return candidates.some(({ resource }) => conditions.some(({ key }) => labelsOf(resource).has(key)));
}
