import type { Place } from '../workspace.ts';
import type { KubernetesModel, Manifest } from './model.ts';
import { schema } from './schema.ts';
import { extendSchema, readDefinition } from './schema/crd.ts';
import type { KubernetesSchema } from './schema/schema.ts';
import { clusterOf } from './wires/check.ts';
import type { Cluster } from './wires/cluster.ts';

const definitions = 'apiextensions.k8s.io/CustomResourceDefinition';

const known = new WeakMap<Cluster, { readonly revision: number; readonly schema: KubernetesSchema }>();

/** The schema that knows the kind of a manifest: the built-in one, or one with what CustomResourceDefinitions of the workspace define. */
export function schemaFor(
  { apiVersion, kind }: Pick<Manifest, 'apiVersion' | 'kind'>,
  model: KubernetesModel,
  place: Place,
): KubernetesSchema {
  const builtIn = schema.resourceKind(apiVersion, kind);
  if (builtIn && !builtIn.addOn) return schema;
  return schemaOf(model, place);
}

/** The built-in schema with all kinds that CustomResourceDefinitions of the workspace define. */
export function schemaOf(model: KubernetesModel, place: Place): KubernetesSchema {
  return extendedBy(clusterOf(model, place));
}

function extendedBy(cluster: Cluster): KubernetesSchema {
  const revision = cluster.revision(definitions);
  const remembered = known.get(cluster);
  if (remembered?.revision === revision) return remembered.schema;
  const found = cluster.all(definitions).flatMap(({ resource: { apiVersion, kind, object } }) => {
    const definition = typeof object === 'object' ? readDefinition({ ...object, apiVersion, kind }) : undefined;
    return definition ?? [];
  });
  const extended = extendSchema(schema, found);
  known.set(cluster, { revision, schema: extended });
  return extended;
}
