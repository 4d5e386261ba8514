import type { Remarks } from '../conversion.ts';
import { asList, asMap, asText, isTrue, type Plain, type PlainMap } from '../plain.ts';
import { mountsOf } from '../read/mounts.ts';
import type { Project } from '../read/project.ts';
import type { Written } from './to-run.ts';
import { say } from './texts.ts';
import { toShell } from './word.ts';

/** The mounts of a service as flags: volumes, folders of the host, tmpfs, configs and secrets. */
export function mountFlags(project: Project, service: PlainMap, part: string, remarks: Remarks): readonly Written[] {
  const found: Written[] = [];
  for (const item of asList(service['volumes'])) {
    const map = asMap(item);
    if (map) found.push(...longFlags(project, map, part, remarks));
    else {
      const text = asText(item) ?? '';
      const [mount] = mountsOf(text, undefined);
      if (mount?.type === 'volume' && mount.source !== undefined) {
        const name = volumeName(project, mount.source, part, remarks);
        found.push(['volume', toShell(name + text.slice(mount.source.length))]);
      } else found.push(['volume', toShell(text)]);
    }
  }
  for (const item of asList(service['tmpfs'])) found.push(['tmpfs', toShell(asText(item) ?? '')]);
  for (const key of ['secrets', 'configs'] as const)
    for (const item of asList(service[key])) found.push(...fileFlags(project, key, item, part, remarks));
  return found;
}

function longFlags(project: Project, map: PlainMap, part: string, remarks: Remarks): readonly Written[] {
  const type = asText(map['type']) ?? 'volume';
  const target = asText(map['target']) ?? '';
  const source = asText(map['source']);
  if (type !== 'volume' && type !== 'bind' && type !== 'tmpfs') {
    remarks.add('lost', part, `volumes ${target}`, say.noFlag, { key: `type: ${type}` });
    return [];
  }
  const named = type === 'volume' && source !== undefined ? volumeName(project, source, part, remarks) : source;
  const options = asMap(map[type]) ?? {};
  const extras = Object.entries(options).flatMap(([key, value]) => {
    const text = asText(value);
    if (key === 'nocopy') return isTrue(value) ? ['volume-nocopy'] : [];
    if (key === 'subpath' && text !== undefined) return [`volume-subpath=${text}`];
    if (key === 'propagation' && text !== undefined) return [`bind-propagation=${text}`];
    if (key === 'size' && text !== undefined) return [`tmpfs-size=${text}`];
    if (key === 'mode' && text !== undefined) return [`tmpfs-mode=${text}`];
    return [];
  });
  if (type !== 'tmpfs' && extras.length === 0 && named !== undefined && !/[,:]/.test(named + target))
    return [['volume', toShell(`${named}:${target}${isTrue(map['read_only']) ? ':ro' : ''}`)]];
  const fields = [
    `type=${type}`,
    ...(named === undefined ? [] : [`source=${named}`]),
    `target=${target}`,
    ...(isTrue(map['read_only']) ? ['readonly'] : []),
    ...extras,
  ];
  return [['mount', toShell(fields.join(','))]];
}

/** The name under which Docker keeps a volume of the file. */
function volumeName(project: Project, name: string, part: string, remarks: Remarks): string {
  const volume = asMap(project.volumes[name]);
  const own = asText(volume?.['name']);
  if (own === undefined && !isTrue(volume?.['external'])) remarks.add('changed', part, `volumes ${name}`, say.volume, { name });
  return own ?? name;
}

function fileFlags(project: Project, key: 'secrets' | 'configs', item: Plain, part: string, remarks: Remarks): readonly Written[] {
  const map = asMap(item);
  const name = asText(map?.['source'] ?? item) ?? '';
  const written = asText(map?.['target']);
  const target = written?.startsWith('/') ? written : `${key === 'secrets' ? '/run/secrets/' : '/'}${written ?? name}`;
  const file = asText(asMap(project[key][name])?.['file']);
  if (file === undefined) {
    remarks.add('lost', part, `${key} ${name}`, say.noFile, { name });
    return [];
  }
  return [['volume', toShell(`${/^[./~]/.test(file) ? file : `./${file}`}:${target}:ro`)]];
}
