import { isScalar } from 'yaml';
import { nearestNames } from '../../../nearest.ts';
import { textOf } from '../../../yaml/read.ts';
import type { Clash, Combination } from '../combination.ts';
import { replaceBy } from '../../../yaml/replace.ts';
import { shortened } from '../judge-value.ts';
import { enclosingPlace, fieldOf, has, itemsIn, keyAt, nodeIn, numberIn, spanAt, stringIn, textIn, type Place } from '../place.ts';
import { stringOf } from '../scalar-type.ts';

const anyContainer = ['core/Container', 'core/EphemeralContainer'];

export const containers: readonly Combination[] = [
  {
    // https://kubernetes.io/docs/concepts/storage/volumes/
    id: 'unknown',
    rule: 'mounts-have-volumes',
    on: anyContainer,
    message: {
      ko: '`{volume}` 볼륨이 이 Pod에 없습니다. `volumes`에 같은 이름으로 넣으세요.',
      en: 'This Pod has no volume `{volume}`. Add it to `volumes` under the same name.',
    },
    check: (place) => missingVolumes(place).filter(({ near }) => near === undefined),
  },
  {
    id: 'near',
    rule: 'mounts-have-volumes',
    on: anyContainer,
    message: {
      ko: '`{volume}` 볼륨이 이 Pod에 없습니다. `{near}`을(를) 뜻하셨나요?',
      en: 'This Pod has no volume `{volume}`. Did you mean `{near}`?',
    },
    check: (place) => missingVolumes(place).filter(({ near }) => near !== undefined),
  },
  {
    // https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports
    id: 'port-name',
    rule: 'unique-entries',
    on: anyContainer,
    message: {
      ko: '포트 이름 `{value}`이(가) 이 컨테이너에 이미 있습니다. 다른 이름을 쓰세요.',
      en: 'This container has a port called `{value}` already. Choose another name.',
    },
    check: (place) => duplicates(place, itemsIn(place, 'ports'), 'name'),
  },
  {
    // https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/
    id: 'value-and-source',
    on: ['core/EnvVar'],
    message: {
      ko: '환경 변수 `{name}`에 `value`와 `valueFrom`을 함께 쓸 수 없습니다. 하나만 남기세요.',
      en: 'The variable `{name}` has both `value` and `valueFrom`. Keep one of them.',
    },
    check: (place) =>
      has(place, 'valueFrom') && (textIn(place, 'value') ?? '') !== ''
        ? { at: keyAt(place, 'valueFrom'), data: { name: shortened(textIn(place, 'name') ?? '') } }
        : undefined,
  },
  {
    // https://kubernetes.io/docs/concepts/workloads/pods/probes/#configure-probes
    id: 'success-threshold',
    on: ['core/Probe'],
    message: {
      ko: '`{probe}`의 `successThreshold`는 1이어야 합니다.',
      en: 'The `successThreshold` of a `{probe}` must be 1.',
    },
    check: (place) => {
      const node = nodeIn(place, 'successThreshold');
      const number = numberIn(place, 'successThreshold');
      if (place.field === 'readinessProbe' || number === undefined || number < 2) return undefined;
      const data = { probe: place.field ?? '' };
      return { at: spanAt(place, node), data, fix: () => replaceNumber(place, 'successThreshold', '1') };
    },
  },
  {
    // https://kubernetes.io/docs/concepts/workloads/pods/probes/#probe-level-terminationgraceperiodseconds
    id: 'readiness-grace',
    on: ['core/Probe'],
    message: {
      ko: '`readinessProbe`에는 `terminationGracePeriodSeconds`를 쓸 수 없습니다. 준비되지 않은 컨테이너는 종료되지 않습니다.',
      en: 'A `readinessProbe` must not set `terminationGracePeriodSeconds`: it ends no container.',
    },
    check: (place) =>
      place.field === 'readinessProbe' && has(place, 'terminationGracePeriodSeconds')
        ? { at: keyAt(place, 'terminationGracePeriodSeconds') }
        : undefined,
  },
  {
    // https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#differences-from-regular-containers
    id: 'init-probe',
    on: ['core/Container'],
    message: {
      ko: '초기화 컨테이너 `{container}`에는 `{field}`를 쓸 수 없습니다. 계속 실행되는 사이드카(`restartPolicy: Always`)에만 쓸 수 있습니다.',
      en: 'The init container `{container}` must not have a `{field}`. Only sidecars, which keep running (`restartPolicy: Always`), may.',
    },
    check: (place) => {
      if (place.field !== 'initContainers' || has(place, 'restartPolicy')) return undefined;
      return ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle']
        .filter((field) => has(place, field))
        .map((field) => ({ at: keyAt(place, field), data: { field, container: shortened(textIn(place, 'name') ?? '') } }));
    },
  },
  {
    // https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
    id: 'privileged-escalation',
    on: ['core/SecurityContext'],
    message: {
      ko: '`allowPrivilegeEscalation: false`는 `{with}`와 함께 쓸 수 없습니다. 특권이 있으면 권한 상승을 막을 수 없습니다.',
      en: '`allowPrivilegeEscalation: false` does not go with `{with}`, which allows the escalation.',
    },
    check: (place) => {
      if (textIn(place, 'allowPrivilegeEscalation') !== 'false') return undefined;
      const at = keyAt(place, 'allowPrivilegeEscalation');
      if (textIn(place, 'privileged') === 'true') return { at, data: { with: 'privileged: true' } };
      const isAdmin = itemsIn(place, 'capabilities', 'add').some((item) => stringOf(item) === 'CAP_SYS_ADMIN');
      return isAdmin ? { at, data: { with: 'CAP_SYS_ADMIN' } } : undefined;
    },
  },
  {
    // https://kubernetes.io/docs/reference/node/seccomp/
    id: 'localhost-profile',
    on: ['core/SeccompProfile', 'core/AppArmorProfile'],
    message: {
      ko: '`localhostProfile`은 `type: Localhost`일 때, 그리고 그때만 적습니다.',
      en: '`localhostProfile` goes with `type: Localhost`, and only with it.',
    },
    check: (place) => {
      const type = stringIn(place, 'type');
      if (type === undefined || (type === 'Localhost') === has(place, 'localhostProfile')) return undefined;
      return type === 'Localhost' ? { at: keyAt(place, 'type'), whole: true } : { at: keyAt(place, 'localhostProfile') };
    },
  },
  {
    // https://kubernetes.io/docs/concepts/storage/volumes/#mount-propagation
    id: 'propagation',
    on: ['core/VolumeMount'],
    message: {
      ko: '`mountPropagation: Bidirectional`은 특권 컨테이너(`privileged: true`)에서만 쓸 수 있습니다.',
      en: '`mountPropagation: Bidirectional` is for privileged containers only (`privileged: true`).',
    },
    check: (place) =>
      place.parent &&
      textIn(place, 'mountPropagation') === 'Bidirectional' &&
      textIn(place.parent, 'securityContext', 'privileged') !== 'true'
        ? { at: keyAt(place, 'mountPropagation'), whole: true }
        : undefined,
  },
  {
    // https://kubernetes.io/docs/concepts/storage/volumes/#recursive-read-only-mounts
    id: 'recursive-read-only',
    on: ['core/VolumeMount'],
    message: {
      ko: '`recursiveReadOnly`는 `readOnly: true`와 함께 씁니다.',
      en: '`recursiveReadOnly` needs `readOnly: true`.',
    },
    check: (place) =>
      ['Enabled', 'IfPossible'].includes(textIn(place, 'recursiveReadOnly') ?? '') && textIn(place, 'readOnly') !== 'true'
        ? { at: keyAt(place, 'recursiveReadOnly'), whole: true }
        : undefined,
  },
];

interface MissingVolume extends Clash {
  readonly near: string | undefined;
}

/** The mounts of a container whose volume neither the Pod nor the claim templates of a StatefulSet have. */
function missingVolumes(place: Place): readonly MissingVolume[] {
  const pod = enclosingPlace(place, 'PodSpec');
  if (!pod) return [];
  const set = enclosingPlace(pod, 'StatefulSetSpec');
  const names = [
    ...itemsIn(pod, 'volumes').map((volume) => fieldOf(pod, volume, 'name')),
    ...(set ? itemsIn(set, 'volumeClaimTemplates').map((claim) => fieldOf(set, fieldOf(set, claim, 'metadata'), 'name')) : []),
  ];
  const known = names.flatMap((name) => (isScalar(name) ? [textOf(name)] : []));
  return ['volumeMounts', 'volumeDevices'].flatMap((field) =>
    itemsIn(place, field).flatMap((mount): readonly MissingVolume[] => {
      const node = fieldOf(place, mount, 'name');
      const volume = stringOf(node);
      if (volume === undefined || volume === '' || known.includes(volume)) return [];
      const [near] = nearestNames(volume, known, 1);
      const data = { volume: shortened(volume), ...(near !== undefined && { near }) };
      const fix = (): ReturnType<typeof replaceBy> => (near === undefined ? undefined : replaceBy(place.manifest.document, node, near));
      return [{ at: spanAt(place, node), whole: true, near, data, fix }];
    }),
  );
}

/** Later items whose field says the same as that of an earlier one. */
export function duplicates(place: Place, items: ReturnType<typeof itemsIn>, field: string): readonly Clash[] {
  const seen = new Set<string>();
  return items.flatMap((item): readonly Clash[] => {
    const node = fieldOf(place, item, field);
    const text = stringOf(node);
    if (text === undefined || text === '') return [];
    if (seen.has(text)) return [{ at: spanAt(place, node), data: { value: shortened(text) } }];
    seen.add(text);
    return [];
  });
}

/** A fix that writes another number in a field. */
export function replaceNumber(place: Place, field: string, to: string): ReturnType<typeof replaceBy> {
  const fix = replaceBy(place.manifest.document, nodeIn(place, field), to);
  const [edit] = fix?.edits ?? [];
  return fix && edit && { ...fix, edits: [{ ...edit, newText: to }] };
}
