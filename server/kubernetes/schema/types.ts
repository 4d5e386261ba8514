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
  /**
   * Set for a resource inside another, such as a volume claim template: its place says what it is, so `apiVersion` and `kind`
   * may be left out although its type requires them.
   */
  readonly embedded?: true;
}

export interface ListValue {
  readonly kind: 'list';
  readonly items: Value;
  /** The fields that together tell items apart: `['name']` for containers, `['port', 'protocol']` for the ports of a Service. A key that an item leaves out counts as its default. */
  readonly keys?: readonly string[];
  /** No two items may be equal. Only on lists of scalars. */
  readonly unique?: true;
  /**
   * Belongs to `keys` and `unique`: the API server accepts duplicates all the same, as it does in `env`; only server-side apply
   * refuses them. Without it a manifest with duplicates is rejected.
   */
  readonly lenient?: true;
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
  /** What the API server takes when the field is left out, as a manifest would write it: `TCP`, `30`, `false`. Absent when unknown. */
  readonly default?: string;
  /** Place of the field's text in `descriptions.json`. */
  readonly description?: number;
  /** The text itself, of a field that a CustomResourceDefinition defines. */
  readonly text?: string;
}

/** A type with its fields. */
export interface SchemaType {
  readonly id: TypeId;
  /** The last part of the id, which is also the type's name in the Kubernetes documentation: `Container`. */
  readonly name: string;
  /** The fields by name, in the order of their names. */
  readonly fields: ReadonlyMap<string, Field>;
  /** Fields that are not listed may stand here all the same, with any value. */
  readonly open?: true;
  /** Place of the type's text in `descriptions.json`. */
  readonly description?: number;
  /** The text itself, of a type that a CustomResourceDefinition defines. */
  readonly text?: string;
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
  /** The types, each as the JSON of its {@link TypeData}: a text is read much faster than objects, and few types are ever asked for. */
  readonly types: Readonly<Record<TypeId, string>>;
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
  /**
   * Set for a kind that clusters only have when somebody installs it, such as those of the Gateway API: the cluster may know other
   * fields than the described version.
   */
  readonly addOn?: true;
  /** The Kubernetes version that served it first: `1.19`. Absent for what has been there all along, and where unknown. */
  readonly since?: string;
  /** The Kubernetes version that deprecated it. */
  readonly deprecatedIn?: string;
  /** The first Kubernetes version that does not serve it; may lie ahead of the described one. */
  readonly removedIn?: string;
  /** What to write instead. Only set where the kind is deprecated, will be, or is gone; absent for one without successor, such as PodSecurityPolicy. */
  readonly replacement?: Replacement;
}

export interface Replacement {
  readonly apiVersion: string;
  readonly kind: string;
}

export interface TypeData {
  readonly fields: Readonly<Record<string, FieldData>>;
  /**
   * The place of the first text that this type brings. Each of type and fields (in this order) that does not say its own `description`
   * has the next one: most texts occur once, and numbers are what compresses worst.
   */
  readonly texts?: number;
  /** The place of the type's text when another type brought it already, or 0 for none. */
  readonly description?: number;
}

export interface FieldData {
  readonly type: ValueData;
  readonly required?: true;
  /** Belongs to the scalar inside `type`, as does `format`. */
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly default?: string;
  /** As in {@link TypeData}. */
  readonly description?: number;
}

/** A scalar kind, the id of a type (which has a slash), a list or a map. */
export type ValueData = string | ListData | { readonly map: ValueData };

export interface ListData extends Omit<ListValue, 'kind' | 'items'> {
  readonly list: ValueData;
}

/** `descriptions.json`: the texts of types and fields, in Markdown, by their places. The first and those that were dropped are empty. */
export type DescriptionsData = readonly string[];
