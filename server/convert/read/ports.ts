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
  const [ports = '', protocol] = text.split('/', 2);
  const bracketed = /^(\[[^\]]*\]):(.*)$/.exec(ports);
  const parts = (bracketed?.[2] ?? ports).split(':');
  const target = rangeOf(parts.pop() ?? '');
  const published = parts.pop();
  const address = bracketed?.[1] ?? (parts.length > 0 ? parts.join(':') : undefined);
  if (!target) return undefined;
  const host = published === undefined || published === '' ? undefined : rangeOf(published);
  return target.map((number, index) => ({
    target: number,
    published: host ? String(host[host.length === target.length ? index : 0] ?? '') : published === '' ? undefined : published,
    address,
    protocol: protocolOf(protocol),
    name: undefined,
  }));
}

/** The ports that a service offers to others without publishing them. */
export function exposedPorts(value: Plain | undefined): readonly Pick<PublishedPort, 'target' | 'protocol'>[] {
  return asList(value).flatMap((item) => {
    const [range = '', protocol] = (asText(item) ?? '').split('/', 2);
    return (rangeOf(range) ?? []).map((target) => ({ target, protocol: protocolOf(protocol) }));
  });
}

function rangeOf(text: string): readonly number[] | undefined {
  const [from = '', to = from] = text.split('-', 2);
  const [first, last] = [portNumber(from), portNumber(to)];
  if (first === undefined || last === undefined || last < first || last - first >= rangeLimit) return undefined;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function portNumber(text: string): number | undefined {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= 65_535 ? number : undefined;
}

function protocolOf(text: string | undefined): PublishedPort['protocol'] {
  return text === 'udp' || text === 'sctp' ? text : 'tcp';
}
