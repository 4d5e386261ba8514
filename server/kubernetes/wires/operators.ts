import { selects } from './match.ts';
import type { Condition, Resource } from './types.ts';

/** Kinds of operators that describe something else than what runs. */
const idle = /(?:Certificate|Gateway|Issuer|Monitor|Policy|Route|Rule|Secret|Service|Template)$/;

/** Deepest nesting that is walked. */
const depthLimit = 12;

/**
 * Whether a resource of a kind that is not built in carries the labels that a selector asks for, its own or for what it makes. Then an
 * operator probably makes the Pods: a `Prometheus`, a `Rollout`, a database cluster.
 */
export function mayMakePods({ key, kind, pods, labels, object }: Resource, conditions: readonly Condition[]): boolean {
  const group = key.slice(0, key.indexOf('/'));
  if (pods || !group.includes('.') || group.endsWith('.k8s.io') || idle.test(kind)) return false;
  return selects(conditions, labels) || holdsLabels(object, conditions, 0);
}

function holdsLabels(data: unknown, conditions: readonly Condition[], depth: number): boolean {
  if (typeof data !== 'object' || data === null || depth > depthLimit) return false;
  return Object.entries(data).some(
    ([key, value]: [string, unknown]) =>
      (key === 'labels' && selects(conditions, textsIn(value))) || holdsLabels(value, conditions, depth + 1),
  );
}

function textsIn(value: unknown): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  if (typeof value !== 'object' || value === null) return texts;
  for (const [key, text] of Object.entries(value)) if (typeof text === 'string') texts.set(key, text);
  return texts;
}
