import { parsePort, parsePortRange, type PortRange } from '../../compose/values/port.ts';
import { asList, asMap, asText, type Plain } from '../plain.ts';

/** A port of a container that is reachable from the host. */
export interface PublishedPort {
  /** In the container. */
  readonly target: number;
  /** On the host; `undefined` where Docker chooses. */
  readonly published: string | undefined;
  readonly address: string | undefined;
  readonly protocol: 'tcp' | 'udp' | 'sctp';
  readonly name: string | undefined;
}

/** Most ports that one range stands for. */
const rangeLimit = 100;

/** The published ports of a service; entries that cannot be read are left to `refuse`. */
export function portsOf(value: Plain | undefined, refuse: (written: string) => void): readonly PublishedPort[] {
  return asList(value).flatMap((item): readonly PublishedPort[] => {
    const map = asMap(item);
    if (map) {
      const target = portNumber(asText(map['target']) ?? '');
      if (target === undefined) {
        refuse(asText(map['target']) ?? '');
        return [];
      }
      const protocol = protocolOf(asText(map['protocol']));
      return [{ target, published: asText(map['published']), address: asText(map['host_ip']), protocol, name: asText(map['name']) }];
    }
    const text = asText(item) ?? '';
    const read = shortPorts(text);
    if (!read) refuse(text);
    return read ?? [];
  });
}

/** The short syntax: `[address:][host:]container[/protocol]`, with ranges. */
function shortPorts(text: string): readonly PublishedPort[] | undefined {
  const read = parsePort(text);
  if ('problem' in read) return undefined;
  const { container, host, hostIp, protocol } = read;
  return numbersOf(container).map((target, index) => ({
    target,
    // One container port for a range of the host: Docker takes one of the range.
    published: host && String(host.start + (host.end - host.start === container.end - container.start ? index : 0)),
    address: hostIp,
    protocol: protocolOf(protocol),
    name: undefined,
  }));
}

/** The ports that a service offers to others without publishing them. */
export function exposedPorts(value: Plain | undefined): readonly Pick<PublishedPort, 'target' | 'protocol'>[] {
  return asList(value).flatMap((item) => {
    const [range = '', protocol] = (asText(item) ?? '').split('/', 2);
    const read = parsePortRange(range);
    return (read ? numbersOf(read) : []).map((target) => ({ target, protocol: protocolOf(protocol) }));
  });
}

function numbersOf({ start, end }: PortRange): readonly number[] {
  const length = Math.min(end - start + 1, rangeLimit);
  return Array.from({ length }, (_, index) => start + index).filter((number) => number > 0);
}

function portNumber(text: string): number | undefined {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= 65_535 ? number : undefined;
}

function protocolOf(text: string | undefined): PublishedPort['protocol'] {
  return text === 'udp' || text === 'sctp' ? text : 'tcp';
}
