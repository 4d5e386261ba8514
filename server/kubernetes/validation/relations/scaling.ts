import { nodeIn as at, has, keyAt, numberIn, spanAt, stringIn, type Place } from '../place.ts';
import type { Combination } from '../combination.ts';

/** The field in which each type of metric is described. */
const metricFields: Readonly<Record<string, string>> = {
  ContainerResource: 'containerResource',
  External: 'external',
  Object: 'object',
  Pods: 'pods',
  Resource: 'resource',
};

/** The field in which each type of target is given. */
const targetFields: Readonly<Record<string, string>> = { AverageValue: 'averageValue', Utilization: 'averageUtilization', Value: 'value' };

export const scaling: readonly Combination[] = [
  {
    // https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
    id: 'replica-bounds',
    on: ['autoscaling/HorizontalPodAutoscalerSpec'],
    message: {
      ko: '`minReplicas`({min})가 `maxReplicas`({max})보다 큽니다. 둘을 바꾸거나 맞추세요.',
      en: '`minReplicas` ({min}) is more than `maxReplicas` ({max}).',
    },
    check: (place) => {
      const min = has(place, 'minReplicas') ? numberIn(place, 'minReplicas') : 1;
      const max = numberIn(place, 'maxReplicas');
      if (min === undefined || max === undefined || max < 1 || min <= max) return undefined;
      return { at: spanAt(place, at(place, 'minReplicas')), data: { min: String(min), max: String(max) } };
    },
  },
  {
    // https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/
    id: 'metric-source',
    on: ['autoscaling/MetricSpec'],
    message: {
      ko: '`type: {type}` 지표는 `{field}` 필드에 적습니다.',
      en: 'A metric of `type: {type}` is described in the field `{field}`.',
    },
    check: (place) => mismatch(place, metricFields),
  },
  {
    // https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/
    id: 'metric-target',
    on: ['autoscaling/MetricTarget'],
    message: {
      ko: '`type: {type}` 목표는 `{field}` 필드에 적습니다.',
      en: 'A target of `type: {type}` is given in the field `{field}`.',
    },
    check: (place) => mismatch(place, targetFields),
  },
];

/** Whether the field that a type calls for is missing. */
function mismatch(place: Place, fields: Readonly<Record<string, string>>): ReturnType<Combination['check']> {
  const type = stringIn(place, 'type') ?? '';
  const field = Object.hasOwn(fields, type) ? fields[type] : undefined;
  if (field === undefined || has(place, field)) return undefined;
  // A misspelt field is reported as such.
  if ([...place.pairs.keys()].some((name) => !place.type.fields.has(name))) return undefined;
  return { at: keyAt(place, 'type'), data: { type, field }, whole: true };
}
