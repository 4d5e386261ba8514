import type { Localized } from '../../locale.ts';
import type { ResourceKind } from '../schema/types.ts';
import { shown, type Lines } from '../../say.ts';

/** How settled a version of an API is. */
export type Stability = 'alpha' | 'beta' | 'stable';

/** How settled the version of an `apiVersion` is; `undefined` for versions of other shapes. */
export function stabilityOf(apiVersion: string): Stability | undefined {
  const match = /^v\d+(?:(alpha|beta)\d+)?$/.exec(apiVersion.slice(apiVersion.lastIndexOf('/') + 1));
  if (!match) return undefined;
  return match[1] === 'alpha' || match[1] === 'beta' ? match[1] : 'stable';
}

const stabilities: Readonly<Record<Stability, Localized>> = {
  stable: { ko: '안정 버전', en: 'stable' },
  beta: { ko: '베타: 바뀔 수 있고, 클러스터에서 꺼져 있을 수 있습니다', en: 'beta: may change, and may be turned off in a cluster' },
  alpha: { ko: '알파: 보통 꺼져 있고 예고 없이 바뀝니다', en: 'alpha: usually turned off, and changes without notice' },
};

/** Takes an `apiVersion` apart: group, version, how settled it is. */
export function apiVersionFacts(apiVersion: string, kind: ResourceKind | undefined): Lines {
  const slash = apiVersion.indexOf('/');
  const stability = stabilityOf(apiVersion);
  if (!stability) return [];
  const group =
    slash < 0
      ? { ko: '코어 그룹', en: 'core group' }
      : { ko: `그룹 ${shown(apiVersion.slice(0, slash))}`, en: `group ${shown(apiVersion.slice(0, slash))}` };
  const version = shown(apiVersion.slice(slash + 1));
  const { ko, en } = stabilities[stability];
  // What is gone need not be judged any more.
  const settled = kind?.removed ? { ko: '', en: '' } : { ko: ` (${ko})`, en: ` (${en})` };
  return [
    {
      ko: `${group.ko}, 버전 ${version}${settled.ko}`,
      en: `${group.en.replace(/^./, (letter) => letter.toUpperCase())}, version ${version}${settled.en}`,
    },
    ...lifeFacts(kind),
  ];
}

/** What kind a manifest is of: its scope, its name for kubectl and in RBAC, and whether clusters still serve it. */
export function kindFacts(kind: ResourceKind | undefined): Lines {
  if (!kind) return [];
  const { plural, scope } = kind;
  const lines: Localized[] = [];
  if (plural !== undefined) {
    const where =
      scope === 'Cluster'
        ? { ko: '클러스터 전체의 것으로 네임스페이스에 속하지 않습니다', en: 'Of the whole cluster, in no namespace' }
        : { ko: '네임스페이스에 속합니다', en: 'Lives in a namespace' };
    lines.push({ ko: `${where.ko} · ${shown(`kubectl get ${plural}`)}`, en: `${where.en} · ${shown(`kubectl get ${plural}`)}` });
  }
  return [...lines, ...lifeFacts(kind)];
}

/** Since when a kind is served, deprecated or gone, and what replaces it. Nothing for one that is simply there. */
function lifeFacts(kind: ResourceKind | undefined): Lines {
  if (!kind) return [];
  const { removed, removedIn, deprecatedIn, replacement, apiVersion } = kind;
  const other = replacement && (replacement.apiVersion === apiVersion ? replacement.kind : `${replacement.apiVersion} ${replacement.kind}`);
  const use = other === undefined ? { ko: '', en: '' } : { ko: ` 대신 쓸 것: ${shown(other)}`, en: ` Use ${shown(other)}.` };
  if (removed) {
    const when = removedIn === undefined ? { ko: '', en: '' } : { ko: `Kubernetes ${removedIn}에서 `, en: ` in Kubernetes ${removedIn}` };
    return [{ ko: `**${when.ko}없어졌습니다.**${use.ko}`, en: `**Removed${when.en}.**${use.en}` }];
  }
  if (deprecatedIn === undefined && removedIn === undefined) return [];
  const since =
    deprecatedIn === undefined ? { ko: '', en: '' } : { ko: `Kubernetes ${deprecatedIn}부터 `, en: ` since Kubernetes ${deprecatedIn}` };
  const until = removedIn === undefined ? { ko: '', en: '' } : { ko: ` ${removedIn}에서 없어집니다.`, en: ` It goes in ${removedIn}.` };
  return [{ ko: `**${since.ko}폐기 예정입니다.**${until.ko}${use.ko}`, en: `**Deprecated${since.en}.**${until.en}${use.en}` }];
}
