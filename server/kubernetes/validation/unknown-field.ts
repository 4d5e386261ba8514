import { isMap, isScalar, type Pair } from 'yaml';
import { nearestNames } from '../../nearest.ts';
import type { Fix } from '../../rule.ts';
import type { Span } from '../../text/span.ts';
import { lineBreakOf, nextLineStart } from '../../text/lines.ts';
import { columnOf, endOfPair, isShared, stepOf } from '../../yaml/layout.ts';
import type { SchemaType } from '../schema/types.ts';
import { backendEdit } from './backend-edit.ts';
import { changeTo, replaceBy, replaceScalar } from '../../yaml/replace.ts';
import { shortened } from './judge-value.ts';
import { groupIn } from './kinds.ts';
import { nodeIn, problem, type Place } from './place.ts';
import type { Problem } from './problem.ts';
import { groupAndName } from './type-name.ts';

/** Types whose fields people write in one another, with the way from the first to the second. */
const neighbours: Readonly<Record<string, { readonly type: string; readonly path: string }>> = {
  'core/PodSecurityContext': { type: 'core/v1/SecurityContext', path: 'containers[].securityContext' },
  'core/SecurityContext': { type: 'core/v1/PodSecurityContext', path: 'spec.securityContext' },
  'core/PodSpec': { type: 'core/v1/Container', path: 'containers[]' },
  'core/Container': { type: 'core/v1/PodSpec', path: 'spec' },
  'core/ServiceSpec': { type: 'core/v1/ServicePort', path: 'ports[]' },
};

/** A field that the type does not have, with what was probably meant: a name like it, another place for it, another apiVersion. */
export function unknownField(place: Place, name: string, pair: Pair, at: Span): Problem | undefined {
  const type = place.type.name;
  const say = (variant: string | undefined, data: Record<string, string>, fix?: () => Fix | undefined): Problem =>
    problem(
      'known-fields',
      { at, data: { field: shortened(name), type, ...data }, ...(variant !== undefined && { variant }), ...(fix && { fix }) },
      // Kustomize's and kubectl's directives stand in patches: `$patch: delete`.
      name.startsWith('$'),
    );
  if (type === 'LabelSelector' && isScalar(pair.value)) {
    const isFirst = [...place.pairs.keys()].find((field) => !place.type.fields.has(field)) === name;
    return isFirst ? say('labels', {}, () => wrapInMatchLabels(place)) : undefined;
  }
  // The two belong together: one is enough to say.
  if (type === 'IngressBackend' && name === 'servicePort' && place.pairs.has('serviceName')) return undefined;
  const same = sameLetters(place, name);
  const path = same === undefined ? placeElsewhere(place, name) : undefined;
  if (path !== undefined) return say('deeper', { path });
  if (same === undefined && place.parent?.type.fields.has(name) && !place.parent.pairs.has(name))
    return say('higher', { parent: place.field ?? '' });
  const other = same === undefined ? otherVersion(place, name) : undefined;
  if (other?.removed) return say('old-version', { apiVersion: other.apiVersion }, () => backendFix(place, name));
  if (other) return say('version', { apiVersion: other.apiVersion }, () => changeVersion(place, other.apiVersion));
  const near = meantBy(place, name);
  if (near === undefined) return say(undefined, {});
  return say('near', { near }, () => renameKey(place, pair, near, same !== undefined));
}

/** The field that an unknown one was probably meant to be in, or to be: what it says about that is enough. */
export function coveredBy(place: Place, name: string): string | undefined {
  return pathBelow(place, place.type, name, 2)?.[0] ?? meantBy(place, name);
}

/** The field that an unknown one was probably meant to be. */
function meantBy(place: Place, name: string): string | undefined {
  return sameLetters(place, name) ?? nearestNames(name, freeFields(place), 1)[0];
}

function sameLetters(place: Place, name: string): string | undefined {
  return freeFields(place).find((field) => field.toLowerCase() === name.toLowerCase());
}

function freeFields({ type, pairs }: Place): readonly string[] {
  return [...type.fields.keys()].filter((field) => !pairs.has(field));
}

/** Where a field belongs that stands in the wrong object: below, or in an object that is easily confused with this one. */
function placeElsewhere(place: Place, name: string): string | undefined {
  const below = pathBelow(place, place.type, name, 2);
  if (below) return [...below, name].join('.');
  const neighbour = neighbours[groupAndName(place.type.id)];
  return neighbour && place.schema.type(neighbour.type)?.fields.has(name) ? `${neighbour.path}.${name}` : undefined;
}

/** The way down to an object that has the field, past objects only: `containers` is below `template.spec` in a Deployment's spec. */
function pathBelow(place: Place, type: SchemaType, name: string, depth: number): readonly string[] | undefined {
  const inner = [...type.fields.values()].flatMap((field) => {
    const of = field.name !== 'status' && field.value.kind === 'object' ? place.schema.type(field.value.type) : undefined;
    return of ? [{ field: field.name, of }] : [];
  });
  // What every resource has in its metadata is hardly meant for a template's.
  const direct = inner.find(({ field, of }) => of.fields.has(name) && (type === place.type || field !== 'metadata'));
  if (direct) return [direct.field];
  if (depth < 2) return undefined;
  for (const { field, of } of inner) {
    const path = pathBelow(place, of, name, depth - 1);
    if (path) return [field, ...path];
  }
  return undefined;
}

/** Another version of the manifest's group that has the field. */
function otherVersion(
  { manifest, schema, type }: Place,
  name: string,
): { readonly apiVersion: string; readonly removed: boolean } | undefined {
  const group = groupIn(manifest.apiVersion);
  const versions = schema
    .kindsOf()
    .filter((kind) => kind.kind === manifest.kind && groupIn(kind.apiVersion) === group && kind.apiVersion !== manifest.apiVersion);
  const has = versions.filter(({ apiVersion }) => {
    const version = apiVersion.slice(apiVersion.lastIndexOf('/') + 1);
    return schema.type(type.id.replace(/\/v[^/]+\//, `/${version}/`))?.fields.has(name);
  });
  const found = has.find(({ removed }) => !removed) ?? has[0];
  return found && type.id.startsWith(group) ? { apiVersion: found.apiVersion, removed: found.removed ?? false } : undefined;
}

function changeVersion(place: Place, apiVersion: string): Fix | undefined {
  let root: Place = place;
  while (root.parent) root = root.parent;
  return replaceBy(place.manifest.document, nodeIn(root, 'apiVersion'), apiVersion);
}

/** The backend of an Ingress in its new shape. */
function backendFix(place: Place, name: string): Fix | undefined {
  const pair = name === 'serviceName' && place.parent && place.field !== undefined ? place.parent.pairs.get(place.field) : undefined;
  const edit = pair && backendEdit(place.manifest.document, pair);
  return edit && { title: changeTo('service'), edits: [edit], isPreferred: true };
}

function renameKey(place: Place, { key }: Pair, to: string, isPreferred: boolean): Fix | undefined {
  const edit = isScalar(key) ? replaceScalar(place.manifest.document, key, to) : undefined;
  return edit && { title: { ko: `\`${to}\`로 고치기`, en: `Change to \`${to}\`` }, edits: [edit], isPreferred };
}

/** Puts labels that stand in a selector itself under `matchLabels`. */
function wrapInMatchLabels(place: Place): Fix | undefined {
  const { map, type, manifest } = place;
  const { document } = manifest;
  const { text } = document.source;
  if (!map.range || isShared(document, map) || [...place.pairs.keys()].some((field) => type.fields.has(field) || field === '<<'))
    return undefined;
  const title = { ko: '`matchLabels` 아래로 옮기기', en: 'Move under `matchLabels`' };
  const { start: offset } = document.span;
  const [start, end] = map.range;
  if (map.flow) {
    const written = text.slice(start, end).trimEnd();
    if (/[\r\n]/.test(written)) return undefined;
    return {
      title,
      edits: [{ span: { start: offset + start, end: offset + start + written.length }, newText: `{matchLabels: ${written}}` }],
      isPreferred: true,
    };
  }
  const column = columnOf(document, map);
  const last = map.items.at(-1);
  const until = last && endOfPair(document, last);
  if (column === undefined || until === undefined || map.items.some(({ value }) => isMap(value))) return undefined;
  const step = ' '.repeat(stepOf(document));
  const edits = [
    { span: { start: offset + start, end: offset + start }, newText: `matchLabels:${lineBreakOf(text)}${' '.repeat(column)}${step}` },
  ];
  for (let line = nextLineStart(text, start); line < until; line = nextLineStart(text, line))
    if (/^[ \t]*\S/.test(text.slice(line, until))) edits.push({ span: { start: offset + line, end: offset + line }, newText: step });
  return { title, edits, isPreferred: true };
}
