/**
 * The shape of the generated `structure.json` and of what the schema answers with.
 *
 * A type is a Kubernetes API type such as Deployment or Container; a kind is a type that a manifest
 * can name with `apiVersion` and `kind`.
 */

/**
 * The full name of a type: API group and version as `apiVersion` writes them, then the type's own name.
 * The group without a name is called `core`, the types that all groups share are in `meta`:
 * `apps/v1/Deployment`, `core/v1/Container`, `meta/v1/ObjectMeta`.
 */
export type TypeId = string;

/** What a single value can be. `any` takes whatever is written, objects and lists included. */
export type ScalarKind = 'string' | 'integer' | 'number' | 'boolean' | 'quantity' | 'int-or-string' | 'any';

/** A value that is written in one piece: `Always`, `8080`, `500m`, `25%`. */
export interface ScalarValue {
  readonly kind: ScalarKind;
  /** The only values allowed, sorted; absent when any value of the kind is. */
  readonly enum?: readonly string[];
  /** `int32` or `int64` of an integer, `byte` (base64) or `date-time` (RFC 3339) of a string. */
  readonly format?: string;
}

/** An object with named fields. */
export interface ObjectValue {
  readonly kind: 'object';
  readonly type: TypeId;
}

export interface ListValue {
  readonly kind: 'list';
  readonly items: Value;
}

/** An object whose keys the author chooses, such as labels. */
export interface MapValue {
  readonly kind: 'map';
  readonly values: Value;
}

export type Value = ScalarValue | ObjectValue | ListValue | MapValue;

/** A field of a type. */
export interface Field {
  readonly name: string;
  readonly value: Value;
  readonly required: boolean;
  /** Place of the field's text in `descriptions.json`. */
  readonly description?: number;
}

/** A type with its fields. */
export interface SchemaType {
  readonly id: TypeId;
  /** The last part of the id, which is also the type's name in the Kubernetes documentation: `Container`. */
  readonly name: string;
  /** The fields by name, in the order of their names. */
  readonly fields: ReadonlyMap<string, Field>;
  /** Place of the type's text in `descriptions.json`. */
  readonly description?: number;
}

/** A kind that a manifest can name. */
export interface ResourceKind extends KindData {
  /** As a manifest writes it: `v1`, `apps/v1`. */
  readonly apiVersion: string;
  readonly kind: string;
}

/** `structure.json`: every name is sorted, so that the same packages give the same bytes. */
export interface StructureData {
  /** The Kubernetes version that the data describes: `1.36`. */
  readonly kubernetes: string;
  /** The kinds by `apiVersion`, then by `kind`. */
  readonly kinds: Readonly<Record<string, Readonly<Record<string, KindData>>>>;
  readonly types: Readonly<Record<TypeId, TypeData>>;
}

export interface KindData {
  readonly type: TypeId;
  /** The name in request paths and RBAC rules: `deployments`. Absent for lists, subresources and some kinds that are gone. */
  readonly plural?: string;
  /** Whether an object of the kind lives in a namespace. Absent where `plural` is. */
  readonly scope?: 'Namespaced' | 'Cluster';
  /** Set for a list of another kind, such as PodList. */
  readonly list?: true;
  /** Set for a kind that the described Kubernetes version no longer serves, such as extensions/v1beta1 Ingress. */
  readonly removed?: true;
}

export interface TypeData {
  readonly fields: Readonly<Record<string, FieldData>>;
  readonly description?: number;
}

export interface FieldData {
  readonly type: ValueData;
  readonly required?: true;
  /** Belongs to the scalar inside `type`, as does `format`. */
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly description?: number;
}

/** A scalar kind, the id of a type (which has a slash), a list or a map. */
export type ValueData = string | { readonly list: ValueData } | { readonly map: ValueData };

/** `descriptions.json`: the texts of types and fields, in the Markdown of the API reference. */
export type DescriptionsData = readonly string[];
