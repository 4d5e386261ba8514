import { asMap, asText, isTrue, type PlainMap } from '../plain.ts';
import { list, map, pair, words, type YamlMap } from '../write/yaml.ts';
import { manifest, selectorOf, tell, type Context, type ServiceContext } from './context.ts';
import { dnsLabel } from './names.ts';
import { publishedPorts, type ContainerPort } from './ports.ts';
import { say } from './texts.ts';

/** The networks of a service as labels of its Pods; none where all services share the same ones. */
export function networkLabels(networks: readonly string[], areApart: boolean): readonly string[] {
  return areApart ? networks.map((network) => `network-${dnsLabel(network)}`) : [];
}

/** The networks of a service; `default` when it names none. */
export function networksOf(node: PlainMap): readonly string[] {
  if (asText(node['network_mode']) !== undefined) return [];
  const named = Object.keys(asMap(node['networks']) ?? {});
  return named.length > 0 ? named : ['default'];
}

/** Whether networks keep some services of a project from each other. */
export function areApart(all: readonly (readonly string[])[]): boolean {
  const used = new Set(all.flat());
  return used.size > 1 && all.some((networks) => networks.length > 0 && networks.length < used.size);
}

/** Policies that let Pods talk as their Compose networks do: only with those that share one. */
export function networkPolicies(
  context: Context,
  networks: readonly string[],
  published: readonly { readonly context: ServiceContext; readonly ports: readonly ContainerPort[] }[],
): readonly YamlMap[] {
  const shared = networks.map((network) => {
    const label = `network-${dnsLabel(network)}`;
    const chosen = map(pair('matchLabels', map(pair(label, 'true'))));
    const isInternal = isTrue(asMap(context.project.networks[network])?.['internal']);
    if (isInternal) context.remarks.add('lost', `networks.${network}`, 'internal', say.internal, { label });
    return manifest(
      'networking.k8s.io/v1',
      'NetworkPolicy',
      map(pair('name', label)),
      tell(context, say.network, { network }),
      pair('spec', policySpec(chosen, map(pair('from', list([map(pair('podSelector', chosen))]))))),
    );
  });
  const open = published.flatMap(({ context: service, ports }) => {
    const items = publishedPorts(ports).map(({ name, protocol }) => map(pair('port', name), pair('protocol', protocol.toUpperCase())));
    if (items.length === 0) return [];
    return manifest(
      'networking.k8s.io/v1',
      'NetworkPolicy',
      map(pair('name', `${service.name}-published`)),
      tell(context, say.publishedPolicy, { service: service.service }),
      pair('spec', policySpec(map(pair('matchLabels', selectorOf(service))), map(pair('ports', list(items))))),
    );
  });
  return [...shared, ...open];
}

function policySpec(chosen: YamlMap, rule: YamlMap): YamlMap {
  return map(pair('podSelector', chosen), pair('policyTypes', words(['Ingress'])), pair('ingress', list([rule])));
}
