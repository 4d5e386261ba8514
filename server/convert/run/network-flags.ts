import type { Remarks } from '../conversion.ts';
import { asMap, asText, textsOf, type PlainMap } from '../plain.ts';
import type { Project } from '../read/project.ts';
import type { Written } from './to-run.ts';
import { say } from './texts.ts';
import { toShell } from './word.ts';

/** The networks of a service as flags. Other containers find it by the service's name there, as under Compose. */
export function networkFlags(project: Project, name: string, service: PlainMap, remarks: Remarks): readonly Written[] {
  const part = `services.${name}`;
  const mode = asText(service['network_mode']);
  if (mode !== undefined) {
    const other = /^service:(.+)$/.exec(mode)?.[1];
    return [
      ['network', toShell(other === undefined ? mode : `container:${asText(project.services.get(other)?.['container_name']) ?? other}`)],
    ];
  }
  const networks = Object.entries(asMap(service['networks']) ?? {});
  if (networks.length === 0) {
    if (project.services.size > 1) remarks.add('lost', part, 'networks', say.defaultNetwork);
    return [];
  }
  remarks.add('changed', part, 'networks', say.networks, {
    commands: networks.map(([network]) => `docker network create ${toShell(networkName(project, network))}`).join('; '),
  });
  const [only] = networks;
  if (networks.length === 1 && only) {
    const settings = asMap(only[1]);
    return [
      ['network', toShell(networkName(project, only[0]))],
      ...[...new Set([name, ...textsOf(settings?.['aliases'])])].map((alias): Written => ['network-alias', toShell(alias)]),
      ...addresses(settings).map(([flag, value]): Written => [flag, toShell(value)]),
    ];
  }
  return networks.map(([network, value]): Written => {
    const settings = asMap(value);
    const fields = [
      `name=${networkName(project, network)}`,
      ...[...new Set([name, ...textsOf(settings?.['aliases'])])].map((alias) => `alias=${alias}`),
      ...addresses(settings).map(([flag, address]) => `${flag}=${address}`),
    ];
    return ['network', toShell(fields.join(','))];
  });
}

function networkName(project: Project, name: string): string {
  return asText(asMap(project.networks[name])?.['name']) ?? name;
}

function addresses(settings: PlainMap | undefined): readonly (readonly ['ip' | 'ip6', string])[] {
  const [four, six] = [asText(settings?.['ipv4_address']), asText(settings?.['ipv6_address'])];
  return [...(four === undefined ? [] : [['ip', four] as const]), ...(six === undefined ? [] : [['ip6', six] as const])];
}
