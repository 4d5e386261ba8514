import { isMap, isScalar } from 'yaml';
import { textOf } from '../../../yaml/read.ts';
import type { Clash, Combination } from '../combination.ts';
import { shortened } from '../judge-value.ts';
import { fieldOf, has, itemsIn, keyAt, nodeIn, spanAt, stringIn, textIn, type Place } from '../place.ts';
import { integerOf } from '../scalar-type.ts';
import { duplicates } from './containers.ts';

const on = ['core/ServiceSpec'];

/** https://kubernetes.io/docs/concepts/services-networking/service/ explains all of these. */
export const services: readonly Combination[] = [
  {
    id: 'service-ports',
    on,
    message: {
      ko: 'Service에 `ports`가 없습니다. 받을 포트를 적으세요.',
      en: 'The Service has no `ports`. Say which it takes.',
    },
    check: (place) => {
      if (typeOf(place) === 'ExternalName' || isHeadless(place) || itemsIn(place, 'ports').length > 0) return undefined;
      if (has(place, 'ports') && !isSeqEmpty(place)) return undefined;
      return { at: has(place, 'ports') ? keyAt(place, 'ports') : place.owner, whole: true };
    },
  },
  {
    id: 'headless-type',
    on,
    message: {
      ko: '`clusterIP: None`은 `type: {type}`과 함께 쓸 수 없습니다. 헤드리스 Service는 `ClusterIP` 유형입니다.',
      en: '`clusterIP: None` does not go with `type: {type}`. A headless Service is of the type `ClusterIP`.',
    },
    check: (place) => {
      const type = typeOf(place);
      return isHeadless(place) && (type === 'NodePort' || type === 'LoadBalancer')
        ? { at: spanAt(place, nodeIn(place, 'clusterIP')), data: { type } }
        : undefined;
    },
  },
  {
    id: 'external-name',
    on,
    message: {
      ko: '`type: ExternalName`에는 `externalName`이 있어야 합니다.',
      en: '`type: ExternalName` needs an `externalName`.',
    },
    check: (place) =>
      typeOf(place) === 'ExternalName' && !has(place, 'externalName')
        ? { at: spanAt(place, nodeIn(place, 'type')), whole: true }
        : undefined,
  },
  {
    id: 'node-port-type',
    on,
    message: {
      ko: '`nodePort`는 `type: NodePort`나 `LoadBalancer`일 때만 쓸 수 있습니다. `type`을 바꾸거나 지우세요.',
      en: '`nodePort` goes with `type: NodePort` or `LoadBalancer` only. Change the `type` or drop it.',
    },
    check: (place) => {
      const type = typeOf(place);
      if (type !== 'ClusterIP') return undefined;
      return itemsIn(place, 'ports').flatMap((port): readonly Clash[] => {
        const node = fieldOf(place, port, 'nodePort');
        const number = integerOf(node);
        return number !== undefined && number !== 0 ? [{ at: spanAt(place, node), whole: !has(place, 'type') }] : [];
      });
    },
  },
  {
    id: 'port-names',
    on,
    message: {
      ko: '포트가 여럿이면 모두 이름이 있어야 합니다. `name`을 적으세요.',
      en: 'With several ports each needs a `name`.',
    },
    check: (place) => {
      const ports = itemsIn(place, 'ports');
      if (ports.length < 2) return undefined;
      return ports.flatMap((port): readonly Clash[] => {
        if (!isMap(port) || fieldOf(place, port, 'name')) return [];
        return [{ at: spanAt(place, fieldOf(place, port, 'port') ?? port), whole: true }];
      });
    },
  },
  {
    id: 'service-port-name',
    rule: 'unique-entries',
    on,
    message: {
      ko: '포트 이름 `{value}`이(가) 이 Service에 이미 있습니다. 다른 이름을 쓰세요.',
      en: 'This Service has a port called `{value}` already. Choose another name.',
    },
    check: (place) => duplicates(place, itemsIn(place, 'ports'), 'name'),
  },
  {
    id: 'service-node-port',
    rule: 'unique-entries',
    on,
    message: {
      ko: '`nodePort` {value}은(는) 이 Service의 다른 포트가 쓰고 있습니다.',
      en: 'Another port of this Service has the `nodePort` {value} already.',
    },
    check: (place) => {
      const seen = new Set<string>();
      return itemsIn(place, 'ports').flatMap((port): readonly Clash[] => {
        const node = fieldOf(place, port, 'nodePort');
        const number = integerOf(node);
        if (number === undefined || number === 0 || !isScalar(node)) return [];
        const protocol = fieldOf(place, port, 'protocol');
        const key = `${number} ${isScalar(protocol) ? textOf(protocol) : 'TCP'}`;
        if (seen.has(key)) return [{ at: spanAt(place, node), data: { value: shortened(textOf(node)) } }];
        seen.add(key);
        return [];
      });
    },
  },
  {
    id: 'load-balancer-only',
    on,
    message: {
      ko: '`{field}` 필드는 `type: LoadBalancer`일 때만 쓸 수 있습니다.',
      en: '`{field}` goes with `type: LoadBalancer` only.',
    },
    check: (place) => {
      const type = typeOf(place);
      if (type === undefined || type === 'LoadBalancer') return undefined;
      return ['allocateLoadBalancerNodePorts', 'loadBalancerClass', 'loadBalancerSourceRanges']
        .filter((field) => has(place, field))
        .map((field) => ({ at: keyAt(place, field), data: { field }, whole: !has(place, 'type') }));
    },
  },
  {
    id: 'external-traffic',
    on,
    message: {
      ko: '`externalTrafficPolicy`는 `type: NodePort`나 `LoadBalancer`일 때만 쓸 수 있습니다.',
      en: '`externalTrafficPolicy` goes with `type: NodePort` or `LoadBalancer` only.',
    },
    check: (place) => {
      const type = typeOf(place);
      if (type === undefined || type === 'NodePort' || type === 'LoadBalancer' || (textIn(place, 'externalTrafficPolicy') ?? '') === '')
        return undefined;
      // External addresses take traffic from outside too.
      if (itemsIn(place, 'externalIPs').length > 0) return undefined;
      return { at: keyAt(place, 'externalTrafficPolicy'), whole: !has(place, 'type') };
    },
  },
  {
    id: 'session-affinity',
    on,
    message: {
      ko: '`sessionAffinityConfig`는 `sessionAffinity: ClientIP`일 때만 쓸 수 있습니다.',
      en: '`sessionAffinityConfig` goes with `sessionAffinity: ClientIP` only.',
    },
    check: (place) =>
      has(place, 'sessionAffinityConfig') && (textIn(place, 'sessionAffinity') ?? 'None') === 'None'
        ? { at: keyAt(place, 'sessionAffinityConfig'), whole: !has(place, 'sessionAffinity') }
        : undefined,
  },
];

/** The type of a Service; `undefined` when it is filled in later. */
function typeOf(place: Place): string | undefined {
  if (!has(place, 'type')) return 'ClusterIP';
  const type = textIn(place, 'type');
  return type === '' ? 'ClusterIP' : type;
}

function isHeadless(place: Place): boolean {
  return stringIn(place, 'clusterIP') === 'None';
}

function isSeqEmpty(place: Place): boolean {
  const node = nodeIn(place, 'ports');
  return node !== undefined && 'items' in node && (node as { readonly items: readonly unknown[] }).items.length === 0;
}
