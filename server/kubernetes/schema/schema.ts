/** The Kubernetes schema at run time: which kinds exist, which fields they have and what a path in a manifest means. */
import type {
  Field,
  FieldData,
  ObjectValue,
  ResourceKind,
  ScalarKind,
  ScalarValue,
  SchemaType,
  StructureData,
  TypeId,
  Value,
  ValueData,
} from './types.ts';

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
   * which includes everything inside a value of kind `any`.
   */
  readonly resolve: (apiVersion: string, kind: string, path: readonly (string | number)[]) => Resolution | undefined;
}

/**
 * Makes a schema from the contents of `structure.json`, which is asked for and parsed when the first question comes; each type is unpacked when it is first asked for.
 */
export function createSchema(json: () => string): KubernetesSchema {
  let parsed: StructureData | undefined;
  let kinds: readonly ResourceKind[] | undefined;
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

  function resourceType(apiVersion: string, kind: string): SchemaType | undefined {
    const kindData = own(own(data().kinds, apiVersion), kind);
    return kindData && type(kindData.type);
  }

  function type(id: TypeId): SchemaType | undefined {
    const known = types.get(id);
    if (known) return known;
    const typeData = own(data().types, id);
    if (!typeData) return undefined;
    const { description, fields } = typeData;
    const unpacked: SchemaType = {
      id,
      name: id.slice(id.lastIndexOf('/') + 1),
      fields: new Map(Object.entries(fields).map(([name, field]) => [name, unpackField(name, field)])),
      ...(description !== undefined && { description }),
    };
    types.set(id, unpacked);
    return unpacked;
  }

  function typeOf(holder: { readonly value: Value }): SchemaType | undefined {
    const value = valueOf(holder);
    return value.kind === 'object' ? type(value.type) : undefined;
  }

  function resolve(apiVersion: string, kind: string, path: readonly (string | number)[]): Resolution | undefined {
    const root = resourceType(apiVersion, kind);
    if (!root) return undefined;
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

  return {
    version: () => data().kubernetes,
    kindsOf,
    resourceKind,
    resourceType,
    type,
    fieldsOf: (of) => [...of.fields.values()],
    field: (of, name) => of.fields.get(name),
    valueOf,
    typeOf,
    resolve,
  };
}

/** See {@link KubernetesSchema.valueOf}, which needs no schema. */
export function valueOf(holder: { readonly value: Value }): ScalarValue | ObjectValue {
  let { value } = holder;
  while (value.kind === 'list' || value.kind === 'map') value = value.kind === 'list' ? value.items : value.values;
  return value;
}

function unpackField(name: string, field: FieldData): Field {
  return {
    name,
    value: unpackValue(field.type, field),
    required: field.required ?? false,
    ...(field.description !== undefined && { description: field.description }),
  };
}

function unpackValue(type: ValueData, field: FieldData): Value {
  if (typeof type !== 'string') {
    return 'list' in type ? { kind: 'list', items: unpackValue(type.list, field) } : { kind: 'map', values: unpackValue(type.map, field) };
  }
  if (type.includes('/')) return { kind: 'object', type };
  return {
    kind: type as ScalarKind,
    ...(field.enum && { enum: field.enum }),
    ...(field.format !== undefined && { format: field.format }),
  };
}

/** The entry of a record under a name that a manifest may have made up: `constructor` is no entry. */
function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}

const isIndex = (segment: string | number): boolean => typeof segment === 'number' && Number.isInteger(segment) && segment >= 0;
