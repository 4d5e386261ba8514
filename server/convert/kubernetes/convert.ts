import type { Locale } from '../../locale.ts';
import { joinPath } from '../../text/path.ts';
import { createRemarks, type Conversion, type ConvertedFile } from '../conversion.ts';
import { asList, asMap, asText, createMap, isList, isTrue, type Plain, type PlainMap } from '../plain.ts';
import { fillIn } from '../read/interpolate.ts';
import { mountsOf } from '../read/mounts.ts';
import { readProject, type ComposeSource, type Project } from '../read/project.ts';
import { pair, map, writeYaml, type YamlMap } from '../write/yaml.ts';
import { manifest, profilesOf, tell, type Context, type ServiceContext } from './context.ts';
import { environmentOf, envFilesOf } from './environment.ts';
import { knownImage } from './known-images.ts';
import { tellLosses } from './losses.ts';
import { createNames, dataKey, dnsLabel } from './names.ts';
import { areApart, networkLabels, networkPolicies, networksOf } from './networks.ts';
import { podTemplate } from './pod.ts';
import { containerPorts, ingressManifests, serviceManifests, type ContainerPort } from './ports.ts';
import { findSecrets } from './secrets.ts';
import { say } from './texts.ts';
import { claimManifest, configText, fileData, hidesSecret, volumesOf } from './volumes.ts';
import { kindOf, workloadManifest } from './workload.ts';

/** Turns Compose files into manifests: one file a service, and files for what several share. Never throws. */
export function toKubernetes(source: ComposeSource, locale: Locale): Conversion {
  const remarks = createRemarks(locale);
  const project = readProject(source, remarks);
  const nameOf = createNames();
  for (const name of project.services.keys()) nameOf(name);
  const context: Context = { project, locale, remarks, nameOf, kept: new Map(), secrets: findSecrets(project, envTexts(project)) };

  const users = volumeUsers(project);
  const awaited = awaitedServices(project);
  const networks = new Map([...project.services].map(([name, node]) => [name, networksOf(node)] as const));
  const apart = areApart([...networks.values()]);
  const files: ConvertedFile[] = [];
  const published: { readonly context: ServiceContext; readonly ports: readonly ContainerPort[] }[] = [];
  const firstUsers = new Map<string, ServiceContext>();

  const contexts = [...project.services].map(([service, raw]) => ({ raw, own: serviceContext(context, service, raw) }));
  // A secret that several share lies with the database it opens.
  const owners = [...contexts].sort(
    (a, b) => Number(knownImage(b.own.image) !== undefined) - Number(knownImage(a.own.image) !== undefined),
  );
  const environments = new Map(owners.map(({ own }) => [own.service, environmentOf(own)] as const));
  for (const { own, raw } of contexts) {
    const { service } = own;
    const environment = environments.get(service) ?? environmentOf(own);
    const ports = containerPorts(own);
    const volumes = volumesOf(own, users);
    const kind = kindOf(own, { isAwaited: awaited.has(service), hasClaims: volumes.claims.length > 0, listens: ports.length > 0 });
    const labels = networkLabels(networks.get(service) ?? [], apart);
    const template = podTemplate(own, { raw, environment, ports, volumes, isJob: kind === 'Job', networks: labels });
    const manifests = [
      ...environment.manifests,
      ...volumes.manifests,
      workloadManifest(own, kind, template, volumes.claims, volumes.isExclusive),
      ...(kind === 'Job' ? [] : serviceManifests(own, ports, kind === 'StatefulSet')),
      ...(kind === 'Job' ? [] : ingressManifests(own, ports)),
    ];
    tellLosses(own);
    for (const { source: volume, type } of mountsOf(own.node['volumes'], undefined))
      if (type === 'volume' && volume !== undefined && !firstUsers.has(volume)) firstUsers.set(volume, own);
    published.push({ context: own, ports });
    const [profile] = profilesOf(own);
    if (profile !== undefined) remarks.add('changed', `services.${service}`, 'profiles', say.profiles, { profile });
    files.push({ path: `${profile === undefined ? '' : `profiles/${dnsLabel(profile)}/`}${own.name}.yaml`, text: documents(manifests) });
  }
  const shared = [...sharedClaims(context, users, firstUsers), ...topFiles(context)];
  if (shared.length > 0) files.unshift({ path: 'shared.yaml', text: documents(shared) });
  if (apart) {
    const used = [...new Set([...networks.values()].flat())];
    files.push({ path: 'network-policies.yaml', text: documents(networkPolicies(context, used, published)) });
    remarks.add('changed', 'networks', 'networks', say.networks);
  }
  for (const [name, settings] of Object.entries(project.networks)) {
    const driver = asText(asMap(settings)?.['driver']);
    if (driver !== undefined && driver !== 'bridge' && driver !== 'overlay')
      remarks.add('lost', `networks.${name}`, 'driver', say.networkDriver, { driver });
  }
  return { files: unique(files), remarks: remarks.all };
}

function documents(manifests: readonly YamlMap[]): string {
  return manifests.map(writeYaml).join('---\n');
}

/** The context of a service. What its file says is filled in with the variables that are known; of others is told. */
function serviceContext(context: Context, service: string, raw: PlainMap): ServiceContext {
  const { project, remarks } = context;
  const fill = (value: Plain, key: string, depth: number): Plain => {
    if (typeof value === 'string') {
      if (!value.includes('$')) return value;
      const { text, missing } = fillIn(value, project.variable);
      for (const variable of missing) remarks.add('decide', `services.${service}`, key, say.variable, { variable });
      return text;
    }
    if (depth > 50) return null;
    if (isList(value)) return value.map((item) => fill(item, key, depth + 1));
    const made = createMap();
    const entries = asMap(value);
    if (!entries) return value;
    for (const [name, item] of Object.entries(entries)) made[name] = fill(item, key, depth + 1);
    return made;
  };
  const node = createMap();
  for (const [key, value] of Object.entries(raw))
    node[key] = key === 'environment' || key === 'command' || key === 'entrypoint' || key === 'build' ? value : fill(value, key, 0);
  const name = context.nameOf(service);
  const image =
    asText(node['image']) ?? `registry.example.com/${project.name === undefined ? '' : `${dnsLabel(project.name)}-`}${name}:1.0.0`;
  return { ...context, service, name, node, image: image.trim() };
}

/** The texts of all files of variables that can be read. */
function envTexts(project: Project): readonly string[] {
  const paths = new Set([...project.services.values()].flatMap((node) => envFilesOf({ node }).map(({ path }) => path)));
  return [...paths].flatMap((path) => {
    const at = joinPath(project.folder, path);
    const text = at === undefined ? undefined : project.read(at);
    return typeof text === 'string' ? [text] : [];
  });
}

function volumeUsers(project: Project): ReadonlyMap<string, number> {
  const users = new Map<string, number>();
  for (const node of project.services.values()) {
    const names = mountsOf(node['volumes'], undefined).flatMap(({ type, source }) =>
      type === 'volume' && source !== undefined ? [source] : [],
    );
    for (const name of new Set(names)) users.set(name, (users.get(name) ?? 0) + 1);
  }
  return users;
}

/** Services for whose end another one waits: they are jobs. */
function awaitedServices(project: Project): ReadonlySet<string> {
  return new Set(
    [...project.services.values()].flatMap((node) =>
      Object.entries(asMap(node['depends_on']) ?? {}).flatMap(([name, how]) =>
        asText(asMap(how)?.['condition']) === 'service_completed_successfully' ? [name] : [],
      ),
    ),
  );
}

/** Claims for volumes that several services mount. */
function sharedClaims(
  context: Context,
  users: ReadonlyMap<string, number>,
  firstUsers: ReadonlyMap<string, ServiceContext>,
): readonly YamlMap[] {
  return [...users].flatMap(([volume, count]) => {
    const first = firstUsers.get(volume);
    if (count < 2 || !first || isTrue(asMap(context.project.volumes[volume])?.['external'])) return [];
    context.remarks.add('decide', `volumes.${volume}`, 'volumes', say.sharedVolume, { volume });
    return claimManifest({ ...first, name: dnsLabel(volume) }, dnsLabel(volume), true, tell(context, say.sharedClaim, { volume }));
  });
}

/** ConfigMaps and Secrets of what the file's top declares and services use. */
function topFiles(context: Context): readonly YamlMap[] {
  const { project, remarks } = context;
  const made: YamlMap[] = [];
  for (const kind of ['configs', 'secrets'] as const) {
    const used = new Set(
      [...project.services.values()].flatMap((node) => asList(node[kind]).map((item) => asText(asMap(item)?.['source'] ?? item))),
    );
    for (const [source, settings] of Object.entries(project[kind])) {
      if (!used.has(source)) continue;
      const declared = asMap(settings);
      const name = dnsLabel(asText(declared?.['name']) ?? source);
      const key = dataKey(source);
      if (isTrue(declared?.['external'])) {
        remarks.add('decide', `${kind}.${source}`, 'external', say.externalFile, { name, key });
        continue;
      }
      const file = asText(declared?.['file']);
      const metadata = map(pair('name', name));
      const text = kind === 'configs' ? configText(context, source) : undefined;
      const isHidden = kind === 'secrets' || hidesSecret(context, source);
      if (isHidden) {
        const variable = asText(declared?.['environment']);
        const from = variable === undefined ? `--from-file=${key}=${file ?? key}` : `--from-literal=${key}="$${variable}"`;
        remarks.add('decide', `${kind}.${source}`, variable === undefined ? 'file' : 'environment', say.secretFile, { name, from });
        const comment = [tell(context, say.secretTop, { name: source }), tell(context, say.secretFileComment, { name, from })];
        made.push(manifest('v1', 'Secret', metadata, comment, pair('type', 'Opaque'), pair('stringData', map(pair(key, 'replace-me')))));
      } else {
        if (text === undefined) remarks.add('decide', `${kind}.${source}`, 'file', say.configFile, { name, key, file: file ?? key });
        const comment = tell(context, text === undefined ? say.configUnread : file === undefined ? say.configContent : say.configTop, {
          name: source,
          file: file ?? source,
        });
        made.push(manifest('v1', 'ConfigMap', metadata, comment, pair('data', fileData(key, text ?? 'replace-me'))));
      }
    }
  }
  return made;
}

/** Files that would have the same path get numbers. */
function unique(files: readonly ConvertedFile[]): readonly ConvertedFile[] {
  const taken = new Set<string>();
  return files.map(({ path, text }) => {
    let free = path;
    for (let number = 2; taken.has(free); number++) free = path.replace(/\.yaml$/, `-${number}.yaml`);
    taken.add(free);
    return { path: free, text };
  });
}
