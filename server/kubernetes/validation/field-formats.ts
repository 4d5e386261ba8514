import type { TextFormatName } from './text-formats.ts';

/** Bounds of a whole number, both allowed. */
export interface Range {
  readonly min: number;
  readonly max?: number;
}

/**
 * What a value must look like. `port`: a number of a port, or the name of one. `number-or-percent`: a number from 0, or `25%`;
 * `number-or-share`: the same, up to `100%`.
 */
export type Format = TextFormatName | Range | 'port' | 'number-or-percent' | 'number-or-share';

/** What the values of a field must look like, through lists and maps, and the keys of a map. */
export interface FieldFormat {
  readonly values?: Format;
  readonly keys?: TextFormatName;
}

const port: Range = { min: 1, max: 65535 };
const natural: Range = { min: 0 };
const positive: Range = { min: 1 };
const fileMode: Range = { min: 0, max: 0o777 };
/** User and group numbers. */
const identity: Range = { min: 0, max: 2 ** 31 - 1 };
const weight: Range = { min: 1, max: 100 };

/** The page of each group: https://kubernetes.io/docs/reference/kubernetes-api/ and the one above it. */
const table: Readonly<Record<string, Readonly<Record<string, FieldFormat>>>> = {
  // https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/
  'meta/ObjectMeta': {
    namespace: { values: 'dns-label' },
    labels: { keys: 'label-key', values: 'label-value' },
    annotations: { keys: 'annotation-key' },
  },
  // https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/label-selector/
  'meta/LabelSelector': { matchLabels: { keys: 'label-key', values: 'label-value' } },
  'meta/LabelSelectorRequirement': { key: { values: 'label-key' }, values: { values: 'label-value' } },
  // https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/
  'core/PodSpec': {
    activeDeadlineSeconds: { values: positive },
    hostname: { values: 'dns-label' },
    nodeName: { values: 'dns-name' },
    nodeSelector: { keys: 'label-key', values: 'label-value' },
    priorityClassName: { values: 'dns-name' },
    serviceAccountName: { values: 'dns-name' },
    subdomain: { values: 'dns-label' },
    terminationGracePeriodSeconds: { values: natural },
  },
  'core/Container': { name: { values: 'dns-label' }, image: { values: 'image' } },
  'core/EphemeralContainer': { name: { values: 'dns-label' }, image: { values: 'image' } },
  'core/ContainerPort': {
    name: { values: 'port-name' },
    containerPort: { values: port },
    hostPort: { values: { min: 0, max: 65535 } },
    hostIP: { values: 'ip' },
  },
  'core/EnvVar': { name: { values: 'env-name' } },
  'core/EnvFromSource': { prefix: { values: 'env-name' } },
  'core/ConfigMapKeySelector': { name: { values: 'dns-name' }, key: { values: 'config-key' } },
  'core/SecretKeySelector': { name: { values: 'dns-name' }, key: { values: 'config-key' } },
  'core/ConfigMapEnvSource': { name: { values: 'dns-name' } },
  'core/SecretEnvSource': { name: { values: 'dns-name' } },
  'core/ResourceFieldSelector': { resource: { values: 'resource-field' } },
  'core/ObjectFieldSelector': { fieldPath: { values: 'field-path' } },
  'core/Probe': {
    initialDelaySeconds: { values: natural },
    timeoutSeconds: { values: natural },
    periodSeconds: { values: natural },
    successThreshold: { values: natural },
    failureThreshold: { values: natural },
    terminationGracePeriodSeconds: { values: positive },
  },
  'core/HTTPGetAction': { port: { values: 'port' } },
  'core/HTTPHeader': { name: { values: 'header-name' } },
  'core/TCPSocketAction': { port: { values: 'port' } },
  'core/GRPCAction': { port: { values: port } },
  'core/SleepAction': { seconds: { values: natural } },
  'core/SecurityContext': { runAsUser: { values: identity }, runAsGroup: { values: identity } },
  'core/PodSecurityContext': {
    runAsUser: { values: identity },
    runAsGroup: { values: identity },
    fsGroup: { values: identity },
    supplementalGroups: { values: identity },
  },
  'core/VolumeMount': {
    subPath: { values: 'relative-path' },
    subPathExpr: { values: 'relative-path' },
  },
  'core/HostAlias': { ip: { values: 'ip' }, hostnames: { values: 'dns-name' } },
  'core/PodDNSConfig': { nameservers: { values: 'ip' } },
  'core/NodeSelectorRequirement': { key: { values: 'label-key' } },
  'core/PreferredSchedulingTerm': { weight: { values: weight } },
  'core/WeightedPodAffinityTerm': { weight: { values: weight } },
  'core/PodAffinityTerm': { topologyKey: { values: 'label-key' }, namespaces: { values: 'dns-label' } },
  'core/TopologySpreadConstraint': {
    maxSkew: { values: positive },
    minDomains: { values: positive },
    topologyKey: { values: 'label-key' },
  },
  'core/Toleration': { key: { values: 'label-key' } },
  // https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume/
  'core/Volume': { name: { values: 'dns-label' } },
  'core/ConfigMapVolumeSource': { defaultMode: { values: fileMode } },
  'core/SecretVolumeSource': { defaultMode: { values: fileMode } },
  'core/ProjectedVolumeSource': { defaultMode: { values: fileMode } },
  'core/DownwardAPIVolumeSource': { defaultMode: { values: fileMode } },
  'core/KeyToPath': { mode: { values: fileMode }, path: { values: 'relative-path' } },
  'core/DownwardAPIVolumeFile': { mode: { values: fileMode }, path: { values: 'relative-path' } },
  'core/ServiceAccountTokenProjection': { expirationSeconds: { values: { min: 600, max: 2 ** 32 } }, path: { values: 'relative-path' } },
  'core/HostPathVolumeSource': { path: { values: 'plain-path' } },
  'core/NFSVolumeSource': { path: { values: 'absolute-path' } },
  'core/PersistentVolumeClaimVolumeSource': { claimName: { values: 'dns-name' } },
  // https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/
  'core/ConfigMap': { data: { keys: 'config-key' }, binaryData: { keys: 'config-key' } },
  'core/Secret': { data: { keys: 'config-key' }, stringData: { keys: 'config-key' } },
  'core/PersistentVolumeClaimSpec': { storageClassName: { values: 'dns-name' } },
  'core/PersistentVolumeSpec': { storageClassName: { values: 'dns-name' } },
  // https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/
  'apps/DeploymentSpec': {
    replicas: { values: natural },
    minReadySeconds: { values: natural },
    revisionHistoryLimit: { values: natural },
    progressDeadlineSeconds: { values: positive },
  },
  'apps/ReplicaSetSpec': { replicas: { values: natural }, minReadySeconds: { values: natural } },
  'apps/StatefulSetSpec': {
    replicas: { values: natural },
    minReadySeconds: { values: natural },
    revisionHistoryLimit: { values: natural },
  },
  'apps/DaemonSetSpec': { minReadySeconds: { values: natural }, revisionHistoryLimit: { values: natural } },
  'apps/RollingUpdateDeployment': { maxSurge: { values: 'number-or-percent' }, maxUnavailable: { values: 'number-or-share' } },
  'apps/RollingUpdateDaemonSet': { maxSurge: { values: 'number-or-share' }, maxUnavailable: { values: 'number-or-share' } },
  'apps/RollingUpdateStatefulSetStrategy': { maxUnavailable: { values: 'number-or-share' }, partition: { values: natural } },
  'core/ReplicationControllerSpec': { replicas: { values: natural }, minReadySeconds: { values: natural } },
  'batch/JobSpec': {
    activeDeadlineSeconds: { values: positive },
    backoffLimit: { values: natural },
    completions: { values: natural },
    parallelism: { values: natural },
    ttlSecondsAfterFinished: { values: natural },
  },
  'batch/CronJobSpec': {
    schedule: { values: 'schedule' },
    timeZone: { values: 'time-zone' },
    startingDeadlineSeconds: { values: natural },
    successfulJobsHistoryLimit: { values: natural },
    failedJobsHistoryLimit: { values: natural },
  },
  'autoscaling/HorizontalPodAutoscalerSpec': { maxReplicas: { values: positive }, minReplicas: { values: natural } },
  'autoscaling/HPAScalingRules': { stabilizationWindowSeconds: { values: { min: 0, max: 3600 } } },
  'autoscaling/HPAScalingPolicy': { periodSeconds: { values: { min: 1, max: 1800 } }, value: { values: positive } },
  'autoscaling/MetricTarget': { averageUtilization: { values: positive } },
  'scheduling.k8s.io/PriorityClass': { value: { values: { min: -(2 ** 31), max: 1_000_000_000 } } },
  // https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/
  'policy/PodDisruptionBudgetSpec': { minAvailable: { values: 'number-or-share' }, maxUnavailable: { values: 'number-or-share' } },
  'networking.k8s.io/NetworkPolicyPort': { port: { values: 'port' }, endPort: { values: port } },
  'networking.k8s.io/IPBlock': { cidr: { values: 'cidr' }, except: { values: 'cidr' } },
  // https://kubernetes.io/docs/reference/kubernetes-api/service-resources/
  'core/ServicePort': {
    name: { values: 'dns-label' },
    port: { values: port },
    targetPort: { values: 'port' },
    // Another range can be set for a cluster: kube-apiserver --service-node-port-range. 0 is one that the API server chooses.
    nodePort: { values: { min: 30000, max: 32767 } },
    appProtocol: { values: 'label-key' },
  },
  'core/ServiceSpec': {
    clusterIP: { values: 'cluster-ip' },
    externalIPs: { values: 'ip' },
    loadBalancerSourceRanges: { values: 'cidr' },
    externalName: { values: 'external-name' },
    selector: { keys: 'label-key', values: 'label-value' },
  },
  'core/ClientIPConfig': { timeoutSeconds: { values: { min: 1, max: 86400 } } },
  'networking.k8s.io/IngressRule': { host: { values: 'ingress-host' } },
  'networking.k8s.io/IngressTLS': { hosts: { values: 'ingress-host' } },
  'networking.k8s.io/IngressSpec': { ingressClassName: { values: 'dns-name' } },
  'networking.k8s.io/IngressServiceBackend': { name: { values: 'dns-label' } },
  'networking.k8s.io/ServiceBackendPort': { number: { values: port }, name: { values: 'port-name' } },
  // https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/
  'admissionregistration.k8s.io/ValidatingWebhook': { timeoutSeconds: { values: { min: 1, max: 30 } } },
  'admissionregistration.k8s.io/MutatingWebhook': { timeoutSeconds: { values: { min: 1, max: 30 } } },
};

/** The formats by type and field: `core/Container#name`. */
export const fieldFormats: ReadonlyMap<string, FieldFormat> = new Map(
  Object.entries(table).flatMap(([type, fields]) => Object.entries(fields).map(([field, format]) => [`${type}#${field}`, format] as const)),
);

/**
 * What the names of kinds must look like, other than a DNS name of at most 253 characters.
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#names
 */
export const nameFormats: ReadonlyMap<string, TextFormatName> = new Map([
  ['/Namespace', 'dns-label'],
  // Since Kubernetes 1.36 a Service's name may begin with a digit.
  ['/Service', 'dns-label'],
  ['apps/StatefulSet', 'dns-label'],
  ['batch/CronJob', 'dns-name-52'],
  ['batch/Job', 'dns-name-63'],
  ['rbac.authorization.k8s.io/Role', 'path-segment'],
  ['rbac.authorization.k8s.io/ClusterRole', 'path-segment'],
  ['rbac.authorization.k8s.io/RoleBinding', 'path-segment'],
  ['rbac.authorization.k8s.io/ClusterRoleBinding', 'path-segment'],
  ['networking.k8s.io/IPAddress', 'ip'],
  ['certificates.k8s.io/CertificateSigningRequest', 'dns-name'],
  ['/Event', 'path-segment'],
  ['events.k8s.io/Event', 'path-segment'],
  ['/ComponentStatus', 'path-segment'],
]);
