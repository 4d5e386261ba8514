/** Reads fields from the `openAPIV3Schema` of a CustomResourceDefinition, which is OpenAPI with extensions of Kubernetes. */
import { isRecord, listOf, recordOf, textOf, type PlainRecord } from './plain.ts';
import type { Field, ListValue, ScalarValue, TypeId, Value } from './types.ts';

/** A part of the schema. */
export type SchemaNode = PlainRecord;

/** What a type has according to its part of the schema. */
export interface ReadFields {
  readonly fields: readonly Field[];
  readonly text?: string;
  readonly open?: true;
}

/** Gives the object that a field holds an id; undefined when there are too many already. */
export type NameType = (field: string, node: SchemaNode, resource: boolean) => TypeId | undefined;

/** Lists in lists in maps … of more than this take any value. */
const DEEPEST = 32;
/** Texts are cut here: nobody reads more in a hover. */
const LONGEST_TEXT = 2000;

/** The fields of an object. */
export function readFields(node: SchemaNode, nameType: NameType): ReadFields {
  const { description, properties, required } = recordOf(node);
  const names = new Set(listOf(required));
  const text = textOf(description)?.slice(0, LONGEST_TEXT);
  return {
    fields: Object.entries(recordOf(properties)).map(([name, part]) => readField(name, recordOf(part), names.has(name), nameType)),
    ...(text !== undefined && { text }),
    ...(node['x-kubernetes-preserve-unknown-fields'] === true && { open: true }),
  };
}

function readField(name: string, node: SchemaNode, required: boolean, nameType: NameType): Field {
  const text = textOf(node.description)?.slice(0, LONGEST_TEXT);
  const byDefault = scalarText(node.default);
  return {
    name,
    value: readValue(node, (object, resource) => nameType(name, object, resource), 0),
    required,
    ...(byDefault !== undefined && { default: byDefault === '' ? '""' : byDefault }),
    ...(text !== undefined && { text }),
  };
}

function readValue(node: SchemaNode, nameType: (node: SchemaNode, resource: boolean) => TypeId | undefined, depth: number): Value {
  if (depth > DEEPEST) return { kind: 'any' };
  const inner = (part: unknown): Value => readValue(recordOf(part), nameType, depth + 1);
  if (node['x-kubernetes-int-or-string'] === true) return { kind: isQuantity(node) ? 'quantity' : 'int-or-string' };
  switch (node.type) {
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
      return scalar(node.type, node);
    case 'array':
      return withKeys({ kind: 'list', items: inner(node.items) }, node);
  }
  if (node.type !== undefined && node.type !== 'object') return { kind: 'any' };

  const embedded = node['x-kubernetes-embedded-resource'] === true;
  if (embedded || Object.keys(recordOf(node.properties)).length > 0) {
    const type = nameType(node, embedded);
    return type === undefined ? { kind: 'any' } : { kind: 'object', type };
  }
  const { additionalProperties } = node;
  if (isRecord(additionalProperties)) return { kind: 'map', values: inner(additionalProperties) };
  return additionalProperties === true ? { kind: 'map', values: { kind: 'any' } } : { kind: 'any' };
}

function scalar(kind: ScalarValue['kind'], node: SchemaNode): ScalarValue {
  const allowed = listOf(node.enum).map(scalarText);
  const values = allowed.filter((text) => text !== undefined);
  const format = textOf(node.format);
  return {
    kind,
    // A list that allows more than scalars is not understood.
    ...(values.length > 0 && values.length === allowed.length && { enum: [...new Set(values)].sort() }),
    ...(format !== undefined && format.length <= 40 && { format }),
  };
}

function withKeys(list: ListValue, node: SchemaNode): ListValue {
  const keys = listOf(node['x-kubernetes-list-map-keys']).filter((key) => typeof key === 'string');
  if (node['x-kubernetes-list-type'] === 'map' && keys.length > 0) return { ...list, keys };
  const isOfScalars = list.items.kind !== 'object' && list.items.kind !== 'list' && list.items.kind !== 'map';
  return node['x-kubernetes-list-type'] === 'set' && isOfScalars ? { ...list, unique: true } : list;
}

/** The generator of definitions writes a quantity as a number or a string of this pattern. */
function isQuantity({ pattern }: SchemaNode): boolean {
  return typeof pattern === 'string' && pattern.startsWith('^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]');
}

function scalarText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
