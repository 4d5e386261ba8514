import { knownPorts } from '../../facts/ports.ts';
import { isIp, isIpv6 } from './ip.ts';
import type { Localized } from '../../locale.ts';
import { shown, type Lines } from '../../say.ts';
import type { PortMapping, PortRange } from './port.ts';

/**
 * Says what a published port connects with what.
 * @param service the service that has it, so that the address for other services can be told
 */
export function portFacts(port: PortMapping, service: string | undefined): Lines {
  const lines: Localized[] = [connection(port)];
  const single = port.container.start === port.container.end ? port.container.start : undefined;
  if (single !== undefined && service !== undefined && port.protocol === 'tcp') {
    const address = shown(`${service}:${single}`);
    const program = knownPorts.get(single);
    lines.push({
      ko: `다른 서비스가 접속할 주소: ${address}${program === undefined ? '' : ` — 흔히 쓰는 곳: ${program}`}`,
      en: `Other services connect to ${address}${program === undefined ? '' : ` — usually ${program}`}`,
    });
  }
  return lines;
}

/** Says which programs usually listen on a port. */
export function knownPortFacts(text: string): Lines {
  const program = /^\d{1,5}$/.test(text) ? knownPorts.get(Number(text)) : undefined;
  return program === undefined ? [] : [{ ko: `${shown(text)} — 흔히 쓰는 곳: ${program}`, en: `${shown(text)} — usually ${program}` }];
}

/** Says who may reach a port that is opened on an address of the host. */
export function hostIpFacts(address: string): Lines {
  return isIp(address) ? [reach(address)] : [];
}

function connection({ hostIp, host, container, protocol }: PortMapping): Localized {
  const kind = protocol === 'tcp' ? '' : ` (${protocol.toUpperCase()})`;
  const inside = `${shown(ranged(container))}${kind}`;
  const who = reach(hostIp);
  if (!host) {
    const at = hostIp === undefined ? { ko: '호스트의 빈 포트', en: 'A free port of the host' } : free(hostIp);
    return {
      ko: `${at.ko} → 컨테이너 ${inside}. 어느 포트인지는 \`docker compose ps\`에 나옵니다.`,
      en: `${at.en} → container ${inside}. \`docker compose ps\` tells which.`,
    };
  }
  const outside = shown(hostIp === undefined ? ranged(host) : address(hostIp, ranged(host)));
  if (container.start === container.end && host.start !== host.end)
    return {
      ko: `호스트 ${outside} 가운데 빈 포트 → 컨테이너 ${inside}`,
      en: `A free port of ${outside} on the host → container ${inside}`,
    };
  const order = host.start === host.end ? { ko: '', en: '' } : { ko: ', 차례대로', en: ', one to one' };
  return {
    ko: `호스트 ${outside} → 컨테이너 ${inside}${order.ko}. ${who.ko}`,
    en: `Host ${outside} → container ${inside}${order.en}. ${who.en}`,
  };
}

function free(hostIp: string): Localized {
  return { ko: `호스트 ${shown(hostIp)}의 빈 포트`, en: `A free port of the host’s ${shown(hostIp)}` };
}

function reach(hostIp: string | undefined): Localized {
  if (hostIp === undefined || hostIp === '0.0.0.0' || hostIp === '::')
    return { ko: '모든 주소에 열려 다른 컴퓨터에서도 접속할 수 있습니다.', en: 'Open on every address: other computers can connect too.' };
  if (hostIp === '::1' || hostIp.startsWith('127.'))
    return { ko: '이 컴퓨터에서만 접속할 수 있습니다.', en: 'Only this computer can connect.' };
  return { ko: `호스트의 ${shown(hostIp)} 주소로만 접속할 수 있습니다.`, en: `Reached at the host’s address ${shown(hostIp)} only.` };
}

function address(ip: string, port: string): string {
  return isIpv6(ip) ? `[${ip}]:${port}` : `${ip}:${port}`;
}

/** A range as it is written: `80`, `8000-8010`. */
export function ranged({ start, end }: PortRange): string {
  return start === end ? String(start) : `${start}-${end}`;
}
