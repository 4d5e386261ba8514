import type { Localized } from '../../../locale.ts';

const pullPolicy: Readonly<Record<string, Localized>> = {
  Always: {
    ko: '컨테이너를 시작할 때마다 레지스트리에 물어봅니다. 바뀌지 않은 레이어는 다시 받지 않습니다.',
    en: 'Asks the registry at every start of the container; layers that did not change are not pulled again.',
  },
  IfNotPresent: { ko: '노드에 없을 때만 받습니다.', en: 'Pulled only if the node does not have it.' },
  Never: {
    ko: '받지 않습니다. 노드에 없으면 시작하지 못합니다.',
    en: 'Never pulled: without the image on the node the container does not start.',
  },
};

const toleranceEffect: Readonly<Record<string, Localized>> = {
  NoSchedule: {
    ko: '이 taint를 견디지 못하는 새 Pod는 노드에 놓이지 않습니다. 이미 있는 Pod는 그대로입니다.',
    en: 'New Pods that do not tolerate the taint stay off the node; running ones stay.',
  },
  PreferNoSchedule: { ko: '되도록 다른 노드에 놓습니다.', en: 'Other nodes are preferred.' },
  NoExecute: {
    ko: '새 Pod를 막고, 견디지 못하는 Pod는 실행 중이라도 내보냅니다.',
    en: 'Keeps new Pods away and evicts running ones that do not tolerate it.',
  },
};

const nodeOperator: Readonly<Record<string, Localized>> = {
  In: { ko: '레이블 값이 `values` 가운데 하나여야 합니다.', en: 'The label’s value is one of `values`.' },
  NotIn: {
    ko: '레이블 값이 `values`에 없거나 레이블이 없어야 합니다.',
    en: 'The label’s value is none of `values`, or there is no such label.',
  },
  Exists: { ko: '값과 상관없이 레이블이 있어야 합니다.', en: 'The label is there, whatever its value.' },
  DoesNotExist: { ko: '레이블이 없어야 합니다.', en: 'There is no such label.' },
  Gt: {
    ko: '레이블 값이 숫자로서 `values`의 수보다 커야 합니다.',
    en: 'The label’s value, as a number, is greater than the one in `values`.',
  },
  Lt: {
    ko: '레이블 값이 숫자로서 `values`의 수보다 작아야 합니다.',
    en: 'The label’s value, as a number, is less than the one in `values`.',
  },
};

const seccompOrAppArmor = (what: string): Readonly<Record<string, Localized>> => ({
  RuntimeDefault: { ko: `컨테이너 런타임의 기본 ${what} 프로파일을 씁니다.`, en: `The container runtime’s own ${what} profile.` },
  Localhost: {
    ko: `노드에 있는 프로파일을 씁니다. \`localhostProfile\`이 필요합니다.`,
    en: 'A profile that lies on the node; needs `localhostProfile`.',
  },
  Unconfined: {
    ko: `${what} 제한을 두지 않습니다. Pod Security의 baseline에서도 거부됩니다.`,
    en: `No ${what} limits; refused even by the baseline of Pod Security.`,
  },
});

/** What the values of fields in Pods mean, by type and field. Source: the API reference and the concept pages of kubernetes.io. */
export const podMeanings: Readonly<Record<string, Readonly<Record<string, Localized>>>> = {
  'Container#imagePullPolicy': pullPolicy,
  'EphemeralContainer#imagePullPolicy': pullPolicy,
  'ImageVolumeSource#pullPolicy': pullPolicy,
  'Container#terminationMessagePolicy': {
    File: {
      ko: '종료 메시지를 `terminationMessagePath` 파일에서만 읽습니다.',
      en: 'The termination message comes from the file at `terminationMessagePath` only.',
    },
    FallbackToLogsOnError: {
      ko: '파일이 비었고 오류로 끝났으면 로그의 마지막 부분을 씁니다.',
      en: 'If the file is empty and the container failed, the end of its log is taken.',
    },
  },
  'Container#restartPolicy': {
    Always: {
      ko: '초기화 컨테이너라면 사이드카가 됩니다. Pod가 끝날 때까지 함께 실행됩니다.',
      en: 'Makes an init container a sidecar that runs as long as the Pod.',
    },
  },
  'PodSpec#restartPolicy': {
    Always: {
      ko: '정상 종료(0)해도 다시 시작합니다. Deployment, StatefulSet, DaemonSet에서는 이것만 쓸 수 있습니다.',
      en: 'Started again even after exit code 0; the only choice in Deployment, StatefulSet and DaemonSet.',
    },
    OnFailure: {
      ko: '종료 코드가 0이 아닐 때만 같은 Pod 안에서 다시 시작합니다.',
      en: 'Started again, in the same Pod, only after an exit code other than 0.',
    },
    Never: {
      ko: '컨테이너를 다시 시작하지 않습니다. Job이라면 실패할 때 새 Pod를 만듭니다.',
      en: 'Containers are not started again; a Job makes a new Pod after a failure.',
    },
  },
  'PodSpec#dnsPolicy': {
    ClusterFirst: {
      ko: '클러스터 DNS에 먼저 묻습니다. 적지 않았을 때의 값이며, 이름과 달리 `Default`는 기본값이 아닙니다.',
      en: 'Asks the cluster’s DNS first. This is the default; `Default` is not, despite its name.',
    },
    ClusterFirstWithHostNet: {
      ko: '`hostNetwork: true`인 Pod가 클러스터 DNS를 쓰게 합니다.',
      en: 'Lets a Pod with `hostNetwork: true` use the cluster’s DNS.',
    },
    Default: {
      ko: '노드의 DNS 설정을 물려받습니다. Service 이름을 찾지 못합니다.',
      en: 'Takes the node’s DNS settings: names of Services are not found.',
    },
    None: { ko: '`dnsConfig`에 적은 것만 씁니다.', en: 'Only what `dnsConfig` says.' },
  },
  'PodSpec#preemptionPolicy': {
    PreemptLowerPriority: { ko: '자리가 없으면 우선순위가 낮은 Pod를 내보냅니다.', en: 'May evict Pods of lower priority to find room.' },
    Never: { ko: '대기열에서는 앞서지만 다른 Pod를 내보내지 않습니다.', en: 'Goes first in the queue but evicts nobody.' },
  },
  'PodSecurityContext#fsGroupChangePolicy': {
    Always: {
      ko: '볼륨을 마운트할 때마다 모든 파일의 소유 그룹을 바꿉니다. 파일이 많으면 시작이 느립니다.',
      en: 'Changes the group of all files at every mount: slow to start with many files.',
    },
    OnRootMismatch: {
      ko: '맨 위 디렉터리의 소유 그룹과 권한이 다를 때만 바꿉니다.',
      en: 'Only if the top directory’s group and mode differ.',
    },
  },
  'SeccompProfile#type': seccompOrAppArmor('seccomp'),
  'AppArmorProfile#type': seccompOrAppArmor('AppArmor'),
  'Toleration#effect': toleranceEffect,
  'Taint#effect': toleranceEffect,
  'Toleration#operator': {
    Exists: {
      ko: '값과 상관없이 그 키의 taint를 견딥니다. `key`까지 없으면 모든 taint를 견딥니다.',
      en: 'Tolerates the taint of that key whatever its value; without a `key`, every taint.',
    },
    Equal: { ko: '키와 `value`가 모두 같은 taint를 견딥니다.', en: 'Tolerates a taint with the same key and `value`.' },
  },
  'NodeSelectorRequirement#operator': nodeOperator,
  'LabelSelectorRequirement#operator': nodeOperator,
  'TopologySpreadConstraint#whenUnsatisfiable': {
    DoNotSchedule: { ko: '고르게 놓을 수 없으면 Pod가 Pending으로 남습니다.', en: 'If it cannot be spread, the Pod stays Pending.' },
    ScheduleAnyway: {
      ko: '고르게 놓을 수 없어도 되도록 덜 치우친 노드에 놓습니다.',
      en: 'Scheduled all the same, on a node that skews less if there is one.',
    },
  },
  'VolumeMount#mountPropagation': {
    None: {
      ko: '마운트한 뒤의 변화를 호스트와 컨테이너가 서로 보지 못합니다.',
      en: 'Host and container do not see each other’s later mounts.',
    },
    HostToContainer: { ko: '호스트가 나중에 마운트한 것이 컨테이너에 보입니다.', en: 'Later mounts of the host show up in the container.' },
    Bidirectional: {
      ko: '컨테이너의 마운트도 호스트로 나갑니다. `privileged` 컨테이너에서만 됩니다.',
      en: 'Mounts of the container reach the host too; only for `privileged` containers.',
    },
  },
  'HostPathVolumeSource#type': {
    '': { ko: '마운트하기 전에 아무것도 확인하지 않습니다.', en: 'Nothing is checked before the mount.' },
    Directory: { ko: '디렉터리가 이미 있어야 합니다.', en: 'A directory must be there.' },
    DirectoryOrCreate: { ko: '없으면 권한 0755의 빈 디렉터리를 만듭니다.', en: 'An empty directory (0755) is made if there is none.' },
    File: { ko: '파일이 이미 있어야 합니다.', en: 'A file must be there.' },
    FileOrCreate: {
      ko: '없으면 권한 0644의 빈 파일을 만듭니다. 위의 디렉터리는 만들지 않습니다.',
      en: 'An empty file (0644) is made if there is none, but not the directory above it.',
    },
    Socket: { ko: '유닉스 소켓이 이미 있어야 합니다.', en: 'A Unix socket must be there.' },
    CharDevice: { ko: '문자 장치가 이미 있어야 합니다.', en: 'A character device must be there.' },
    BlockDevice: { ko: '블록 장치가 이미 있어야 합니다.', en: 'A block device must be there.' },
  },
  'EmptyDirVolumeSource#medium': {
    '': { ko: '노드의 디스크에 둡니다.', en: 'On the node’s disk.' },
    Memory: {
      ko: '메모리(tmpfs)에 둡니다. 쓴 만큼 컨테이너의 메모리 한도에 듭니다.',
      en: 'In memory (tmpfs): what is written counts against the containers’ memory limits.',
    },
  },
  'Capabilities#drop': {
    ALL: {
      ko: '모든 Linux capability를 뺍니다. restricted가 요구하는 값입니다.',
      en: 'Drops every Linux capability, as the restricted level demands.',
    },
  },
  'Capabilities#add': {
    ALL: { ko: '모든 capability를 줍니다. `privileged`에 가깝습니다.', en: 'Gives every capability: close to `privileged`.' },
    NET_BIND_SERVICE: {
      ko: '1024 아래 포트를 엽니다. restricted에서도 허용되는 유일한 capability입니다.',
      en: 'Binds ports below 1024; the only one that the restricted level allows.',
    },
    NET_ADMIN: { ko: '네트워크 인터페이스, 라우팅, 방화벽을 바꿉니다.', en: 'Changes interfaces, routes and firewall rules.' },
    NET_RAW: { ko: 'ping처럼 raw 소켓을 씁니다.', en: 'Uses raw sockets, as ping does.' },
    SYS_ADMIN: { ko: '마운트를 비롯해 매우 많은 권한입니다. root나 다름없습니다.', en: 'Mounts and a great deal more: nearly root.' },
    SYS_PTRACE: { ko: '다른 프로세스를 들여다봅니다.', en: 'Looks into other processes.' },
    SYS_TIME: { ko: '시스템 시계를 바꿉니다.', en: 'Sets the system clock.' },
    CHOWN: { ko: '파일의 소유자를 바꿉니다.', en: 'Changes owners of files.' },
  },
};
