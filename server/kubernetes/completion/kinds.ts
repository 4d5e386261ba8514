import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { summaryOf } from '../../hover.ts';
import { lineAt } from '../../text/lines.ts';
import { rangeOf } from '../../text/span.ts';
import { pairOf } from '../../yaml/read.ts';
import type { KubernetesSchema } from '../schema/schema.ts';
import type { ResourceKind } from '../schema/types.ts';
import { itemOf, valueItem, writeKey } from '../../yaml/item.ts';
import type { Spot } from './spot.ts';
import { folderOf } from '../../text/path.ts';

/** What a manifest's own description says, in the order in which people write it. */
const rootKeys = ['apiVersion', 'kind', 'metadata'];

/** Offers `kind` for an `apiVersion`, `apiVersion` for a `kind`, and both together where neither is there. */
export function completeKind(spot: Spot): readonly CompletionItem[] {
  const { place, path } = spot;
  if (place.role !== 'value' || path.length !== 1) return [];
  if (path[0] === 'kind') return kinds(spot);
  return path[0] === 'apiVersion' ? versions(spot) : [];
}

/** Offers the keys with which a manifest begins, where its kind is not known yet. */
export function completeRootKeys(spot: Spot): readonly CompletionItem[] {
  const { place, apiVersion, kind, schema } = spot;
  return rootKeys
    .filter((key) => !place.siblings.has(key))
    .map((key, index) => {
      const fitting = key === 'apiVersion' && kind !== undefined ? serving(schema, kind)[0]?.apiVersion : undefined;
      const single = key === 'kind' && apiVersion !== undefined ? kindsIn(schema, apiVersion) : [];
      const value = fitting ?? (single.length === 1 ? single[0]?.kind : undefined) ?? '';
      const column = ' '.repeat(place.column + spot.style.step);
      const opening = key === 'metadata' && place.style === 'block' ? `:\n${column}name: ` : `: ${value}`;
      return itemOf(spot, {
        label: key,
        kind: CompletionItemKind.Field,
        text: writeKey(spot, key) + (place.hasColon ? '' : opening),
        sort: `0${index}`,
        filter: place.quote === '' ? undefined : writeKey(spot, key),
        detail: value,
        documentation: summaryOf(`kubernetes/${key === 'metadata' ? 'ObjectMeta' : `TypeMeta#${key}`}`, spot.context).documentation,
      });
    });
}

function kinds(spot: Spot): readonly CompletionItem[] {
  const { apiVersion, schema } = spot;
  const ofVersion = apiVersion === undefined ? [] : kindsIn(schema, apiVersion);
  const offered = ofVersion.length > 0 ? ofVersion : current(schema);
  return offered.map((kind) => {
    const also = kind.apiVersion === apiVersion ? undefined : writeVersion(spot, kind.apiVersion);
    return valueItem(spot, {
      value: kind.kind,
      isString: true,
      kind: CompletionItemKind.Class,
      sort: `${rankOf(kind)}${kind.kind}`,
      detail: kind.apiVersion,
      documentation: summaryOf(`kubernetes/${kind.kind}`, spot.context).documentation,
      ...(also ? { also } : {}),
    });
  });
}

function versions(spot: Spot): readonly CompletionItem[] {
  const { kind, place, schema } = spot;
  const ofKind = kind === undefined ? [] : serving(schema, kind);
  const offered = ofKind.length > 0 ? ofKind : kind === undefined ? current(schema) : [];
  const names = [...new Set(offered.map(({ apiVersion }) => apiVersion))];
  const items = names.map((value, index) =>
    valueItem(spot, { value, isString: true, kind: CompletionItemKind.Module, sort: `0${String(index).padStart(3, '0')}`, detail: kind }),
  );
  if (kind !== undefined || place.style !== 'block' || place.quote !== '') return items;
  const both = current(schema).map(({ apiVersion, kind: name }) =>
    itemOf(spot, {
      label: `${apiVersion} ${name}`,
      kind: CompletionItemKind.Class,
      text: `${apiVersion}\n${' '.repeat(place.column)}kind: ${name}`,
      sort: `1${name}`,
      documentation: summaryOf(`kubernetes/${name}`, spot.context).documentation,
    }),
  );
  return [...items, ...both];
}

/** Kinds that people meet most come first. */
const common: ReadonlySet<string> = new Set(
  (
    'ConfigMap CronJob DaemonSet Deployment HorizontalPodAutoscaler Ingress Job Namespace NetworkPolicy PersistentVolumeClaim Pod ' +
    'PodDisruptionBudget Role RoleBinding Secret Service ServiceAccount StatefulSet'
  ).split(' '),
);

function rankOf({ kind, addOn }: ResourceKind): number {
  return common.has(kind) ? 0 : addOn ? 2 : 1;
}

const known = new WeakMap<KubernetesSchema, readonly ResourceKind[]>();

/** One version of each kind that an author may write: the one that stays. */
function current(schema: KubernetesSchema): readonly ResourceKind[] {
  const remembered = known.get(schema);
  if (remembered) return remembered;
  const best = new Map<string, ResourceKind>();
  for (const kind of schema.kindsOf()) {
    if (!isWritten(kind) || kind.deprecatedIn !== undefined || stability(kind.apiVersion) < 10_000) continue; // alpha is off by default
    const key = `${folderOf(kind.apiVersion)}${kind.kind}`;
    const other = best.get(key);
    if (!other || stability(kind.apiVersion) > stability(other.apiVersion)) best.set(key, kind);
  }
  const kinds = [...best.values()];
  known.set(schema, kinds);
  return kinds;
}

/** The versions that serve a kind, the most stable first. */
function serving(schema: KubernetesSchema, kind: string): readonly ResourceKind[] {
  return schema
    .kindsOf()
    .filter((candidate) => candidate.kind === kind && isWritten(candidate))
    .sort((one, other) => stability(other.apiVersion) - stability(one.apiVersion));
}

function kindsIn(schema: KubernetesSchema, apiVersion: string): readonly ResourceKind[] {
  return schema.kindsOf().filter((kind) => kind.apiVersion === apiVersion && isWritten(kind));
}

/** Lists are made by the API server, and requests such as TokenReview are no manifests. */
function isWritten({ kind, list, removed, plural }: ResourceKind): boolean {
  return list !== true && removed !== true && plural !== undefined && !/Review$|^(?:Binding|ComponentStatus|Event)$/.test(kind);
}

function stability(apiVersion: string): number {
  const [, major = '0', level, minor = '0'] = /v(\d+)(?:(alpha|beta)(\d+))?$/.exec(apiVersion) ?? [];
  return (level === undefined ? 2 : level === 'beta' ? 1 : 0) * 10_000 + Number(major) * 100 + Number(minor);
}

/** The edit that gives the manifest another `apiVersion`, or its first. */
function writeVersion(spot: Spot, apiVersion: string): Parameters<typeof itemOf>[1]['also'] | undefined {
  const { place, root, document, model, text } = spot;
  if (place.style !== 'block') return undefined;
  const shift = document.span.start;
  const pair = root && pairOf(root, 'apiVersion');
  const range = (pair?.value as { range?: readonly [number, number, number] } | null | undefined)?.range;
  if (pair && (!range || range[0] === range[1])) return undefined;
  if (range) {
    const at = rangeOf(model.document, { start: range[0] + shift, end: range[1] + shift });
    return at.start.line === at.end.line ? [{ range: at, newText: apiVersion }] : undefined;
  }
  const line = lineAt(text, place.span.start);
  if (/^ *- /.test(text.slice(line.start, line.end))) return undefined;
  const at = line.start + shift;
  return [{ range: rangeOf(model.document, { start: at, end: at }), newText: `${' '.repeat(place.column)}apiVersion: ${apiVersion}\n` }];
}
