import type { Localized } from '../../locale.ts';
import type { ResourceKind } from '../schema/types.ts';
import { shown, shownList, type Lines } from '../../say.ts';

const verbs: Readonly<Record<string, Localized>> = {
  get: { ko: '이름을 대고 하나를 읽습니다.', en: 'Reads one, by its name.' },
  list: { ko: '모두 읽습니다. Secret이라면 내용까지 다 보입니다.', en: 'Reads all of them; for Secrets, their contents too.' },
  watch: { ko: '바뀌는 것을 이어서 받습니다.', en: 'Is told of changes as they happen.' },
  create: {
    ko: '새로 만듭니다. 만들 때는 이름을 모르므로 `resourceNames`로 좁힐 수 없습니다.',
    en: 'Makes new ones; `resourceNames` cannot narrow it.',
  },
  update: { ko: '통째로 바꿉니다.', en: 'Replaces a whole object.' },
  patch: { ko: '일부를 바꿉니다. `kubectl apply`에 필요합니다.', en: 'Changes parts of an object, as `kubectl apply` does.' },
  delete: { ko: '하나를 지웁니다.', en: 'Deletes one.' },
  deletecollection: { ko: '한꺼번에 여럿을 지웁니다.', en: 'Deletes many at once.' },
  bind: {
    ko: '자기에게 없는 권한의 역할도 바인딩합니다. 권한 상승에 쓰일 수 있습니다.',
    en: 'Binds roles with more than one has oneself: can be used to escalate.',
  },
  escalate: {
    ko: '자기에게 없는 권한도 역할에 적습니다. 권한 상승에 쓰일 수 있습니다.',
    en: 'Writes roles with more than one has oneself: can be used to escalate.',
  },
  impersonate: { ko: '다른 사용자, 그룹, ServiceAccount로 행세합니다.', en: 'Acts as another user, group or ServiceAccount.' },
  use: { ko: '정책을 씁니다(예전의 PodSecurityPolicy).', en: 'Uses a policy, formerly PodSecurityPolicy.' },
  approve: { ko: '인증서 요청을 승인합니다.', en: 'Approves certificate requests.' },
  sign: { ko: '인증서 요청에 서명합니다.', en: 'Signs certificate requests.' },
  '*': { ko: '**모든 동작.** 나중에 생길 것까지 포함합니다.', en: '**Everything**, later additions included.' },
};

/** Parts of resources that are worth a word. */
const subresources: Readonly<Record<string, Localized>> = {
  log: { ko: '로그를 읽습니다.', en: 'Its logs.' },
  exec: {
    ko: '안에서 명령을 실행합니다. `create`(새 클라이언트는 `get`도)가 필요합니다.',
    en: 'Commands inside it; takes `create`, newer clients also `get`.',
  },
  portforward: { ko: '포트를 로컬로 잇습니다.', en: 'Forwarding of its ports.' },
  status: { ko: '상태. 컨트롤러가 씁니다.', en: 'Its status, which controllers write.' },
  scale: { ko: '개수를 바꿉니다.', en: 'The number of its replicas.' },
  eviction: { ko: 'Pod를 내보냅니다. `kubectl drain`에 필요합니다.', en: 'Evictions, as by `kubectl drain`.' },
  token: { ko: 'ServiceAccount의 토큰을 만듭니다.', en: 'Tokens of the ServiceAccount.' },
  attach: { ko: '실행 중인 컨테이너에 붙습니다.', en: 'Attaching to running containers.' },
  proxy: { ko: 'API 서버를 거쳐 접속합니다.', en: 'Connections through the API server.' },
  ephemeralcontainers: { ko: '디버그 컨테이너를 넣습니다.', en: 'Debugging containers added to it.' },
  approval: { ko: '승인 여부.', en: 'Its approval.' },
};

/** Says what a verb of a rule allows. */
export function verbFacts(verb: string): Lines {
  const text = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  return text ? [{ ko: `${shown(verb)} — ${text.ko}`, en: `${shown(verb)} — ${text.en}` }] : [];
}

/** Says which group of the API is meant; the empty one is the core group. */
export function apiGroupFacts(group: string, kinds: readonly ResourceKind[]): Lines {
  if (group === '')
    return [
      {
        ko: '`""` — 코어 그룹: Pod, Service, ConfigMap, Secret 등 `apiVersion: v1`인 것',
        en: '`""` — the core group: Pod, Service, ConfigMap, Secret and the rest of `apiVersion: v1`',
      },
    ];
  if (group === '*') return [{ ko: '`*` — **모든 그룹**', en: '`*` — **all groups**' }];
  if (group === 'v1')
    return [{ ko: '그룹에는 버전을 적지 않습니다. 코어 그룹은 `""`입니다.', en: 'A group has no version: the core group is `""`.' }];
  const names = [
    ...new Set(
      kinds.filter(({ apiVersion, list, removed }) => apiVersion.startsWith(`${group}/`) && !list && !removed).map(({ kind }) => kind),
    ),
  ];
  return names.length === 0 ? [] : [{ ko: `${shown(group)} — ${shownList(names, 6)}`, en: `${shown(group)} — ${shownList(names, 6)}` }];
}

/** Says which kind a resource of a rule is, and what its part behind the slash is. */
export function resourceFacts(text: string, groups: readonly string[], kinds: readonly ResourceKind[]): Lines {
  if (text === '*') return [{ ko: '`*` — 이 그룹의 **모든 리소스**', en: '`*` — **all resources** of the group' }];
  const [name = '', part] = text.split('/', 2);
  const found = kinds.filter(({ plural, removed }) => plural === name && !removed);
  const there = found.filter(({ apiVersion }) => groups.includes('*') || groups.includes(groupOf(apiVersion)));
  const about = part !== undefined && Object.hasOwn(subresources, part) ? subresources[part] : undefined;
  const shownKind = (there[0] ?? found[0])?.kind;
  if (shownKind === undefined) return caseSlip(text, name, kinds);
  const head = part === undefined ? shown(shownKind) : `${shown(shownKind)} \`/${part.replaceAll('`', '')}\``;
  const line = about
    ? { ko: `${head} — ${about.ko}`, en: `${head} — ${about.en}` }
    : { ko: `${shown(text)} — ${head}`, en: `${shown(text)} — ${head}` };
  if (there.length > 0 || groups.length === 0) return [line];
  const belongs = [...new Set(found.map(({ apiVersion }) => (groupOf(apiVersion) === '' ? '""' : groupOf(apiVersion))))];
  return [line, { ko: `\`apiGroups\`에 필요한 것: ${shownList(belongs)}`, en: `\`apiGroups\` needs ${shownList(belongs)} for it.` }];
}

/** A kind's name where its plural is wanted. */
function caseSlip(text: string, name: string, kinds: readonly ResourceKind[]): Lines {
  const meant = kinds.find(({ kind, plural, list }) => !list && plural !== undefined && kind.toLowerCase() === name.toLowerCase())?.plural;
  return meant === undefined || meant === text
    ? []
    : [{ ko: `복수형 소문자로 적어야 합니다: ${shown(meant)}`, en: `Written in lower case and in the plural: ${shown(meant)}` }];
}

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}
