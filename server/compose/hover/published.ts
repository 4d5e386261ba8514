import { isMap, isSeq } from 'yaml';
import { storePort } from '../../facts/stores.ts';
import { nodeAt, resolve } from '../../yaml/read.ts';
import { servicesOf } from '../services.ts';
import type { Published } from '../values/localhost-facts.ts';
import { parsePort, parsePortRange, type PortMapping } from '../values/port.ts';
import { inService, readText, writtenText, type Spot, type TextSpot } from './spot.ts';

/** The ports that a service publishes; those that cannot be read are left out. */
export function portsOf(spot: Spot, service: string): readonly PortMapping[] {
  const { ast } = spot.document.source;
  const list = inService(spot, service, ['ports']);
  if (!isSeq(list)) return [];
  return list.items.flatMap((item) => portAt(spot, resolve(ast, item)) ?? []);
}

/** An entry of `ports` in either form. */
export function portAt(spot: TextSpot, node: unknown): PortMapping | undefined {
  if (!isMap(node)) {
    const text = readText(spot, node);
    const port = text === undefined ? undefined : parsePort(text);
    return port && !('problem' in port) ? port : undefined;
  }
  const { ast } = spot.document.source;
  const read = (key: string): string | undefined => readText(spot, nodeAt(ast, node, [key]));
  const container = parsePortRange(read('target') ?? '');
  if (!container) return undefined;
  const hostIp = read('host_ip');
  const host = parsePortRange(read('published') ?? '');
  // A published port that nobody knows is no free port.
  if (!host && nodeAt(ast, node, ['published']) !== undefined) return undefined;
  return {
    container,
    containerSpan: { start: 0, end: 0 },
    protocol: (read('protocol') ?? 'tcp').toLowerCase(),
    ...(hostIp !== undefined && { hostIp }),
    ...(host && { host }),
  };
}

/** The ports in the containers of a service: those published and exposed, or else the one that a database or its like listens on. */
export function containerPorts(spot: Spot, service: string): readonly number[] {
  const { ast } = spot.document.source;
  const exposed = inService(spot, service, ['expose']);
  const others = isSeq(exposed) ? exposed.items.map((item) => readText(spot, resolve(ast, item)) ?? '') : [];
  const numbers = [
    ...portsOf(spot, service).flatMap(({ container }) => (container.start === container.end ? [container.start] : [])),
    ...others.flatMap((text) => (/^\d{1,5}(?:\/tcp)?$/.test(text) ? [parseInt(text, 10)] : [])),
  ];
  if (numbers.length > 0) return [...new Set(numbers)];
  const image = writtenText(spot, inService(spot, service, ['image']));
  const usual = image === undefined ? undefined : storePort(image);
  return usual === undefined ? [] : [usual];
}

/** What all services but one publish or expose. */
export function publishedBesides(spot: Spot, own: string | undefined): readonly Published[] {
  return servicesOf(spot.document)
    .filter(({ name }) => name !== own)
    .flatMap(({ name }): readonly Published[] => [
      ...portsOf(spot, name)
        .filter(({ container }) => container.start === container.end)
        .map(({ host, container }) => ({ service: name, host: host?.start, container: container.start })),
      ...containerPorts(spot, name).map((container) => ({ service: name, host: undefined, container })),
    ]);
}
