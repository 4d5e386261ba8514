import { unquoted } from './quotes.ts';

/** A word of EXPOSE taken apart, as it is written and without quotes. */
export interface WrittenPort {
  /** The port or range, with neither address, host port nor protocol. */
  readonly ports: string;
  /** What follows the `/`; `undefined` without one. */
  readonly protocol: string | undefined;
  /** What stands before the container's port: `127.0.0.1:80`, `80`. */
  readonly host: string | undefined;
}

/** A port or a range without variables. */
export interface ExposedPort extends WrittenPort {
  readonly first: number;
  readonly last: number;
}

/** Takes `80`, `80-90/udp`, `8080:80`, `127.0.0.1:8080:80/tcp`, `${PORT}/tcp` apart. */
export function dividePort(written: string): WrittenPort {
  const word = unquoted(written);
  // `${PORT:-a/b}` has both signs inside.
  const slash = word.indexOf('/', word.lastIndexOf('}') + 1);
  const whole = slash < 0 ? word : word.slice(0, slash);
  const colon = whole.lastIndexOf(':');
  return {
    ports: whole.slice(colon + 1),
    protocol: slash < 0 ? undefined : word.slice(slash + 1),
    host: colon < 0 ? undefined : whole.slice(0, colon),
  };
}

/** Reads a port; `undefined` for variables and anything else. */
export function readPort(written: string): ExposedPort | undefined {
  const port = dividePort(written);
  const [, first, last] = /^(\d{1,20})(?:-(\d{1,20}))?$/.exec(port.ports) ?? [];
  return first === undefined ? undefined : { ...port, first: Number(first), last: Number(last ?? first) };
}

/** What keeps the builder from reading a port. Variables may hold anything. */
export function portProblem(written: string): 'port' | 'protocol' | undefined {
  const { ports, host = '', protocol = '' } = dividePort(written);
  if (/\$\{[^}]*$/.test(host) || /\$\{[^}]*[:-]/.test(ports)) return undefined;
  // A host address before the port has a rule of its own.
  const parts = ports.split('-');
  const numbers = parts.filter((part) => !part.includes('$'));
  if (parts.length > 2 || numbers.some((part) => !/^\d{1,6}$/.test(part) || Number(part) > 65535)) return 'port';
  if (numbers.length === 2 && Number(parts[0]) > Number(parts[1])) return 'port';
  return protocol.includes('$') || /^(?:tcp|udp|sctp)?$/i.test(protocol) ? undefined : 'protocol';
}
