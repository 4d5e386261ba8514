import type { Combination } from '../combination.ts';
import { replaceBy } from '../../../yaml/replace.ts';
import { has, itemsIn, keyAt, nodeIn, spanAt, stringIn } from '../place.ts';

/** https://kubernetes.io/docs/reference/access-authn-authz/rbac/ explains all of these. */
export const access: readonly Combination[] = [
  {
    id: 'role-urls',
    on: ['rbac.authorization.k8s.io/PolicyRule'],
    message: {
      ko: 'Role에는 `nonResourceURLs`를 쓸 수 없습니다. 네임스페이스에 속하지 않으니 ClusterRole에 적으세요.',
      en: 'A Role must not have `nonResourceURLs`, which belong to no namespace. Use a ClusterRole.',
    },
    check: (place) =>
      place.manifest.kind === 'Role' && itemsIn(place, 'nonResourceURLs').length > 0 ? { at: keyAt(place, 'nonResourceURLs') } : undefined,
  },
  {
    id: 'rule-of-both',
    on: ['rbac.authorization.k8s.io/PolicyRule'],
    message: {
      ko: '`nonResourceURLs`와 `resources`는 한 규칙에 함께 쓸 수 없습니다. 규칙을 나누세요.',
      en: 'One rule cannot have both `nonResourceURLs` and `resources`. Make two rules.',
    },
    check: (place) =>
      place.manifest.kind !== 'Role' &&
      itemsIn(place, 'nonResourceURLs').length > 0 &&
      (itemsIn(place, 'resources').length > 0 || itemsIn(place, 'apiGroups').length > 0)
        ? { at: keyAt(place, 'nonResourceURLs') }
        : undefined,
  },
  {
    id: 'rule-of-none',
    on: ['rbac.authorization.k8s.io/PolicyRule'],
    message: {
      ko: '규칙에 `{field}`가 있어야 합니다. 핵심 그룹은 `apiGroups: [""]`로 적습니다.',
      en: 'A rule needs `{field}`. The core group is written `apiGroups: [""]`.',
    },
    check: (place) => {
      if (itemsIn(place, 'nonResourceURLs').length > 0 || [...place.pairs.keys()].some((name) => !place.type.fields.has(name)))
        return undefined;
      const field = ['apiGroups', 'resources'].find((name) => itemsIn(place, name).length === 0);
      return field === undefined ? undefined : { at: place.owner, data: { field }, whole: true };
    },
  },
  {
    id: 'role-kind',
    on: ['rbac.authorization.k8s.io/RoleRef'],
    message: {
      ko: '{binding}은(는) {kinds}만 가리킬 수 있습니다.',
      en: 'A {binding} can refer to {kinds} only.',
    },
    check: (place) => {
      const kind = stringIn(place, 'kind');
      const binding = place.manifest.kind;
      const kinds = binding === 'ClusterRoleBinding' ? ['ClusterRole'] : ['Role', 'ClusterRole'];
      if (kind === undefined || kind === '' || kinds.includes(kind)) return undefined;
      const fix = (): ReturnType<typeof replaceBy> =>
        kind.toLowerCase() === 'clusterrole' ? replaceBy(place.manifest.document, nodeIn(place, 'kind'), 'ClusterRole') : undefined;
      return { at: spanAt(place, nodeIn(place, 'kind')), data: { binding, kinds: kinds.join(', ') }, fix };
    },
  },
  {
    id: 'role-group',
    on: ['rbac.authorization.k8s.io/RoleRef'],
    message: {
      ko: '`roleRef`의 `apiGroup`은 `rbac.authorization.k8s.io`여야 합니다. 버전은 적지 않습니다.',
      en: 'The `apiGroup` of a `roleRef` must be `rbac.authorization.k8s.io`, without a version.',
    },
    check: (place) => {
      const group = stringIn(place, 'apiGroup') ?? '';
      if (group === '' || group === 'rbac.authorization.k8s.io') return undefined;
      const node = nodeIn(place, 'apiGroup');
      return { at: spanAt(place, node), fix: () => replaceBy(place.manifest.document, node, 'rbac.authorization.k8s.io') };
    },
  },
  {
    id: 'subject-kind',
    on: ['rbac.authorization.k8s.io/Subject'],
    message: {
      ko: '`kind`는 `User`, `Group`, `ServiceAccount` 가운데 하나여야 합니다.',
      en: 'The `kind` must be `User`, `Group` or `ServiceAccount`.',
    },
    check: (place) => {
      const kinds = ['User', 'Group', 'ServiceAccount'];
      const kind = stringIn(place, 'kind');
      if (kind === undefined || kind === '' || kinds.includes(kind)) return undefined;
      const same = kinds.find((name) => name.toLowerCase() === kind.toLowerCase());
      const node = nodeIn(place, 'kind');
      return { at: spanAt(place, node), fix: () => (same === undefined ? undefined : replaceBy(place.manifest.document, node, same)) };
    },
  },
  {
    id: 'subject-group',
    on: ['rbac.authorization.k8s.io/Subject'],
    message: {
      ko: '`kind: {kind}`의 `apiGroup`은 `{wanted}`여야 합니다.',
      en: 'The `apiGroup` of a `kind: {kind}` must be `{wanted}`.',
    },
    check: (place) => {
      const kind = stringIn(place, 'kind') ?? '';
      const group = stringIn(place, 'apiGroup') ?? '';
      const wanted = kind === 'ServiceAccount' ? '' : 'rbac.authorization.k8s.io';
      if (group === '' || group === wanted || !['User', 'Group', 'ServiceAccount'].includes(kind)) return undefined;
      const node = nodeIn(place, 'apiGroup');
      const data = { kind, wanted: wanted === '' ? '""' : wanted };
      return { at: spanAt(place, node), data, fix: () => (wanted === '' ? undefined : replaceBy(place.manifest.document, node, wanted)) };
    },
  },
  {
    id: 'subject-namespace',
    on: ['rbac.authorization.k8s.io/Subject'],
    message: {
      ko: 'ClusterRoleBinding에서 ServiceAccount를 가리킬 때는 `namespace`를 적어야 합니다.',
      en: 'In a ClusterRoleBinding a ServiceAccount needs its `namespace`.',
    },
    check: (place) =>
      place.manifest.kind === 'ClusterRoleBinding' && stringIn(place, 'kind') === 'ServiceAccount' && !has(place, 'namespace')
        ? { at: place.owner, whole: true }
        : undefined,
  },
];
