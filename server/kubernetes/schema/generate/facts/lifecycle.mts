/**
 * Since which Kubernetes version a kind is served, in which it was deprecated and in which it is gone. From the lifecycle marks of the
 * Kubernetes 1.36 API types, for kinds that are gone of 1.24 and 1.20; the same as in
 * https://kubernetes.io/docs/reference/using-api/deprecation-guide/, which knows the removed ones.
 */

/** `since [deprecatedIn removedIn] [-> apiVersion[/Kind]]`. Without an arrow the newest version of the same kind and group replaces it. */
type Lifecycle = string;

/** By apiVersion, then by the names of kinds with spaces; `*` is all others. */
export const LIFECYCLES: Readonly<Record<string, Readonly<Record<string, Lifecycle>>>> = {
  'admissionregistration.k8s.io/v1': {
    'MutatingAdmissionPolicy MutatingAdmissionPolicyBinding': '1.36',
    'ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding': '1.30',
    '*': '1.16',
  },
  'admissionregistration.k8s.io/v1alpha1': {
    'MutatingAdmissionPolicy MutatingAdmissionPolicyBinding': '1.32 1.35 1.38',
    '*': '1.26 1.29 1.32',
  },
  'admissionregistration.k8s.io/v1beta1': {
    'MutatingAdmissionPolicy MutatingAdmissionPolicyBinding': '1.34 1.37 1.40',
    'ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding': '1.28 1.31 1.34',
    '*': '1.9 1.16 1.22',
  },
  'apiextensions.k8s.io/v1': { '*': '1.16' },
  'apiextensions.k8s.io/v1beta1': { '*': '1.7 1.16 1.22' },
  'apiregistration.k8s.io/v1': { '*': '1.10' },
  'apiregistration.k8s.io/v1beta1': { '*': '1.7 1.19 1.22' },
  'apps/v1': { '*': '1.9' },
  'apps/v1beta1': {
    ControllerRevision: '1.7 1.8 1.16',
    Scale: '1.6 1.8 1.16 -> autoscaling/v1',
    StatefulSet: '1.5 1.8 1.16',
    '*': '1.6 1.8 1.16',
  },
  'apps/v1beta2': { Scale: '1.8 1.9 1.16 -> autoscaling/v1', '*': '1.8 1.9 1.16' },
  'authentication.k8s.io/v1': { SelfSubjectReview: '1.28', TokenRequest: '1.10', '*': '1.6' },
  'authentication.k8s.io/v1alpha1': { '*': '1.26 1.29 1.32' },
  'authentication.k8s.io/v1beta1': { SelfSubjectReview: '1.27 1.30 1.33', '*': '1.4 1.19 1.22' },
  'authorization.k8s.io/v1': { '*': '1.6' },
  'authorization.k8s.io/v1beta1': { SelfSubjectRulesReview: '1.8 1.19 1.22', '*': '1.2 1.19 1.22' },
  'autoscaling/v1': { '*': '1.2' },
  'autoscaling/v2': { '*': '1.23' },
  'autoscaling/v2beta1': { '*': '1.8 1.22 1.25' },
  'autoscaling/v2beta2': { '*': '1.12 1.23 1.26' },
  'batch/v1': { CronJob: '1.21', '*': '1.2' },
  'batch/v1beta1': { '*': '1.8 1.21 1.25' },
  'certificates.k8s.io/v1': { '*': '1.19' },
  'certificates.k8s.io/v1alpha1': { '*': '1.26 1.34 1.37' },
  'certificates.k8s.io/v1beta1': {
    ClusterTrustBundle: '1.33 1.37 1.40',
    PodCertificateRequest: '1.35 1.38 1.41',
    '*': '1.12 1.19 1.22',
  },
  'coordination.k8s.io/v1': { '*': '1.14' },
  'coordination.k8s.io/v1alpha2': { '*': '1.32 1.35 1.38' },
  'coordination.k8s.io/v1beta1': { LeaseCandidate: '1.33 1.36 1.39', '*': '1.12 1.19 1.22' },
  'discovery.k8s.io/v1': { '*': '1.21' },
  'discovery.k8s.io/v1beta1': { '*': '1.16 1.21 1.25' },
  'events.k8s.io/v1': { '*': '1.19' },
  'events.k8s.io/v1beta1': { '*': '1.8 1.22 1.25' },
  'extensions/v1beta1': {
    DaemonSet: '1.1 1.8 1.16 -> apps/v1',
    Deployment: '1.1 1.8 1.16 -> apps/v1',
    Ingress: '1.1 1.14 1.22 -> networking.k8s.io/v1',
    NetworkPolicy: '1.3 1.9 1.16 -> networking.k8s.io/v1',
    PodSecurityPolicy: '1.2 1.11 1.16',
    ReplicaSet: '1.2 1.8 1.16 -> apps/v1',
    Scale: '1.1 1.2 1.16 -> autoscaling/v1',
    '*': '1.2 1.8 1.16',
  },
  'flowcontrol.apiserver.k8s.io/v1': { '*': '1.29' },
  'flowcontrol.apiserver.k8s.io/v1alpha1': { '*': '1.18 1.20 1.21' },
  'flowcontrol.apiserver.k8s.io/v1beta1': { '*': '1.20 1.23 1.26' },
  'flowcontrol.apiserver.k8s.io/v1beta2': { '*': '1.23 1.26 1.29' },
  'flowcontrol.apiserver.k8s.io/v1beta3': { '*': '1.26 1.29 1.32' },
  'networking.k8s.io/v1': { 'IPAddress ServiceCIDR': '1.33', NetworkPolicy: '1.7', '*': '1.19' },
  'networking.k8s.io/v1beta1': { 'IPAddress ServiceCIDR': '1.31 1.34 1.37', IngressClass: '1.18 1.19 1.22', '*': '1.14 1.19 1.22' },
  'node.k8s.io/v1': { '*': '1.20' },
  'node.k8s.io/v1beta1': { '*': '1.13 1.22 1.25' },
  'policy/v1': { Eviction: '1.22', '*': '1.21' },
  'policy/v1beta1': { Eviction: '1.5 1.22 1.25 -> policy/v1', PodSecurityPolicy: '1.10 1.21 1.25', '*': '1.5 1.21 1.25' },
  'rbac.authorization.k8s.io/v1': { '*': '1.8' },
  'rbac.authorization.k8s.io/v1beta1': { '*': '1.6 1.17 1.22' },
  'resource.k8s.io/v1': { '*': '1.34' },
  'resource.k8s.io/v1alpha3': { DeviceTaintRule: '1.33 1.36 1.39', '*': '1.36 1.39 1.42' },
  'resource.k8s.io/v1beta1': { '*': '1.32 1.35 1.38' },
  'resource.k8s.io/v1beta2': { DeviceTaintRule: '1.36 1.39 1.42', '*': '1.33 1.36 1.39' },
  'scheduling.k8s.io/v1': { '*': '1.14' },
  'scheduling.k8s.io/v1beta1': { '*': '1.11 1.14 1.22' },
  'storage.k8s.io/v1': {
    CSIDriver: '1.18',
    CSINode: '1.17',
    CSIStorageCapacity: '1.24',
    VolumeAttachment: '1.13',
    VolumeAttributesClass: '1.34',
    '*': '1.6',
  },
  'storage.k8s.io/v1alpha1': { CSIStorageCapacity: '1.19 1.21 1.24', VolumeAttachment: '1.9 1.21 1.24', '*': '1.29 1.32 1.35' },
  'storage.k8s.io/v1beta1': {
    CSIDriver: '1.14 1.19 1.22',
    CSINode: '1.14 1.17 1.22',
    CSIStorageCapacity: '1.21 1.24 1.27',
    StorageClass: '1.4 1.19 1.22',
    VolumeAttachment: '1.10 1.19 1.22',
    '*': '1.31 1.34 1.37',
  },
  'storagemigration.k8s.io/v1beta1': { '*': '1.35 1.38 1.41' },
};

/** Kinds that are gone and that no package describes any more. */
export const FORGOTTEN: Readonly<Record<string, readonly string[]>> = {
  'admissionregistration.k8s.io/v1alpha1': ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'],
  'admissionregistration.k8s.io/v1beta1': ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'],
  'authentication.k8s.io/v1alpha1': ['SelfSubjectReview'],
  'authentication.k8s.io/v1beta1': ['SelfSubjectReview'],
  'batch/v2alpha1': ['CronJob'],
  'discovery.k8s.io/v1alpha1': ['EndpointSlice'],
  'flowcontrol.apiserver.k8s.io/v1alpha1': ['FlowSchema', 'PriorityLevelConfiguration'],
  'networking.k8s.io/v1alpha1': ['IPAddress', 'ServiceCIDR'],
  'node.k8s.io/v1alpha1': ['RuntimeClass'],
  'rbac.authorization.k8s.io/v1alpha1': ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
  'resource.k8s.io/v1alpha2': ['ResourceClaim', 'ResourceClaimTemplate'],
  'scheduling.k8s.io/v1alpha1': ['PriorityClass'],
  'storage.k8s.io/v1alpha1': ['CSIStorageCapacity', 'VolumeAttachment', 'VolumeAttributesClass'],
};

/**
 * Kinds that are gone, but live on in old manifests, with fields unlike those of what replaces them. Only these keep their own types;
 * the fields of other kinds that are gone are told by what replaces them too.
 */
export const UNLIKE_THEIR_SUCCESSORS: readonly string[] = [
  'apiextensions.k8s.io/v1beta1/CustomResourceDefinition',
  'autoscaling/v2beta1/HorizontalPodAutoscaler',
  'autoscaling/v2beta2/HorizontalPodAutoscaler',
  'extensions/v1beta1/Ingress',
  'networking.k8s.io/v1beta1/Ingress',
];
