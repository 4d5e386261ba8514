import type { Localized } from '../locale.ts';

/** A cause that a message of Kubernetes or Docker names. */
interface Sign {
  /** The message holds all words of one of these, in any case. */
  readonly any: readonly (readonly string[])[];
  readonly means: Localized;
}

/** The more exact ones stand first: of each message only the first one counts. */
const signs: readonly Sign[] = [
  {
    any: [['toomanyrequests'], ['pull rate limit']],
    means: {
      ko: '레지스트리의 내려받기 횟수 제한에 걸렸습니다. 로그인해서 받거나 잠시 뒤에 다시 받습니다.',
      en: 'The registry’s limit of pulls was reached: sign in, or wait and pull again.',
    },
  },
  {
    any: [['no match for platform'], ['no matching manifest for']],
    means: {
      ko: '이 CPU 아키텍처용 이미지가 없습니다. 여러 플랫폼용으로 빌드하거나 맞는 이미지를 고릅니다.',
      en: 'There is no image for this CPU architecture: build it for several platforms, or choose another.',
    },
  },
  {
    any: [
      ['pull access denied'],
      ['insufficient_scope'],
      ['pull', 'unauthorized'],
      ['pull', 'denied'],
      ['pull', '403 forbidden'],
      ['no basic auth credentials'],
    ],
    means: {
      ko: '레지스트리가 거절했습니다. 이미지 이름이 틀렸거나, 비공개 이미지인데 로그인(`docker login`, `imagePullSecrets`)이 없습니다.',
      en: 'The registry refused: the image’s name is wrong, or it is private and the login (`docker login`, `imagePullSecrets`) is missing.',
    },
  },
  {
    any: [['manifest unknown'], ['pull', 'not found'], ['manifest for', 'not found'], ['repository does not exist']],
    means: {
      ko: '레지스트리에 그 이름이나 태그의 이미지가 없습니다. 철자와 태그를 확인하세요.',
      en: 'The registry has no image of this name or tag: check the spelling and the tag.',
    },
  },
  {
    any: [['x509:'], ['certificate signed by unknown authority']],
    means: {
      ko: '상대의 TLS 인증서를 믿을 수 없습니다. 사내 인증 기관의 인증서를 신뢰하게 하거나 주소를 확인하세요.',
      en: 'The other side’s TLS certificate is not trusted: trust its authority, or check the address.',
    },
  },
  {
    any: [
      ['pull', 'no such host'],
      ['pull', 'i/o timeout'],
      ['pull', 'connection refused'],
      ['pull', 'deadline exceeded'],
    ],
    means: {
      ko: '레지스트리에 닿지 못했습니다. 노드의 네트워크, DNS, 프록시를 확인하세요.',
      en: 'The registry cannot be reached: check the network, the DNS and the proxy of the node.',
    },
  },
  {
    any: [['insufficient memory'], ['insufficient cpu'], ['insufficient ephemeral-storage']],
    means: {
      ko: '요청(`requests`)만큼 자원이 남은 노드가 없습니다. 요청을 줄이거나 노드를 늘립니다.',
      en: 'No node has as much left as is asked for (`requests`): ask for less, or add a node.',
    },
  },
  {
    any: [['untolerated taint'], ["that the pod didn't tolerate"]],
    means: {
      ko: '노드의 taint를 Pod가 허용하지 않습니다. 맞는 `tolerations`를 적거나 taint를 지웁니다.',
      en: 'The Pod does not tolerate a taint of the nodes: add the `tolerations`, or remove the taint.',
    },
  },
  {
    any: [['node affinity/selector'], ["didn't match node selector"], ['didn’t match pod’s node affinity']],
    means: {
      ko: '`nodeSelector`나 노드 어피니티에 맞는 노드가 없습니다. 노드의 레이블을 확인하세요.',
      en: 'No node fits the `nodeSelector` or node affinity: check the labels of the nodes.',
    },
  },
  {
    any: [['unbound immediate persistentvolumeclaims'], ['persistentvolumeclaim', 'not found'], ['volume node affinity conflict']],
    means: {
      ko: '볼륨이 준비되지 않았습니다. `kubectl get pvc`로 PersistentVolumeClaim이 Bound인지 확인하세요.',
      en: 'The volume is not ready: see with `kubectl get pvc` whether the PersistentVolumeClaim is Bound.',
    },
  },
  {
    any: [['configmap', 'not found'], ['secret', 'not found'], ["couldn't find key"]],
    means: {
      ko: '참조한 ConfigMap이나 Secret, 또는 그 키가 같은 네임스페이스에 없습니다. 이름을 확인하고 먼저 만드세요.',
      en: 'A ConfigMap or Secret, or the key in it, is missing in this namespace: check its name, and create it first.',
    },
  },
  {
    any: [['multi-attach error']],
    means: {
      ko: '볼륨이 아직 다른 노드에 붙어 있습니다. 이전 Pod가 완전히 끝나야 붙일 수 있습니다.',
      en: 'The volume is still attached to another node: the earlier Pod has to be gone first.',
    },
  },
  {
    any: [['image will run as root']],
    means: {
      ko: '`runAsNonRoot: true`인데 이미지가 root로 실행됩니다. 이미지에 `USER`를 숫자로 적거나 `runAsUser`를 정합니다.',
      en: '`runAsNonRoot: true` is set but the image runs as root: give it a numeric `USER`, or set `runAsUser`.',
    },
  },
  {
    any: [['exec format error']],
    means: {
      ko: '실행 파일이 이 CPU 아키텍처용이 아니거나, 스크립트 첫 줄(`#!`)이 없습니다.',
      en: 'The program is built for another CPU architecture, or the script lacks its first line (`#!`).',
    },
  },
  {
    any: [['executable file not found'], ['exec', 'no such file or directory']],
    means: {
      ko: '이미지 안에 그 실행 파일이 없습니다. `command`, `ENTRYPOINT`, `CMD`의 철자와 경로를 확인하세요.',
      en: 'The image holds no such program: check the name and path in `command`, `ENTRYPOINT`, `CMD`.',
    },
  },
  {
    any: [
      ['docker daemon socket', 'permission denied'],
      ['docker api', 'permission denied'],
    ],
    means: {
      ko: 'Docker 데몬의 소켓을 쓸 권한이 없습니다. `docker` 그룹에 넣거나(root와 같은 권한입니다) rootless 모드를 씁니다.',
      en: 'The socket of the Docker daemon may not be used: join the group `docker` (it is as powerful as root), or use rootless mode.',
    },
  },
  {
    any: [['exec', 'permission denied']],
    means: {
      ko: '실행 파일에 실행 권한이 없습니다. 이미지를 만들 때 `chmod +x`나 `COPY --chmod`로 줍니다.',
      en: 'The program may not be executed: give it the permission with `chmod +x` or `COPY --chmod` as the image is built.',
    },
  },
  {
    any: [['liveness probe failed'], ['failed liveness probe']],
    means: {
      ko: '`livenessProbe`가 실패해 컨테이너를 다시 시작합니다. 경로, 포트, `initialDelaySeconds`나 `startupProbe`를 확인하세요.',
      en: 'The liveness probe fails, so the container is restarted: check its path and port, and give a slow start a `startupProbe`.',
    },
  },
  {
    any: [['readiness probe failed']],
    means: {
      ko: '`readinessProbe`가 실패해 Service가 이 Pod로 요청을 보내지 않습니다. 경로와 포트, 앱의 준비 상태를 확인하세요.',
      en: 'The readiness probe fails, so no Service sends requests here: check its path and port, and whether the app is ready.',
    },
  },
  {
    any: [['startup probe failed'], ['failed startup probe']],
    means: {
      ko: '`startupProbe`가 실패했습니다. 시작에 걸리는 시간이 `failureThreshold` × `periodSeconds`보다 길면 늘립니다.',
      en: 'The startup probe fails: where starting takes longer than `failureThreshold` × `periodSeconds`, raise them.',
    },
  },
  {
    any: [['node was low on resource'], ['node had condition']],
    means: {
      ko: '노드의 메모리나 디스크가 모자라 Pod를 내보냈습니다. 요청과 제한을 실제 사용량에 맞추세요.',
      en: 'The node ran low on memory or disk and evicted the Pod: set requests and limits as they are used.',
    },
  },
  {
    any: [['port is already allocated'], ['address already in use'], ['ports are not available']],
    means: {
      ko: '호스트의 그 포트를 이미 다른 것이 쓰고 있습니다. 그것을 멈추거나 다른 호스트 포트를 공개합니다.',
      en: 'Something else uses this port of the host: stop it, or publish another one.',
    },
  },
  {
    any: [['no space left on device']],
    means: {
      ko: '디스크가 가득 찼습니다. `docker system df`로 무엇이 차지하는지 먼저 보세요.',
      en: 'The disk is full: see first what takes it with `docker system df`.',
    },
  },
  {
    any: [['cannot connect to the docker daemon'], ['failed to connect to the docker api']],
    means: {
      ko: 'Docker 데몬에 닿지 못했습니다. Docker가 켜져 있는지, `docker context ls`가 맞는 곳을 가리키는지 확인하세요.',
      en: 'The Docker daemon cannot be reached: see whether it runs, and whether `docker context ls` points to the right one.',
    },
  },
  {
    any: [['dependency failed to start'], ['is unhealthy']],
    means: {
      ko: '기다리던 서비스가 끝났거나 헬스체크에 실패했습니다. 그 서비스의 로그와 `healthcheck`를 확인하세요.',
      en: 'A service that others wait for has ended or fails its health check: see its log and its `healthcheck`.',
    },
  },
  {
    any: [['container name', 'already in use']],
    means: {
      ko: '같은 이름의 컨테이너가 이미 있습니다. 그것을 지우거나 다른 이름을 씁니다.',
      en: 'A container of this name is there already: remove it, or use another name.',
    },
  },
  {
    any: [['declared as external, but could not be found'], ['network', 'not found']],
    means: {
      ko: '그 이름의 네트워크나 볼륨이 없습니다. 외부(`external`) 것은 먼저 만들어야 합니다.',
      en: 'There is no network or volume of this name: one that is `external` has to be created first.',
    },
  },
  {
    any: [['no such host'], ['name or service not known'], ['temporary failure in name resolution'], ['could not resolve host']],
    means: {
      ko: '이름을 주소로 바꾸지 못했습니다. 서비스 이름의 철자와, 같은 네트워크나 네임스페이스에 있는지 확인하세요.',
      en: 'A name has no address: check its spelling, and whether both are in the same network or namespace.',
    },
  },
  {
    any: [['connection refused']],
    means: {
      ko: '주소에는 닿았지만 그 포트를 듣는 것이 없습니다. 포트와, 앱이 `0.0.0.0`에서 듣는지 확인하세요.',
      en: 'The address answers but nothing listens on the port: check it, and that the app listens on `0.0.0.0`.',
    },
  },
];

/** What a message says of the cause; `undefined` for one that names none. */
export function messageMeaning(message: string): Localized | undefined {
  const text = message.toLowerCase();
  return signs.find(({ any }) => any.some((words) => words.every((word) => text.includes(word))))?.means;
}
