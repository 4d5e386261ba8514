import { factsOf } from '../kubernetes/facts.ts';
import { noteOf } from '../kubernetes/notes.ts';
import type { KubernetesSchema, Resolution } from '../kubernetes/schema/schema.ts';
import type { SchemaType } from '../kubernetes/schema/types.ts';
import { codeSpan } from '../text/markdown.ts';
import type { ExplainContext, Explanation } from './explanation.ts';

/** `Deployment.spec.strategy`, `Pod.spec.containers[0].image`, `deployments.spec`, `PodSpec.hostPID`, `spec.replicas`. */
export function findPath(asked: string, context: ExplainContext): Explanation | undefined {
  const [first = '', ...names] = asked.replace(/\[[^[\]]*\]/g, '').split('.');
  if (names.length === 0 || names.includes('') || /\s/.test(asked)) return undefined;
  const roots = ['spec', 'metadata', 'status'].includes(first)
    ? usualRoots(context).map((type) => ({ type, names: [first, ...names] }))
    : rootsNamed(first, context).map((type) => ({ type, names }));
  for (const root of roots) {
    const found = descend(root.type, root.names, context.schema);
    if (found) return describe(`${root.type.name}.${root.names.join('.')}`, found, context);
  }
  return undefined;
}

/** The types that a name can mean: a kind's, in the versions that are served first, or any type of that name. */
function rootsNamed(name: string, { schema }: ExplainContext): readonly SchemaType[] {
  const wanted = name.toLowerCase();
  const ofKinds = kindsInOrder(schema).filter(({ kind, plural }) => kind.toLowerCase() === wanted || plural === wanted);
  const types = ofKinds.flatMap(({ type }) => schema.type(type) ?? []);
  return types.length > 0 ? types : allTypes(schema).filter((type) => type.name.toLowerCase() === wanted);
}

function usualRoots({ schema }: ExplainContext): readonly SchemaType[] {
  return kindsInOrder(schema).flatMap(({ type }) => schema.type(type) ?? []);
}

const usualKinds = ['Deployment', 'Pod', 'Service', 'Ingress', 'ConfigMap', 'Secret', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'];

function kindsInOrder(schema: KubernetesSchema) {
  const order = ({ kind, apiVersion, removed }: ReturnType<KubernetesSchema['kindsOf']>[number]): number =>
    (removed ? 1000 : 0) + (/v\d+(?:alpha|beta)\d*$/.test(apiVersion) ? 100 : 0) + (usualKinds.indexOf(kind) + 1 || 50);
  return schema
    .kindsOf()
    .filter(({ list }) => !list)
    .map((kind) => ({ ...kind, order: order(kind) }))
    .sort((a, b) => a.order - b.order);
}

/** Every type that a kind which is still served is made of. */
function allTypes(schema: KubernetesSchema): readonly SchemaType[] {
  const ids = new Set(
    kindsInOrder(schema)
      .filter(({ removed }) => !removed)
      .map(({ type }) => type),
  );
  const types: SchemaType[] = [];
  for (const id of ids) {
    const type = schema.type(id);
    if (!type) continue;
    types.push(type);
    for (const field of schema.fieldsOf(type)) {
      const value = schema.valueOf(field);
      if (value.kind === 'object') ids.add(value.type); // a set may grow while it is walked
    }
  }
  return types;
}

/** What stands at a path of field names and map keys below a type; lists are passed through. */
function descend(type: SchemaType, names: readonly string[], schema: KubernetesSchema): Resolution | undefined {
  let found: Resolution = { owner: type, value: { kind: 'object', type: type.id } };
  for (const name of names) {
    let { value } = found;
    while (value.kind === 'list') value = value.items;
    if (value.kind === 'map') found = { ...found, mapKey: name, value: value.values };
    else {
      const owner = value.kind === 'object' ? schema.type(value.type) : undefined;
      const field =
        owner &&
        (schema.field(owner, name) ?? schema.fieldsOf(owner).find((candidate) => candidate.name.toLowerCase() === name.toLowerCase()));
      if (!owner || !field) return undefined;
      found = { owner, field: field.name, fieldInfo: field, value: field.value };
    }
  }
  return found;
}

function describe(title: string, found: Resolution, { library, schema, locale }: ExplainContext): Explanation {
  const id = noteOf(library, found);
  const facts = factsOf(found, locale);
  if (id !== undefined) return { kind: 'note', id, facts, also: [] };
  const type = schema.typeOf(found);
  return {
    kind: 'schema',
    title,
    facts: found.field === undefined ? kindFacts(found.owner, schema) : facts,
    fields: type ? schema.fieldsOf(type).map(({ name }) => name) : [],
  };
}

/** For a kind, how a manifest names it and whether it lives in a namespace. */
function kindFacts({ id }: SchemaType, schema: KubernetesSchema): readonly string[] {
  return kindsInOrder(schema)
    .filter(({ type }) => type === id)
    .flatMap(({ apiVersion, kind, scope }) => [
      codeSpan(`apiVersion: ${apiVersion}`),
      codeSpan(`kind: ${kind}`),
      ...(scope === undefined ? [] : [scope]),
    ]);
}

/** A kind, a type or a field of Kubernetes that no note explains. */
export function findField(asked: string, context: ExplainContext): Explanation | undefined {
  const { schema } = context;
  const [type] = rootsNamed(asked, context);
  if (type) return describe(type.name, { owner: type, value: { kind: 'object', type: type.id } }, context);
  const owners = allTypes(schema).filter((owner) => schema.fieldsOf(owner).some(({ name }) => name.toLowerCase() === asked.toLowerCase()));
  const topics = [...new Set(owners.map(({ name }) => `${name}.${asked}`))];
  return topics.length > 1 ? { kind: 'choices', topics } : topics[0] === undefined ? undefined : findPath(topics[0], context);
}
