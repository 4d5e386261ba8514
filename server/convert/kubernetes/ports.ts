import { asMap, asText, textsOf } from '../plain.ts';
import { exposedPorts, portsOf, type PublishedPort } from '../read/ports.ts';
import type { Project } from '../read/project.ts';
import { list, map, pair, type Pair, type YamlMap } from '../write/yaml.ts';
import { labelsOf, manifest, metadataOf, remark, selectorOf, tell, type ServiceContext } from './context.ts';
import { isWebPort, knownImage, usualPortName } from './known-images.ts';
import { dnsLabel } from './names.ts';
import { say } from './texts.ts';
import { trimEndOf } from '../../text/trim.ts';

/** A port on which a container listens. */
export interface ContainerPort {
  readonly number: number;
  readonly protocol: PublishedPort['protocol'];
  readonly name: string;
  readonly published: PublishedPort | undefined;
}

/** The ports of a service: published, exposed, or such as others ask for or its image is known for. */
export function containerPorts(context: ServiceContext): readonly ContainerPort[] {
  const { node, image } = context;
  const known = knownImage(image);
  const found = new Map<string, ContainerPort>();
  const names = new Set<string>();
  const add = (number: number, protocol: PublishedPort['protocol'], published: PublishedPort | undefined): void => {
    const id = `${number}/${protocol}`;
    if (found.has(id)) return;
    const own = known?.port === number ? known.portName : usualPortName(number);
    const wish = published?.name === undefined ? own : trimEndOf(dnsLabel(published.name).slice(0, 15), '-');
    const usual = wish === undefined || protocol !== 'tcp' ? `${protocol === 'tcp' ? 'port' : protocol}-${number}` : wish;
    const name = names.has(usual) ? `${protocol === 'tcp' ? 'port' : protocol}-${number}` : usual;
    names.add(name);
    found.set(id, { number, protocol, name, published });
  };
  const refuse = (written: string): void => remark(context, 'lost', 'ports', say.badPort, { port: written.slice(0, 80) });
  for (const port of portsOf(node['ports'], refuse)) add(port.target, port.protocol, port);
  for (const port of exposedPorts(node['expose'])) add(port.target, port.protocol, undefined);
  // Containers of one Compose network reach every port, whether it is named in the file or not.
  if (known) add(known.port, 'tcp', undefined);
  for (const number of askedPorts(context.project, context.service)) add(number, 'tcp', undefined);
  const isKnown = ({ number }: ContainerPort): boolean => number === known?.port;
  return [...found.values()].sort((a, b) => Number(isKnown(b)) - Number(isKnown(a))).slice(0, 100);
}

/** Ports of a service that stand in variables of any service, itself included: `redis:6379`, `1@kafka:9093`. */
function askedPorts(project: Project, service: string): readonly number[] {
  const ports = new Set<number>();
  const pattern = askedPattern(service);
  for (const node of project.services.values()) {
    const values = Object.values(asMap(node['environment']) ?? {}).map((value) => asText(value) ?? '');
    for (const value of [...values, ...textsOf(node['command'])])
      for (const [, port = ''] of value.slice(0, 10_000).matchAll(pattern)) if (Number(port) <= 65_535) ports.add(Number(port));
  }
  return [...ports].slice(0, 10);
}

/** Whether another service names this one as a host. */
function isAskedFor({ project, service }: ServiceContext): boolean {
  return [...project.services].some(([name, node]) => {
    if (name === service) return false;
    const values = Object.values(asMap(node['environment']) ?? {}).flatMap((value) => asText(value) ?? []);
    return values.some((value) => value === service || value.includes(`//${service}/`) || value.endsWith(`//${service}`));
  });
}

/** The ports as fields of a container. */
export function portPair(context: ServiceContext, ports: readonly ContainerPort[]): Pair | undefined {
  const items = ports.map(({ number, protocol, name }) =>
    map(pair('name', name), pair('containerPort', number), pair('protocol', protocol === 'tcp' ? undefined : protocol.toUpperCase())),
  );
  return pair('ports', list(items), tell(context, say.containerPorts));
}

/** The Service by which others reach the Pods under the name they know from Compose. @param isHeadless a name for each Pod, without an address of its own */
export function serviceManifests(context: ServiceContext, ports: readonly ContainerPort[], isHeadless: boolean): readonly YamlMap[] {
  if (ports.length === 0 && !isHeadless) {
    if (isAskedFor(context)) remark(context, 'decide', 'ports', say.noPort);
    return [];
  }
  const items = ports.map(({ number, protocol, name }) =>
    map(
      pair('name', name),
      pair('port', number),
      pair('targetPort', name),
      pair('protocol', protocol === 'tcp' ? undefined : protocol.toUpperCase()),
    ),
  );
  const make = (name: string, comment: string, headless: boolean): YamlMap =>
    manifest(
      'v1',
      'Service',
      metadataOf(context, name),
      comment,
      pair(
        'spec',
        map(
          pair('clusterIP', headless ? 'None' : undefined),
          pair(
            'publishNotReadyAddresses',
            (name === context.name && asksItself(context, isHeadless)) || undefined,
            tell(context, say.notReady),
          ),
          pair('selector', selectorOf(context)),
          pair('ports', list(items)),
        ),
      ),
    );
  const address = ports[0] ? `${context.name}:${ports[0].number}` : context.name;
  if (context.name !== context.service) remark(context, 'changed', 'name', say.renamed, { from: context.service, to: context.name });
  return [
    make(context.name, tell(context, isHeadless ? say.headless : say.service, { address }), isHeadless),
    ...(ports.length === 0 ? [] : aliasesOf(context)).map((alias) => {
      remark(context, 'changed', 'networks.aliases', say.alias, { alias });
      return make(alias, tell(context, say.aliasComment, { alias, service: context.service }), false);
    }),
  ];
}

/**
 * Whether a service looks itself up by its own name, which it must find before it is ready. Its variables count where members of a cluster
 * are named in them; those of others may hold an address for somebody else.
 */
function asksItself({ node, service, image }: ServiceContext, isHeadless: boolean): boolean {
  const isMember = isHeadless || knownImage(image) !== undefined;
  const values = isMember ? Object.values(asMap(node['environment']) ?? {}).flatMap((value) => asText(value) ?? []) : [];
  return [...values, ...textsOf(asMap(node['healthcheck'])?.['test'])].some((value) => askedPattern(service).test(value.slice(0, 10_000)));
}

/** Finds a service with a port in a text: `redis:6379`. */
function askedPattern(service: string): RegExp {
  return new RegExp(`(?:^|[/@,=\\s])${service.slice(0, 100).replace(/[^\w-]/g, '\\$&')}:(\\d{2,5})(?!\\d)`, 'g');
}

/** Other names under which a service is known in its networks. */
function aliasesOf({ node, project, nameOf, name }: ServiceContext): readonly string[] {
  const services = new Set([...project.services.keys()].map(nameOf));
  const aliases = Object.values(asMap(node['networks']) ?? {}).flatMap((settings) => textsOf(asMap(settings)?.['aliases']));
  return [...new Set(aliases.map(dnsLabel))].filter((alias) => alias !== name && !services.has(alias)).slice(0, 20);
}

/** What is reachable from outside: an Ingress for ports that speak HTTP; of all others is told. */
export function ingressManifests(context: ServiceContext, ports: readonly ContainerPort[]): readonly YamlMap[] {
  const published = ports.flatMap(({ published: port, name, number, protocol }) => (port ? [{ port, name, number, protocol }] : []));
  const isLocal = ({ address }: PublishedPort): boolean => address !== undefined && /^(?:127\.|\[?::1\]?$|localhost$)/.test(address);
  const known = knownImage(context.image);
  const isWeb = ({ port, number, protocol }: (typeof published)[number]): boolean =>
    protocol === 'tcp' && (isWebPort(number) || /^(?:80|8080)$/.test(port.published ?? '')) && known?.port !== number;
  const outside = published.filter(({ port }) => !isLocal(port));
  for (const { port, number } of published.filter((each) => isLocal(each.port)))
    remark(context, 'changed', 'ports', say.localPort, {
      host: port.published ?? String(number),
      port: String(number),
      name: context.name,
    });
  const web = outside.filter(isWeb);
  for (const { number, protocol } of outside.filter((each) => !isWeb(each)))
    if (protocol !== 'tcp')
      remark(context, 'changed', 'ports', say.otherProtocol, { port: String(number), protocol: protocol.toUpperCase() });
    else if (number === 443 || number === 8443) remark(context, 'changed', 'ports', say.tlsPort, { port: String(number) });
    else remark(context, 'changed', 'ports', say.otherPort, { port: String(number), name: context.name });
  const [first] = web;
  if (!first) return [];
  for (const { number } of web.slice(1)) remark(context, 'changed', 'ports', say.otherWebPort, { port: String(number) });
  remark(context, 'decide', 'ports', say.ingressRemark, { host: `${context.name}.example.com` });
  const backend = map(pair('service', map(pair('name', context.name), pair('port', map(pair('name', first.name))))));
  const path = map(pair('path', '/'), pair('pathType', 'Prefix'), pair('backend', backend));
  const rule = map(pair('host', `${context.name}.example.com`), pair('http', map(pair('paths', list([path])))));
  return [
    manifest(
      'networking.k8s.io/v1',
      'Ingress',
      map(pair('name', context.name), pair('labels', labelsOf(context))),
      [tell(context, say.ingress, { port: `${first.port.published ?? ''}:${first.number}` }), tell(context, say.ingressDecide)],
      pair('spec', map(pair('rules', list([rule])))),
    ),
  ];
}

/** What an NetworkPolicy must leave open: the ports that are published. */
export function publishedPorts(ports: readonly ContainerPort[]): readonly ContainerPort[] {
  return ports.filter(({ published }) => published !== undefined);
}
