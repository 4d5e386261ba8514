import type { Cluster, Placed } from './cluster.ts';
import { mayShare } from './match.ts';
import { plainText } from './plain.ts';
import { nearestTo } from './report.ts';
import type { KindKey, Reference, Resource } from './types.ts';

/** Kinds that live in no namespace, of those that references name. */
const clusterWide: ReadonlySet<KindKey> = new Set([
  '/PersistentVolume',
  '/Namespace',
  '/Node',
  'storage.k8s.io/StorageClass',
  'scheduling.k8s.io/PriorityClass',
  'node.k8s.io/RuntimeClass',
  'networking.k8s.io/IngressClass',
  'gateway.networking.k8s.io/GatewayClass',
  'rbac.authorization.k8s.io/ClusterRole',
  'apiextensions.k8s.io/CustomResourceDefinition',
]);

/** The namespace in which a reference looks for its target; `undefined` where any will do. */
function namespaceOf({ namespace }: Resource, reference: Reference): string | undefined {
  return clusterWide.has(reference.target) ? undefined : (reference.namespace ?? namespace);
}

/** The resources that a reference may mean. In a workspace with several environments these may be many. */
export function targetsOf(cluster: Cluster, resource: Resource, reference: Reference): readonly Placed[] {
  const namespace = namespaceOf(resource, reference);
  return cluster.named(reference.target, reference.name.text).filter((placed) => mayShare(namespace, placed.resource.namespace));
}

/** Kinds whose controllers make a Secret: under the name at a path, or else under their own. */
const secretMakers: Readonly<Record<KindKey, readonly string[] | undefined>> = {
  'bitnami.com/SealedSecret': ['spec', 'template', 'metadata', 'name'],
  'external-secrets.io/ExternalSecret': ['spec', 'target', 'name'],
  'cert-manager.io/Certificate': ['spec', 'secretName'],
};

/** Whether a controller makes a Secret of a name from another resource of the workspace. */
function isMadeByController(cluster: Cluster, namespace: string | undefined, name: string): boolean {
  return Object.entries(secretMakers).some(([kind, path = []]) =>
    cluster.all(kind).some(({ resource }) => {
      const written = plainText(resource.object, path);
      return mayShare(namespace, resource.namespace) && (written ?? resource.name?.text) === name;
    }),
  );
}

/** Whether a controller makes what a reference means, from another resource of the workspace. */
export function isMadeElsewhere(cluster: Cluster, resource: Resource, reference: Reference): boolean {
  return reference.target === '/Secret' && isMadeByController(cluster, namespaceOf(resource, reference), reference.name.text);
}

/** What a reference means that nothing in the workspace answers to. */
export interface Missing {
  /** The name that is nearly this one. */
  readonly near: Placed | undefined;
  /** Whether the workspace holds others of the kind, so that this one would be expected there too. */
  readonly hasOthers: boolean;
}

/** Looks for what a reference means; `undefined` when it is there. */
export function missingOf(cluster: Cluster, resource: Resource, reference: Reference): Missing | undefined {
  if (targetsOf(cluster, resource, reference).length > 0) return undefined;
  if (isMadeElsewhere(cluster, resource, reference)) return undefined;
  const namespace = namespaceOf(resource, reference);
  const others = cluster.all(reference.target).filter((placed) => mayShare(namespace, placed.resource.namespace));
  const names = others.flatMap((placed) => placed.resource.name?.text ?? []);
  const near = nearestTo(reference.name.text, names);
  return {
    near: near === undefined ? undefined : others.find((placed) => placed.resource.name?.text === near),
    hasOthers: others.length > 0,
  };
}
