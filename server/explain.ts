import { factsOf } from './kubernetes/facts.ts';
import { noteOf } from './kubernetes/notes.ts';
import type { KubernetesSchema, Resolution } from './kubernetes/schema/schema.ts';
import type { SchemaType } from './kubernetes/schema/types.ts';
import type { Locale } from './locale.ts';
import { nearestNames } from './nearest.ts';
import type { Library } from './notes.ts';
import type { Rule } from './rule.ts';
import { codeSpan } from './text/markdown.ts';

/** Where explanations are looked for. */
export interface ExplainContext {
  readonly library: Library;
  readonly schema: KubernetesSchema;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly locale: Locale;
}

/** What was found for a topic. */
export type Explanation =
  | { readonly kind: 'rule'; readonly rule: Rule }
  /** `facts` are Markdown; `also` are other topics of the same name. */
  | { readonly kind: 'note'; readonly id: string; readonly facts: readonly string[]; readonly also: readonly string[] }
  /** A Kubernetes type or field that has no note; `fields` are what stands below it. */
  | { readonly kind: 'schema'; readonly title: string; readonly facts: readonly string[]; readonly fields: readonly string[] }
  /** Several things have this name; each is a topic itself, the likeliest first. */
  | { readonly kind: 'choices'; readonly topics: readonly string[] }
  | { readonly kind: 'unknown'; readonly nearest: readonly string[] };

/** Longest topic that is looked for, in characters. */
const lengthLimit = 200;

/**
 * Looks up what someone asks about: a rule's id (`dockerfile/no-latest-tag`, `DL3007`), a note's id (`dockerfile/COPY#--from`),
 * a path in a manifest (`Deployment.spec.strategy`), an instruction with its flag (`COPY --from`), or a bare name (`livenessProbe`).
 */
export function explain(topic: string, context: ExplainContext): Explanation {
  const asked = topic.trim().replace(/\s+/g, ' ').slice(0, lengthLimit);
  const rules = findRules(asked, context);
  const [rule] = rules;
  if (rule && rules.length === 1) return { kind: 'rule', rule };
  if (rule) return { kind: 'choices', topics: rules.map(({ id }) => id) };
  return (
    findNoteById(asked, context) ??
    findPath(asked, context) ??
    findMember(asked, context) ??
    findName(asked, context) ??
    findField(asked, context) ??
    findNearest(asked, context)
  );
}

/** By id, by the id without its language, or by the id of another linter with or without that linter's name. */
function findRules(asked: string, { rules }: ExplainContext): readonly Rule[] {
  const wanted = asked.toLowerCase();
  const names = (id: string, separator: string): boolean =>
    id.toLowerCase() === wanted || id.slice(id.indexOf(separator) + 1).toLowerCase() === wanted;
  const all = [...rules.values()];
  const own = all.filter(({ id }) => names(id, '/'));
  return own.length > 0 ? own : all.filter((rule) => idsElsewhere(rule).some((id) => names(id, ':')));
}

function idsElsewhere({ equivalents, variants = {} }: Rule): readonly string[] {
  return [...equivalents, ...Object.values(variants).flatMap((variant) => variant.equivalents ?? [])];
}

function findNoteById(asked: string, { library }: ExplainContext): Explanation | undefined {
  const id = library.has(asked) ? asked : library.ids().find((candidate) => candidate.toLowerCase() === asked.toLowerCase());
  return id === undefined ? undefined : note(id);
}

/** `Deployment.spec.strategy`, `Pod.spec.containers[0].image`, `deployments.spec`, `PodSpec.hostPID`, `spec.replicas`. */
function findPath(asked: string, context: ExplainContext): Explanation | undefined {
  const [first = '', ...names] = asked.replace(/\[[^\]]*\]/g, '').split('.');
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

/** An owner and its member: `COPY --from`, `COPY --from=build`, `Container.livenessProbe`, `depends_on condition`. */
function findMember(asked: string, context: ExplainContext): Explanation | undefined {
  const pieces = asked.split(/[\s.#]/).filter((piece) => piece !== '');
  if (pieces.length < 2) return undefined;
  const notes = notesOf(context);
  const owner = pieces[0] ?? '';
  const rest = asked.slice(asked.indexOf(owner) + owner.length + 1).trim();
  const pairs = [
    [owner, rest],
    [owner, rest.split(/[\s=]/, 1)[0] ?? ''],
    [pieces.at(-2) ?? '', pieces.at(-1) ?? ''],
  ] as const;
  for (const [first, member] of pairs) {
    const found = notes.filter(
      (candidate) => candidate.member !== '' && sameName(candidate.owner, first) && sameName(candidate.member, member),
    );
    if (found.length > 0) return choose(found);
  }
  return findName(pieces.at(-1) ?? '', context);
}

/** A bare name: a note's owner, one of its members, or a title. */
function findName(asked: string, context: ExplainContext): Explanation | undefined {
  const notes = notesOf(context);
  const named = notes.filter(
    ({ owner, member, titles }) => sameName(member === '' ? owner : member, asked) || titles.some((title) => sameName(title, asked)),
  );
  // Capital letters mean something: HEALTHCHECK is the instruction, livenessProbe the field.
  const exact = asked === asked.toLowerCase() ? [] : named.filter(({ owner, member }) => (member === '' ? owner : member) === asked);
  return choose(exact.length > 0 ? exact : named);
}

/** A kind, a type or a field of Kubernetes that no note explains. */
function findField(asked: string, context: ExplainContext): Explanation | undefined {
  const { schema } = context;
  const [type] = rootsNamed(asked, context);
  if (type) return describe(type.name, { owner: type, value: { kind: 'object', type: type.id } }, context);
  const owners = allTypes(schema).filter((owner) => schema.fieldsOf(owner).some(({ name }) => name.toLowerCase() === asked.toLowerCase()));
  const topics = [...new Set(owners.map(({ name }) => `${name}.${asked}`))];
  return topics.length > 1 ? { kind: 'choices', topics } : topics[0] === undefined ? undefined : findPath(topics[0], context);
}

function findNearest(asked: string, context: ExplainContext): Explanation {
  const notes = notesOf(context);
  const names = new Set([
    ...notes.flatMap(({ id, owner, member, titles }) => [
      member === '' ? owner : member,
      ...(member === '' ? titles : [`${owner} ${member}`]),
      id,
    ]),
    ...[...context.rules.keys()].flatMap((id) => [id.slice(id.indexOf('/') + 1), id]),
    ...context.schema.kindsOf().map(({ kind }) => kind),
  ]);
  return { kind: 'unknown', nearest: nearestNames(asked, names, 5) };
}

interface NamedNote {
  readonly id: string;
  readonly language: string;
  readonly owner: string;
  /** Empty for the owner itself. */
  readonly member: string;
  readonly titles: readonly string[];
}

function notesOf({ library }: ExplainContext): readonly NamedNote[] {
  return library.ids().map((id) => {
    const [, language = '', owner = '', member = ''] = /^([^/]*)\/([^#]*)#?(.*)$/.exec(id) ?? [];
    const titles = (['en', 'ko'] as const).flatMap((locale) => library.note(id, locale)?.title ?? []);
    return { id, language, owner, member, titles };
  });
}

/** Shows the one that is meant, or lets the reader choose: owners before members, and only one owner wins, over members of its own language. */
function choose(found: readonly NamedNote[]): Explanation | undefined {
  const ordered = [...found.filter(({ member }) => member === ''), ...found.filter(({ member }) => member !== '')];
  const [best, second] = ordered;
  if (!best) return undefined;
  const wins =
    second === undefined || (best.member === '' && second.member !== '' && ordered.every(({ language }) => language === best.language));
  return wins
    ? note(
        best.id,
        ordered.slice(1).map(({ id }) => id),
      )
    : { kind: 'choices', topics: ordered.map(({ id }) => id) };
}

function note(id: string, also: readonly string[] = []): Explanation {
  return { kind: 'note', id, facts: [], also };
}

/** Whether two names are the same but for case and what joins their words: `depends-on` and `depends_on`. */
function sameName(a: string, b: string): boolean {
  return plainName(a) === plainName(b);
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/(?<=[^\s_-])[\s_-]+(?=[^\s_-])/g, '');
}
