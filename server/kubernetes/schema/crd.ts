/** Kinds that CustomResourceDefinitions define, beside those that are built in. */
import { answersFrom } from './answers.ts';
import { readFields, type SchemaNode } from './crd-fields.ts';
import { isRecord, listOf, recordOf, textOf } from './plain.ts';
import type { KubernetesSchema } from './schema.ts';
import type { Field, ResourceKind, SchemaType, TypeId } from './types.ts';

/** The kinds of one CustomResourceDefinition, one a served version, and the types they are made of. */
export interface Definition {
  readonly kinds: readonly ResourceKind[];
  /** The type with an id that `kinds` or another type of the definition has given. */
  readonly type: (id: TypeId) => SchemaType | undefined;
}

/** More types than any definition has; what goes beyond takes any value. */
const MOST_TYPES = 20_000;
/** Objects in objects of more than this take any value. */
const DEEPEST = 64;

/**
 * Reads a CustomResourceDefinition (`apiextensions.k8s.io/v1`), given as the plain object that its YAML or JSON stands for; undefined for
 * anything else. Types are read when they are first asked for. Nothing in the object makes this throw or run on: it may be any size and
 * depth, hold itself, and be wrong in any way.
 */
export function readDefinition(manifest: unknown): Definition | undefined {
  const { apiVersion, kind: ownKind, spec } = recordOf(manifest);
  if (apiVersion !== 'apiextensions.k8s.io/v1' || ownKind !== 'CustomResourceDefinition') return undefined;
  const { group: groupValue, names, scope, versions } = recordOf(spec);
  const { kind: kindValue, plural, listKind } = recordOf(names);
  const group = textOf(groupValue);
  const kind = textOf(kindValue);
  if (group === undefined || kind === undefined) return undefined;

  const roots = listOf(versions)
    .map(recordOf)
    .flatMap((version) => {
      const name = textOf(version.name);
      if (name === undefined || version.served === false) return [];
      const node = recordOf(version.schema).openAPIV3Schema;
      return [{ apiVersion: `${group}/${name}`, node: isRecord(node) ? node : { 'x-kubernetes-preserve-unknown-fields': true } }];
    });
  const about: Pick<ResourceKind, 'plural' | 'scope'> = {
    ...(typeof plural === 'string' && { plural }),
    ...((scope === 'Namespaced' || scope === 'Cluster') && { scope }),
  };
  const list = textOf(listKind) ?? `${kind}List`;
  return {
    kinds: roots.flatMap(({ apiVersion: ofVersion }): ResourceKind[] => [
      { apiVersion: ofVersion, kind, type: `${ofVersion}/${kind}`, ...about },
      { apiVersion: ofVersion, kind: list, type: `${ofVersion}/${list}`, list: true },
    ]),
    type: typesOf(roots, { kind, list, group }),
  };
}

function typesOf(
  roots: readonly { readonly apiVersion: string; readonly node: SchemaNode }[],
  { kind, list, group }: { readonly kind: string; readonly list: string; readonly group: string },
): Definition['type'] {
  const types = new Map<TypeId, SchemaType>();
  const pending = new Map<
    TypeId,
    { readonly node: SchemaNode; readonly name: string; readonly resource: boolean; readonly depth: number }
  >();
  for (const { apiVersion, node } of roots) {
    const id = `${apiVersion}/${kind}`;
    // The group keeps the name apart from that of a built-in type, which has notes.
    pending.set(id, { node, name: `${kind}.${group}`, resource: true, depth: 0 });
    types.set(`${apiVersion}/${list}`, listType(`${apiVersion}/${list}`, `${list}.${group}`, id));
  }

  return (id) => {
    const known = types.get(id);
    const found = pending.get(id);
    if (known || !found) return known;
    pending.delete(id);
    const read = readFields(found.node, (fieldName, node, resource) => {
      if (found.depth >= DEEPEST || types.size + pending.size >= MOST_TYPES) return undefined;
      const inner = `${id}.${escapeName(fieldName)}`;
      if (!types.has(inner)) pending.set(inner, { node, name: inner.slice(inner.lastIndexOf('/') + 1), resource, depth: found.depth + 1 });
      return inner;
    });
    const fields = new Map([...read.fields, ...(found.resource ? resourceFields : [])].map((field) => [field.name, field]));
    const { text, open } = read;
    const type: SchemaType = { id, name: found.name, fields: sorted(fields), ...(text !== undefined && { text }), ...(open && { open }) };
    types.set(id, type);
    return type;
  };
}

/** What the API server adds to every resource, whatever its definition says of it. */
const resourceFields: readonly Field[] = [
  { name: 'apiVersion', value: { kind: 'string' }, required: true },
  { name: 'kind', value: { kind: 'string' }, required: true },
  { name: 'metadata', value: { kind: 'object', type: 'meta/v1/ObjectMeta' }, required: false },
];

function listType(id: TypeId, name: string, items: TypeId): SchemaType {
  const fields: readonly Field[] = [
    { name: 'apiVersion', value: { kind: 'string' }, required: true },
    { name: 'items', value: { kind: 'list', items: { kind: 'object', type: items, embedded: true } }, required: true },
    { name: 'kind', value: { kind: 'string' }, required: true },
    { name: 'metadata', value: { kind: 'object', type: 'meta/v1/ListMeta' }, required: false },
  ];
  return { id, name, fields: new Map(fields.map((field) => [field.name, field])) };
}

function sorted(fields: ReadonlyMap<string, Field>): ReadonlyMap<string, Field> {
  return new Map([...fields].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A field's name as a part of an id, whose parts end at slashes and dots. */
function escapeName(name: string): string {
  return name.replace(/[~/.]/g, (character) => `~${'~/.'.indexOf(character)}`);
}

/**
 * A schema that knows the kinds of definitions too. What is built in stays as it is; what only some clusters have (see `addOn`) gives way
 * to a definition of the same kind, and an earlier definition to a later one.
 */
export function extendSchema(base: KubernetesSchema, definitions: readonly Definition[]): KubernetesSchema {
  if (definitions.length === 0) return base;
  const kinds = new Map<string, { readonly kind: ResourceKind; readonly definition: Definition }>();
  for (const definition of definitions) {
    for (const kind of definition.kinds) {
      const builtIn = base.resourceKind(kind.apiVersion, kind.kind);
      if (!builtIn || builtIn.addOn) kinds.set(keyOf(kind), { kind, definition });
    }
  }
  let all: readonly ResourceKind[] | undefined;
  return answersFrom({
    version: base.version,
    kindsOf: () =>
      (all ??= [...base.kindsOf().filter((kind) => !kinds.has(keyOf(kind))), ...[...kinds.values()].map(({ kind }) => kind)].sort((a, b) =>
        keyOf(a) < keyOf(b) ? -1 : 1,
      )),
    resourceKind: (apiVersion, kind) => kinds.get(keyOf({ apiVersion, kind }))?.kind ?? base.resourceKind(apiVersion, kind),
    type: (id) => kinds.get(rootOf(id))?.definition.type(id) ?? base.type(id),
  });
}

/** Also the id of the type of a kind from a definition. */
const keyOf = ({ apiVersion, kind }: Pick<ResourceKind, 'apiVersion' | 'kind'>): string => `${apiVersion}/${kind}`;

/** The id up to the kind's name: of `example.com/v1/Database.spec` the part `example.com/v1/Database`. */
function rootOf(id: TypeId): string {
  const dot = id.indexOf('.', id.lastIndexOf('/'));
  return dot < 0 ? id : id.slice(0, dot);
}
