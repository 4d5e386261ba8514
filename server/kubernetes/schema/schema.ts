/** The Kubernetes schema at run time: which kinds exist, which fields they have and what a path in a manifest means. */
import { answersFrom } from './answers.ts';
import type { Field, ObjectValue, ResourceKind, ScalarValue, SchemaType, StructureData, TypeData, TypeId, Value } from './types.ts';
import { unpackType } from './unpack.ts';

export { valueOf } from './answers.ts';

/** What stands at a path of a manifest. */
export interface Resolution {
  /** The type that holds the field; for the empty path the type of the whole resource. */
  readonly owner: SchemaType;
  /** The name of the last field of the path, past list indexes and map keys; absent for the empty path. */
  readonly field?: string;
  /** The field of that name. */
  readonly fieldInfo?: Field;
  /** The last key, when the path goes on into a map from the field: `app` for `metadata.labels.app`. */
  readonly mapKey?: string;
  /**
   * What stands at the path itself: at `spec.containers` a list, at `spec.containers[0]` an object,
   * at `metadata.labels` a map, at `metadata.labels.app` a string.
   */
  readonly value: Value;
}

/** Answers about the types of one Kubernetes version. No answer throws on unknown names. */
export interface KubernetesSchema {
  /** The Kubernetes version that is described, such as `1.36`. */
  readonly version: () => string;
  /** All kinds, lists and removed ones included, sorted by apiVersion and kind. */
  readonly kindsOf: () => readonly ResourceKind[];
  /** The kind that a manifest names with `apiVersion` and `kind`. */
  readonly resourceKind: (apiVersion: string, kind: string) => ResourceKind | undefined;
  /** The type of a resource: (`apps/v1`, `Deployment`) gives `apps/v1/Deployment`. */
  readonly resourceType: (apiVersion: string, kind: string) => SchemaType | undefined;
  /** The type with an id, such as `core/v1/Container`. */
  readonly type: (id: TypeId) => SchemaType | undefined;
  /** The fields of a type, sorted by name. */
  readonly fieldsOf: (type: SchemaType) => readonly Field[];
  /** The field of a type with a name. */
  readonly field: (type: SchemaType, name: string) => Field | undefined;
  /** What a field or a resolution holds in the end, through lists and maps: for `containers` the object Container. */
  readonly valueOf: (holder: { readonly value: Value }) => ScalarValue | ObjectValue;
  /** The type of the objects that a field or a resolution holds in the end; undefined when it holds scalars. */
  readonly typeOf: (holder: { readonly value: Value }) => SchemaType | undefined;
  /**
   * What stands at a path of a resource. Strings are field names and map keys, numbers are list indexes
   * (0-based; any length of list is fine). Undefined when the kind is unknown or the path leaves the schema,
   * which includes everything inside a value of kind `any` and the fields that an open type does not list.
   */
  readonly resolve: (apiVersion: string, kind: string, path: readonly (string | number)[]) => Resolution | undefined;
}

/**
 * Makes a schema from the contents of `structure.json`, which is asked for and parsed when the first question comes; each type is unpacked when it is first asked for.
 */
export function createSchema(json: () => string): KubernetesSchema {
  let parsed: StructureData | undefined;
  let kinds: readonly ResourceKind[] | undefined;
  let resources: ReadonlySet<TypeId> | undefined;
  const types = new Map<TypeId, SchemaType>();

  const data = (): StructureData => (parsed ??= JSON.parse(json()) as StructureData);

  const kindsOf = (): readonly ResourceKind[] =>
    (kinds ??= Object.entries(data().kinds).flatMap(([apiVersion, ofVersion]) =>
      Object.entries(ofVersion).map(([kind, kindData]) => ({ apiVersion, kind, ...kindData })),
    ));

  function resourceKind(apiVersion: string, kind: string): ResourceKind | undefined {
    const kindData = own(own(data().kinds, apiVersion), kind);
    return kindData && { apiVersion, kind, ...kindData };
  }

  const isResource = (id: TypeId): boolean => (resources ??= new Set(kindsOf().map((kind) => kind.type))).has(id);

  function type(id: TypeId): SchemaType | undefined {
    const known = types.get(id);
    if (known) return known;
    const typeData = own(data().types, id);
    if (!typeData) return undefined;
    const unpacked = unpackType(id, JSON.parse(typeData) as TypeData, isResource);
    types.set(id, unpacked);
    return unpacked;
  }

  return answersFrom({ version: () => data().kubernetes, kindsOf, resourceKind, type });
}

/** The entry of a record under a name that a manifest may have made up: `constructor` is no entry. */
function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}
