import { asList, asMap, asText, isList, isTrue, textsOf, type PlainMap } from '../plain.ts';
import { secondsOf } from '../read/units.ts';
import { list, map, pair, words, type Pair, type YamlMap } from '../write/yaml.ts';
import { commandPairs } from './command.ts';
import { labelsOf, remark, tell, type ServiceContext } from './context.ts';
import type { Environment } from './environment.ts';
import { portPair, type ContainerPort } from './ports.ts';
import { probePairs } from './probes.ts';
import { resourcePair } from './resources.ts';
import { securityOf } from './security.ts';
import { say } from './texts.ts';
import type { Volumes } from './volumes.ts';

/** What a Pod is made of. */
export interface PodParts {
  readonly raw: PlainMap;
  readonly environment: Environment;
  readonly ports: readonly ContainerPort[];
  readonly volumes: Volumes;
  /** Whether it runs to an end. */
  readonly isJob: boolean;
  /** Labels of the networks that its NetworkPolicies choose it by. */
  readonly networks: readonly string[];
}

/** The Pod of a service. */
export function podTemplate(context: ServiceContext, parts: PodParts): YamlMap {
  const { node } = context;
  const security = securityOf(context, parts.volumes.claims.length > 0 || parts.volumes.isExclusive);
  const annotations = annotationsOf(context);
  const grace = secondsOf(asText(node['stop_grace_period']) ?? '');
  const container = map(
    pair('name', context.name),
    pair('image', context.image, imageComment(context)),
    pair('imagePullPolicy', pullPolicy(context)),
    ...commandPairs(context, parts.raw, parts.environment.secretNames),
    pair('workingDir', asText(node['working_dir'])),
    pair('stdin', isTrue(node['stdin_open']) || undefined),
    pair('tty', isTrue(node['tty']) || undefined),
    portPair(context, parts.ports),
    ...parts.environment.pairs,
    ...(parts.isJob ? [] : probePairs(context, parts.ports, parts.environment.secretNames)),
    resourcePair(context),
    security.container,
    pair('volumeMounts', list(parts.volumes.mounts)),
  );
  return map(
    pair(
      'metadata',
      map(
        pair('labels', labelsOf(context, ...parts.networks.map((network) => pair(network, 'true')))),
        pair('annotations', annotations, tell(context, say.annotations)),
      ),
    ),
    pair(
      'spec',
      map(
        pair('automountServiceAccountToken', false, tell(context, say.token)),
        pair('enableServiceLinks', false, tell(context, say.serviceLinks)),
        pair('hostname', hostName(context)),
        pair('hostNetwork', asText(node['network_mode']) === 'host' || undefined, tell(context, say.host)),
        pair('hostPID', asText(node['pid']) === 'host' || undefined, tell(context, say.host)),
        pair('hostIPC', asText(node['ipc']) === 'host' || undefined, tell(context, say.host)),
        pair('restartPolicy', parts.isJob ? 'OnFailure' : undefined),
        pair('terminationGracePeriodSeconds', grace === undefined ? undefined : Math.max(1, Math.ceil(grace)), tell(context, say.grace)),
        pair('nodeSelector', nodeSelector(context)),
        pair('hostAliases', list(hostAliases(context)), tell(context, say.extraHosts)),
        ...dnsPairs(node),
        security.pod,
        pair('containers', list([container])),
        pair('volumes', list(parts.volumes.volumes)),
      ),
    ),
  );
}

function imageComment(context: ServiceContext): string | readonly string[] {
  const isBuilt = asMap(context.node['build']) !== undefined;
  if (isBuilt)
    remark(context, 'decide', 'build', asText(context.node['image']) === undefined ? say.build : say.buildWithImage, {
      image: context.image,
    });
  else if (asText(context.node['image']) === undefined) remark(context, 'decide', 'image', say.noImage);
  return isBuilt ? tell(context, say.buildComment) : [];
}

function pullPolicy(context: ServiceContext): string | undefined {
  const written = asText(context.node['pull_policy']);
  if (written === 'always') return 'Always';
  if (written === 'never') return 'Never';
  if (written === 'missing' || written === 'if_not_present') return 'IfNotPresent';
  if (written !== undefined) remark(context, 'lost', 'pull_policy', say.pullPolicy, { value: written.slice(0, 40) });
  return undefined;
}

function hostName({ node }: ServiceContext): string | undefined {
  const written = asText(node['hostname']);
  return written !== undefined && /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/.test(written) ? written : undefined;
}

/** Labels become annotations, whose values may be any text. */
function annotationsOf(context: ServiceContext): YamlMap {
  const { node, secrets } = context;
  const entries = new Map<string, string>();
  for (const [key, value] of [...Object.entries(asMap(node['labels']) ?? {}), ...Object.entries(asMap(node['annotations']) ?? {})]) {
    if (/^traefik\./.test(key)) remark(context, 'lost', 'labels', say.traefik);
    else if (/^(?:[a-z\d](?:[a-z\d.-]{0,250}[a-z\d])?\/)?[A-Za-z\d](?:[\w.-]{0,61}[A-Za-z\d])?$/.test(key))
      entries.set(key, secrets.mask(asText(value) ?? '').text);
    else remark(context, 'lost', 'labels', say.labelName, { key: key.slice(0, 80) });
  }
  return { pairs: [...entries].map(([key, value]) => ({ key, value })) };
}

function nodeSelector(context: ServiceContext): YamlMap {
  const { node } = context;
  const pairs: (Pair | undefined)[] = [];
  const [os, architecture] = (asText(node['platform']) ?? '').split('/');
  if (os === 'linux' || os === 'windows') pairs.push(pair('kubernetes.io/os', os));
  if (architecture !== undefined && /^\w{2,20}$/.test(architecture)) pairs.push(pair('kubernetes.io/arch', architecture));
  for (const constraint of textsOf(asMap(asMap(node['deploy'])?.['placement'])?.['constraints'])) {
    const match = /^node\.labels\.([\w.-]{1,63})\s*==\s*([\w.-]{1,63})$/.exec(constraint);
    if (match) pairs.push(pair(match[1] ?? '', match[2]));
    else remark(context, 'lost', 'deploy.placement', say.placement, { constraint: constraint.slice(0, 80) });
  }
  return map(...pairs);
}

function hostAliases(context: ServiceContext): readonly YamlMap[] {
  const written = context.node['extra_hosts'];
  const entries = isList(written)
    ? textsOf(written).map((text) => [text.split(/[:=]/, 1)[0] ?? '', text.slice((text.split(/[:=]/, 1)[0] ?? '').length + 1)] as const)
    : Object.entries(asMap(written) ?? {}).flatMap(([host, value]) => textsOf(value).map((address) => [host, address] as const));
  return entries.flatMap(([host, address]) => {
    if (/^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-fA-F:]{3,39})$/.test(address)) return map(pair('ip', address), pair('hostnames', words([host])));
    remark(context, 'lost', 'extra_hosts', say.hostGateway, { host: host.slice(0, 80), address: address.slice(0, 80) });
    return [];
  });
}

function dnsPairs(node: PlainMap): readonly (Pair | undefined)[] {
  const servers = textsOf(node['dns']).filter((server) => /^[\d.]{7,15}$|^[\da-fA-F:]{3,39}$/.test(server));
  const options = textsOf(node['dns_opt']).flatMap((option) => {
    const [name = '', value] = option.split(':', 2);
    return name === '' ? [] : map(pair('name', name), pair('value', value));
  });
  const config = map(
    pair('nameservers', servers.length > 0 ? words(servers.slice(0, 3)) : undefined),
    pair('searches', asList(node['dns_search']).length > 0 ? words(textsOf(node['dns_search'])) : undefined),
    pair('options', list(options)),
  );
  return [pair('dnsConfig', config)];
}
