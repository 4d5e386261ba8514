/**
 * The only values that the API server takes, where the packages say nothing, or say more than it does: what the validation of
 * Kubernetes 1.36 supports, and the CustomResourceDefinitions of Gateway API 1.5.
 */
import type { FactsByType } from '../refine.mts';

const OPERATORS_OF_SETS = ['In', 'NotIn'];
const EXACT_OR_EXPRESSION = ['Exact', 'RegularExpression'];
const HEADER_FILTERS = ['RequestHeaderModifier', 'ResponseHeaderModifier', 'RequestMirror', 'ExtensionRef'];

export const ENUMS: FactsByType<readonly string[]> = {
  'admissionregistration.k8s.io/v1/MutatingWebhook': { sideEffects: ['None', 'NoneOnDryRun'] },
  'admissionregistration.k8s.io/v1/ParamRef': { parameterNotFoundAction: ['Allow', 'Deny'] },
  'admissionregistration.k8s.io/v1/ValidatingWebhook': { sideEffects: ['None', 'NoneOnDryRun'] },
  'apiextensions.k8s.io/v1/CustomResourceColumnDefinition': { type: ['boolean', 'date', 'integer', 'number', 'string'] },
  'apiextensions.k8s.io/v1/CustomResourceConversion': { strategy: ['None', 'Webhook'] },
  'apiextensions.k8s.io/v1/CustomResourceDefinitionSpec': { scope: ['Cluster', 'Namespaced'] },
  'apiextensions.k8s.io/v1/JSONSchemaProps': {
    type: ['array', 'boolean', 'integer', 'number', 'object', 'string'],
    'x-kubernetes-list-type': ['atomic', 'map', 'set'],
    'x-kubernetes-map-type': ['atomic', 'granular'],
  },
  'apps/v1/StatefulSetPersistentVolumeClaimRetentionPolicy': { whenDeleted: ['Delete', 'Retain'], whenScaled: ['Delete', 'Retain'] },
  'autoscaling/v2/HPAScalingPolicy': { type: ['Percent', 'Pods'] },
  'autoscaling/v2/HPAScalingRules': { selectPolicy: ['Disabled', 'Max', 'Min'] },
  'autoscaling/v2/MetricSpec': { type: ['ContainerResource', 'External', 'Object', 'Pods', 'Resource'] },
  'autoscaling/v2/MetricTarget': { type: ['AverageValue', 'Utilization', 'Value'] },
  'batch/v1/PodFailurePolicyOnPodConditionsPattern': { status: ['False', 'True', 'Unknown'] },
  'core/v1/Container': { restartPolicy: ['Always', 'Never', 'OnFailure'] },
  'core/v1/ContainerResizePolicy': { resourceName: ['cpu', 'memory'], restartPolicy: ['NotRequired', 'RestartContainer'] },
  'core/v1/ContainerRestartRule': { action: ['Restart', 'RestartAllContainers'] },
  'core/v1/ContainerRestartRuleOnExitCodes': { operator: OPERATORS_OF_SETS },
  'core/v1/PodCertificateProjection': { keyType: ['ECDSAP256', 'ECDSAP384', 'ECDSAP521', 'ED25519', 'RSA3072', 'RSA4096'] },
  'core/v1/PodOS': { name: ['linux', 'windows'] },
  'core/v1/PodSecurityContext': { seLinuxChangePolicy: ['MountOption', 'Recursive'] },
  'core/v1/ServiceSpec': {
    ipFamilies: ['IPv4', 'IPv6'],
    trafficDistribution: ['PreferClose', 'PreferSameNode', 'PreferSameZone'],
  },
  'core/v1/VolumeMount': { recursiveReadOnly: ['Disabled', 'Enabled', 'IfPossible'] },
  'flowcontrol.apiserver.k8s.io/v1/FlowDistinguisherMethod': { type: ['ByNamespace', 'ByUser'] },
  'flowcontrol.apiserver.k8s.io/v1/LimitResponse': { type: ['Queue', 'Reject'] },
  'flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfigurationSpec': { type: ['Exempt', 'Limited'] },
  'flowcontrol.apiserver.k8s.io/v1/Subject': { kind: ['Group', 'ServiceAccount', 'User'] },
  'gateway.networking.k8s.io/v1/GRPCHeaderMatch': { type: EXACT_OR_EXPRESSION },
  'gateway.networking.k8s.io/v1/GRPCRouteFilter': { type: HEADER_FILTERS },
  'gateway.networking.k8s.io/v1/HTTPPathModifier': { type: ['ReplaceFullPath', 'ReplacePrefixMatch'] },
  'gateway.networking.k8s.io/v1/HTTPRequestRedirectFilter': {
    scheme: ['http', 'https'],
    statusCode: ['301', '302', '303', '307', '308'],
  },
  'gateway.networking.k8s.io/v1/HTTPExternalAuthFilter': { protocol: ['GRPC', 'HTTP'] },
  'gateway.networking.k8s.io/v1/HTTPRouteFilter': {
    type: [...HEADER_FILTERS, 'CORS', 'ExternalAuth', 'RequestRedirect', 'URLRewrite'],
  },
  'gateway.networking.k8s.io/v1/ListenerNamespaces': { from: ['All', 'None', 'Same', 'Selector'] },
  'gateway.networking.k8s.io/v1/RouteNamespaces': { from: ['All', 'Same', 'Selector'] },
  'meta/v1/LabelSelectorRequirement': { operator: ['DoesNotExist', 'Exists', ...OPERATORS_OF_SETS] },
  'networking.k8s.io/v1/IngressClassParametersReference': { scope: ['Cluster', 'Namespace'] },
  'rbac.authorization.k8s.io/v1/RoleRef': { apiGroup: ['rbac.authorization.k8s.io'], kind: ['ClusterRole', 'Role'] },
  'rbac.authorization.k8s.io/v1/Subject': { kind: ['Group', 'ServiceAccount', 'User'] },
  'storage.k8s.io/v1/CSIDriverSpec': {
    fsGroupPolicy: ['File', 'None', 'ReadWriteOnceWithFSType'],
    volumeLifecycleModes: ['Ephemeral', 'Persistent'],
  },
  'storage.k8s.io/v1/StorageClass': { reclaimPolicy: ['Delete', 'Retain'] },
};
