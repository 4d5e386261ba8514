import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { fill, type Localized } from '../../locale.ts';
import { stringAt, textAt } from '../../yaml/read.ts';
import type { Path } from '../../yaml/path.ts';
import { keyFor } from '../wires/extract.ts';
import { clusterOf } from '../wires/check.ts';
import type { Cluster, Placed } from '../wires/cluster.ts';
import { mayShare } from '../wires/match.ts';
import { unversioned } from '../wires/reach.ts';
import { wiresOfField, wiresOfType, type Wire } from '../wires/targets.ts';
import type { KindKey } from '../wires/types.ts';
import { valueItem } from '../../yaml/item.ts';
import { resolveAt, type Spot } from './spot.ts';

const wanted: Localized = { ko: '{kinds}에서 찾는 이름', en: 'the name that {kinds} asks for' };

/** Most names that are offered: more are no help, and cost time. */
const nameLimit = 300;

/** Offers the names, keys and ports of the workspace's resources where a field names another resource. */
export function completeNames(spot: Spot): readonly CompletionItem[] {
  const { path, resolution } = spot;
  const field = path.at(-1);
  if (!resolution || typeof field !== 'string') return [];
  const owner = unversioned(resolution.owner.id);
  if (owner === 'meta/ObjectMeta' && path.length === 2)
    return field === 'namespace' ? namespaces(spot) : field === 'name' ? asked(spot) : [];
  if (field === 'namespace') return namespaces(spot);
  const outer = path.slice(0, -1);
  for (const wire of wiresAt(spot, outer)) {
    if (wire.name === field) return targets(spot, wire, outer).flatMap((placed) => nameItem(spot, placed) ?? []);
    if (wire.key === field) return keys(spot, wire, outer);
    if (wire.port === field) return ports(spot, wire, outer);
  }
  // `items[].key` of a volume, and the object that holds a port
  if (field === 'key' && outer.at(-2) === 'items') {
    const holder = outer.slice(0, -2);
    return wiresAt(spot, holder).flatMap((wire) => (wire.items ? keys(spot, wire, holder) : []));
  }
  if (outer.at(-1) === 'port') {
    const holder = outer.slice(0, -1);
    return wiresAt(spot, holder).flatMap((wire) => (wire.port === 'port' ? ports(spot, wire, holder, field) : []));
  }
  return [];
}

/** The wires of the object at a path: those of its type, and those of the field that holds it. */
function wiresAt(spot: Spot, path: Path): readonly Wire[] {
  const object = resolveAt(spot, path);
  if (object?.value.kind !== 'object') return [];
  const type = object.value.type;
  const ofField = object.field === undefined ? undefined : wiresOfField[`${unversioned(object.owner.id)}#${object.field}`];
  return [...(ofField ? [ofField] : []), ...(wiresOfType[unversioned(type)] ?? [])];
}

/** The resources that a wire may lead to, nearest first: those of this file. */
function targets(spot: Spot, wire: Wire, outer: Path): readonly Placed[] {
  const cluster = clusterOf(spot.model, spot.context);
  const namespace = (wire.namespace ? read(spot, outer, 'namespace') : undefined) ?? spot.namespace;
  return kindsOf(spot, wire, outer)
    .flatMap((kind) => cluster.all(kind))
    .filter(({ resource }) => resource.name !== undefined && mayShare(namespace, resource.namespace))
    .sort((one, other) => Number(cluster.isPatch(one.path)) - Number(cluster.isPatch(other.path))) // where it is whole counts
    .slice(0, nameLimit);
}

function kindsOf(spot: Spot, { target }: Wire, outer: Path): readonly KindKey[] {
  if (typeof target === 'string') return [target];
  const kind = read(spot, outer, 'kind');
  if (kind === undefined) return target.named === 'apps/Deployment' ? ['apps/Deployment', 'apps/StatefulSet'] : [target.named];
  const version = read(spot, outer, 'apiVersion') ?? '';
  const group = read(spot, outer, 'apiGroup') ?? read(spot, outer, 'group') ?? version.slice(0, Math.max(0, version.indexOf('/')));
  const named = keyFor(group, kind);
  // The group is easily forgotten, or still to be typed.
  return [...new Set([named, ...['apps', 'rbac.authorization.k8s.io'].filter(() => group === '').map((other) => keyFor(other, kind))])];
}

/** The text of a field of the object around the cursor, or of one further out. */
function read({ place, path, root, document }: Spot, outer: Path, field: string): string | undefined {
  const isHere = place.role === 'value' && path.length === outer.length + 1;
  return (isHere ? place.siblings.get(field) : undefined) ?? textAt(document.source.ast, root, [...outer, field]);
}

function nameItem(spot: Spot, placed: Placed): CompletionItem | undefined {
  const name = placed.resource.name?.text;
  if (name === undefined || isSelf(spot, placed)) return undefined;
  const isHere = placed.path === spot.context.path;
  return valueItem(spot, {
    value: name,
    isString: true,
    kind: CompletionItemKind.Reference,
    sort: `${isHere ? 0 : 1}${name}`,
    detail: whereabouts(placed),
  });
}

function isSelf({ kind, root, document, context }: Spot, { resource, path }: Placed): boolean {
  return (
    path === context.path && resource.kind === kind && resource.name?.text === stringAt(document.source.ast, root, ['metadata', 'name'])
  );
}

/** Kind, namespace and file of a resource, as an item's detail. */
export function whereabouts({ resource: { kind, name, namespace }, path }: Placed): string {
  return `${kind}/${name?.text ?? ''}${namespace === undefined ? '' : ` (${namespace})`} · ${path}`;
}

/** The targets of a wire with the name that is written beside; all of them while there is none. */
function chosen(spot: Spot, wire: Wire, outer: Path): readonly Placed[] {
  const all = targets(spot, wire, outer);
  const name = read(spot, outer, wire.name);
  const named = all.filter(({ resource }) => resource.name?.text === name);
  return name === undefined ? all : named;
}

function keys(spot: Spot, wire: Wire, outer: Path): readonly CompletionItem[] {
  return distinct(
    chosen(spot, wire, outer).flatMap((placed) => (placed.resource.keys ?? []).map((key) => ({ text: key.text, placed }))),
  ).map(({ text, placed }) =>
    valueItem(spot, { value: text, isString: true, kind: CompletionItemKind.Property, sort: `0${text}`, detail: whereabouts(placed) }),
  );
}

function ports(spot: Spot, wire: Wire, outer: Path, part?: string): readonly CompletionItem[] {
  const offers = chosen(spot, wire, outer).flatMap((placed) =>
    placed.resource.ports.flatMap(({ name, number }) => [
      ...(part === 'number' || name === undefined ? [] : [{ text: name.text, isString: true, placed, other: number }]),
      ...(part === 'name' || number === undefined ? [] : [{ text: String(number), isString: false, placed, other: name?.text }]),
    ]),
  );
  return distinct(offers).map(({ text, isString, placed, other }) =>
    valueItem(spot, {
      value: text,
      isString,
      kind: CompletionItemKind.Value,
      sort: `0${text.padStart(5, '0')}`,
      detail: `${other === undefined ? '' : `${other} · `}${whereabouts(placed)}`,
    }),
  );
}

/** The namespaces that anything lives in. */
function namespaces(spot: Spot): readonly CompletionItem[] {
  const cluster = clusterOf(spot.model, spot.context);
  const counts = new Map<string, number>();
  for (const { resource } of cluster.all('/Namespace')) if (resource.name) counts.set(resource.name.text, 0);
  for (const { resource } of cluster.everything())
    if (resource.namespace !== undefined) counts.set(resource.namespace, (counts.get(resource.namespace) ?? 0) + 1);
  return [...counts].map(([value, count]) =>
    valueItem(spot, {
      value,
      isString: true,
      kind: CompletionItemKind.Module,
      sort: `0${String(99999 - count).padStart(5, '0')}`,
      detail: 'Namespace',
    }),
  );
}

/** The names of this kind that others ask for and that nobody has. */
function asked(spot: Spot): readonly CompletionItem[] {
  const { apiVersion = '', kind = '', model, context, namespace } = spot;
  const key = keyFor(apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '', kind);
  const cluster: Cluster = clusterOf(model, context);
  const missing = new Map<string, Set<string>>();
  for (const { resource } of cluster.everything())
    for (const reference of resource.references) {
      if (reference.target !== key || !mayShare(reference.namespace ?? resource.namespace, namespace)) continue;
      if (cluster.named(key, reference.name.text).length > 0) continue;
      const by = missing.get(reference.name.text) ?? new Set();
      missing.set(reference.name.text, by.add(`${resource.kind}/${resource.name?.text ?? ''}`));
    }
  return [...missing].map(([value, by]) =>
    valueItem(spot, {
      value,
      isString: true,
      kind: CompletionItemKind.Reference,
      sort: `0${value}`,
      detail: fill(wanted[context.locale], { kinds: [...by].slice(0, 2).join(', ') }),
    }),
  );
}

function distinct<T extends { readonly text: string }>(offers: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return offers.filter(({ text }) => !seen.has(text) && seen.add(text)).slice(0, nameLimit);
}
