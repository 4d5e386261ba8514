/** Adds to what the packages declare what they leave out: keys of lists, enums and defaults. */
import { valueOf } from '../schema.ts';
import type { ListValue, ScalarValue, TypeId, Value } from '../types.ts';
import type { Declaration, DeclaredField } from './declarations.mts';
import { DEFAULTS } from './facts/defaults.mts';
import { ENUMS } from './facts/enums.mts';
import { LISTS } from './facts/lists.mts';

/** Facts about fields, by the type's id and the field's name. */
export type FactsByType<Fact> = Readonly<Record<TypeId, Readonly<Record<string, Fact>>>>;

/** What the packages leave open. `items` may be a list in OpenAPI, but not in the schema of a CustomResourceDefinition. */
const OBJECTS: FactsByType<TypeId> = {
  'apiextensions.k8s.io/v1/JSONSchemaProps': { items: 'apiextensions.k8s.io/v1/JSONSchemaProps' },
};

/** The declarations with the facts filled in. Throws, naming all of them, on facts about what is not declared. */
export function refine(declarations: readonly Declaration[]): readonly Declaration[] {
  const byId = new Map(declarations.map((declaration) => [declaration.id, declaration]));
  const apply = <Fact,>(facts: FactsByType<Fact>, change: (field: DeclaredField, fact: Fact) => DeclaredField): string[] =>
    Object.entries(facts).flatMap(([id, byField]) =>
      Object.entries(byField).flatMap(([name, fact]) => {
        const declaration = byId.get(id);
        const field = declaration?.fields.get(name);
        if (!declaration || !field) return [`${id}#${name}`];
        byId.set(id, { ...declaration, fields: new Map(declaration.fields).set(name, change(field, fact)) });
        return [];
      }),
    );

  const unknown = [
    ...apply(OBJECTS, (field, type) => ({ ...field, value: { kind: 'object', type } })),
    ...apply(ENUMS, (field, values) => ({
      ...field,
      value: mapScalar(field.value, (scalar) => ({ ...scalar, enum: [...values].sort() })),
    })),
    ...apply(LISTS, (field, keys) => ({ ...field, value: withKeys(field.value, keys) })),
    ...apply(DEFAULTS, (field, byDefault) => ({ ...field, default: byDefault })),
  ];
  if (unknown.length > 0) throw new Error(`There are facts about fields that do not exist: ${unknown.join(', ')}`);
  return [...byId.values()];
}

/**
 * Alpha and beta types with what the stable type of the same name says of the same field: enums, quantities, keys, defaults and
 * texts, which the models of the client leave out.
 */
export function withStableTwins(betas: readonly Declaration[], models: readonly Declaration[]): readonly Declaration[] {
  const byId = new Map(models.map((declaration) => [declaration.id, declaration]));
  return betas.map((declaration) => {
    const twin = byId.get(declaration.id.replace(/\/v\d+(?:alpha|beta)\d+\//, '/v1/'));
    const fields = [...declaration.fields].map(([name, field]): [string, DeclaredField] => {
      const other = twin?.fields.get(name);
      return [name, other && shapeOf(other.value) === shapeOf(field.value) ? { ...field, ...factsOf(other, field) } : field];
    });
    return { ...declaration, fields: new Map(fields) };
  });
}

/** Lists and maps around a scalar or an object: `list of string`. A quantity is written as a string. */
function shapeOf(value: Value): string {
  if (value.kind === 'list') return `list of ${shapeOf(value.items)}`;
  if (value.kind === 'map') return `map of ${shapeOf(value.values)}`;
  return value.kind === 'quantity' ? 'string' : value.kind;
}

function factsOf(stable: DeclaredField, beta: DeclaredField): Partial<DeclaredField> {
  const { value } = beta;
  const keys = stable.value.kind === 'list' && value.kind === 'list' ? { ...stable.value, items: value.items } : value;
  return {
    value: valueOf({ value }).kind === 'object' ? keys : stable.value,
    ...(stable.default !== undefined && { default: stable.default }),
    // The models of the client have no text for fields that hold objects.
    description: beta.description || stable.description,
  };
}

const text = (description: string, required: boolean): DeclaredField => ({ value: { kind: 'string' }, required, description });

/** `kind: List`, which kubectl knows and the API server does not: any resources in one document. */
export const LIST: Declaration = {
  id: 'core/v1/List',
  description: 'List holds a list of objects, which may not be known by the server.',
  fields: new Map<string, DeclaredField>([
    ['apiVersion', text('', true)],
    ['items', { value: { kind: 'list', items: { kind: 'any' } }, required: true, description: 'List of objects.' }],
    ['kind', text('', true)],
    ['metadata', { value: { kind: 'object', type: 'meta/v1/ListMeta' }, required: false, description: 'Standard list metadata.' }],
  ]),
  resource: { apiVersion: 'v1', kind: 'List' },
};

/** Applies a change to the scalar inside lists and maps. */
export function mapScalar(value: Value, change: (scalar: ScalarValue) => ScalarValue): Value {
  switch (value.kind) {
    case 'list':
      return { ...value, items: mapScalar(value.items, change) };
    case 'map':
      return { ...value, values: mapScalar(value.values, change) };
    case 'object':
      return value;
    default:
      return change(value);
  }
}

/** Reads the short form of facts/lists.mts. */
function withKeys(value: Value, keys: string): ListValue {
  if (value.kind !== 'list') throw new Error(`Keys ${keys} for what is no list.`);
  const names = keys.replace('?', '');
  return {
    ...value,
    ...(names === '=' ? { unique: true } : { keys: names.split(',') }),
    ...(keys.startsWith('?') && { lenient: true }),
  };
}
