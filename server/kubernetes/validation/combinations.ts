import type { Localized } from '../../locale.ts';
import type { Clash, Combination } from './combination.ts';
import { problem, type Place } from './place.ts';
import type { Problem } from './problem.ts';
import { access } from './relations/access.ts';
import { configuration } from './relations/configuration.ts';
import { containers } from './relations/containers.ts';
import { networking } from './relations/networking.ts';
import { oneOf } from './relations/one-of.ts';
import { pods } from './relations/pods.ts';
import { resources } from './relations/resources.ts';
import { scaling } from './relations/scaling.ts';
import { scheduling } from './relations/scheduling.ts';
import { services } from './relations/services.ts';
import { storage } from './relations/storage.ts';
import { workloads } from './relations/workloads.ts';
import { groupAndName } from './type-name.ts';

const combinations: readonly Combination[] = [
  ...oneOf,
  ...access,
  ...configuration,
  ...containers,
  ...networking,
  ...pods,
  ...resources,
  ...scaling,
  ...scheduling,
  ...services,
  ...storage,
  ...workloads,
];

const byType = new Map<string, Combination[]>();
for (const combination of combinations) for (const type of combination.on) byType.set(type, [...(byType.get(type) ?? []), combination]);

/** Reports fields of an object that do not go together. */
export function combinationProblems(place: Place): void {
  for (const { id, rule = 'field-combinations', check } of byType.get(groupAndName(place.type.id)) ?? []) {
    const found = check(place);
    const clashes: readonly Clash[] = found === undefined ? [] : isList(found) ? found : [found];
    for (const { whole, ...clash } of clashes) place.report(problem(rule, { ...clash, variant: id }, whole));
  }
}

/** The messages of a rule's combinations by id: the rule's variants. */
export function combinationMessages(rule: Problem['rule']): Readonly<Record<string, Localized>> {
  return Object.fromEntries(
    combinations.filter((combination) => (combination.rule ?? 'field-combinations') === rule).map(({ id, message }) => [id, message]),
  );
}

function isList(found: Clash | readonly Clash[]): found is readonly Clash[] {
  return Array.isArray(found);
}
