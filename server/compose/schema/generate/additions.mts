import type { JsonSchema } from './json-schema.mts';

const flag: JsonSchema = { type: ['boolean', 'string'] };
const text: JsonSchema = { type: 'string' };

/**
 * What Compose knows beyond the schema of the package, by definition and key.
 * https://docs.docker.com/reference/compose-file/build/, …/develop/, …/services/
 */
const additions: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>> = {
  build: {
    no_cache_filter: { $ref: '#/definitions/string_or_list', description: 'Build stages that are built without the cache.' },
    provenance: { ...flag, description: 'Provenance attestations to add to the image: true, false, or parameters such as mode=max.' },
    sbom: { ...flag, description: 'Whether an SBOM attestation is added to the image, or the parameters of one.' },
  },
  watch: {
    initial_sync: { type: 'boolean', description: 'Whether the files are synchronised once when the watch starts.' },
  },
  service: {
    storage_opt: {
      type: 'object',
      description: 'Storage driver options for the container.',
      patternProperties: { '^.+$': { type: ['string', 'integer', 'null'] } },
    },
    pre_start: {
      type: 'array',
      items: { $ref: '#/definitions/pre_start_hook' },
      description: 'Containers that run one after another, each to its end, before the service starts.',
    },
  },
};

/** A step before the start: it runs in a container of its own, and the command of its image may do. */
function preStartHook(hook: JsonSchema): JsonSchema {
  return {
    type: 'object',
    additionalProperties: false,
    patternProperties: { '^x-': {} },
    properties: {
      ...hook.properties,
      image: { ...text, description: 'Image that the step runs. Default is the image of the service.' },
      per_replica: { ...flag, description: 'Whether the step runs for each replica of the service, or once for all of them.' },
    },
  };
}

/** The official schema with what it lacks. @throws Error when the schema has another shape than it had */
export function withAdditions(schema: JsonSchema): JsonSchema {
  const definitions = { ...schema.definitions };
  const service = definitions.service;
  const development = definitions.development;
  const hook = definitions.service_hook;
  const [context, build] = service?.properties?.build?.oneOf ?? [];
  const watch = development?.properties?.watch;
  if (!service || !development || !hook || !context || !build?.properties || !watch?.items?.properties)
    throw new Error('The schema has no service, build or watch where they were.');
  const limits = Object.values(definitions.ulimits?.patternProperties ?? {})[0];
  if (!limits) throw new Error('The schema has no ulimits where they were.');
  return {
    ...schema,
    definitions: {
      ...definitions,
      // Compose reads every key as a limit, not only those that look like one.
      ulimits: { ...definitions.ulimits, patternProperties: { '^.+$': limits } },
      pre_start_hook: preStartHook(hook),
      service: {
        ...service,
        properties: {
          ...service.properties,
          ...additions.service,
          build: { ...service.properties?.build, oneOf: [context, { ...build, properties: { ...build.properties, ...additions.build } }] },
        },
      },
      development: {
        ...development,
        properties: {
          ...development.properties,
          watch: { ...watch, items: { ...watch.items, properties: { ...watch.items.properties, ...additions.watch } } },
        },
      },
    },
  };
}
