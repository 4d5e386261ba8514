import { isMap } from 'yaml';
import { groupOf } from '../../model.ts';
import type { Clash, Combination } from '../combination.ts';
import { replaceBy } from '../../../yaml/replace.ts';
import { shortened } from '../judge-value.ts';
import { fieldOf, has, itemsIn, keyAt, nodeIn, spanAt, stringIn, textIn } from '../place.ts';
import { integerOf, stringOf } from '../scalar-type.ts';

export const networking: readonly Combination[] = [
  {
    // https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource
    id: 'ingress-empty',
    on: ['networking.k8s.io/IngressSpec'],
    message: {
      ko: 'Ingress에 `rules`나 `defaultBackend`가 있어야 합니다.',
      en: 'An Ingress needs `rules` or a `defaultBackend`.',
    },
    check: (place) =>
      groupOf(place.manifest) === 'networking.k8s.io' &&
      !has(place, 'defaultBackend') &&
      !has(place, 'backend') &&
      itemsIn(place, 'rules').length === 0
        ? { at: place.owner, whole: true }
        : undefined,
  },
  {
    // https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types
    id: 'ingress-path',
    on: ['networking.k8s.io/HTTPIngressPath'],
    message: {
      ko: '경로 `{path}`은(는) 쓸 수 없습니다. `/`로 시작하고 `//`, `/./`, `/../`, `%2f`, `%5c`가 없어야 합니다.',
      en: 'The path `{path}` is not allowed. Begin it with `/`, without `//`, `/./`, `/../`, `%2f` or `%5c` in it.',
    },
    check: (place) => {
      const node = nodeIn(place, 'path');
      const path = stringOf(node);
      const type = stringIn(place, 'pathType');
      if (type === undefined || path === undefined) return undefined;
      const isStrict = type === 'Exact' || type === 'Prefix';
      const isFine = path.startsWith('/') && !(isStrict && /\/\/|\/\.\/|\/\.\.\/|%2f|%5c|\/\.\.?$/i.test(path));
      if (isFine || (path === '' && type === 'ImplementationSpecific')) return undefined;
      const fix = (): ReturnType<typeof replaceBy> =>
        /^[\w.-]/.test(path) ? replaceBy(place.manifest.document, node, `/${path}`) : undefined;
      return { at: spanAt(place, node), data: { path: shortened(path) }, fix };
    },
  },
  {
    // https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types
    id: 'ingress-no-path',
    on: ['networking.k8s.io/HTTPIngressPath'],
    message: {
      ko: '`pathType: {type}`에는 `path`가 있어야 합니다. 모든 경로라면 `/`를 적으세요.',
      en: '`pathType: {type}` needs a `path`. Write `/` for every path.',
    },
    check: (place) => {
      const type = stringIn(place, 'pathType');
      return (type === 'Exact' || type === 'Prefix') && !has(place, 'path')
        ? { at: spanAt(place, nodeIn(place, 'pathType')), data: { type }, whole: true }
        : undefined;
    },
  },
  {
    // https://kubernetes.io/docs/concepts/services-networking/ingress/#deprecated-annotation
    id: 'ingress-class',
    on: ['networking.k8s.io/Ingress'],
    message: {
      ko: '`kubernetes.io/ingress.class` 어노테이션과 `ingressClassName`을 함께 쓸 수 없습니다. 어노테이션을 지우세요.',
      en: 'The annotation `kubernetes.io/ingress.class` and `ingressClassName` exclude each other. Remove the annotation.',
    },
    check: (place) =>
      has(place, 'spec', 'ingressClassName') && has(place, 'metadata', 'annotations', 'kubernetes.io/ingress.class')
        ? { at: keyAt(place, 'metadata', 'annotations', 'kubernetes.io/ingress.class') }
        : undefined,
  },
  {
    // https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors
    id: 'peer',
    on: ['networking.k8s.io/NetworkPolicyPeer'],
    message: {
      ko: '`ipBlock`은 `podSelector`, `namespaceSelector`와 함께 쓸 수 없습니다. 목록의 다른 항목으로 나누세요.',
      en: '`ipBlock` excludes `podSelector` and `namespaceSelector`. Make it an item of its own.',
    },
    check: (place) =>
      has(place, 'ipBlock') && (has(place, 'podSelector') || has(place, 'namespaceSelector')) ? { at: keyAt(place, 'ipBlock') } : undefined,
  },
  {
    // https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors
    id: 'peer-empty',
    on: ['networking.k8s.io/NetworkPolicyEgressRule', 'networking.k8s.io/NetworkPolicyIngressRule'],
    message: {
      ko: '상대가 비어 있습니다. `podSelector`, `namespaceSelector`, `ipBlock` 가운데 하나를 적으세요.',
      en: 'This peer is empty. Give it a `podSelector`, a `namespaceSelector` or an `ipBlock`.',
    },
    check: (place) =>
      ['from', 'to'].flatMap((field) =>
        itemsIn(place, field).flatMap((peer): readonly Clash[] =>
          isMap(peer) &&
          ['podSelector', 'namespaceSelector', 'ipBlock'].every((key) => fieldOf(place, peer, key) === undefined) &&
          peer.items.every(({ key }) => isSelector(key))
            ? [{ at: spanAt(place, peer, keyAt(place, field)), whole: true }]
            : [],
        ),
      ),
  },
  {
    // https://kubernetes.io/docs/concepts/services-networking/network-policies/#targeting-a-range-of-ports
    id: 'end-port',
    on: ['networking.k8s.io/NetworkPolicyPort'],
    message: {
      ko: '`endPort`는 숫자 `port`와 함께 쓰고 그보다 작지 않아야 합니다.',
      en: '`endPort` goes with a `port` given as a number, and must not be less.',
    },
    check: (place) => {
      const end = integerOf(nodeIn(place, 'endPort'));
      if (end === undefined) return undefined;
      const start = integerOf(nodeIn(place, 'port'));
      if (start !== undefined && end >= start) return undefined;
      if (start === undefined && has(place, 'port') && textIn(place, 'port') === undefined) return undefined;
      return { at: spanAt(place, nodeIn(place, 'endPort')), whole: !has(place, 'port') };
    },
  },
  {
    // https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#side-effects
    id: 'webhook-side-effects',
    on: ['admissionregistration.k8s.io/ValidatingWebhook', 'admissionregistration.k8s.io/MutatingWebhook'],
    message: {
      ko: '`sideEffects`는 `None`이나 `NoneOnDryRun`이어야 합니다.',
      en: '`sideEffects` must be `None` or `NoneOnDryRun`.',
    },
    check: (place) => {
      const effects = stringIn(place, 'sideEffects');
      if (!place.manifest.apiVersion.endsWith('/v1')) return undefined;
      return effects === 'Some' || effects === 'Unknown' ? { at: spanAt(place, nodeIn(place, 'sideEffects')) } : undefined;
    },
  },
];

/** Whether a key names a selector whose value is nothing: only such peers are surely empty. */
function isSelector(key: unknown): boolean {
  return /^(?:podSelector|namespaceSelector|ipBlock)$/.test(String(key));
}
