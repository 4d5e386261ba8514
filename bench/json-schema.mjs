// The Kubernetes schema as JSON Schema, for the neighbour that needs one: made of what Mulgil itself answers from.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** @typedef {import('../server/kubernetes/schema/types.ts').Value} Value */

/**
 * One schema for every kind; `apiVersion` and `kind` of the document say which applies.
 * @returns {object} JSON Schema, draft 7
 */
export function kubernetesJsonSchema() {
  /** @type {typeof import('../server/core.ts')} */
  const { dataFiles, provideData, schema } = createRequire(import.meta.url)('../dist/core.cjs');
  provideData((name) => readFileSync(new URL(`../dist/data/${dataFiles[name]}`, import.meta.url)));
  /** @type {readonly string[]} */
  const texts = JSON.parse(readFileSync(new URL('../server/kubernetes/schema/descriptions.json', import.meta.url), 'utf8'));
  const describe = (/** @type {number | undefined} */ place) => (place === undefined ? {} : { description: texts[place] });

  const kinds = schema.kindsOf();
  /** @type {Record<string, object>} */
  const definitions = {};
  const wanted = new Set(kinds.map(({ type }) => type));
  for (const id of wanted) {
    const type = schema.type(id);
    if (!type) continue;
    const fields = schema.fieldsOf(type);
    for (const field of fields) {
      const value = schema.valueOf(field);
      if (value.kind === 'object') wanted.add(value.type);
    }
    definitions[id] = {
      ...describe(type.description),
      type: 'object',
      additionalProperties: false,
      // A resource inside another may leave out what says its kind.
      required: fields.filter(({ name, required }) => required && name !== 'apiVersion' && name !== 'kind').map(({ name }) => name),
      properties: Object.fromEntries(
        fields.map(({ name, value, description }) => [name, { ...describe(description), allOf: [valueSchema(value)] }]),
      ),
    };
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    required: ['apiVersion', 'kind'],
    properties: {
      apiVersion: { enum: [...new Set(kinds.map(({ apiVersion }) => apiVersion))] },
      kind: { enum: [...new Set(kinds.map(({ kind }) => kind))] },
    },
    allOf: kinds.map(({ apiVersion, kind, type }) => ({
      if: { properties: { apiVersion: { const: apiVersion }, kind: { const: kind } }, required: ['apiVersion', 'kind'] },
      then: reference(type),
    })),
    definitions,
  };
}

const types = { quantity: ['string', 'number'], 'int-or-string': ['integer', 'string'] };

/**
 * @param {Value} value
 * @returns {object}
 */
function valueSchema(value) {
  switch (value.kind) {
    case 'list':
      return { type: 'array', items: valueSchema(value.items) };
    case 'map':
      return { type: 'object', additionalProperties: valueSchema(value.values) };
    case 'object':
      return reference(value.type);
    case 'any':
      return {};
    case 'quantity':
    case 'int-or-string':
      return { type: types[value.kind] };
    default:
      return { type: value.kind, ...(value.enum ? { enum: value.enum } : {}) };
  }
}

/** @param {string} type */
function reference(type) {
  return { $ref: `#/definitions/${type.replaceAll('/', '~1')}` };
}
