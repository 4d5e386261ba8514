import { isMap } from 'yaml';
import { nodeAt } from '../../yaml/read.ts';
import type { Place } from './place.ts';
import type { Problem } from './problem.ts';

/** The checks of other linters that mean what the walk found, by the type that holds it. */
const checks: Readonly<Record<string, (problem: Problem, place: Place) => readonly string[]>> = {
  'core/ContainerPort': ({ rule }) => {
    if (rule === 'required-fields' || rule === 'field-types') return ['kube-score:container-ports-check'];
    return rule === 'value-formats' ? ['kube-score:container-ports-check', 'kube-linter:invalid-target-ports'] : [];
  },
  'core/ServicePort': ({ rule, data }) =>
    rule === 'value-formats' && (data?.field ?? 'targetPort') === 'targetPort' ? ['kube-linter:invalid-target-ports'] : [],
  'core/TopologySpreadConstraint': () => ['kube-score:pod-topology-spread-constraints', 'polaris:topologySpreadConstraint'],
  'core/PodSpec': ({ rule, variant, data }, { manifest }) => {
    if (rule === 'known-fields' && data?.near === 'restartPolicy' && manifest.kind === 'CronJob')
      return ['kube-score:cronjob-restartpolicy'];
    return (variant === 'restart-always' && data?.policy === 'Never') || (rule === 'allowed-values' && data?.field === 'restartPolicy')
      ? ['kube-linter:restart-policy']
      : [];
  },
  'autoscaling/HorizontalPodAutoscalerSpec': ({ variant }) => (variant === 'replica-bounds' ? ['polaris:hpaMaxAvailability'] : []),
  'batch/JobSpec': ({ variant }, { manifest }) =>
    variant === 'restart-job'
      ? ['kube-linter:restart-policy', ...(manifest.kind === 'CronJob' ? ['kube-score:cronjob-restartpolicy'] : [])]
      : [],
  'meta/ObjectMeta': ({ rule, at }, place) => (rule === 'value-formats' && isInLabels(place, at.start) ? ['kube-score:label-values'] : []),
};

/** Every id that {@link equivalentsOf} may give to a rule's problems. */
export const equivalentsByRule = {
  'known-fields': ['kube-score:cronjob-restartpolicy'],
  'required-fields': ['kube-score:container-ports-check', 'kube-score:pod-topology-spread-constraints', 'polaris:topologySpreadConstraint'],
  'field-types': ['kube-score:container-ports-check', 'kube-score:pod-topology-spread-constraints', 'polaris:topologySpreadConstraint'],
  'allowed-values': ['kube-score:pod-topology-spread-constraints', 'polaris:topologySpreadConstraint', 'kube-linter:restart-policy'],
  'value-formats': [
    'kube-score:container-ports-check',
    'kube-linter:invalid-target-ports',
    'kube-score:label-values',
    'kube-score:pod-topology-spread-constraints',
    'polaris:topologySpreadConstraint',
  ],
  'field-combinations': ['polaris:hpaMaxAvailability', 'kube-linter:restart-policy', 'kube-score:cronjob-restartpolicy'],
} satisfies Partial<Record<Problem['rule'], readonly string[]>>;

/** The ids of other linters' checks that mean a problem found in an object; none for most, which those linters do not look at. */
export function equivalentsOf(place: Place, problem: Problem): readonly string[] {
  const { id } = place.type;
  const key = id.slice(0, id.indexOf('/')) + id.slice(id.lastIndexOf('/'));
  return (Object.hasOwn(checks, key) ? checks[key]?.(problem, place) : undefined) ?? [];
}

function isInLabels({ manifest, map }: Place, offset: number): boolean {
  const labels = nodeAt(manifest.document.source.ast, map, ['labels']);
  const start = offset - manifest.document.span.start;
  return isMap(labels) && labels.range != null && labels.range[0] <= start && start <= labels.range[1];
}
