import { nearestNames } from '../../nearest.ts';
import type { KubernetesSchema } from '../schema/schema.ts';

/** What is wrong with an `apiVersion` and a `kind` that do not name anything together. */
export interface UnknownKind {
  readonly variant: 'near' | 'elsewhere' | 'other' | 'version' | 'unknown';
  /** Which of the two is wrong. */
  readonly field: 'apiVersion' | 'kind';
  /** What was probably meant. */
  readonly wanted?: string;
  /** The apiVersion of the kind that was probably meant, where that differs too. */
  readonly wantedVersion?: string;
  /** Whether it is sure that it was meant. */
  readonly isSure?: boolean;
}

/** Not for the cluster's storage, but written with `apiVersion: v1` all the same: kubeconfig files, answers of the API server. */
const otherKinds: readonly string[] = [
  'Config',
  'Status',
  'List',
  'DeleteOptions',
  'APIGroup',
  'APIVersions',
  'APIResourceList',
  'WatchEvent',
];

interface Known {
  readonly apiVersions: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  /** Groups whose kinds are installed into a cluster one by one, so that not all are known here. */
  readonly installed: ReadonlySet<string>;
}

const known = new WeakMap<KubernetesSchema, Known>();

function knownIn(schema: KubernetesSchema): Known {
  const remembered = known.get(schema);
  if (remembered) return remembered;
  const apiVersions = new Set(schema.kindsOf().map(({ apiVersion }) => apiVersion));
  const addOns = schema.kindsOf().filter(({ addOn }) => addOn);
  const made = {
    apiVersions,
    groups: new Set([...apiVersions].map(groupIn)),
    installed: new Set(addOns.map(({ apiVersion }) => groupIn(apiVersion))),
  };
  known.set(schema, made);
  return made;
}

/** The apiVersions that serve a kind, stable ones first. */
export function servedVersions(schema: KubernetesSchema, kind: string): readonly string[] {
  const isStable = (apiVersion: string): boolean => !/\d(?:alpha|beta)\d/.test(apiVersion);
  const served = schema.kindsOf().filter((candidate) => candidate.kind === kind && !candidate.removed && candidate.plural !== undefined);
  const stable = served.filter(({ apiVersion }) => isStable(apiVersion));
  return (stable.length > 0 ? stable : served).map(({ apiVersion }) => apiVersion).reverse();
}

/** Why there is no such kind; `undefined` where there is one, or may be one: kinds of others, early versions, other programs' files. */
export function unknownKind(schema: KubernetesSchema, apiVersion: string, kind: string): UnknownKind | undefined {
  if (schema.resourceKind(apiVersion, kind)) return undefined;
  const group = groupIn(apiVersion);
  const { apiVersions, groups, installed } = knownIn(schema);
  if (installed.has(group)) return undefined;
  const served = servedVersions(schema, kind);
  if (apiVersions.has(apiVersion)) return unknownInVersion(schema, apiVersion, kind, served);
  if (groups.has(group) && apiVersion.includes('/')) {
    if (/^v\d+(?:alpha|beta)\d+$/.test(apiVersion.slice(group.length + 1))) return undefined;
    const wanted = served.find((version) => groupIn(version) === group) ?? served[0];
    return { variant: 'version', field: 'apiVersion', ...(wanted !== undefined && { wanted, isSure: groupIn(wanted) === group }) };
  }
  // A group of somebody else's has a dot in its name; other programs' files have none of the kinds here.
  const near = group.includes('.')
    ? served.filter((version) => nearestNames(group, [groupIn(version)], 1).length > 0 && isNear(group, groupIn(version)))
    : served;
  const [wanted] = near;
  return wanted === undefined ? undefined : { variant: 'elsewhere', field: 'apiVersion', wanted, isSure: near.length === 1 };
}

function unknownInVersion(schema: KubernetesSchema, apiVersion: string, kind: string, served: readonly string[]): UnknownKind | undefined {
  if (apiVersion === 'v1' && otherKinds.includes(kind)) return undefined;
  const kinds = schema.kindsOf().filter((candidate) => candidate.apiVersion === apiVersion && !candidate.list);
  const names = kinds.map((candidate) => candidate.kind);
  const same = names.find((name) => name.toLowerCase() === kind.toLowerCase());
  if (same !== undefined) return { variant: 'near', field: 'kind', wanted: same, isSure: true };
  const own = served.find((version) => groupIn(version) === groupIn(apiVersion));
  const elsewhere = own ?? served[0];
  if (elsewhere !== undefined)
    return { variant: 'elsewhere', field: 'apiVersion', wanted: elsewhere, isSure: own !== undefined || served.length === 1 };
  const [near] = nearestNames(kind, names, 1);
  return near === undefined ? nearElsewhere(schema, kind) : { variant: 'near', field: 'kind', wanted: near };
}

/** A kind of another apiVersion with nearly the same name. */
function nearElsewhere(schema: KubernetesSchema, kind: string): UnknownKind {
  const names = new Set(schema.kindsOf().flatMap((candidate) => (candidate.list ? [] : candidate.kind)));
  const [wanted] = nearestNames(kind, [...names], 1);
  const [wantedVersion] = wanted === undefined ? [] : servedVersions(schema, wanted);
  if (wanted === undefined || wantedVersion === undefined) return { variant: 'unknown', field: 'kind' };
  return { variant: 'other', field: 'kind', wanted, wantedVersion };
}

/** Whether two groups differ by a slip of the keyboard only. */
function isNear(one: string, other: string): boolean {
  return (
    Math.abs(one.length - other.length) <= 2 && one.slice(0, 3) === other.slice(0, 3) && one.split('.').length === other.split('.').length
  );
}

/** The group of an apiVersion: empty for the core group. */
export function groupIn(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}
