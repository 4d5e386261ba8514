import type { Violation } from '../../rule.ts';
import type { Cluster } from './cluster.ts';
import { mayMakePods } from './operators.ts';
import { chosenBy, nearMiss, podMakersAround, speaksOf } from './pods.ts';
import { seeAlso, spanOf, writeInstead } from './report.ts';
import type { Resource, Selection } from './types.ts';

/**
 * What to say of a selector that chooses no Pod of the workspace; `undefined` when it does choose some, or when nothing suggests that
 * its Pods should be here and the rule shall speak of sure things only. A rule that uses it has a variant `near` with `key`, `value`
 * and `resource`: what its label probably shall be.
 */
export function unchosen(cluster: Cluster, resource: Resource, selection: Selection, unsure: boolean): Violation | undefined {
  const { conditions, everywhere } = selection;
  if (conditions.length === 0 || chosenBy(cluster, resource, selection).length > 0) return undefined;
  const around = podMakersAround(cluster, everywhere ? undefined : resource.namespace);
  const miss = nearMiss(around, conditions);
  // Pods of other namespaces often are somebody else's.
  if (!miss && !unsure && (everywhere || !speaksOf(around, conditions))) return undefined;
  if (cluster.everything().some((placed) => mayMakePods(placed.resource, conditions))) return undefined;
  if (miss) {
    const { condition, value, candidate } = miss;
    return {
      at: spanOf(condition.mark),
      variant: 'near',
      data: { key: condition.key, value, resource: `${candidate.resource.kind}/${candidate.resource.name?.text ?? ''}` },
      related: [
        seeAlso(candidate, { ko: '그 레이블을 가진 것은 `{resource}`의 Pod입니다.', en: 'The Pods of `{resource}` have that label.' }),
      ],
      fix: () => writeInstead(condition.mark, value),
    };
  }
  return { at: spanOf(selection.mark) };
}
