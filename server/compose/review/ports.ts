import { isMap, isNode, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import type { Span } from '../../text/span.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { nodeAt, pairOf, resolve, textAt, textOf } from '../../yaml/read.ts';
import { parseInterpolation } from '../values/interpolation.ts';
import { parsePortRange, type PortRange } from '../values/port.ts';
import type { Reviewed } from './service.ts';

/** An entry of `ports`, as far as it can be told: what a variable fills in is not. */
export interface Port {
  /** The entry: a scalar in the short syntax, a map in the long one. */
  readonly node: Node;
  /** Where it is published; `undefined` for every interface. */
  readonly ip: string | undefined;
  /** Whether a port of the host is named. */
  readonly isPublished: boolean;
  /** The port of the host; `undefined` where none is named, or a variable is. */
  readonly published: PortRange | undefined;
  /** The port in the container. */
  readonly target: PortRange | undefined;
  readonly protocol: string;
}

/** The entries of `ports` of a service; those that cannot be read are left out. */
export function portsOf(service: Reviewed): readonly Port[] {
  let ports = known.get(service.node);
  if (!ports) known.set(service.node, (ports = readPorts(service)));
  return ports;
}

/** Several rules ask for the ports. */
const known = new WeakMap<YAMLMap, readonly Port[]>();

function readPorts({ document, node }: Reviewed): readonly Port[] {
  const { ast } = document.source;
  const list = nodeAt(ast, node, ['ports']);
  if (!isSeq(list)) return [];
  return list.items.flatMap((item): readonly Port[] => {
    if (!isNode(item)) return [];
    const target = resolve(ast, item);
    if (isMap(target)) return [longPort(item, target, (key) => textAt(ast, target, [key]))];
    const port = isScalar(target) && target.tag === undefined ? shortPort(item, textOf(target)) : undefined;
    return port ? [port] : [];
  });
}

function longPort(node: Node, map: YAMLMap, text: (key: string) => string | undefined): Port {
  return {
    node,
    ip: text('host_ip'),
    isPublished: pairOf(map, 'published') !== undefined && text('published') !== '0',
    published: parsePortRange(text('published') ?? ''),
    target: parsePortRange(text('target') ?? ''),
    protocol: text('protocol') ?? 'tcp',
  };
}

/** Stands for what a variable holds. */
export const variable = 'V';

/** Reads `[[ip:]published:]target[/protocol]`. */
function shortPort(node: Node, text: string): Port | undefined {
  // What variables hold is not known; a letter stands for it.
  const known = parseInterpolation(text).pieces.map((piece) => (piece.kind === 'text' ? piece.text : variable));
  const [, address = '', protocol = 'tcp'] = /^([^/]*)(?:\/(\w+))?$/.exec(known.join('')) ?? [];
  if (address === '') return undefined;
  const targetAt = address.lastIndexOf(':');
  const before = targetAt < 0 ? undefined : address.slice(0, targetAt);
  const publishedAt = before?.lastIndexOf(':') ?? -1;
  const published = before?.slice(publishedAt + 1);
  return {
    node,
    ip: publishedAt < 0 ? undefined : before?.slice(0, publishedAt).replace(/^\[|\]$/g, ''),
    isPublished: published !== undefined && published !== '',
    published: parsePortRange(published ?? ''),
    target: parsePortRange(address.slice(targetAt + 1)),
    protocol,
  };
}

/** Whether a port lies in a range. */
export function includes(range: PortRange | undefined, port: number): boolean {
  return range !== undefined && range.start <= port && port <= range.end;
}

/** Where a finding about an entry belongs: the scalar, or the first key of a map. */
export function placeOf({ document }: Reviewed, { node }: Port): Span | undefined {
  const key = isMap(node) ? node.items[0]?.key : undefined;
  return spanOfNode(document, isNode(key) ? key : node);
}
