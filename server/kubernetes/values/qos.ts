import type { Localized } from '../../locale.ts';
import { numberOf, readQuantity } from './quantity.ts';
import { shown, type Lines } from '../../say.ts';

/** The classes by which the kubelet evicts Pods when a node runs short. */
export type QosClass = 'Guaranteed' | 'Burstable' | 'BestEffort';

/** What a container asks for and may use, as it is written. */
export interface Resources {
  readonly requests: ReadonlyMap<string, string>;
  readonly limits: ReadonlyMap<string, string>;
}

/** The class of a Pod by all its containers, init containers included; a request that is left out is the limit. */
export function qosOf(containers: readonly Resources[]): QosClass {
  const counted = ['cpu', 'memory'];
  const isGuaranteed = containers.every(({ requests, limits }) =>
    counted.every((name) => {
      const limit = limits.get(name);
      return limit !== undefined && isSame(requests.get(name) ?? limit, limit);
    }),
  );
  if (isGuaranteed && containers.length > 0) return 'Guaranteed';
  return containers.some(({ requests, limits }) => counted.some((name) => requests.has(name) || limits.has(name)))
    ? 'Burstable'
    : 'BestEffort';
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [readQuantity(one), readQuantity(other)];
  return a !== undefined && b !== undefined && numberOf(a) === numberOf(b);
}

const meanings: Readonly<Record<QosClass, Localized>> = {
  Guaranteed: { ko: '노드의 자원이 모자랄 때 가장 나중에 쫓겨납니다.', en: 'evicted last when the node runs short.' },
  Burstable: {
    ko: '노드의 자원이 모자라면 `requests`보다 많이 쓰는 것부터 쫓겨납니다.',
    en: 'when the node runs short, those go first that use more than their `requests`.',
  },
  BestEffort: { ko: '노드의 자원이 모자라면 가장 먼저 쫓겨납니다.', en: 'evicted first when the node runs short.' },
};

/** Says which class the resources of its containers give a Pod. */
export function qosFacts(containers: readonly Resources[]): Lines {
  const qos = qosOf(containers);
  return [
    { ko: `이 Pod의 QoS 클래스는 ${shown(qos)}: ${meanings[qos].ko}`, en: `QoS class of the Pod: ${shown(qos)}, ${meanings[qos].en}` },
  ];
}
