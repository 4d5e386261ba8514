import { shown, type Lines } from '../../say.ts';

/** A Service as its name in DNS needs it. */
export interface NamedService {
  readonly name: string;
  /** `undefined` when the manifest does not say. */
  readonly namespace: string | undefined;
  readonly type: string | undefined;
  readonly isHeadless: boolean;
  /** The name that an `ExternalName` stands for. */
  readonly externalName: string | undefined;
}

/** Says by which names a Service is reached inside the cluster, and what DNS answers. The domain is the usual `cluster.local`. */
export function serviceNameFacts({ name, namespace, type, isHeadless, externalName }: NamedService): Lines {
  const full = `${name}.${namespace ?? '<namespace>'}.svc.cluster.local`;
  return [
    {
      ko: `같은 네임스페이스에서는 ${shown(name)}, 다른 곳에서는 ${shown(`${name}.${namespace ?? '<namespace>'}`)}`,
      en: `${shown(name)} in its own namespace, ${shown(`${name}.${namespace ?? '<namespace>'}`)} from others`,
    },
    type === 'ExternalName'
      ? { ko: `${shown(full)} → CNAME ${shown(externalName ?? '…')}`, en: `${shown(full)} → CNAME ${shown(externalName ?? '…')}` }
      : isHeadless
        ? { ko: `전체 이름 ${shown(full)} → Pod들의 IP (헤드리스)`, en: `In full ${shown(full)} → the IPs of its Pods (headless)` }
        : { ko: `전체 이름 ${shown(full)} → 가상 IP 하나`, en: `In full ${shown(full)} → one virtual IP` },
  ];
}

/** Says how the Pods of a StatefulSet are named in DNS. @param service the headless Service of `serviceName` */
export function statefulNameFacts(name: string, service: string, namespace: string | undefined): Lines {
  const full = `${name}-0.${service}.${namespace ?? '<namespace>'}.svc.cluster.local`;
  return [{ ko: `Pod마다 이름이 있습니다: ${shown(full)}`, en: `Each Pod has its name: ${shown(full)}` }];
}

/** Says how the claims are named that a StatefulSet makes from a template, one a Pod. */
export function claimNameFacts(template: string, set: string): Lines {
  const name = shown(`${template}-${set}-0`);
  return [{ ko: `Pod마다 PVC가 생깁니다: ${name} …`, en: `One claim a Pod: ${name} …` }];
}
