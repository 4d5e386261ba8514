import type { KubernetesSchema, Resolution } from './schema.ts';
import type { Field, ObjectValue, ScalarValue, SchemaType, TypeId, Value } from './types.ts';

/** What a schema must know; the rest of its answers follow from it. */
export type SchemaSource = Pick<KubernetesSchema, 'version' | 'kindsOf' | 'resourceKind' | 'type'>;

/** Completes what is known of kinds and types to a schema. */
export function answersFrom(source: SchemaSource): KubernetesSchema {
  const { type, resourceKind } = source;

  const typeOf = (holder: { readonly value: Value }): SchemaType | undefined => {
    const value = valueOf(holder);
    return value.kind === 'object' ? type(value.type) : undefined;
  };

  const resourceType = (apiVersion: string, kind: string): SchemaType | undefined => {
    const known = resourceKind(apiVersion, kind);
    return known && type(known.type);
  };

  return {
    ...source,
    resourceType,
    fieldsOf: (of) => [...of.fields.values()],
    field: (of, name) => of.fields.get(name),
    valueOf,
    typeOf,
    resolve: (apiVersion, kind, path) => {
      const root = resourceType(apiVersion, kind);
      return root && walk(root, path, type);
    },
  };
}

/** See {@link KubernetesSchema.valueOf}, which needs no schema. */
export function valueOf(holder: { readonly value: Value }): ScalarValue | ObjectValue {
  let { value } = holder;
  while (value.kind === 'list' || value.kind === 'map') value = value.kind === 'list' ? value.items : value.values;
  return value;
}

/** Follows a path from a type; see {@link KubernetesSchema.resolve}. */
function walk(root: SchemaType, path: readonly (string | number)[], type: (id: TypeId) => SchemaType | undefined): Resolution | undefined {
  let owner = root;
  let field: Field | undefined;
  let mapKey: string | undefined;
  let value: Value = { kind: 'object', type: root.id };

  for (const segment of path) {
    if (value.kind === 'object') {
      const holder = type(value.type);
      const next = typeof segment === 'string' ? holder?.fields.get(segment) : undefined;
      if (!holder || !next) return undefined;
      owner = holder;
      field = next;
      mapKey = undefined;
      value = next.value;
    } else if (value.kind === 'list') {
      if (!isIndex(segment)) return undefined;
      value = value.items;
    } else if (value.kind === 'map') {
      if (typeof segment !== 'string') return undefined;
      mapKey = segment;
      value = value.values;
    } else {
      return undefined;
    }
  }
  return {
    owner,
    ...(field && { field: field.name, fieldInfo: field }),
    ...(mapKey !== undefined && { mapKey }),
    value,
  };
}

const isIndex = (segment: string | number): boolean => typeof segment === 'number' && Number.isInteger(segment) && segment >= 0;
