import type { Combination } from '../combination.ts';
import { replaceBy } from '../../../yaml/replace.ts';
import { has, keyAt, nodeIn, numberIn, spanAt, stringIn, textIn, type Place } from '../place.ts';
import { replaceNumber } from './containers.ts';

export const workloads: readonly Combination[] = [
  {
    // https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment
    id: 'no-way-to-roll',
    on: ['apps/RollingUpdateDeployment', 'apps/RollingUpdateDaemonSet'],
    message: {
      ko: '`maxSurge`와 `maxUnavailable`이 모두 0이면 새 Pod를 띄울 수도, 옛 Pod를 내릴 수도 없습니다. 하나를 1로 두세요.',
      en: '`maxSurge` and `maxUnavailable` are both 0: no Pod may start and none may stop. Set one of them to 1.',
    },
    check: (place) => {
      // Left out, a Deployment's values are 25%, a DaemonSet's 0 for maxSurge.
      const isDeployment = place.type.name === 'RollingUpdateDeployment';
      if (!isZero(place, 'maxUnavailable') || !(isZero(place, 'maxSurge') || (!isDeployment && !has(place, 'maxSurge')))) return undefined;
      if (!isDeployment) return { at: keyAt(place, 'maxUnavailable') };
      return { at: keyAt(place, 'maxSurge'), fix: () => replaceNumber(place, 'maxSurge', '1') };
    },
  },
  {
    // https://kubernetes.io/docs/tasks/manage-daemon/update-daemon-set/
    id: 'surge-and-unavailable',
    on: ['apps/RollingUpdateDaemonSet'],
    message: {
      ko: 'DaemonSet에서는 `maxSurge`와 `maxUnavailable` 가운데 하나가 0이어야 합니다.',
      en: 'In a DaemonSet one of `maxSurge` and `maxUnavailable` must be 0.',
    },
    check: (place) => {
      const isPositive = (field: string): boolean => textIn(place, field) !== undefined && !isZero(place, field);
      // Left out, maxUnavailable is 1.
      const isBlocked = isPositive('maxUnavailable') || !has(place, 'maxUnavailable');
      return isPositive('maxSurge') && isBlocked ? { at: keyAt(place, 'maxSurge'), whole: true } : undefined;
    },
  },
  {
    // https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy
    id: 'rolling-update-of-other',
    on: ['apps/DeploymentStrategy', 'apps/StatefulSetUpdateStrategy'],
    message: {
      ko: '`rollingUpdate`는 `type: RollingUpdate`일 때만 쓸 수 있습니다. 지우거나 `type`을 바꾸세요.',
      en: '`rollingUpdate` goes with `type: RollingUpdate` only. Drop it or change the `type`.',
    },
    check: (place) => {
      const type = stringIn(place, 'type');
      return (type === 'Recreate' || type === 'OnDelete') && has(place, 'rollingUpdate')
        ? { at: keyAt(place, 'rollingUpdate') }
        : undefined;
    },
  },
  {
    // https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#progress-deadline-seconds
    id: 'progress-deadline',
    on: ['apps/DeploymentSpec'],
    message: {
      ko: '`progressDeadlineSeconds`({deadline})는 `minReadySeconds`({ready})보다 커야 합니다.',
      en: '`progressDeadlineSeconds` ({deadline}) must be more than `minReadySeconds` ({ready}).',
    },
    check: (place) => {
      const deadline = has(place, 'progressDeadlineSeconds') ? numberIn(place, 'progressDeadlineSeconds') : 600;
      const ready = numberIn(place, 'minReadySeconds') ?? 0;
      if (deadline === undefined || ready <= 0 || deadline <= 0 || deadline > ready) return undefined;
      const field = has(place, 'progressDeadlineSeconds') ? 'progressDeadlineSeconds' : 'minReadySeconds';
      return { at: spanAt(place, nodeIn(place, field)), data: { deadline: String(deadline), ready: String(ready) } };
    },
  },
  {
    // https://kubernetes.io/docs/concepts/workloads/controllers/job/#completion-mode
    id: 'indexed-completions',
    on: ['batch/JobSpec'],
    message: {
      ko: '`completionMode: Indexed`에는 `completions`가 있어야 합니다.',
      en: '`completionMode: Indexed` needs `completions`.',
    },
    check: (place) =>
      textIn(place, 'completionMode') === 'Indexed' && !has(place, 'completions')
        ? { at: spanAt(place, nodeIn(place, 'completionMode')), whole: true }
        : undefined,
  },
  {
    // https://kubernetes.io/docs/concepts/workloads/controllers/job/#backoff-limit-per-index
    id: 'limit-per-index',
    on: ['batch/JobSpec'],
    message: {
      ko: '`backoffLimitPerIndex`는 `completionMode: Indexed`일 때만 쓸 수 있습니다.',
      en: '`backoffLimitPerIndex` goes with `completionMode: Indexed` only.',
    },
    check: (place) =>
      has(place, 'backoffLimitPerIndex') && (textIn(place, 'completionMode') ?? 'NonIndexed') === 'NonIndexed'
        ? { at: keyAt(place, 'backoffLimitPerIndex'), whole: true }
        : undefined,
  },
  {
    // https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-failure-policy
    id: 'failure-policy',
    on: ['batch/JobSpec'],
    message: {
      ko: '`podFailurePolicy`는 Pod 템플릿이 `restartPolicy: Never`일 때만 쓸 수 있습니다.',
      en: '`podFailurePolicy` needs a Pod template with `restartPolicy: Never`.',
    },
    check: (place) => {
      const node = nodeIn(place, 'template', 'spec', 'restartPolicy');
      return has(place, 'podFailurePolicy') && textIn(place, 'template', 'spec', 'restartPolicy') === 'OnFailure'
        ? { at: spanAt(place, node), fix: () => replaceBy(place.manifest.document, node, 'Never') }
        : undefined;
    },
  },
  {
    // https://kubernetes.io/docs/concepts/workloads/controllers/job/#specifying-your-own-pod-selector
    id: 'job-selector',
    on: ['batch/JobSpec'],
    message: {
      ko: 'Job의 `selector`는 API 서버가 만듭니다. 지우세요. 직접 정하려면 `manualSelector: true`가 필요합니다.',
      en: "The API server makes a Job's `selector`. Remove it; one of your own needs `manualSelector: true`.",
    },
    check: (place) => {
      if (textIn(place, 'manualSelector') === 'true' || place.parent?.type.name === 'JobTemplateSpec') return undefined;
      const labels = has(place, 'selector', 'matchLabels') || has(place, 'selector', 'matchExpressions');
      // Read back from a cluster it holds the server's own label, which is accepted as long as it fits.
      const own = ['batch.kubernetes.io/controller-uid', 'controller-uid'].some((key) => has(place, 'selector', 'matchLabels', key));
      return labels && !own ? { at: keyAt(place, 'selector') } : undefined;
    },
  },
  {
    // https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#time-zones
    id: 'time-zone-in-schedule',
    on: ['batch/CronJobSpec'],
    message: {
      ko: '`schedule`에는 `TZ`나 `CRON_TZ`를 쓸 수 없습니다. `timeZone` 필드에 시간대를 적으세요.',
      en: '`schedule` must not hold `TZ` or `CRON_TZ`. Write the time zone in the field `timeZone`.',
    },
    check: (place) =>
      /\bTZ=/.test(stringIn(place, 'schedule') ?? '') || (stringIn(place, 'schedule') ?? '').includes('CRON_TZ=')
        ? { at: spanAt(place, nodeIn(place, 'schedule')) }
        : undefined,
  },
];

function isZero(place: Place, field: string): boolean {
  return /^0+%?$/.test(textIn(place, field) ?? '');
}
