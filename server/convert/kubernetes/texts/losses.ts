import type { Localized } from '../../../locale.ts';

/** Why something does not translate. */
export const losses = {
  dependsOn: {
    ko: 'Deployment 사이에는 시작 순서가 없습니다({names}). 앱이 다시 시도하게 하고, 준비는 `readinessProbe`로 알리세요.',
    en: 'Deployments have no start order ({names}). Let the application retry, and let a `readinessProbe` tell when it is ready.',
  },
  containerName: {
    ko: 'Pod의 이름은 Kubernetes가 짓습니다. Service의 이름으로 접속하세요.',
    en: 'Kubernetes names the Pods. Connect by the name of the Service.',
  },
  init: {
    ko: '`init`에 해당하는 것이 없습니다. 좀비 프로세스를 거두려면 이미지에 tini를 넣으세요.',
    en: 'There is nothing like `init`. To reap zombies, put tini into the image.',
  },
  logging: {
    ko: '로그는 노드와 클러스터의 로그 수집기가 맡습니다. 앱은 표준 출력에 쓰면 됩니다.',
    en: 'Logs are up to the node and the log collector of the cluster; the application writes to its standard output.',
  },
  links: { ko: '`links`는 없습니다. Service의 이름으로 접속하세요.', en: 'There are no `links`: connect by the name of the Service.' },
  ulimits: {
    ko: 'Pod에는 ulimit 설정이 없습니다. 컨테이너 런타임의 설정을 바꾸거나 시작 스크립트에서 낮추세요.',
    en: 'Pods have no ulimits. Configure the container runtime, or lower them in the start script.',
  },
  stopSignal: {
    ko: '종료 시그널은 이미지의 `STOPSIGNAL`로 정하세요. `lifecycle.stopSignal`은 새 클러스터에서만 됩니다.',
    en: 'Set the signal as `STOPSIGNAL` of the image; `lifecycle.stopSignal` is for new clusters only.',
  },
  devices: { ko: '호스트 장치는 장치 플러그인으로 요청해야 합니다.', en: 'Devices of the host have to be asked for by a device plugin.' },
  develop: {
    ko: '`develop`은 개발할 때만 쓰입니다. Skaffold나 Tilt가 비슷한 일을 합니다.',
    en: '`develop` is for development only. Skaffold and Tilt do something like it.',
  },
  volumesFrom: {
    ko: '다른 Pod의 볼륨을 통째로 가져올 수 없습니다. 같은 PersistentVolumeClaim을 양쪽에 적으세요.',
    en: 'A Pod cannot take the volumes of another. Name the same PersistentVolumeClaim in both.',
  },
  cpuShares: {
    ko: '상대적인 몫은 없습니다. `resources.requests.cpu`가 몫을 정합니다.',
    en: 'There are no relative shares: `resources.requests.cpu` sets the share.',
  },
  swap: { ko: '스왑은 노드의 설정입니다.', en: 'Swap is a setting of the node.' },
  pids: {
    ko: '프로세스 수는 kubelet의 `podPidsLimit`으로 노드마다 정합니다.',
    en: 'The number of processes is set for each node, as `podPidsLimit` of the kubelet.',
  },
  runtime: {
    ko: '런타임은 RuntimeClass로 만들어 `runtimeClassName`에 적습니다.',
    en: 'A runtime is made known as a RuntimeClass and named in `runtimeClassName`.',
  },
  userns: {
    ko: '사용자 네임스페이스는 `hostUsers: false`로 켭니다. 클러스터가 지원하는지 확인하세요.',
    en: 'User namespaces are turned on by `hostUsers: false`, where the cluster supports them.',
  },
  address: {
    ko: 'Pod의 주소는 고정할 수 없습니다. Service의 이름을 쓰세요.',
    en: 'The address of a Pod cannot be fixed. Use the name of the Service.',
  },
  hooks: {
    ko: '컨테이너의 `lifecycle.postStart`와 `preStop`으로 직접 옮기세요. 다른 사용자로 실행할 수는 없습니다.',
    en: 'Write it as `lifecycle.postStart` or `preStop` of the container. It cannot run as another user.',
  },
  nodeSetting: {
    ko: 'Pod에는 이 설정이 없습니다. 노드나 kubelet의 설정입니다.',
    en: 'Pods have no such setting: it belongs to the node or the kubelet.',
  },
  noNetwork: {
    ko: '네트워크 없는 Pod는 없습니다. 모두 막는 NetworkPolicy를 쓰세요.',
    en: 'There is no Pod without a network. Use a NetworkPolicy that denies all.',
  },
  otherNetwork: {
    ko: '`{mode}`처럼 네트워크를 함께 쓰려면 두 컨테이너를 한 Pod에 넣으세요.',
    en: 'To share a network as `{mode}` does, put both containers into one Pod.',
  },
  otherNamespace: {
    ko: '다른 컨테이너의 네임스페이스를 쓰려면 한 Pod에 넣고 `shareProcessNamespace`를 켜세요.',
    en: 'To share a namespace with another container, put both into one Pod, with `shareProcessNamespace`.',
  },
  hostname: { ko: 'Kubernetes가 받는 호스트 이름이 아닙니다.', en: 'Kubernetes does not take this host name.' },
  swarm: { ko: 'Swarm에만 있는 설정입니다.', en: 'A setting of Swarm only.' },
  noField: { ko: 'Kubernetes에는 같은 뜻의 필드가 없습니다.', en: 'Kubernetes has no field that means the same.' },
  internal: {
    ko: '바깥으로 나가지 못하게 하려면 레이블 `{label}`의 Pod에 `Egress` 정책을 더하세요. DNS는 열어 두어야 합니다.',
    en: 'To keep it from going out, add an `Egress` policy for Pods with the label `{label}`, and leave DNS open.',
  },
  networkDriver: {
    ko: '네트워크 드라이버(`{driver}`)는 클러스터의 CNI가 대신합니다.',
    en: 'The network driver `{driver}` is up to the CNI of the cluster.',
  },
  driverOptions: {
    ko: '`{name}`의 드라이버 설정은 옮기지 않았습니다. StorageClass나 PersistentVolume으로 적으세요.',
    en: 'The driver options of `{name}` were left out. Write them as a StorageClass or a PersistentVolume.',
  },
  badTarget: {
    ko: '마운트할 자리가 절대 경로가 아니라 뺐습니다: `{mount}`',
    en: 'Left out: the place to mount at is no absolute path: `{mount}`',
  },
  otherMount: { ko: '이 종류의 마운트는 Kubernetes에 없습니다: `{mount}`', en: 'Kubernetes has no such mount: `{mount}`' },
  dockerSocket: {
    ko: 'Docker 소켓은 클러스터에 없습니다. Kubernetes API와 권한을 좁힌 ServiceAccount를 쓰세요.',
    en: 'There is no Docker socket in a cluster. Use the Kubernetes API with a ServiceAccount of few rights.',
  },
  bind: {
    ko: '이 컴퓨터의 파일(`{path}`)은 Pod를 따라가지 않습니다(`{target}`). 이미지에 넣거나 ConfigMap, PersistentVolumeClaim으로 옮기세요.',
    en: '`{path}` lies on this computer and does not go along with the Pod (`{target}`). Put it into the image, a ConfigMap or a PersistentVolumeClaim.',
  },
  fileTooLarge: {
    ko: 'ConfigMap에 담을 수 없는 파일입니다(`{path}`). 이미지에 넣으세요.',
    en: '`{path}` does not fit into a ConfigMap. Put it into the image.',
  },
  badPort: { ko: '포트로 읽을 수 없습니다: `{port}`', en: 'This reads as no port: `{port}`' },
  pullPolicy: { ko: '`{value}`에 해당하는 `imagePullPolicy`가 없습니다.', en: 'No `imagePullPolicy` means `{value}`.' },
  traefik: {
    ko: 'Traefik 레이블은 Pod에서 읽히지 않습니다. Ingress나 IngressRoute로 옮기세요.',
    en: 'Traefik reads no labels of Pods. Write an Ingress or an IngressRoute.',
  },
  labelName: { ko: '어노테이션의 이름으로 쓸 수 없어 뺐습니다: `{key}`', en: 'Left out, as it is no name of an annotation: `{key}`' },
  placement: {
    ko: '`nodeSelector`나 `affinity`로 직접 옮기세요: `{constraint}`',
    en: 'Write it as `nodeSelector` or `affinity`: `{constraint}`',
  },
  hostGateway: {
    ko: '`hostAliases`는 IP 주소만 받습니다: `{host}` → `{address}`',
    en: '`hostAliases` take IP addresses only: `{host}` → `{address}`',
  },
  securityOption: {
    ko: '그대로 옮길 수 없습니다. `seccompProfile`, `appArmorProfile`, `seLinuxOptions`로 적으세요: `{option}`',
    en: 'It has no direct counterpart: write `seccompProfile`, `appArmorProfile` or `seLinuxOptions`: `{option}`',
  },
  emptyEntrypoint: {
    ko: 'Kubernetes는 빈 `command`를 무시하고 이미지의 ENTRYPOINT를 씁니다.',
    en: 'Kubernetes ignores an empty `command` and uses the ENTRYPOINT of the image.',
  },
} satisfies Record<string, Localized>;
