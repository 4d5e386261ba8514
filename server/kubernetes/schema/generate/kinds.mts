/** Lists the kinds, with their names in requests, their scope, and when they come and go. */
import type { KindData, Replacement, StructureData, TypeId } from '../types.ts';
import type { Declaration } from './declarations.mts';
import { isOfGateway } from './facts/gateway.mts';
import { FORGOTTEN, LIFECYCLES, UNLIKE_THEIR_SUCCESSORS } from './facts/lifecycle.mts';
import type { ServedResource } from './scope.mts';

/** What leads to the entries: kinds that are declared, and all that the API server has. */
interface Known {
  readonly declarations: readonly Declaration[];
  readonly served: readonly ServedResource[];
}

type Lifecycle = Pick<KindData, 'since' | 'deprecatedIn' | 'removedIn' | 'replacement'>;

/** The part `kinds` of structure.json. */
export function kindsOf(known: Known): StructureData['kinds'] {
  const isServed = new Set(known.served.map(({ apiVersion, kind }) => `${apiVersion}/${kind}`));
  // A kind keeps its plural and scope through all its versions, also through the ones that are gone.
  const names = new Map(known.served.map(({ kind, plural, scope }) => [kind, { plural, scope }]));
  const typeIds = new Map(known.declarations.map(({ id, resource }) => [resource && `${resource.apiVersion}/${resource.kind}`, id]));
  const typeOfSuccessor = ({ replacement }: Lifecycle): TypeId | undefined =>
    replacement && typeIds.get(`${replacement.apiVersion}/${replacement.kind}`);
  const kinds = new Map<string, [string, KindData][]>();
  const add = (apiVersion: string, kind: string, data: KindData): void => {
    kinds.set(apiVersion, [...(kinds.get(apiVersion) ?? []), [kind, data]]);
  };

  for (const { id, fields, resource } of known.declarations) {
    if (!resource) continue;
    const { apiVersion, kind } = resource;
    const list = fields.get('items')?.value.kind === 'list' && kind.endsWith('List');
    const itemKind = list ? kind.replace(/List$/, '') : kind;
    // Kubernetes never removes a kind from a stable version, so what has no path there is a subresource.
    const removed = /\d(alpha|beta)\d/.test(apiVersion) && !isServed.has(`${apiVersion}/${itemKind}`);
    const lifecycle = lifecycleOf(apiVersion, itemKind, list, removed, known.served);
    const keepsType = !removed || UNLIKE_THEIR_SUCCESSORS.includes(`${apiVersion}/${itemKind}`);
    add(apiVersion, kind, {
      type: (keepsType ? undefined : typeOfSuccessor(lifecycle)) ?? id,
      ...names.get(kind),
      ...(list && { list }),
      ...(removed && { removed }),
      ...(isOfGateway(apiVersion) && { addOn: true }),
      ...lifecycle,
    });
  }
  for (const [apiVersion, forgotten] of Object.entries(FORGOTTEN)) {
    for (const kind of forgotten) {
      const lifecycle = lifecycleOf(apiVersion, kind, false, true, known.served);
      const type = typeOfSuccessor(lifecycle);
      if (type === undefined) throw new Error(`Nothing replaces ${kind} in ${apiVersion}.`);
      add(apiVersion, kind, { type, ...names.get(kind), removed: true, ...lifecycle });
    }
  }
  return Object.fromEntries([...kinds].sort(byKey).map(([apiVersion, entries]) => [apiVersion, Object.fromEntries(entries.sort(byKey))]));
}

function lifecycleOf(apiVersion: string, kind: string, list: boolean, removed: boolean, served: readonly ServedResource[]): Lifecycle {
  const byKinds = LIFECYCLES[apiVersion] ?? {};
  const entry = Object.entries(byKinds).find(([kinds]) => kinds.split(' ').includes(kind))?.[1] ?? byKinds['*'] ?? '';
  const [versions = '', moved] = entry.split(' -> ');
  const [since, deprecatedIn, removedIn] = versions.split(' ').filter(Boolean);
  const replacement =
    deprecatedIn !== undefined || removed
      ? moved === undefined
        ? newest(apiVersion, kind, served)
        : { apiVersion: moved, kind }
      : undefined;
  return {
    ...(since !== undefined && { since }),
    ...(deprecatedIn !== undefined && { deprecatedIn }),
    ...(removedIn !== undefined && { removedIn }),
    ...(replacement && { replacement: list ? { ...replacement, kind: `${kind}List` } : replacement }),
  };
}

/** The newest version of the same kind and group that is served, if it is newer. */
function newest(apiVersion: string, kind: string, served: readonly ServedResource[]): Replacement | undefined {
  const group = apiVersion.slice(0, apiVersion.indexOf('/') + 1);
  const [best] = served
    .filter((resource) => resource.kind === kind && resource.apiVersion.startsWith(group) && resource.apiVersion.includes('/'))
    .map((resource) => resource.apiVersion)
    .sort((a, b) => rank(b) - rank(a));
  return best !== undefined && rank(best) > rank(apiVersion) ? { apiVersion: best, kind } : undefined;
}

/** Orders versions: v2, v1, v1beta2, v1beta1, v1alpha1. */
function rank(apiVersion: string): number {
  const [, major = '0', stage, minor = '0'] = /v(\d+)(?:(alpha|beta)(\d+))?$/.exec(apiVersion) ?? [];
  const stageRank = stage === undefined ? 2 : stage === 'beta' ? 1 : 0;
  return stageRank * 10_000 + Number(major) * 100 + Number(minor);
}

export const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
