import { textOf } from '../../../yaml/read.ts';
import { isScalar } from 'yaml';
import { shortened } from '../judge-value.ts';
import type { Clash, Combination } from '../combination.ts';
import { replaceBy } from '../../../yaml/replace.ts';
import { enclosingPlace, entriesOf, fieldOf, has, itemsIn, keyAt, nodeIn, spanAt, stringIn, textIn } from '../place.ts';
import { integerOf, isPlaceholder, stringOf } from '../scalar-type.ts';

/** Workloads whose Pods always start again. */
const lasting: readonly string[] = ['DeploymentSpec', 'ReplicaSetSpec', 'StatefulSetSpec', 'DaemonSetSpec', 'ReplicationControllerSpec'];

export const pods: readonly Combination[] = [
  {
    // https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy
    id: 'restart-always',
    on: ['core/PodSpec'],
    message: {
      ko: '{kind}의 Pod는 항상 다시 시작합니다. `restartPolicy`를 `Always`로 바꾸거나 지우세요.',
      en: 'The Pods of a {kind} always restart. Set `restartPolicy` to `Always` or leave it out.',
    },
    check: (place) => {
      const policy = stringIn(place, 'restartPolicy');
      const owner = place.parent?.type.name === 'PodTemplateSpec' ? place.parent.parent : undefined;
      if (!owner || !lasting.includes(owner.type.name) || (policy !== 'Never' && policy !== 'OnFailure')) return undefined;
      const node = nodeIn(place, 'restartPolicy');
      const data = { kind: owner.type.name.replace(/Spec$/, ''), policy };
      return { at: spanAt(place, node), data, fix: () => replaceBy(place.manifest.document, node, 'Always') };
    },
  },
  {
    // https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-template
    id: 'restart-job',
    on: ['batch/JobSpec'],
    message: {
      ko: 'Job의 Pod에는 `restartPolicy: Never`나 `restartPolicy: OnFailure`를 적어야 합니다. 적지 않으면 `Always`가 되어 거부됩니다.',
      en: 'The Pods of a Job need `restartPolicy: Never` or `restartPolicy: OnFailure`. Left out it is `Always`, which is refused.',
    },
    check: (place) => {
      const template = enclosing(place);
      if (!template) return undefined;
      const policy = textIn(place, 'template', 'spec', 'restartPolicy');
      if (policy === 'Never' || policy === 'OnFailure' || (policy !== undefined && policy !== '' && policy !== 'Always')) return undefined;
      const node = nodeIn(place, 'template', 'spec', 'restartPolicy');
      if (isScalar(node) && isPlaceholder(node)) return undefined;
      // A misspelt field is said to be unknown.
      const fields = [...entriesOf(place, nodeIn(place, 'template', 'spec')).keys()];
      if (!node && fields.some((field) => field.toLowerCase() === 'restartpolicy')) return undefined;
      if (node) return { at: spanAt(place, node), fix: () => replaceBy(place.manifest.document, node, 'OnFailure') };
      return { at: keyAt(place, 'template', 'spec'), whole: true };
    },
  },
  {
    // https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#pod-template
    id: 'deadline',
    on: ['core/PodSpec'],
    message: {
      ko: '{kind}의 Pod에는 `activeDeadlineSeconds`를 쓸 수 없습니다. 계속 실행되어야 하기 때문입니다.',
      en: 'The Pods of a {kind} run for ever: `activeDeadlineSeconds` is not allowed.',
    },
    check: (place) => {
      const owner = place.parent?.type.name === 'PodTemplateSpec' ? place.parent.parent : undefined;
      if (!owner || !lasting.includes(owner.type.name) || !has(place, 'activeDeadlineSeconds')) return undefined;
      return { at: keyAt(place, 'activeDeadlineSeconds'), data: { kind: owner.type.name.replace(/Spec$/, '') } };
    },
  },
  {
    // https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports
    id: 'host-port',
    on: ['core/ContainerPort'],
    message: {
      ko: '`hostNetwork: true`이면 `hostPort`가 `containerPort`({port})와 같아야 합니다. 지우거나 같게 하세요.',
      en: 'With `hostNetwork: true` the `hostPort` must equal the `containerPort` ({port}). Make them equal or drop it.',
    },
    check: (place) => {
      const pod = enclosingPlace(place, 'PodSpec');
      const host = integerOf(nodeIn(place, 'hostPort'));
      const own = integerOf(nodeIn(place, 'containerPort'));
      if (!pod || textIn(pod, 'hostNetwork') !== 'true' || host === undefined || own === undefined || host === 0 || host === own)
        return undefined;
      return { at: spanAt(place, nodeIn(place, 'hostPort')), data: { port: String(own) } };
    },
  },
  {
    // https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#detailed-behavior
    id: 'container-name',
    rule: 'unique-entries',
    on: ['core/PodSpec'],
    message: {
      ko: '컨테이너 이름 `{value}`이(가) 이 Pod에 이미 있습니다. 초기화 컨테이너까지 모두 다른 이름이어야 합니다.',
      en: 'This Pod has a container called `{value}` already. All names differ, those of init containers included.',
    },
    check: (place) => {
      // Duplicates inside one list are found by its keys.
      const main = new Set(itemsIn(place, 'containers').map((container) => stringOf(fieldOf(place, container, 'name'))));
      return itemsIn(place, 'initContainers').flatMap((container): readonly Clash[] => {
        const node = fieldOf(place, container, 'name');
        const name = stringOf(node);
        return name !== undefined && name !== '' && main.has(name) ? [{ at: spanAt(place, node), data: { value: shortened(name) } }] : [];
      });
    },
  },
  {
    // https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-dns-policy
    id: 'dns-none',
    on: ['core/PodSpec'],
    message: {
      ko: '`dnsPolicy: None`이면 `dnsConfig.nameservers`에 네임서버를 하나는 적어야 합니다.',
      en: '`dnsPolicy: None` needs at least one name server in `dnsConfig.nameservers`.',
    },
    check: (place) =>
      textIn(place, 'dnsPolicy') === 'None' && itemsIn(place, 'dnsConfig', 'nameservers').length === 0
        ? { at: spanAt(place, nodeIn(place, 'dnsPolicy')), whole: true }
        : undefined,
  },
  {
    // https://kubernetes.io/docs/tasks/configure-pod-container/share-process-namespace/
    id: 'shared-processes',
    on: ['core/PodSpec'],
    message: {
      ko: '`shareProcessNamespace`와 `hostPID`는 함께 켤 수 없습니다.',
      en: '`shareProcessNamespace` and `hostPID` cannot both be on.',
    },
    check: (place) =>
      textIn(place, 'shareProcessNamespace') === 'true' && textIn(place, 'hostPID') === 'true'
        ? { at: keyAt(place, 'shareProcessNamespace') }
        : undefined,
  },
  {
    // https://kubernetes.io/docs/concepts/workloads/pods/ephemeral-containers/
    id: 'ephemeral',
    on: ['core/PodSpec'],
    message: {
      ko: '`ephemeralContainers`는 매니페스트에 적을 수 없습니다. 실행 중인 Pod에 `kubectl debug`로 넣으세요.',
      en: '`ephemeralContainers` cannot be written in a manifest. Add them to a running Pod with `kubectl debug`.',
    },
    check: (place) => (itemsIn(place, 'ephemeralContainers').length > 0 ? { at: keyAt(place, 'ephemeralContainers') } : undefined),
  },
  {
    // https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/
    id: 'sysctl',
    rule: 'unique-entries',
    on: ['core/PodSecurityContext'],
    message: {
      ko: 'sysctl `{value}`이(가) 이미 있습니다.',
      en: 'The sysctl `{value}` is set already.',
    },
    check: (place) => {
      const seen = new Set<string>();
      return itemsIn(place, 'sysctls').flatMap((sysctl): readonly Clash[] => {
        const node = fieldOf(place, sysctl, 'name');
        const name = isScalar(node) ? textOf(node) : undefined;
        if (name === undefined) return [];
        if (seen.has(name)) return [{ at: spanAt(place, node), data: { value: shortened(name) } }];
        seen.add(name);
        return [];
      });
    },
  },
];

/** Whether a Job has a template with a Pod in it: otherwise something else is missing. */
function enclosing(place: Parameters<Combination['check']>[0]): boolean {
  return has(place, 'template', 'spec') && has(place, 'template', 'spec', 'containers');
}
