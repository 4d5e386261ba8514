import type { Localized } from '../../locale.ts';
import { shown, type Lines } from '../../say.ts';

/** Keys of labels and annotations that many tools know. Source: "Well-Known Labels, Annotations and Taints" of kubernetes.io. */
const known: Readonly<Record<string, Localized>> = {
  'app.kubernetes.io/name': { ko: '애플리케이션의 이름 (`mysql`).', en: 'The name of the application (`mysql`).' },
  'app.kubernetes.io/instance': {
    ko: '같은 애플리케이션 가운데 이 설치본을 가리키는 이름 (`mysql-abcxyz`).',
    en: 'Which installation of the application this is (`mysql-abcxyz`).',
  },
  'app.kubernetes.io/version': {
    ko: '애플리케이션의 버전. 배포할 때마다 바뀌므로 셀렉터에는 넣지 마세요.',
    en: 'The application’s version; it changes with every release, so keep it out of selectors.',
  },
  'app.kubernetes.io/component': { ko: '구조 안에서 맡은 역할 (`database`).', en: 'Its role in the architecture (`database`).' },
  'app.kubernetes.io/part-of': { ko: '이것을 포함하는 더 큰 애플리케이션.', en: 'The larger application that it belongs to.' },
  'app.kubernetes.io/managed-by': { ko: '이 리소스를 관리하는 도구 (`Helm`).', en: 'The tool that manages it (`Helm`).' },
  'kubernetes.io/hostname': { ko: '노드의 호스트 이름. kubelet이 붙입니다.', en: 'The node’s host name, set by the kubelet.' },
  'kubernetes.io/os': {
    ko: '노드의 운영 체제 (`linux`, `windows`). kubelet이 붙입니다.',
    en: 'The node’s operating system (`linux`, `windows`), set by the kubelet.',
  },
  'kubernetes.io/arch': {
    ko: '노드의 CPU 아키텍처 (`amd64`, `arm64`). kubelet이 붙입니다.',
    en: 'The node’s architecture (`amd64`, `arm64`), set by the kubelet.',
  },
  'kubernetes.io/metadata.name': {
    ko: '네임스페이스의 이름. API 서버가 모든 네임스페이스에 붙이므로 `namespaceSelector`에 쓸 수 있습니다.',
    en: 'The namespace’s name. The API server sets it on every namespace, so a `namespaceSelector` can use it.',
  },
  'kubernetes.io/change-cause': {
    ko: '`kubectl rollout history`에 나오는 변경 이유.',
    en: 'The reason shown by `kubectl rollout history`.',
  },
  'kubernetes.io/description': { ko: '사람이 읽을 설명.', en: 'A description for people.' },
  'kubernetes.io/ingress.class': {
    ko: '폐기된 어노테이션. `spec.ingressClassName`을 쓰세요.',
    en: 'Deprecated: use `spec.ingressClassName`.',
  },
  'kubernetes.io/service-account.name': { ko: '이 토큰 Secret이 속한 ServiceAccount.', en: 'The ServiceAccount of this token Secret.' },
  'topology.kubernetes.io/zone': {
    ko: '노드가 있는 영역(가용 영역). 영역마다 Pod를 나누는 데 씁니다.',
    en: 'The node’s zone; used to spread Pods over zones.',
  },
  'topology.kubernetes.io/region': { ko: '노드가 있는 리전.', en: 'The node’s region.' },
  'node.kubernetes.io/instance-type': { ko: '노드의 인스턴스 종류 (`m5.large`).', en: 'The node’s instance type (`m5.large`).' },
  'node.kubernetes.io/not-ready': {
    ko: '노드가 준비되지 않았다는 taint. Pod는 기본으로 300초를 견딥니다.',
    en: 'The taint of a node that is not ready; Pods tolerate it for 300 seconds by default.',
  },
  'node.kubernetes.io/unreachable': {
    ko: '노드와 연락이 끊겼다는 taint. Pod는 기본으로 300초를 견딥니다.',
    en: 'The taint of a node that cannot be reached; Pods tolerate it for 300 seconds by default.',
  },
  'node.kubernetes.io/disk-pressure': { ko: '노드의 디스크가 모자란다는 taint.', en: 'The taint of a node short of disk.' },
  'node.kubernetes.io/memory-pressure': { ko: '노드의 메모리가 모자란다는 taint.', en: 'The taint of a node short of memory.' },
  'node.kubernetes.io/unschedulable': { ko: '`kubectl cordon`한 노드의 taint.', en: 'The taint of a node after `kubectl cordon`.' },
  'node-role.kubernetes.io/control-plane': { ko: '컨트롤 플레인 노드.', en: 'A control plane node.' },
  'failure-domain.beta.kubernetes.io/zone': {
    ko: '폐기된 이름. `topology.kubernetes.io/zone`을 쓰세요.',
    en: 'Deprecated: use `topology.kubernetes.io/zone`.',
  },
  'failure-domain.beta.kubernetes.io/region': {
    ko: '폐기된 이름. `topology.kubernetes.io/region`을 쓰세요.',
    en: 'Deprecated: use `topology.kubernetes.io/region`.',
  },
  'beta.kubernetes.io/os': { ko: '폐기된 이름. `kubernetes.io/os`를 쓰세요.', en: 'Deprecated: use `kubernetes.io/os`.' },
  'beta.kubernetes.io/arch': { ko: '폐기된 이름. `kubernetes.io/arch`를 쓰세요.', en: 'Deprecated: use `kubernetes.io/arch`.' },
  'pod-template-hash': {
    ko: 'Deployment가 붙이는 레이블. 직접 적지 마세요.',
    en: 'Set by the Deployment controller; do not write it yourself.',
  },
  'controller-revision-hash': {
    ko: 'StatefulSet과 DaemonSet이 붙이는 레이블. 직접 적지 마세요.',
    en: 'Set by StatefulSet and DaemonSet; do not write it yourself.',
  },
  'statefulset.kubernetes.io/pod-name': {
    ko: 'StatefulSet이 Pod마다 붙이는 이름. Pod 하나만 고르는 Service에 씁니다.',
    en: 'Each Pod’s own name, set by the StatefulSet; for a Service that selects one Pod.',
  },
  'apps.kubernetes.io/pod-index': { ko: 'StatefulSet Pod의 번호.', en: 'The Pod’s number in its StatefulSet.' },
  'batch.kubernetes.io/job-name': { ko: 'Pod를 만든 Job의 이름.', en: 'The Job that made the Pod.' },
  'storageclass.kubernetes.io/is-default-class': {
    ko: '`"true"`면 StorageClass를 적지 않은 PVC가 이것을 씁니다.',
    en: 'With `"true"`, claims that name no class get this one.',
  },
  'ingressclass.kubernetes.io/is-default-class': {
    ko: '`"true"`면 클래스를 적지 않은 Ingress가 이것을 씁니다.',
    en: 'With `"true"`, Ingresses that name no class get this one.',
  },
  'rbac.authorization.kubernetes.io/autoupdate': {
    ko: '`"false"`면 API 서버가 시작할 때 기본 역할을 되돌리지 않습니다.',
    en: 'With `"false"`, the API server does not restore the default role when it starts.',
  },
  'cluster-autoscaler.kubernetes.io/safe-to-evict': {
    ko: '`"false"`면 Cluster Autoscaler가 이 Pod 때문에 노드를 줄이지 않습니다.',
    en: 'With `"false"`, Cluster Autoscaler does not remove the node because of this Pod.',
  },
  'kubectl.kubernetes.io/last-applied-configuration': {
    ko: '`kubectl apply`가 지난번 내용을 적어 두는 곳. 매니페스트에 적지 마세요.',
    en: 'Where `kubectl apply` keeps what it applied last; do not write it yourself.',
  },
  'kubectl.kubernetes.io/restartedAt': {
    ko: '`kubectl rollout restart`가 적는 시각. 값이 바뀌면 Pod를 새로 만듭니다.',
    en: 'Written by `kubectl rollout restart`; a new value makes new Pods.',
  },
  'kubectl.kubernetes.io/default-container': {
    ko: '`kubectl logs`, `exec`가 `-c` 없이 고르는 컨테이너.',
    en: 'The container that `kubectl logs` and `exec` take without `-c`.',
  },
  'deployment.kubernetes.io/revision': {
    ko: 'Deployment가 세는 배포 번호. 직접 적지 마세요.',
    en: 'The revision that the Deployment counts; do not write it yourself.',
  },
  'service.kubernetes.io/headless': { ko: 'Service가 헤드리스라는 표시.', en: 'Marks a headless Service.' },
  'kubernetes.io/service-name': { ko: 'EndpointSlice가 속한 Service.', en: 'The Service of an EndpointSlice.' },
  'endpointslice.kubernetes.io/managed-by': {
    ko: 'EndpointSlice를 관리하는 컨트롤러.',
    en: 'The controller that manages the EndpointSlice.',
  },
  'prometheus.io/scrape': {
    ko: '관례: `"true"`면 Prometheus가 메트릭을 가져갑니다. Prometheus의 설정이 이 어노테이션을 읽어야 합니다.',
    en: 'A convention: with `"true"` Prometheus scrapes it, if its configuration reads this annotation.',
  },
  'prometheus.io/port': { ko: '관례: 메트릭을 가져갈 포트.', en: 'A convention: the port to scrape.' },
  'prometheus.io/path': { ko: '관례: 메트릭의 경로. 대개 `/metrics`.', en: 'A convention: the path of the metrics, usually `/metrics`.' },
  'cert-manager.io/cluster-issuer': {
    ko: 'cert-manager가 이 ClusterIssuer로 인증서를 만들어 `tls`의 Secret에 넣습니다.',
    en: 'cert-manager gets a certificate from this ClusterIssuer into the Secret of `tls`.',
  },
  'cert-manager.io/issuer': {
    ko: 'cert-manager가 같은 네임스페이스의 Issuer로 인증서를 만들어 `tls`의 Secret에 넣습니다.',
    en: 'cert-manager gets a certificate from this Issuer, in the same namespace, into the Secret of `tls`.',
  },
  'nginx.ingress.kubernetes.io/rewrite-target': {
    ko: 'ingress-nginx: 백엔드로 보낼 때 경로를 이 값으로 바꿉니다.',
    en: 'ingress-nginx: the path is rewritten to this before it reaches the backend.',
  },
  'nginx.ingress.kubernetes.io/ssl-redirect': {
    ko: 'ingress-nginx: `tls`가 있을 때 HTTP를 HTTPS로 넘길지 (기본 `"true"`).',
    en: 'ingress-nginx: whether HTTP is redirected to HTTPS when there is `tls` (default `"true"`).',
  },
  'nginx.ingress.kubernetes.io/proxy-body-size': {
    ko: 'ingress-nginx: 요청 본문의 최대 크기 (기본 `1m`). 넘으면 413을 답합니다.',
    en: 'ingress-nginx: the greatest request body (default `1m`); beyond it the answer is 413.',
  },
  'nginx.ingress.kubernetes.io/backend-protocol': {
    ko: 'ingress-nginx: 백엔드와 쓰는 프로토콜 (`HTTP`, `HTTPS`, `GRPC` …).',
    en: 'ingress-nginx: the protocol towards the backend (`HTTP`, `HTTPS`, `GRPC` …).',
  },
};

const levels: Readonly<Record<string, Localized>> = {
  privileged: { ko: '제한이 없습니다.', en: 'no limits.' },
  baseline: {
    ko: '알려진 권한 상승을 막습니다. 대부분의 앱은 고치지 않아도 됩니다.',
    en: 'stops known escalations; most applications need no change.',
  },
  restricted: { ko: '권한을 최소로 줄인 Pod만 허용합니다.', en: 'only Pods with the least privileges.' },
};

const podSecurity: Readonly<Record<string, Localized>> = {
  enforce: { ko: '이 수준을 어기는 Pod를 거부합니다.', en: 'Pods that break this level are refused.' },
  audit: { ko: '이 수준을 어기는 Pod를 감사 로그에 남깁니다.', en: 'Pods that break this level are noted in the audit log.' },
  warn: { ko: '이 수준을 어기는 Pod를 만들 때 경고합니다.', en: 'Whoever makes a Pod that breaks this level is warned.' },
};

/**
 * Says what a well-known key of a label or annotation, a taint or a topology is for; nothing for keys that somebody made up.
 * @param value what the key holds, where that is known
 */
export function keyFacts(key: string, value?: string): Lines {
  const [, mode = '', version] = /^pod-security\.kubernetes\.io\/([a-z]+)(-version)?$/.exec(key) ?? [];
  const security = Object.hasOwn(podSecurity, mode) ? podSecurity[mode] : undefined;
  if (security && version !== undefined)
    return [
      {
        ko: `${shown(key)} — 어느 Kubernetes 버전의 기준을 쓸지 정합니다 (\`latest\`, \`v1.34\`).`,
        en: `${shown(key)} — the Kubernetes version whose rules apply (\`latest\`, \`v1.34\`).`,
      },
    ];
  const text = security ?? (Object.hasOwn(known, key) ? known[key] : undefined);
  const level = security && value !== undefined && Object.hasOwn(levels, value) ? levels[value] : undefined;
  return [
    ...(text ? [{ ko: `${shown(key)} — ${text.ko}`, en: `${shown(key)} — ${text.en}` }] : []),
    ...(level && value !== undefined ? [{ ko: `${shown(value)} — ${level.ko}`, en: `${shown(value)} — ${level.en}` }] : []),
  ];
}
