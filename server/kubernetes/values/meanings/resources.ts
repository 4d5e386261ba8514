import type { Localized } from '../../../locale.ts';

const accessModes: Readonly<Record<string, Localized>> = {
  ReadWriteOnce: {
    ko: '`RWO`: 노드 하나가 읽고 씁니다. 같은 노드의 Pod 여럿은 함께 쓸 수 있습니다.',
    en: '`RWO`: read and written by one node; several Pods on that node may share it.',
  },
  ReadOnlyMany: { ko: '`ROX`: 여러 노드가 읽기만 합니다.', en: '`ROX`: read by many nodes, written by none.' },
  ReadWriteMany: {
    ko: '`RWX`: 여러 노드가 읽고 씁니다. NFS 같은 공유 저장소여야 합니다.',
    en: '`RWX`: read and written by many nodes; takes shared storage such as NFS.',
  },
  ReadWriteOncePod: {
    ko: '`RWOP`: 클러스터에서 Pod 하나만 읽고 씁니다. CSI 볼륨에서만 됩니다.',
    en: '`RWOP`: by one single Pod in the cluster; CSI volumes only.',
  },
};

const reclaim = {
  Retain: {
    ko: 'PVC를 지워도 PV와 데이터가 남습니다. 사람이 정리해야 합니다.',
    en: 'PV and data stay when the claim is deleted; someone has to clean up.',
  },
  Delete: { ko: 'PVC를 지우면 PV와 저장소의 데이터도 지웁니다.', en: 'Deleting the claim deletes the PV and the data in the storage.' },
  Recycle: { ko: '폐기된 방식입니다. 동적 프로비저닝을 쓰세요.', en: 'Deprecated: use dynamic provisioning.' },
} satisfies Record<string, Localized>;

const volumeMode: Readonly<Record<string, Localized>> = {
  Filesystem: { ko: '파일 시스템으로 마운트합니다.', en: 'Mounted as a file system.' },
  Block: {
    ko: '파일 시스템 없이 블록 장치로 넘깁니다. `volumeDevices`로 붙입니다.',
    en: 'Handed over as a block device, attached through `volumeDevices`.',
  },
};

const onDelete: Localized = { ko: 'Pod를 손으로 지워야 새 버전으로 바뀝니다.', en: 'A Pod gets the new version only when you delete it.' };

const preemption: Readonly<Record<string, Localized>> = {
  PreemptLowerPriority: { ko: '자리가 없으면 우선순위가 낮은 Pod를 내보냅니다.', en: 'May evict Pods of lower priority to find room.' },
  Never: { ko: '대기열에서는 앞서지만 다른 Pod를 내보내지 않습니다.', en: 'Goes first in the queue but evicts nobody.' },
};

const protocols: Readonly<Record<string, Localized>> = {
  TCP: { ko: '적지 않았을 때의 값입니다. HTTP와 gRPC도 TCP입니다.', en: 'The default; HTTP and gRPC are TCP too.' },
};

/** What the values of fields outside of Pods mean, by type and field. Source: the API reference and the concept pages of kubernetes.io. */
export const resourceMeanings: Readonly<Record<string, Readonly<Record<string, Localized>>>> = {
  'PersistentVolumeClaimSpec#accessModes': accessModes,
  'PersistentVolumeSpec#accessModes': accessModes,
  'PersistentVolumeSpec#persistentVolumeReclaimPolicy': reclaim,
  'StorageClass#reclaimPolicy': { Retain: reclaim.Retain, Delete: reclaim.Delete },
  'PersistentVolumeClaimSpec#volumeMode': volumeMode,
  'PersistentVolumeSpec#volumeMode': volumeMode,
  'StorageClass#volumeBindingMode': {
    Immediate: {
      ko: 'PVC가 생기는 즉시 볼륨을 만듭니다. Pod가 갈 수 없는 영역에 만들어질 수 있습니다.',
      en: 'Bound as soon as the claim exists, maybe in a zone where its Pod cannot go.',
    },
    WaitForFirstConsumer: { ko: 'PVC를 쓰는 Pod의 노드가 정해진 뒤에 만듭니다.', en: 'Bound once a Pod that uses the claim has its node.' },
  },
  'DeploymentStrategy#type': {
    RollingUpdate: { ko: '새 Pod를 띄우면서 옛 Pod를 조금씩 끝냅니다.', en: 'New Pods come up while old ones end, a few at a time.' },
    Recreate: {
      ko: '옛 Pod를 모두 끝낸 다음 새 Pod를 만듭니다. 그동안 서비스가 멈춥니다.',
      en: 'All old Pods end before new ones are made: the service is down in between.',
    },
  },
  'DaemonSetUpdateStrategy#type': {
    RollingUpdate: { ko: '노드마다 차례로 새 Pod로 바꿉니다.', en: 'Replaces the Pods node by node.' },
    OnDelete: onDelete,
  },
  'StatefulSetUpdateStrategy#type': {
    RollingUpdate: { ko: '번호가 큰 Pod부터 하나씩 바꿉니다.', en: 'Replaces the Pods one by one, from the highest number down.' },
    OnDelete: onDelete,
  },
  'StatefulSetSpec#podManagementPolicy': {
    OrderedReady: { ko: '앞 번호의 Pod가 준비된 다음에 다음 Pod를 만듭니다.', en: 'Each Pod waits until the one before is ready.' },
    Parallel: {
      ko: '순서를 기다리지 않고 한꺼번에 만들고 지웁니다. 업데이트 순서에는 영향이 없습니다.',
      en: 'Pods are made and removed all at once; updates keep their order.',
    },
  },
  'CronJobSpec#concurrencyPolicy': {
    Allow: { ko: '앞의 Job이 끝나지 않아도 새로 시작합니다.', en: 'Starts even while the Job before is running.' },
    Forbid: { ko: '앞의 Job이 아직 돌고 있으면 이번 차례를 건너뜁니다.', en: 'Leaves a run out while the Job before is running.' },
    Replace: { ko: '돌고 있는 Job을 멈추고 새로 시작합니다.', en: 'Stops the running Job and starts a new one.' },
  },
  'JobSpec#completionMode': {
    NonIndexed: { ko: '성공한 Pod의 수가 `completions`에 이르면 끝납니다.', en: 'Done when as many Pods as `completions` have succeeded.' },
    Indexed: {
      ko: 'Pod마다 0부터 `completions`−1까지의 번호를 받습니다(`JOB_COMPLETION_INDEX`).',
      en: 'Each Pod gets a number from 0 to `completions` − 1 (`JOB_COMPLETION_INDEX`).',
    },
  },
  'ServiceSpec#type': {
    ClusterIP: { ko: '클러스터 안에서만 닿는 가상 IP입니다.', en: 'A virtual IP that only the cluster reaches.' },
    NodePort: {
      ko: '모든 노드의 같은 포트(기본 30000–32767)로도 열립니다.',
      en: 'Opened on one port (30000–32767 by default) of every node too.',
    },
    LoadBalancer: {
      ko: '클라우드가 밖에서 닿는 로드 밸런서를 만듭니다. 그런 기능이 없으면 `<pending>`으로 남습니다.',
      en: 'The cloud makes a load balancer; where nothing does, it stays `<pending>`.',
    },
    ExternalName: {
      ko: 'Pod로 보내지 않고 `externalName`의 이름으로 DNS CNAME을 답합니다.',
      en: 'Sends nothing to Pods: DNS answers with a CNAME to `externalName`.',
    },
  },
  'ServiceSpec#clusterIP': {
    None: {
      ko: '헤드리스 Service: 가상 IP 없이 DNS가 Pod들의 IP를 바로 답합니다.',
      en: 'A headless Service: no virtual IP; DNS answers with the IPs of the Pods.',
    },
  },
  'ServiceSpec#externalTrafficPolicy': {
    Cluster: {
      ko: '어느 노드로 들어와도 모든 Pod로 나눕니다. 클라이언트 IP는 보이지 않습니다.',
      en: 'Spread over all Pods whatever node it enters; the client’s IP is lost.',
    },
    Local: {
      ko: '들어온 노드의 Pod에만 보냅니다. 클라이언트 IP가 남고, Pod가 없는 노드는 받지 못합니다.',
      en: 'Only to Pods of the node it enters: keeps the client’s IP, and nodes without a Pod take nothing.',
    },
  },
  'ServiceSpec#internalTrafficPolicy': {
    Cluster: { ko: '모든 Pod로 나눕니다.', en: 'Spread over all Pods.' },
    Local: { ko: '같은 노드의 Pod에만 보냅니다. 없으면 버립니다.', en: 'Only to Pods of the same node; dropped if there is none.' },
  },
  'ServiceSpec#sessionAffinity': {
    None: { ko: '연결마다 Pod를 새로 고릅니다.', en: 'A Pod is chosen for every connection.' },
    ClientIP: { ko: '같은 클라이언트 IP는 같은 Pod로 갑니다(기본 3시간).', en: 'One client IP keeps its Pod, for 3 hours by default.' },
  },
  'ContainerPort#protocol': protocols,
  'ServicePort#protocol': protocols,
  'NetworkPolicyPort#protocol': protocols,
  'HTTPIngressPath#pathType': {
    Prefix: {
      ko: '`/` 단위로 나눈 앞부분이 같으면 맞습니다. `/api`는 `/api/v1`에 맞고 `/apis`에는 맞지 않습니다.',
      en: 'Matches by whole path elements: `/api` matches `/api/v1`, not `/apis`.',
    },
    Exact: {
      ko: '대소문자까지 똑같은 경로만 맞습니다. `/api`는 `/api/`에 맞지 않습니다.',
      en: 'Only the very same path, case included: `/api` does not match `/api/`.',
    },
    ImplementationSpecific: { ko: '맞추는 방법을 인그레스 컨트롤러가 정합니다.', en: 'The ingress controller decides how it matches.' },
  },
  'NetworkPolicySpec#policyTypes': {
    Ingress: {
      ko: '들어오는 트래픽을 막고 `ingress`에 적은 것만 엽니다.',
      en: 'Closes incoming traffic except for what `ingress` allows.',
    },
    Egress: {
      ko: '나가는 트래픽을 막고 `egress`에 적은 것만 엽니다. DNS(53)도 열어야 합니다.',
      en: 'Closes outgoing traffic except for what `egress` allows; DNS (53) needs to be opened too.',
    },
  },
  'PodDisruptionBudgetSpec#unhealthyPodEvictionPolicy': {
    IfHealthyBudget: {
      ko: '앱이 이미 모자라면 고장 난 Pod도 내보내지 않습니다.',
      en: 'Broken Pods are not evicted while too few healthy ones run.',
    },
    AlwaysAllow: { ko: '준비되지 않은 Pod는 언제나 내보낼 수 있습니다.', en: 'Pods that are not ready may always be evicted.' },
  },
  'PriorityClass#preemptionPolicy': preemption,
  'MetricTarget#type': {
    Utilization: { ko: 'Pod `requests`의 몇 %인지로 잽니다.', en: 'Measured in % of the Pods’ `requests`.' },
    AverageValue: { ko: 'Pod 하나의 평균값으로 잽니다.', en: 'Measured as the mean of the Pods.' },
    Value: { ko: 'Pod 수로 나누지 않은 값으로 잽니다.', en: 'Measured as it is, not divided by the Pods.' },
  },
  'Secret#type': {
    Opaque: { ko: '아무 키나 담는 Secret입니다. 적지 않았을 때의 값입니다.', en: 'Holds any keys; the default.' },
    'kubernetes.io/tls': { ko: '`tls.crt`와 `tls.key`가 있어야 합니다.', en: 'Needs `tls.crt` and `tls.key`.' },
    'kubernetes.io/dockerconfigjson': {
      ko: '레지스트리 로그인 정보입니다. `.dockerconfigjson`이 있어야 하고 `imagePullSecrets`로 씁니다.',
      en: 'A registry login: needs `.dockerconfigjson` and is used through `imagePullSecrets`.',
    },
    'kubernetes.io/dockercfg': {
      ko: '옛 형식의 레지스트리 로그인 정보입니다. `.dockercfg`가 있어야 합니다.',
      en: 'A registry login in the old format; needs `.dockercfg`.',
    },
    'kubernetes.io/basic-auth': { ko: '`username`이나 `password`를 담습니다.', en: 'Holds `username` or `password`.' },
    'kubernetes.io/ssh-auth': { ko: '`ssh-privatekey`가 있어야 합니다.', en: 'Needs `ssh-privatekey`.' },
    'kubernetes.io/service-account-token': {
      ko: '만료되지 않는 ServiceAccount 토큰입니다. 되도록 TokenRequest로 받는 짧은 토큰을 쓰세요.',
      en: 'A ServiceAccount token that never expires; short ones of the TokenRequest API are better.',
    },
    'bootstrap.kubernetes.io/token': {
      ko: '노드가 클러스터에 들어올 때 쓰는 토큰입니다.',
      en: 'A token with which nodes join the cluster.',
    },
  },
};
