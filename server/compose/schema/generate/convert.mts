import type { ListData, MapData, ShapeData, StructureData } from '../types.ts';
import type { JsonSchema } from './json-schema.mts';

/** Definitions that keep a name of their own, and what notes call them. The others are written out where they are used. */
const kept: Readonly<Record<string, string>> = {
  service: 'service',
  network: 'network',
  volume: 'volume',
  config: 'config',
  secret: 'secret',
  model: 'model',
  include: 'include',
  healthcheck: 'healthcheck',
  deployment: 'deploy',
  development: 'develop',
  service_hook: 'hook',
  pre_start_hook: 'pre_start',
};

/** Definitions whose own texts say nothing but what the type says: `A list of unique string values.` */
const general: readonly string[] = ['string_or_list', 'list_of_strings', 'list_or_dict'];

/** Turns the official schema into shapes. @throws Error when it uses what is not known here */
export function convert(schema: JsonSchema): StructureData {
  const definitions = schema.definitions ?? {};
  const shapes = Object.entries(kept).map(([definition, name]): [string, ShapeData] => {
    const found = definitions[definition];
    if (!found) throw new Error(`The schema has no definition ${definition}.`);
    return [name, shapeOf(found, name, definitions)];
  });
  return { root: shapeOf({ ...schema, definitions: {} }, 'compose', definitions), shapes: Object.fromEntries(shapes) };
}

type Definitions = Readonly<Record<string, JsonSchema>>;

/** @param name what a map at this place is called */
function shapeOf(schema: JsonSchema, name: string, definitions: Definitions): ShapeData {
  if (schema.$ref !== undefined) {
    const definition = schema.$ref.replace('#/definitions/', '');
    const own = schema.description === undefined ? {} : { description: clean(schema.description) };
    const ref = kept[definition];
    if (ref !== undefined) return { ref, ...own };
    const found = definitions[definition];
    if (!found) throw new Error(`The schema has no definition ${definition}.`);
    return { ...shapeOf(general.includes(definition) ? withoutTexts(found) : found, name, definitions), ...own };
  }
  const branches = (schema.oneOf ?? [schema]).map((branch) => (branch.$ref === undefined ? branch : resolve(branch, definitions)));
  const types = branches.flatMap(({ type }) => (type === undefined ? [] : typeof type === 'string' ? [type] : type));
  const letters = new Set(types.flatMap((type) => letterOf[type] ?? []));
  const find = (type: string): JsonSchema | undefined =>
    branches.find((branch) => branch.type === type || (Array.isArray(branch.type) && branch.type.includes(type)));
  const object = find('object');
  const array = find('array');
  const limits = branches.find(({ minimum }) => minimum !== undefined);
  const values = branches.find((branch) => branch.enum)?.enum;
  const isOne = schema.oneOf === undefined;
  return {
    ...(schema.description !== undefined && { description: clean(schema.description) }),
    ...(letters.size > 0 && { scalars: [...letters].join('') }),
    ...(values && { enum: values }),
    ...(limits?.minimum !== undefined && { minimum: limits.minimum }),
    ...(limits?.maximum !== undefined && { maximum: limits.maximum }),
    ...(schema.default !== undefined && { default: String(schema.default) }),
    ...(schema.deprecated && { deprecated: true as const }),
    ...(object && { map: mapOf(object, name, definitions, isOne) }),
    ...(array && { list: listOf(array, name, definitions, isOne) }),
  };
}

const letterOf: Readonly<Record<string, string>> = { string: 's', integer: 'i', number: 'n', boolean: 'b', null: '0' };

/** @param isOne whether the map has no other form beside it: then its text is already that of the shape */
function mapOf(schema: JsonSchema, name: string, definitions: Definitions, isOne: boolean): MapData {
  const prefix = name === 'service' || name === 'compose' ? '' : `${name}.`;
  const keys = Object.entries(schema.properties ?? {}).map(([key, value]): [string, ShapeData] => [
    key,
    shapeOf(value, prefix + key, definitions),
  ]);
  const patterns = Object.entries(schema.patternProperties ?? {});
  const named = patterns.find(([pattern]) => pattern !== '^x-');
  return {
    name,
    ...(schema.description !== undefined && !isOne && { description: clean(schema.description) }),
    ...(keys.length > 0 && { keys: Object.fromEntries(keys) }),
    ...(schema.required && { required: schema.required }),
    ...(named && { others: shapeOf(named[1], name, definitions), names: named[0] }),
    ...(schema.additionalProperties !== false && !named && { open: true as const }),
    ...(patterns.some(([pattern]) => pattern === '^x-') && { extensible: true as const }),
  };
}

function listOf(schema: JsonSchema, name: string, definitions: Definitions, isOne: boolean): ListData {
  return {
    ...(schema.description !== undefined && !isOne && { description: clean(schema.description) }),
    items: shapeOf(schema.items ?? {}, name, definitions),
    ...(schema.uniqueItems && { unique: true as const }),
  };
}

function resolve(schema: JsonSchema, definitions: Definitions): JsonSchema {
  const name = (schema.$ref ?? '').replace('#/definitions/', '');
  const found = definitions[name];
  if (!found) throw new Error(`The schema has no definition ${name}.`);
  return {
    ...(general.includes(name) ? withoutTexts(found) : found),
    ...(schema.description !== undefined && { description: schema.description }),
  };
}

function withoutTexts(schema: JsonSchema): JsonSchema {
  const { description: _, oneOf, items, patternProperties, ...rest } = schema;
  return {
    ...rest,
    ...(oneOf && { oneOf: oneOf.map(withoutTexts) }),
    ...(items && { items: withoutTexts(items) }),
    ...(patternProperties && {
      patternProperties: Object.fromEntries(Object.entries(patternProperties).map(([pattern, value]) => [pattern, withoutTexts(value)])),
    }),
  };
}

/** A text on one line, as a sentence. */
function clean(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const sentence = line.charAt(0).toUpperCase() + line.slice(1);
  return /[.!?)]$/.test(sentence) ? sentence : `${sentence}.`;
}
