import type { Combination } from '../combination.ts';
import { has, itemsIn, keyAt, nodeIn, numberIn, spanAt, textIn, type Place } from '../place.ts';
import { integerOf, stringOf } from '../scalar-type.ts';

/** Operators that compare with `values`, and those that do not. */
const comparing: readonly string[] = ['In', 'NotIn'];
const existing: readonly string[] = ['Exists', 'DoesNotExist'];
const selectors = ['meta/LabelSelectorRequirement', 'core/NodeSelectorRequirement', 'core/ScopedResourceSelectorRequirement'];

export const scheduling: readonly Combination[] = [
  {
    // https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#set-based-requirement
    id: 'selector-needs-values',
    on: selectors,
    message: {
      ko: '`operator: {operator}`에는 `values`가 하나는 있어야 합니다.',
      en: '`operator: {operator}` needs at least one of `values`.',
    },
    check: (place) => {
      const operator = textIn(place, 'operator') ?? '';
      if (!comparing.includes(operator) || itemsIn(place, 'values').length > 0) return undefined;
      return { at: spanAt(place, nodeIn(place, 'operator')), data: { operator } };
    },
  },
  {
    // https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#set-based-requirement
    id: 'selector-takes-no-values',
    on: selectors,
    message: {
      ko: '`operator: {operator}`에는 `values`를 쓸 수 없습니다. 지우거나 `In`으로 바꾸세요.',
      en: '`operator: {operator}` takes no `values`. Drop them, or use `In`.',
    },
    check: (place) => {
      const operator = textIn(place, 'operator') ?? '';
      return existing.includes(operator) && itemsIn(place, 'values').length > 0
        ? { at: keyAt(place, 'values'), data: { operator } }
        : undefined;
    },
  },
  {
    // https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#operators
    id: 'selector-compares-one-number',
    on: ['core/NodeSelectorRequirement'],
    message: {
      ko: '`operator: {operator}`에는 정수 하나만 `values`에 적습니다.',
      en: '`operator: {operator}` takes exactly one whole number in `values`.',
    },
    check: (place) => {
      const operator = textIn(place, 'operator') ?? '';
      if (operator !== 'Gt' && operator !== 'Lt') return undefined;
      const [value, ...more] = itemsIn(place, 'values');
      if (value && more.length === 0 && (integerOf(value) !== undefined || /^-?\d+$|\$\{/.test(stringOf(value) ?? '${'))) return undefined;
      return { at: keyAt(place, 'values'), data: { operator } };
    },
  },
  {
    // https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
    id: 'toleration-value',
    on: ['core/Toleration'],
    message: {
      ko: '`operator: Exists`에는 `value`를 쓸 수 없습니다.',
      en: '`operator: Exists` takes no `value`.',
    },
    check: (place) =>
      textIn(place, 'operator') === 'Exists' && (textIn(place, 'value') ?? '') !== '' ? { at: keyAt(place, 'value') } : undefined,
  },
  {
    // https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
    id: 'toleration-key',
    on: ['core/Toleration'],
    message: {
      ko: '`key`가 없으면 `operator: Exists`여야 합니다. 모든 taint를 허용한다는 뜻입니다.',
      en: 'Without a `key` the `operator` must be `Exists`, which tolerates every taint.',
    },
    check: (place) => {
      const operator = textIn(place, 'operator');
      if ((textIn(place, 'key') ?? '') !== '' || operator === 'Exists') return undefined;
      if (has(place, 'key') && textIn(place, 'key') === undefined) return undefined;
      return { at: has(place, 'operator') ? keyAt(place, 'operator') : place.owner, whole: true };
    },
  },
  {
    // https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
    id: 'toleration-seconds',
    on: ['core/Toleration'],
    message: {
      ko: '`tolerationSeconds`는 `effect: NoExecute`일 때만 쓸 수 있습니다.',
      en: '`tolerationSeconds` goes with `effect: NoExecute` only.',
    },
    check: (place) =>
      has(place, 'tolerationSeconds') && textIn(place, 'effect') !== 'NoExecute' && !isUnknown(place, 'effect')
        ? { at: keyAt(place, 'tolerationSeconds'), whole: true }
        : undefined,
  },
  {
    // https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/#spread-constraint-definition
    id: 'min-domains',
    on: ['core/TopologySpreadConstraint'],
    message: {
      ko: '`minDomains`는 `whenUnsatisfiable: DoNotSchedule`일 때만 쓸 수 있습니다.',
      en: '`minDomains` goes with `whenUnsatisfiable: DoNotSchedule` only.',
    },
    check: (place) =>
      numberIn(place, 'minDomains') !== undefined && textIn(place, 'whenUnsatisfiable') === 'ScheduleAnyway'
        ? { at: keyAt(place, 'minDomains') }
        : undefined,
  },
];

/** Whether a field is written, but its text is filled in later. */
function isUnknown(place: Place, field: string): boolean {
  return has(place, field) && textIn(place, field) === undefined;
}
