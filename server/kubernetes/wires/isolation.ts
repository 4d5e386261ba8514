import type { Cluster, Placed } from './cluster.ts';
import { selects } from './match.ts';
import { plainList, plainTexts } from './plain.ts';
import { seemToMeet, type Standing } from './together.ts';
import type { KindKey, Resource } from './types.ts';

const policyKey: KindKey = 'networking.k8s.io/NetworkPolicy';

/** The way that traffic takes. */
export type Direction = 'Ingress' | 'Egress';

/** Policies of other projects that do the same, whose selectors are not known here. */
const foreign: readonly KindKey[] = [
  'cilium.io/CiliumNetworkPolicy',
  'cilium.io/CiliumClusterwideNetworkPolicy',
  'crd.projectcalico.org/NetworkPolicy',
  'crd.projectcalico.org/GlobalNetworkPolicy',
  'projectcalico.org/NetworkPolicy',
  'projectcalico.org/GlobalNetworkPolicy',
  'policy.networking.k8s.io/AdminNetworkPolicy',
  'policy.networking.k8s.io/BaselineAdminNetworkPolicy',
];

export function hasForeignPolicies(cluster: Cluster): boolean {
  return foreign.some((kind) => cluster.all(kind).length > 0);
}

/** The NetworkPolicies that choose a workload's Pods. */
export function policiesOf(cluster: Cluster, workload: Standing): readonly Placed[] {
  const labels = workload.resource.pods?.labels ?? new Map<string, string>();
  return cluster
    .all(policyKey)
    .filter(
      (policy) =>
        seemToMeet(policy, workload) &&
        policy.resource.selections.some(
          ({ place, conditions }) => place.endsWith('/NetworkPolicySpec#podSelector') && selects(conditions, labels),
        ),
    );
}

/** Whether a policy shuts a direction but for its rules. Without types each policy shuts ingress, and egress where it has rules for it. */
export function shuts({ object }: Resource, direction: Direction): boolean {
  const types = plainTexts(object, ['spec', 'policyTypes']);
  if (types.length > 0) return types.includes(direction);
  return direction === 'Ingress' || hasRules(object, direction);
}

/** Whether a policy lets anything through in a direction. */
export function opens({ object }: Resource, direction: Direction): boolean {
  return hasRules(object, direction);
}

function hasRules(object: unknown, direction: Direction): boolean {
  return plainList(object, ['spec', direction === 'Ingress' ? 'ingress' : 'egress']).length > 0;
}
