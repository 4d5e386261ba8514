import type { Condition } from './types.ts';

/** Whether labels meet a condition of a selector. An operator that does not exist is another matter: it is met. */
export function meets(
  { key, operator, values }: Pick<Condition, 'key' | 'operator' | 'values'>,
  labels: ReadonlyMap<string, string>,
): boolean {
  const label = labels.get(key);
  switch (operator) {
    case 'equals':
    case 'In':
      return label !== undefined && values.includes(label);
    case 'NotIn':
      return label === undefined || !values.includes(label);
    case 'Exists':
      return label !== undefined;
    case 'DoesNotExist':
      return label === undefined;
    default:
      return true;
  }
}

/** Whether labels meet every condition; no condition is met by all. */
export function selects(conditions: readonly Condition[], labels: ReadonlyMap<string, string>): boolean {
  return conditions.every((condition) => meets(condition, labels));
}

/**
 * Whether two resources may live in the same namespace. One that names none goes where whoever applies it says, which may be
 * anywhere: `kubectl -n`, or a kustomization.
 */
export function mayShare(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}
