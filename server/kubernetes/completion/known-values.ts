/** Values that a field usually has, where the schema allows any. */
export interface KnownValues {
  readonly values: readonly string[];
  /** Whether they are examples of many: they are shown, but do not come up for what somebody types on their own. */
  readonly examples?: true;
}

const examples = (...values: readonly string[]): KnownValues => ({ values, examples: true });
const words = (...values: readonly string[]): KnownValues => ({ values });

const topologyKeys = words('kubernetes.io/hostname', 'topology.kubernetes.io/zone', 'topology.kubernetes.io/region');
const metricResources = words('cpu', 'memory');
const users = examples('1000', '10001', '65532');
const taintKeys = words(
  'node-role.kubernetes.io/control-plane',
  'node.kubernetes.io/not-ready',
  'node.kubernetes.io/unreachable',
  'node.kubernetes.io/disk-pressure',
  'node.kubernetes.io/memory-pressure',
  'node.kubernetes.io/unschedulable',
);

/** By type and field, as notes are named. Source: the pages of each type in the Kubernetes API reference. */
const table: Readonly<Record<string, KnownValues>> = {
  'CronJobSpec#schedule': examples('*/5 * * * *', '0 * * * *', '0 3 * * *', '0 9 * * 1-5', '0 4 * * 0', '0 0 1 * *'),
  'CronJobSpec#timeZone': words('Asia/Seoul', 'Etc/UTC', 'Asia/Tokyo', 'Europe/Berlin', 'America/New_York'),
  'PolicyRule#verbs': words('get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection', '*'),
  'RoleRef#apiGroup': words('rbac.authorization.k8s.io'),
  'Subject#apiGroup': words('rbac.authorization.k8s.io'),
  'Subject#kind': words('ServiceAccount', 'User', 'Group'),
  'CrossVersionObjectReference#apiVersion': words('apps/v1'),
  'CrossVersionObjectReference#kind': words('Deployment', 'StatefulSet'),
  'LimitRangeItem#type': words('Container', 'Pod', 'PersistentVolumeClaim'),
  'ResourceMetricSource#name': metricResources,
  'ContainerResourceMetricSource#name': metricResources,
  'ObjectFieldSelector#fieldPath': words(
    'metadata.name',
    'metadata.namespace',
    'metadata.uid',
    "metadata.labels['app.kubernetes.io/name']",
    'spec.nodeName',
    'spec.serviceAccountName',
    'status.hostIP',
    'status.podIP',
    'status.podIPs',
  ),
  'ResourceFieldSelector#resource': words('limits.cpu', 'limits.memory', 'requests.cpu', 'requests.memory', 'limits.ephemeral-storage'),
  'PodAffinityTerm#topologyKey': topologyKeys,
  'TopologySpreadConstraint#topologyKey': topologyKeys,
  'Toleration#key': taintKeys,
  'NodeSelectorRequirement#key': words(
    'kubernetes.io/arch',
    'kubernetes.io/os',
    'kubernetes.io/hostname',
    'topology.kubernetes.io/zone',
    'node.kubernetes.io/instance-type',
    'node-role.kubernetes.io/control-plane',
  ),
  'PodSpec#priorityClassName': words('system-cluster-critical', 'system-node-critical'),
  'PodSpec#serviceAccountName': words('default'),
  'IngressSpec#ingressClassName': words('nginx', 'traefik', 'haproxy', 'alb'),
  'ServicePort#appProtocol': words('http', 'https', 'grpc', 'kubernetes.io/h2c', 'kubernetes.io/ws', 'kubernetes.io/wss'),
  'ServicePort#name': words('http', 'https', 'grpc', 'metrics'),
  'ContainerPort#name': words('http', 'https', 'grpc', 'metrics'),
  'HTTPGetAction#path': words('/livez', '/readyz', '/healthz'),
  'HTTPIngressPath#path': words('/'),
  'VolumeMount#mountPath': words('/tmp', '/data', '/etc/config', '/var/cache', '/var/run'),
  'SecurityContext#runAsUser': users,
  'SecurityContext#runAsGroup': users,
  'PodSecurityContext#runAsUser': users,
  'PodSecurityContext#runAsGroup': users,
  'PodSecurityContext#fsGroup': users,
  'DeploymentSpec#replicas': examples('2', '3'),
  'StatefulSetSpec#replicas': examples('1', '3'),
  'RollingUpdateDeployment#maxSurge': examples('1', '25%'),
  'RollingUpdateDeployment#maxUnavailable': examples('0', '1', '25%'),
  'PodDisruptionBudgetSpec#minAvailable': examples('1', '50%'),
  'PodDisruptionBudgetSpec#maxUnavailable': examples('1', '25%'),
  'HorizontalPodAutoscalerSpec#minReplicas': examples('2'),
  'MetricTarget#averageUtilization': examples('70', '80'),
  'Probe#periodSeconds': examples('5', '10', '30'),
  'Probe#timeoutSeconds': examples('1', '2', '5'),
  'Probe#failureThreshold': examples('3', '30'),
  'SleepAction#seconds': examples('5', '10'),
  'EmptyDirVolumeSource#sizeLimit': examples('64Mi', '256Mi', '1Gi'),
  'ConfigMapVolumeSource#defaultMode': examples('0444', '0555'),
  'SecretVolumeSource#defaultMode': examples('0400', '0440'),
  'JobSpec#backoffLimit': examples('0', '3', '6'),
  'JobSpec#ttlSecondsAfterFinished': examples('600', '3600', '86400'),
  'ConfigMap#immutable': words('true'),
  'ClientIPConfig#timeoutSeconds': examples('10800'),
};

/** The value of several that is meant most, or that is the safe one. */
const first: Readonly<Record<string, string>> = {
  'Container#imagePullPolicy': 'IfNotPresent',
  'CronJobSpec#concurrencyPolicy': 'Forbid',
  'HTTPIngressPath#pathType': 'Prefix',
  'HTTPPathMatch#type': 'PathPrefix',
  'LabelSelectorRequirement#operator': 'In',
  'MetricSpec#type': 'Resource',
  'MetricTarget#type': 'Utilization',
  'NodeSelectorRequirement#operator': 'In',
  'PersistentVolumeClaimSpec#accessModes': 'ReadWriteOnce',
  'PersistentVolumeSpec#accessModes': 'ReadWriteOnce',
  'PersistentVolumeSpec#persistentVolumeReclaimPolicy': 'Retain',
  'PodDisruptionBudgetSpec#unhealthyPodEvictionPolicy': 'AlwaysAllow',
  'RoleRef#kind': 'Role',
  'SeccompProfile#type': 'RuntimeDefault',
  'StorageClass#volumeBindingMode': 'WaitForFirstConsumer',
  'Subject#kind': 'ServiceAccount',
  'Toleration#effect': 'NoSchedule',
  'TopologySpreadConstraint#whenUnsatisfiable': 'ScheduleAnyway',
  'PodSpec#automountServiceAccountToken': 'false',
  'PodSpec#enableServiceLinks': 'false',
  'PodSpec#hostIPC': 'false',
  'PodSpec#hostNetwork': 'false',
  'PodSpec#hostPID': 'false',
  'SecurityContext#allowPrivilegeEscalation': 'false',
  'SecurityContext#privileged': 'false',
  'ServiceAccount#automountServiceAccountToken': 'false',
};

/** Puts the value first that is meant most. @param field the type and the field */
export function inOrder(field: string, values: readonly string[]): readonly string[] {
  const best = Object.hasOwn(first, field) ? first[field] : undefined;
  return best !== undefined && values.includes(best) ? [best, ...values.filter((value) => value !== best)] : values;
}

/** Well-known keys of maps that authors fill. */
const keys: Readonly<Record<string, readonly string[]>> = {
  'ResourceRequirements#requests': ['cpu', 'memory', 'ephemeral-storage'],
  'ResourceRequirements#limits': ['cpu', 'memory', 'ephemeral-storage'],
  'VolumeResourceRequirements#requests': ['storage'],
  'VolumeResourceRequirements#limits': ['storage'],
  'PersistentVolumeSpec#capacity': ['storage'],
  'LimitRangeItem#default': ['cpu', 'memory', 'ephemeral-storage'],
  'LimitRangeItem#defaultRequest': ['cpu', 'memory', 'ephemeral-storage'],
  'LimitRangeItem#max': ['cpu', 'memory', 'ephemeral-storage', 'storage'],
  'LimitRangeItem#min': ['cpu', 'memory', 'ephemeral-storage', 'storage'],
  'ResourceQuotaSpec#hard': [
    'requests.cpu',
    'requests.memory',
    'limits.cpu',
    'limits.memory',
    'requests.storage',
    'requests.ephemeral-storage',
    'limits.ephemeral-storage',
    'pods',
    'services',
    'services.loadbalancers',
    'services.nodeports',
    'configmaps',
    'secrets',
    'persistentvolumeclaims',
    'count/deployments.apps',
    'count/jobs.batch',
  ],
  'PodSpec#nodeSelector': ['kubernetes.io/arch', 'kubernetes.io/os', 'kubernetes.io/hostname', 'topology.kubernetes.io/zone'],
};

/** Typical amounts of a resource, by the name that it ends with. */
const amounts: Readonly<Record<string, readonly string[]>> = {
  cpu: ['50m', '100m', '250m', '500m', '1', '2'],
  memory: ['64Mi', '128Mi', '256Mi', '512Mi', '1Gi', '2Gi'],
  storage: ['1Gi', '5Gi', '10Gi', '20Gi', '100Gi'],
  pods: ['10', '50'],
};

/** Values of labels and annotations with a meaning that is known. */
const keyed: Readonly<Record<string, readonly string[]>> = {
  'pod-security.kubernetes.io/enforce': ['restricted', 'baseline', 'privileged'],
  'pod-security.kubernetes.io/audit': ['restricted', 'baseline', 'privileged'],
  'pod-security.kubernetes.io/warn': ['restricted', 'baseline', 'privileged'],
  'pod-security.kubernetes.io/enforce-version': ['latest'],
  'pod-security.kubernetes.io/audit-version': ['latest'],
  'pod-security.kubernetes.io/warn-version': ['latest'],
  'kubernetes.io/arch': ['amd64', 'arm64'],
  'kubernetes.io/os': ['linux', 'windows'],
  'prometheus.io/scrape': ['true'],
  'prometheus.io/path': ['/metrics'],
  'storageclass.kubernetes.io/is-default-class': ['true', 'false'],
  'ingressclass.kubernetes.io/is-default-class': ['true', 'false'],
  'cluster-autoscaler.kubernetes.io/safe-to-evict': ['false', 'true'],
  'nginx.ingress.kubernetes.io/ssl-redirect': ['true', 'false'],
  'nginx.ingress.kubernetes.io/backend-protocol': ['HTTP', 'HTTPS', 'GRPC', 'GRPCS'],
};

/** The labels that many tools know. */
export const labelKeys: readonly string[] = ['name', 'instance', 'version', 'component', 'part-of', 'managed-by'].map(
  (name) => `app.kubernetes.io/${name}`,
);

/** Annotations that people write. */
export const annotationKeys: readonly string[] = [
  'kubernetes.io/change-cause',
  'kubernetes.io/description',
  'kubectl.kubernetes.io/default-container',
  'cluster-autoscaler.kubernetes.io/safe-to-evict',
  'prometheus.io/scrape',
  'prometheus.io/port',
  'prometheus.io/path',
  'cert-manager.io/cluster-issuer',
  'cert-manager.io/issuer',
  'nginx.ingress.kubernetes.io/rewrite-target',
  'nginx.ingress.kubernetes.io/ssl-redirect',
  'nginx.ingress.kubernetes.io/proxy-body-size',
  'nginx.ingress.kubernetes.io/backend-protocol',
  'storageclass.kubernetes.io/is-default-class',
  'ingressclass.kubernetes.io/is-default-class',
];

/** The labels of a Namespace that set the Pod Security Standards. */
export const podSecurityKeys: readonly string[] = Object.keys(keyed).filter((key) => key.startsWith('pod-security.'));

/** The values that a field usually has. @param field the type and the field: `CronJobSpec#schedule` */
export function knownValues(field: string): KnownValues | undefined {
  return Object.hasOwn(table, field) ? table[field] : undefined;
}

/** The well-known keys of a map. */
export function knownKeys(field: string): readonly string[] {
  return Object.hasOwn(keys, field) ? (keys[field] ?? []) : [];
}

/** Typical amounts of a resource: `requests.cpu` is of `cpu`. */
export function typicalAmounts(resource: string): readonly string[] {
  const name = /(?:^|[.-])(cpu|memory|storage|pods)$/.exec(resource)?.[1];
  return name === undefined ? [] : (amounts[name] ?? []);
}

/** The values of a label or annotation whose key is well known. */
export function valuesOfKey(key: string): readonly string[] {
  return Object.hasOwn(keyed, key) ? (keyed[key] ?? []) : [];
}
