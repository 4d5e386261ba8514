/**
 * The short syntax of ports: `[HOST:]CONTAINER[/PROTOCOL]`, where HOST is `[IP:](port | range)` and CONTAINER `port | range`.
 * https://docs.docker.com/reference/compose-file/services/#short-syntax-4
 */
import type { Span } from '../../text/span.ts';
import { isIp, isIpv4 } from './ip.ts';

/** A port or several that follow one another; for one port both ends are the same. */
export interface PortRange {
  readonly start: number;
  readonly end: number;
}

/** A published port, taken apart. Spans count from the start of the text. */
export interface PortMapping {
  /** The address of this computer that is opened; absent for all of them. */
  readonly hostIp?: string;
  readonly hostIpSpan?: Span;
  /** Absent where Docker picks a free port. */
  readonly host?: PortRange;
  readonly hostSpan?: Span;
  readonly container: PortRange;
  readonly containerSpan: Span;
  readonly protocol: string;
  readonly protocolSpan?: Span;
}

/** Why a text is no port. */
export type PortProblem = 'container' | 'host' | 'ip' | 'protocol' | 'ranges';

/** Takes a port apart, or says what is wrong with it. Variables have to be filled in before. */
export function parsePort(text: string): PortMapping | { readonly problem: PortProblem; readonly span: Span } {
  const slash = text.indexOf('/');
  const protocolSpan = slash < 0 ? undefined : { start: slash + 1, end: text.length };
  const protocol = protocolSpan ? text.slice(slash + 1).toLowerCase() : 'tcp';
  if (!/^(?:tcp|udp|sctp|)$/.test(protocol)) return { problem: 'protocol', span: protocolSpan ?? whole(text) };
  const rest = slash < 0 ? text : text.slice(0, slash);
  const last = rest.lastIndexOf(':');
  const containerSpan = { start: last + 1, end: rest.length };
  const container = parsePortRange(rest.slice(last + 1));
  if (!container || container.start === 0)
    return { problem: 'container', span: containerSpan.end > containerSpan.start ? containerSpan : whole(text) };
  const own = { container, containerSpan, protocol: protocol === '' ? 'tcp' : protocol, ...(protocolSpan && { protocolSpan }) };
  if (last < 0) return own;
  const before = rest.slice(0, last);
  const colon = hostColon(before);
  const hostSpan = { start: colon + 1, end: last };
  const hostText = before.slice(colon + 1);
  const host = hostText === '' ? undefined : parsePortRange(hostText);
  if (hostText !== '' && !host) return { problem: 'host', span: hostSpan };
  if (host && host.end - host.start !== container.end - container.start && container.start !== container.end)
    return { problem: 'ranges', span: { start: hostSpan.start, end: containerSpan.end } };
  const ipText = colon < 0 ? '' : before.slice(0, colon);
  const hostIp = ipText.replace(/^\[(.*)\]$/, '$1');
  if (hostIp !== '' && !(isIp(hostIp) && (isIpv4(hostIp) || ipText.startsWith('['))))
    return { problem: 'ip', span: { start: 0, end: colon } };
  return {
    ...own,
    ...(hostIp !== '' && { hostIp, hostIpSpan: { start: 0, end: colon } }),
    ...(host && { host, hostSpan }),
  };
}

/** A port or a range of ports, `8080` or `8080-8090`; `undefined` for what is none, numbers above 65535 included. 0 lets Docker choose. */
export function parsePortRange(text: string): PortRange | undefined {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text);
  if (!match) return undefined;
  const start = Number(match[1]);
  const end = Number(match[2] ?? match[1]);
  return end <= 65535 && start <= end ? { start, end } : undefined;
}

/** The colon between address and port; an IPv6 address stands in brackets, because it has colons of its own. */
function hostColon(text: string): number {
  const bracket = text.lastIndexOf(']');
  return bracket >= 0 ? text.indexOf(':', bracket) : text.lastIndexOf(':');
}

function whole(text: string): Span {
  return { start: 0, end: text.length };
}
