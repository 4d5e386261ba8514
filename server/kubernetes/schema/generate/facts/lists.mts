/**
 * What tells the items of a list apart. The packages leave it out; it is `x-kubernetes-list-map-keys` and `x-kubernetes-list-type: set`
 * in the OpenAPI documents of Kubernetes 1.36 and in the CustomResourceDefinitions of Gateway API 1.5, and what else the validation of
 * Kubernetes rejects as duplicates. Statuses, which nobody writes, are left out.
 */
import type { FactsByType } from '../refine.mts';

/** Keys of a list: one name, or several with commas. A list of scalars has `=`: the item itself. `?` in front: see `lenient` in types.ts. */
export const LISTS: FactsByType<string> = {
  'admissionregistration.k8s.io/v1/MutatingAdmissionPolicySpec': { matchConditions: 'name' },
  'admissionregistration.k8s.io/v1/MutatingWebhook': { matchConditions: 'name' },
  'admissionregistration.k8s.io/v1/MutatingWebhookConfiguration': { webhooks: 'name' },
  'admissionregistration.k8s.io/v1/NamedRuleWithOperations': { resourceNames: '=' },
  'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBindingSpec': { validationActions: '=' },
  'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicySpec': { auditAnnotations: 'key', matchConditions: 'name', variables: '?name' },
  'admissionregistration.k8s.io/v1/ValidatingWebhook': { matchConditions: 'name' },
  'admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration': { webhooks: 'name' },
  'apiextensions.k8s.io/v1/CustomResourceDefinitionSpec': { versions: 'name' },
  'apiextensions.k8s.io/v1/JSONSchemaProps': { 'x-kubernetes-validations': '?rule' },
  'batch/v1/PodFailurePolicyOnExitCodesRequirement': { values: '=' },
  'core/v1/Container': {
    env: '?name',
    ports: '?containerPort,protocol',
    resizePolicy: 'resourceName',
    volumeDevices: 'devicePath',
    volumeMounts: 'mountPath',
  },
  'core/v1/ContainerRestartRuleOnExitCodes': { values: '?=' },
  'core/v1/EphemeralContainer': { env: '?name', ports: '?containerPort,protocol', volumeDevices: 'devicePath', volumeMounts: 'mountPath' },
  'core/v1/LimitRangeSpec': { limits: 'type' },
  'core/v1/NodeSpec': { podCIDRs: '?=', taints: 'key,effect' },
  'core/v1/PodSecurityContext': { sysctls: 'name' },
  'core/v1/PodSpec': {
    containers: 'name',
    ephemeralContainers: 'name',
    hostAliases: '?ip',
    imagePullSecrets: '?name',
    initContainers: 'name',
    resourceClaims: 'name',
    schedulingGates: 'name',
    topologySpreadConstraints: 'topologyKey,whenUnsatisfiable',
    volumes: 'name',
  },
  'core/v1/ResourceRequirements': { claims: 'name' },
  'core/v1/ServiceAccount': { secrets: '?name' },
  'core/v1/ServiceSpec': { ipFamilies: '=', ports: 'port,protocol' },
  'discovery.k8s.io/v1/Endpoint': { addresses: '?=' },
  'discovery.k8s.io/v1/EndpointHints': { forNodes: 'name', forZones: 'name' },
  'discovery.k8s.io/v1/EndpointSlice': { ports: 'name' },
  'flowcontrol.apiserver.k8s.io/v1/NonResourcePolicyRule': { nonResourceURLs: '?=', verbs: '?=' },
  'flowcontrol.apiserver.k8s.io/v1/ResourcePolicyRule': { apiGroups: '?=', namespaces: '?=', resources: '?=', verbs: '?=' },
  'gateway.networking.k8s.io/v1/GRPCAuthConfig': { allowedHeaders: '=' },
  'gateway.networking.k8s.io/v1/GRPCRouteMatch': { headers: 'name' },
  'gateway.networking.k8s.io/v1/FrontendTLSConfig': { perPort: 'port' },
  'gateway.networking.k8s.io/v1/GatewaySpec': { listeners: 'name' },
  'gateway.networking.k8s.io/v1/HTTPAuthConfig': { allowedHeaders: '=', allowedResponseHeaders: '=' },
  'gateway.networking.k8s.io/v1/HTTPCORSFilter': { allowHeaders: '=', allowMethods: '=', allowOrigins: '=', exposeHeaders: '=' },
  'gateway.networking.k8s.io/v1/HTTPHeaderFilter': { add: 'name', remove: '=', set: 'name' },
  'gateway.networking.k8s.io/v1/HTTPRouteMatch': { headers: 'name', queryParams: 'name' },
  'gateway.networking.k8s.io/v1/ListenerSetSpec': { listeners: 'name' },
  'meta/v1/ObjectMeta': { finalizers: '?=', ownerReferences: '?uid' },
  'storage.k8s.io/v1/CSIDriverSpec': { tokenRequests: 'audience', volumeLifecycleModes: '?=' },
  'storage.k8s.io/v1/CSINodeSpec': { drivers: 'name' },
};
