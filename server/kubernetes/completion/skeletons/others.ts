import type { Skeleton } from './skeleton.ts';

/** Skeletons of configuration, storage, scaling, access and limits. */
export const others: readonly Skeleton[] = [
  {
    label: 'ConfigMap',
    detail: { ko: '민감하지 않은 설정', en: 'settings that are not secret' },
    note: 'kubernetes/ConfigMap',
    body: `apiVersion: v1
kind: ConfigMap
metadata:
  name: \${1:app-config}
data:
  \${2:LOG_LEVEL}: "\${3:info}"
`,
  },
  {
    label: 'Secret',
    detail: { ko: '평문을 stringData에 적는 틀', en: 'skeleton with plain text in stringData' },
    note: 'kubernetes/Secret',
    comments: [{ ko: '실제 값이 든 파일은 Git에 올리지 마세요', en: 'keep a file with real values out of Git' }],
    body: `#1
apiVersion: v1
kind: Secret
metadata:
  name: \${1:app-secret}
type: Opaque
stringData:
  \${2:PASSWORD}: "\${3:change-me}"
`,
  },
  {
    label: 'PersistentVolumeClaim',
    detail: { ko: '저장 공간을 요청하는 틀', en: 'skeleton that asks for storage' },
    note: 'kubernetes/PersistentVolumeClaim',
    body: `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: \${1:data}
spec:
  accessModes:
    - \${2|ReadWriteOnce,ReadWriteOncePod,ReadWriteMany,ReadOnlyMany|}
  resources:
    requests:
      storage: \${3:1Gi}
`,
  },
  {
    label: 'HorizontalPodAutoscaler',
    detail: { ko: 'CPU 사용률로 Pod 수를 바꾸는 틀', en: 'skeleton that scales by CPU utilization' },
    note: 'kubernetes/HorizontalPodAutoscaler',
    body: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: \${1:web}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: \${2|Deployment,StatefulSet|}
    name: $1
  minReplicas: \${3:2}
  maxReplicas: \${4:10}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: \${5:70}
`,
  },
  {
    label: 'PodDisruptionBudget',
    detail: { ko: '노드를 비울 때 남길 Pod 수를 정하는 틀', en: 'skeleton that keeps Pods while nodes are drained' },
    note: 'kubernetes/PodDisruptionBudget',
    body: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: \${1:web}
spec:
  maxUnavailable: \${2:1}
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      app.kubernetes.io/name: $1
`,
  },
  {
    label: 'ServiceAccount',
    detail: { ko: 'Pod의 신원, 토큰은 필요할 때만', en: 'an identity for Pods, its token only on demand' },
    note: 'kubernetes/ServiceAccount',
    body: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: \${1:web}
automountServiceAccountToken: false
`,
  },
  {
    label: 'Role and RoleBinding',
    detail: { ko: 'ServiceAccount에 권한을 주는 한 쌍', en: 'a pair that gives rights to a ServiceAccount' },
    note: 'kubernetes/Role',
    body: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: \${1:config-reader}
rules:
  - apiGroups:
      - ""
    resources:
      - \${2:configmaps}
    verbs:
      - get
      - list
      - watch
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: $1
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: $1
subjects:
  - kind: ServiceAccount
    name: \${3:web}
`,
  },
  {
    label: 'Namespace',
    detail: { ko: 'Pod 보안 표준 레이블을 갖춘 틀', en: 'skeleton with Pod Security labels' },
    note: 'kubernetes/Namespace',
    body: `apiVersion: v1
kind: Namespace
metadata:
  name: \${1:my-app}
  labels:
    pod-security.kubernetes.io/enforce: \${2|restricted,baseline|}
    pod-security.kubernetes.io/warn: restricted
    pod-security.kubernetes.io/audit: restricted
`,
  },
  {
    label: 'ResourceQuota',
    detail: { ko: '네임스페이스 전체의 한도', en: 'what a namespace may use in all' },
    note: 'kubernetes/ResourceQuota',
    body: `apiVersion: v1
kind: ResourceQuota
metadata:
  name: \${1:quota}
spec:
  hard:
    requests.cpu: "\${2:4}"
    requests.memory: \${3:8Gi}
    limits.memory: \${4:16Gi}
    pods: "\${5:50}"
`,
  },
  {
    label: 'LimitRange',
    detail: { ko: '컨테이너의 기본 요청과 상한', en: 'default requests and limits of containers' },
    note: 'kubernetes/LimitRange',
    body: `apiVersion: v1
kind: LimitRange
metadata:
  name: \${1:defaults}
spec:
  limits:
    - type: Container
      defaultRequest:
        cpu: \${2:100m}
        memory: \${3:128Mi}
      default:
        memory: \${4:256Mi}
`,
  },
  {
    label: 'Kustomization',
    detail: { ko: '매니페스트를 모아 고치는 kustomize 파일', en: 'gathers manifests and changes them' },
    note: 'kubernetes/Kustomization',
    body: `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: \${1:my-app}
resources:
  - \${2:deployment.yaml}
  - \${3:service.yaml}
`,
  },
];
