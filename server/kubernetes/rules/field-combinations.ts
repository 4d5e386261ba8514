import { defineRule } from '../../rule.ts';
import type { KubernetesModel } from '../model.ts';
import { combinationMessages } from '../validation/combinations.ts';
import { equivalentsByRule } from '../validation/equivalents.ts';
import { fromWalk } from '../validation/problems.ts';

const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n';
const container = '  containers:\n    - name: web\n      image: nginx:1.29\n';
const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n';
const deployment = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n';

export const fieldCombinations = defineRule<KubernetesModel>({
  id: 'kubernetes/field-combinations',
  severity: 'error',
  presets: ['recommended'],
  equivalents: equivalentsByRule['field-combinations'],
  message: {
    ko: '이 필드들은 함께 쓸 수 없습니다.',
    en: 'These fields do not go together.',
  },
  variants: combinationMessages('field-combinations'),
  why: {
    ko: '필드 하나하나는 맞아도 서로 맞지 않으면 API 서버가 매니페스트를 거부합니다.',
    en: 'Each field may be right by itself; if they contradict one another the API server rejects the manifest.',
  },
  note: 'concepts/manifest-validation',
  url: 'https://kubernetes.io/docs/reference/kubernetes-api/',
  check: fromWalk('field-combinations'),
  examples: {
    bad: [
      {
        text: `${pod}${container}      livenessProbe:\n        httpGet: {port: 80}\n        «tcpSocket»: {port: 80}\n`,
      },
      { text: `${pod}${container}      «readinessProbe»:\n        periodSeconds: 5\n` },
      {
        text: `${deployment}  strategy:\n    rollingUpdate:\n      «maxSurge»: 0\n      maxUnavailable: 0%\n`,
        fixed: `${deployment}  strategy:\n    rollingUpdate:\n      maxSurge: 1\n      maxUnavailable: 0%\n`,
      },
      { text: `${deployment}  strategy:\n    type: Recreate\n    «rollingUpdate»: {maxSurge: 1}\n` },
      { text: `${pod}${container}  volumes:\n    - name: data\n      emptyDir: {}\n      «hostPath»: {path: /data}\n` },
      {
        text: `${pod}${container}      env:\n        - name: A\n          value: a\n          «valueFrom»: {fieldRef: {fieldPath: metadata.name}}\n`,
      },
      {
        text: `${pod}${container}      resources:\n        requests: {cpu: «2», memory: 1Gi}\n        limits: {cpu: 500m, memory: 1024Mi}\n`,
        fixed: `${pod}${container}      resources:\n        requests: {cpu: 500m, memory: 1Gi}\n        limits: {cpu: 500m, memory: 1024Mi}\n`,
      },
      {
        text: `${pod}${container}      livenessProbe:\n        httpGet: {port: 80}\n        successThreshold: «2»\n`,
        fixed: `${pod}${container}      livenessProbe:\n        httpGet: {port: 80}\n        successThreshold: 1\n`,
      },
      {
        text: `${deployment}  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      restartPolicy: «Never» # 한 번만\n      containers: [{name: web, image: "nginx:1.29"}]\n`,
        fixed: `${deployment}  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      restartPolicy: Always # 한 번만\n      containers: [{name: web, image: "nginx:1.29"}]\n`,
      },
      {
        text: 'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: once\nspec:\n  template:\n    «spec»:\n      containers: [{name: once, image: "busybox:1.37"}]\n',
      },
      { text: `${pod}  hostNetwork: true\n${container}      ports: [{containerPort: 80, hostPort: «8080»}]\n` },
      { text: `${service}  type: NodePort\n  clusterIP: «None»\n  ports: [{port: 80}]\n` },
      { text: `${service}  ports:\n    - port: 80\n      nodePort: «30080»\n` },
      { text: `${service}  ports:\n    - {name: http, port: 80}\n    - port: «443»\n` },
      { text: `${service}  type: «ExternalName»\n`.replace(/\n/g, '\r\n') },
      { text: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n«spec»:\n  selector: {app: web}\n' },
      {
        text: 'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  minAvailable: 1\n  «maxUnavailable»: 1\n',
      },
      {
        text: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: web\nspec:\n  minReplicas: «5»\n  maxReplicas: 3\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}\n',
      },
      { text: `${pod}${container}      securityContext:\n        privileged: true\n        «allowPrivilegeEscalation»: false\n` },
      { text: `${pod}${container}  tolerations:\n    - {key: gpu, operator: Exists, «value»: "yes"}\n` },
      {
        text: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata:\n  name: a\nroleRef:\n  apiGroup: «rbac.authorization.k8s.io/v1»\n  kind: ClusterRole\n  name: view\n',
        fixed:
          'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata:\n  name: a\nroleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ClusterRole\n  name: view\n',
      },
      {
        text: 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\nspec:\n  rules:\n    - http:\n        paths:\n          - path: «shop»\n            pathType: Prefix\n            backend: {service: {name: web, port: {number: 80}}}\n',
        fixed:
          'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\nspec:\n  rules:\n    - http:\n        paths:\n          - path: /shop\n            pathType: Prefix\n            backend: {service: {name: web, port: {number: 80}}}\n',
      },
      { text: 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: cert\ntype: «kubernetes.io/tls»\ndata:\n  tls.crt: YQ==\n' },
    ],
    good: [
      `${pod}${container}      livenessProbe:\n        httpGet: {port: 80}\n      env:\n        - {name: A, value: ""}\n        - name: B\n          valueFrom: {fieldRef: {fieldPath: status.podIP}}\n  volumes:\n    - name: empty\n    - name: data\n      emptyDir: {}\n      hostPath: null\n`,
      `${deployment}  strategy:\n    rollingUpdate:\n      maxSurge: 1\n      maxUnavailable: 0\n`,
      `${service}  clusterIP: None\n---\n${service}  type: ExternalName\n  externalName: db.example.com\n---\n${service}  type: LoadBalancer\n  externalTrafficPolicy: Local\n  ports: [{port: 80, nodePort: 30080}]\n`,
      `${pod}  hostNetwork: true\n${container}      ports: [{containerPort: 80, hostPort: 80}]\n      resources: {requests: {cpu: 500m}, limits: {cpu: 0.5}}\n`,
      'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: report\nspec:\n  schedule: "@daily"\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          restartPolicy: OnFailure\n          containers: [{name: report, image: "report:1"}]\n',
      // a patch
      {
        text: `${service}  ports:\n    - port: 80\n      nodePort: 30080\n`,
        files: { 'kustomization.yaml': 'patches:\n  - path: manifest.yaml\n' },
      },
      `${pod}${container}  tolerations:\n    - operator: Exists\n    - {key: gpu, operator: Equal, value: "yes", effect: NoExecute, tolerationSeconds: 60}\n`,
      'apiVersion: example.com/v1\nkind: Service\nspec: {clusterIP: None, type: NodePort}\n',
      `${service}  type: {{ .Values.type }}\n  clusterIP: None\n`,
    ],
  },
});
