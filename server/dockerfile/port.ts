/** A word of EXPOSE taken apart. */
export interface ExposedPort {
  /** The port or range as written, with neither address, host port nor protocol. */
  readonly ports: string;
  readonly first: number;
  readonly last: number;
  /** As written after the `/`; `undefined` without one. */
  readonly protocol: string | undefined;
  /** What stands before the container's port: `127.0.0.1:80`, `80`. */
  readonly host: string | undefined;
}

/** Reads `80`, `80-90/udp`, `8080:80`, `127.0.0.1:8080:80/tcp`; `undefined` for variables and anything else. */
export function readPort(written: string): ExposedPort | undefined {
  const word = written.replace(/^(["'])(.*)\1$/, '$2');
  const slash = word.lastIndexOf('/');
  const whole = slash < 0 ? word : word.slice(0, slash);
  const colon = whole.lastIndexOf(':');
  const ports = whole.slice(colon + 1);
  const [, first, last] = /^(\d{1,20})(?:-(\d{1,20}))?$/.exec(ports) ?? [];
  if (first === undefined) return undefined;
  return {
    ports,
    first: Number(first),
    last: Number(last ?? first),
    protocol: slash < 0 ? undefined : word.slice(slash + 1),
    host: colon < 0 ? undefined : whole.slice(0, colon),
  };
}
