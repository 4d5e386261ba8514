/** What clusters serve that have Gateway API 1.5 installed, its experimental channel included, by its CustomResourceDefinitions. */
import type { ServedResource } from '../scope.mts';

const GROUP = 'gateway.networking.k8s.io';

const PLURALS: Readonly<Record<string, string>> = {
  BackendTLSPolicy: 'backendtlspolicies',
  GRPCRoute: 'grpcroutes',
  Gateway: 'gateways',
  GatewayClass: 'gatewayclasses',
  HTTPRoute: 'httproutes',
  ListenerSet: 'listenersets',
  ReferenceGrant: 'referencegrants',
  TCPRoute: 'tcproutes',
  TLSRoute: 'tlsroutes',
  UDPRoute: 'udproutes',
};

const SERVED: Readonly<Record<string, readonly string[]>> = {
  v1: ['BackendTLSPolicy', 'GRPCRoute', 'Gateway', 'GatewayClass', 'HTTPRoute', 'ListenerSet', 'ReferenceGrant', 'TLSRoute'],
  v1alpha2: ['TCPRoute', 'TLSRoute', 'UDPRoute'],
  v1alpha3: ['BackendTLSPolicy', 'TLSRoute'],
  v1beta1: ['Gateway', 'GatewayClass', 'HTTPRoute', 'ReferenceGrant'],
};

export const GATEWAY_RESOURCES: readonly ServedResource[] = Object.entries(SERVED).flatMap(([version, kinds]) =>
  kinds.map((kind) => ({
    apiVersion: `${GROUP}/${version}`,
    kind,
    plural: PLURALS[kind] ?? '',
    scope: kind === 'GatewayClass' ? 'Cluster' : 'Namespaced',
  })),
);

/** Whether a kind comes with the Gateway API, not with Kubernetes. */
export const isOfGateway = (apiVersion: string): boolean => apiVersion.startsWith(`${GROUP}/`);
