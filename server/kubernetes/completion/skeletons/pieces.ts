import { resources, restrictedContainer, restrictedPod } from './pod.ts';
import { indented, type Piece } from './piece.ts';

const handlers = [
  { how: 'HTTP', body: 'httpGet:\n  path: ${1:/readyz}\n  port: ${2:8080}', words: { ko: 'HTTP 응답으로 확인', en: 'asks over HTTP' } },
  { how: 'TCP', body: 'tcpSocket:\n  port: ${1:8080}', words: { ko: '포트가 열리는지 확인', en: 'tries the port' } },
  {
    how: 'exec',
    body: 'exec:\n  command:\n    - ${1:cat}\n    - ${2:/tmp/ready}',
    words: { ko: '명령의 종료 코드로 확인', en: 'runs a command' },
  },
  { how: 'gRPC', body: 'grpc:\n  port: ${1:50051}', words: { ko: 'gRPC 헬스 프로토콜로 확인', en: 'asks over gRPC' } },
];

const probes: readonly { readonly field: string; readonly path: string; readonly timing: string }[] = [
  { field: 'readinessProbe', path: '/readyz', timing: 'periodSeconds: 5' },
  { field: 'livenessProbe', path: '/livez', timing: 'periodSeconds: 10' },
  { field: 'startupProbe', path: '/livez', timing: 'periodSeconds: 5\nfailureThreshold: ${9:30}' },
];

const ofContainers: readonly Piece[] = [
  ...probes.flatMap(({ field, path, timing }) =>
    handlers.map(({ how, body, words }): Piece => ({
      on: 'core/Container',
      field,
      label: `${field} (${how})`,
      detail: words,
      note: `kubernetes/Container#${field}`,
      body: `${field}:\n${indented(2, `${body.replace('/readyz', path)}\n${timing}`)}`,
    })),
  ),
  {
    on: 'core/Container',
    field: 'resources',
    label: 'resources (requests, limits)',
    detail: { ko: '요청과 메모리 상한', en: 'requests and a memory limit' },
    note: 'kubernetes/Container#resources',
    body: resources(1),
  },
  {
    on: 'core/Container',
    field: 'securityContext',
    label: 'securityContext (restricted)',
    detail: { ko: 'restricted 수준의 설정', en: 'the settings of the restricted level' },
    note: 'kubernetes/Container#securityContext',
    body: restrictedContainer,
  },
  {
    on: 'core/PodSpec',
    field: 'securityContext',
    label: 'securityContext (restricted)',
    detail: { ko: 'restricted 수준의 설정', en: 'the settings of the restricted level' },
    note: 'kubernetes/PodSpec#securityContext',
    body: restrictedPod,
  },
  {
    on: 'core/Container',
    label: 'container',
    detail: { ko: '리소스와 보안 설정을 갖춘 컨테이너', en: 'a container with resources and safe settings' },
    note: 'kubernetes/Container',
    body: `name: \${1:app}\nimage: \${2:registry.example.com/$1:1.0.0}\n${resources(3)}\n${restrictedContainer}`,
  },
  {
    on: 'core/ContainerPort',
    label: 'container port',
    detail: { ko: '이름 있는 포트', en: 'a port with a name' },
    note: 'kubernetes/ContainerPort',
    body: 'name: ${1:http}\ncontainerPort: ${2:8080}',
  },
  env(
    'value',
    'value: "${2:info}"',
    { ko: '값을 적는 환경 변수', en: 'a variable with its value' },
    'kubernetes/EnvVar#value',
    'LOG_LEVEL',
  ),
  env(
    'secretKeyRef',
    'valueFrom:\n  secretKeyRef:\n    name: ${2:app-secret}\n    key: ${3:$1}',
    { ko: 'Secret의 키에서 오는 환경 변수', en: 'a variable from a key of a Secret' },
    'kubernetes/EnvVarSource#secretKeyRef',
    'DB_PASSWORD',
  ),
  env(
    'configMapKeyRef',
    'valueFrom:\n  configMapKeyRef:\n    name: ${2:app-config}\n    key: ${3:$1}',
    { ko: 'ConfigMap의 키에서 오는 환경 변수', en: 'a variable from a key of a ConfigMap' },
    'kubernetes/EnvVarSource#configMapKeyRef',
    'DB_HOST',
  ),
  env(
    'fieldRef',
    'valueFrom:\n  fieldRef:\n    fieldPath: ${2|metadata.name,metadata.namespace,status.podIP,spec.nodeName|}',
    { ko: 'Pod 자신의 값에서 오는 환경 변수', en: 'a variable from the Pod itself' },
    'kubernetes/EnvVarSource#fieldRef',
    'POD_NAME',
  ),
  {
    on: 'core/VolumeMount',
    label: 'mount',
    detail: { ko: '볼륨을 경로에 붙입니다', en: 'a volume at a path' },
    note: 'kubernetes/VolumeMount',
    body: 'name: ${1:data}\nmountPath: ${2:/data}',
  },
];

const ofPods: readonly Piece[] = [
  volume('emptyDir', '', { ko: 'Pod와 함께 사라지는 볼륨', en: 'a volume that goes with the Pod' }, 'tmp', ' {}'),
  volume('configMap', 'name: ${2:app-config}', { ko: 'ConfigMap의 키를 파일로', en: 'the keys of a ConfigMap as files' }, 'config'),
  volume('secret', 'secretName: ${2:app-secret}', { ko: 'Secret의 키를 파일로', en: 'the keys of a Secret as files' }, 'secrets'),
  volume('persistentVolumeClaim', 'claimName: ${2:data}', { ko: 'PVC가 주는 저장 공간', en: 'the storage of a claim' }, 'data'),
  {
    on: 'core/Toleration',
    label: 'toleration',
    detail: { ko: '노드의 taint를 견딥니다', en: 'tolerates a taint of nodes' },
    note: 'kubernetes/Toleration',
    body: 'key: ${1:dedicated}\noperator: Equal\nvalue: ${2:app}\neffect: ${3|NoSchedule,NoExecute,PreferNoSchedule|}',
  },
  {
    on: 'core/TopologySpreadConstraint',
    label: 'topology spread',
    detail: { ko: 'Pod를 노드나 영역에 고르게 나눕니다', en: 'spreads Pods evenly over nodes or zones' },
    note: 'kubernetes/TopologySpreadConstraint',
    body: `maxSkew: 1
topologyKey: \${1|kubernetes.io/hostname,topology.kubernetes.io/zone|}
whenUnsatisfiable: \${2|ScheduleAnyway,DoNotSchedule|}
labelSelector:
  matchLabels:
    app.kubernetes.io/name: \${3:web}`,
  },
  {
    on: 'core/PodSpec',
    field: 'topologySpreadConstraints',
    label: 'topologySpreadConstraints (hostname)',
    detail: { ko: 'Pod를 노드에 고르게 나눕니다', en: 'spreads Pods evenly over nodes' },
    note: 'kubernetes/PodSpec#topologySpreadConstraints',
    body: `topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        app.kubernetes.io/name: \${1:web}`,
  },
  {
    on: 'core/PodSpec',
    field: 'affinity',
    label: 'affinity (spread Pods)',
    detail: { ko: '같은 Pod끼리 되도록 다른 노드에', en: 'keeps equal Pods on different nodes if it can' },
    note: 'kubernetes/PodSpec#affinity',
    body: `affinity:
  podAntiAffinity:
    preferredDuringSchedulingIgnoredDuringExecution:
      - weight: 100
        podAffinityTerm:
          topologyKey: kubernetes.io/hostname
          labelSelector:
            matchLabels:
              app.kubernetes.io/name: \${1:web}`,
  },
  {
    on: 'core/PodSpec',
    field: 'affinity',
    label: 'affinity (nodes)',
    detail: { ko: '레이블이 맞는 노드에만', en: 'only on nodes with a label' },
    note: 'kubernetes/PodSpec#affinity',
    body: `affinity:
  nodeAffinity:
    requiredDuringSchedulingIgnoredDuringExecution:
      nodeSelectorTerms:
        - matchExpressions:
            - key: \${1:kubernetes.io/arch}
              operator: In
              values:
                - \${2:amd64}`,
  },
];

const ofOthers: readonly Piece[] = [
  {
    on: 'core/ServicePort',
    label: 'service port',
    detail: { ko: '이름 있는 포트', en: 'a port with a name' },
    note: 'kubernetes/ServicePort',
    body: 'name: ${1:http}\nport: ${2:80}\ntargetPort: ${3:http}',
  },
  {
    on: 'networking.k8s.io/IngressRule',
    label: 'rule',
    detail: { ko: '호스트 하나의 규칙', en: 'the rule of a host' },
    note: 'kubernetes/IngressRule',
    body: `host: \${1:web.example.com}
http:
  paths:
    - path: \${2:/}
      pathType: \${3|Prefix,Exact|}
      backend:
        service:
          name: \${4:web}
          port:
            number: \${5:80}`,
  },
  {
    on: 'networking.k8s.io/HTTPIngressPath',
    label: 'path and backend',
    detail: { ko: '경로를 Service로', en: 'a path to a Service' },
    note: 'kubernetes/HTTPIngressPath',
    body: `path: \${1:/}
pathType: \${2|Prefix,Exact|}
backend:
  service:
    name: \${3:web}
    port:
      number: \${4:80}`,
  },
  {
    on: 'networking.k8s.io/IngressTLS',
    label: 'tls',
    detail: { ko: '호스트의 인증서', en: 'the certificate of a host' },
    note: 'kubernetes/IngressTLS',
    body: 'hosts:\n  - ${1:web.example.com}\nsecretName: ${2:web-tls}',
  },
  {
    on: 'networking.k8s.io/NetworkPolicyIngressRule',
    label: 'ingress rule',
    detail: { ko: '들어올 수 있는 Pod와 포트', en: 'which Pods may come in, and where' },
    note: 'kubernetes/NetworkPolicyIngressRule',
    body: peers('from'),
  },
  {
    on: 'networking.k8s.io/NetworkPolicyEgressRule',
    label: 'egress rule',
    detail: { ko: '나갈 수 있는 Pod와 포트', en: 'which Pods may be reached, and where' },
    note: 'kubernetes/NetworkPolicyEgressRule',
    body: peers('to'),
  },
  {
    on: 'rbac.authorization.k8s.io/PolicyRule',
    label: 'rule',
    detail: { ko: '리소스를 읽는 권한', en: 'the right to read resources' },
    note: 'kubernetes/PolicyRule',
    body: 'apiGroups:\n  - "${1}"\nresources:\n  - ${2:configmaps}\nverbs:\n  - get\n  - list\n  - watch',
  },
  {
    on: 'autoscaling/MetricSpec',
    label: 'metric (CPU)',
    detail: { ko: '요청에 대한 CPU 사용률', en: 'CPU used of what is requested' },
    note: 'kubernetes/MetricSpec',
    body: metric('cpu', 70),
  },
  {
    on: 'autoscaling/MetricSpec',
    label: 'metric (memory)',
    detail: { ko: '요청에 대한 메모리 사용률', en: 'memory used of what is requested' },
    note: 'kubernetes/MetricSpec',
    body: metric('memory', 80),
  },
];

/** Every piece. */
export const pieces: readonly Piece[] = [...ofContainers, ...ofPods, ...ofOthers];

function env(how: string, body: string, detail: Piece['detail'], note: string, name: string): Piece {
  return { on: 'core/EnvVar', label: `env (${how})`, detail, note, body: `name: \${1:${name}}\n${body}` };
}

function volume(source: string, body: string, detail: Piece['detail'], name: string, value = ''): Piece {
  return {
    on: 'core/Volume',
    label: `volume (${source})`,
    detail,
    note: `kubernetes/Volume#${source}`,
    body: `name: \${1:${name}}\n${source}:${value}${body === '' ? '' : `\n  ${body}`}`,
  };
}

function peers(field: string): string {
  return `${field}:
  - podSelector:
      matchLabels:
        app.kubernetes.io/name: \${1:web}
ports:
  - protocol: TCP
    port: \${2:8080}`;
}

function metric(name: string, percent: number): string {
  return `type: Resource
resource:
  name: ${name}
  target:
    type: Utilization
    averageUtilization: \${1:${percent}}`;
}
