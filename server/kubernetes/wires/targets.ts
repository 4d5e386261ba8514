import type { KindKey } from './types.ts';

/** How an object of the schema names another resource. */
export interface Wire {
  /** The kind of the target, or `named` when `kind` and `apiVersion` or `apiGroup` beside the name tell it; then what a missing kind means. */
  readonly target: KindKey | { readonly named: KindKey };
  /** The field that holds the name. */
  readonly name: string;
  /** The field that holds one key of the target. */
  readonly key?: string;
  /** Whether `items[].key` names keys of the target. */
  readonly items?: true;
  /** The field that holds a port of the target: a number or name, or an object with `number` or `name`. */
  readonly port?: string;
  /** Whether `namespace` beside the name says where the target lives. */
  readonly namespace?: true;
}

const configMap = '/ConfigMap';
const secret = '/Secret';
const service = '/Service';

/** Wires by schema type, without its version. Optional references say so in a field `optional` beside the name. */
export const wiresOfType: Readonly<Record<string, readonly Wire[]>> = {
  'core/ConfigMapKeySelector': [{ target: configMap, name: 'name', key: 'key' }],
  'core/ConfigMapEnvSource': [{ target: configMap, name: 'name' }],
  'core/ConfigMapVolumeSource': [{ target: configMap, name: 'name', items: true }],
  'core/ConfigMapProjection': [{ target: configMap, name: 'name', items: true }],
  'core/SecretKeySelector': [{ target: secret, name: 'name', key: 'key' }],
  'core/SecretEnvSource': [{ target: secret, name: 'name' }],
  'core/SecretVolumeSource': [{ target: secret, name: 'secretName', items: true }],
  'core/SecretProjection': [{ target: secret, name: 'name', items: true }],
  'core/PersistentVolumeClaimVolumeSource': [{ target: '/PersistentVolumeClaim', name: 'claimName' }],
  'core/PodSpec': [
    { target: '/ServiceAccount', name: 'serviceAccountName' },
    { target: 'scheduling.k8s.io/PriorityClass', name: 'priorityClassName' },
    { target: 'node.k8s.io/RuntimeClass', name: 'runtimeClassName' },
  ],
  'core/PersistentVolumeClaimSpec': [
    { target: 'storage.k8s.io/StorageClass', name: 'storageClassName' },
    { target: '/PersistentVolume', name: 'volumeName' },
  ],
  'core/PersistentVolumeSpec': [{ target: 'storage.k8s.io/StorageClass', name: 'storageClassName' }],
  'apps/StatefulSetSpec': [{ target: service, name: 'serviceName' }],
  'networking.k8s.io/IngressServiceBackend': [{ target: service, name: 'name', port: 'port' }],
  'networking.k8s.io/IngressBackend': [{ target: service, name: 'serviceName', port: 'servicePort' }],
  'extensions/IngressBackend': [{ target: service, name: 'serviceName', port: 'servicePort' }],
  'networking.k8s.io/IngressTLS': [{ target: secret, name: 'secretName' }],
  'networking.k8s.io/IngressSpec': [{ target: 'networking.k8s.io/IngressClass', name: 'ingressClassName' }],
  'autoscaling/CrossVersionObjectReference': [{ target: { named: 'apps/Deployment' }, name: 'name' }],
  'rbac.authorization.k8s.io/RoleRef': [{ target: { named: 'rbac.authorization.k8s.io/ClusterRole' }, name: 'name' }],
  'gateway.networking.k8s.io/HTTPBackendRef': [{ target: { named: service }, name: 'name', port: 'port', namespace: true }],
  'gateway.networking.k8s.io/GRPCBackendRef': [{ target: { named: service }, name: 'name', port: 'port', namespace: true }],
  'gateway.networking.k8s.io/BackendRef': [{ target: { named: service }, name: 'name', port: 'port', namespace: true }],
  'gateway.networking.k8s.io/ParentReference': [{ target: { named: 'gateway.networking.k8s.io/Gateway' }, name: 'name', namespace: true }],
  'gateway.networking.k8s.io/SecretObjectReference': [{ target: { named: secret }, name: 'name', namespace: true }],
  'gateway.networking.k8s.io/GatewaySpec': [{ target: 'gateway.networking.k8s.io/GatewayClass', name: 'gatewayClassName' }],
  'admissionregistration.k8s.io/ServiceReference': [{ target: service, name: 'name', port: 'port', namespace: true }],
  'apiextensions.k8s.io/ServiceReference': [{ target: service, name: 'name', port: 'port', namespace: true }],
  'apiregistration.k8s.io/ServiceReference': [{ target: service, name: 'name', port: 'port', namespace: true }],
};

/** Wires of the objects in a field, where the objects' type alone does not say what they name. */
export const wiresOfField: Readonly<Record<string, Wire>> = {
  'core/PodSpec#imagePullSecrets': { target: secret, name: 'name' },
  'core/ServiceAccount#imagePullSecrets': { target: secret, name: 'name' },
  'core/ServiceAccount#secrets': { target: secret, name: 'name' },
  'rbac.authorization.k8s.io/RoleBinding#subjects': { target: { named: '/User' }, name: 'name', namespace: true },
  'rbac.authorization.k8s.io/ClusterRoleBinding#subjects': { target: { named: '/User' }, name: 'name', namespace: true },
  'core/PersistentVolumeSpec#claimRef': { target: '/PersistentVolumeClaim', name: 'name', namespace: true },
  'core/PersistentVolumeClaimSpec#dataSource': { target: { named: '/PersistentVolumeClaim' }, name: 'name' },
};

/** Fields that hold a selector of Pods. A plain map of labels for a Service, a LabelSelector otherwise. */
export const selectorFields: ReadonlySet<string> = new Set([
  'core/ServiceSpec#selector',
  'core/ReplicationControllerSpec#selector',
  'apps/DeploymentSpec#selector',
  'apps/StatefulSetSpec#selector',
  'apps/DaemonSetSpec#selector',
  'apps/ReplicaSetSpec#selector',
  'batch/JobSpec#selector',
  'policy/PodDisruptionBudgetSpec#selector',
  'networking.k8s.io/NetworkPolicySpec#podSelector',
  'networking.k8s.io/NetworkPolicyPeer#podSelector',
  'core/PodAffinityTerm#labelSelector',
  'core/TopologySpreadConstraint#labelSelector',
]);

/** Fields that name something of the same Pod, or give it its name. */
export const localFields: Readonly<Record<string, { readonly space: 'volume' | 'port'; readonly role: 'definition' | 'use' }>> = {
  'core/Volume#name': { space: 'volume', role: 'definition' },
  'core/VolumeMount#name': { space: 'volume', role: 'use' },
  'core/VolumeDevice#name': { space: 'volume', role: 'use' },
  'core/ContainerPort#name': { space: 'port', role: 'definition' },
  'core/HTTPGetAction#port': { space: 'port', role: 'use' },
  'core/TCPSocketAction#port': { space: 'port', role: 'use' },
};
