import { passwordIn } from '../../kubernetes/security/secret-value.ts';
import { looksSecret } from '../../secret-values.ts';
import { baseName, joinPath } from '../../text/path.ts';
import { asList, asMap, asText, isTrue, type Plain } from '../plain.ts';
import { fillIn, placeholder } from '../read/interpolate.ts';
import { mountsOf, type Mount } from '../read/mounts.ts';
import { byteQuantity, bytesOf } from '../read/units.ts';
import { emptyMap, list, map, pair, type Commented, type Pair, type Yaml, type YamlMap } from '../write/yaml.ts';
import { labelsOf, manifest, remark, tell, type ServiceContext } from './context.ts';
import { isDataFolder, knownImage } from './known-images.ts';
import { dataKey, dnsLabel } from './names.ts';
import { say } from './texts.ts';

/** What a container mounts and where that comes from. */
export interface Volumes {
  readonly mounts: readonly (Yaml | Commented)[];
  readonly volumes: readonly (Yaml | Commented)[];
  /** Volumes that a StatefulSet makes for each of its Pods. */
  readonly claims: readonly YamlMap[];
  /** Claims that stand by themselves. */
  readonly manifests: readonly YamlMap[];
  /** Whether a claim allows only one node at a time, so that old and new Pods must not run side by side. */
  readonly isExclusive: boolean;
}

/** How much a claim asks for, which Compose never says. */
const storage = '1Gi';

/** Largest text that a ConfigMap takes from a file, in characters: all of its data must stay below 1 MiB. */
const fileLimit = 200_000;

/** Divides what a service mounts. @param users how many services use each named volume */
export function volumesOf(context: ServiceContext, users: ReadonlyMap<string, number>): Volumes {
  const { node, name, project } = context;
  const mounts: (Yaml | Commented)[] = [];
  const volumes: (Yaml | Commented)[] = [];
  const claims: YamlMap[] = [];
  const manifests: YamlMap[] = [];
  const taken = new Map<string, string>();
  let isExclusive = false;
  const known = knownImage(context.image);

  const volumeName = (wish: string, id: string): string => {
    let made = dnsLabel(wish);
    for (let number = 2; taken.has(made) && taken.get(made) !== id; number++) made = `${dnsLabel(wish).slice(0, 45)}-${number}`;
    taken.set(made, id);
    return made;
  };
  const mount = (volume: string, target: string, rest: readonly (Pair | undefined)[], comment?: string): void => {
    const made = map(pair('name', volume), pair('mountPath', target), ...rest);
    mounts.push(comment === undefined ? made : { item: made, comment });
  };
  const addEmpty = (wish: string, target: string, body: YamlMap, comment: string): void => {
    const volume = volumeName(wish, target);
    volumes.push({ item: map(pair('name', volume), { key: 'emptyDir', value: body }), comment });
    mount(volume, target, []);
  };
  const claimOf = (volume: string): Pair => ({ key: 'persistentVolumeClaim', value: map(pair('claimName', volume)) });

  for (const entry of mountsOf(node['volumes'], node['tmpfs'])) {
    if (!entry.target.startsWith('/') || entry.target.includes(':'))
      remark(context, 'lost', 'volumes', say.badTarget, { mount: entry.written.slice(0, 100) });
    else if (entry.type === 'tmpfs') {
      const size = bytesOf(entry.size ?? '');
      const body = map(pair('medium', 'Memory'), pair('sizeLimit', size === undefined ? undefined : byteQuantity(size)));
      addEmpty(`tmp${entry.target.replaceAll('/', '-')}`, entry.target, body, tell(context, say.tmpfs));
    } else if (entry.type === 'volume' && entry.source === undefined) {
      remark(context, 'changed', 'volumes', say.anonymous, { target: entry.target });
      addEmpty(`scratch${entry.target.replaceAll('/', '-')}`, entry.target, emptyMap, tell(context, say.anonymousComment));
    } else if (entry.type === 'volume') named(entry, entry.source ?? '');
    else if (entry.type === 'bind') bound(entry);
    else remark(context, 'lost', 'volumes', say.otherMount, { mount: entry.written.slice(0, 100) });
  }
  const shm = bytesOf(asText(node['shm_size']) ?? '');
  if (shm !== undefined) {
    addEmpty('shm', '/dev/shm', map(pair('medium', 'Memory'), pair('sizeLimit', byteQuantity(shm))), tell(context, say.shm));
  }
  for (const key of ['configs', 'secrets'] as const) for (const item of asList(node[key])) projected(key, item);
  return { mounts, volumes, claims, manifests, isExclusive };

  function named(entry: Mount, source: string): void {
    const settings = asMap(project.volumes[source]);
    const isExternal = isTrue(settings?.['external']);
    const isShared = (users.get(source) ?? 1) > 1;
    const options = asMap(settings?.['driver_opts']);
    if (options) remark(context, 'lost', `volumes ${source}`, say.driverOptions, { name: source });
    const rest = [pair('subPath', entry.subPath), pair('readOnly', entry.readOnly || undefined)];
    if (!isExternal && !isShared && !entry.readOnly && isDataFolder(entry.target, known)) {
      keep(source, entry);
      return;
    }
    const volume = volumeName(source, `volume ${source}`);
    const claim = isExternal ? dnsLabel(asText(settings?.['name']) ?? source) : dnsLabel(source);
    const item = map(pair('name', volume), claimOf(claim));
    if (!volumes.some((each) => nameIn(each) === volume))
      volumes.push(isExternal ? { item, comment: tell(context, say.externalVolumeComment) } : item);
    mount(volume, entry.target, rest);
    if (isExternal) remark(context, 'decide', `volumes ${source}`, say.externalVolume, { name: claim });
    else if (!isShared) {
      isExclusive = true;
      manifests.push(claimManifest(context, claim, false, tell(context, say.claim, { volume: source })));
      remark(context, 'decide', `volumes ${source}`, say.size, { name: claim });
    }
  }

  /** A volume for the data of the service itself. */
  function keep(source: string, entry: Mount): void {
    const volume = volumeName(source, `volume ${source}`);
    // A new disk may hold `lost+found`, which some databases refuse.
    const subPath = entry.subPath ?? (known?.wantsEmptyFolder ? 'data' : undefined);
    mount(volume, entry.target, [pair('subPath', subPath)], subPath === 'data' ? tell(context, say.subPath) : undefined);
    if (claims.some((claim) => nameIn(claim) === volume)) return;
    claims.push(
      map(
        pair('metadata', map(pair('name', volume)), tell(context, say.template, { volume: source })),
        pair('spec', claimSpec(context, false)),
      ),
    );
    remark(context, 'decide', `volumes ${source}`, say.size, { name: volume });
  }

  function bound(entry: Mount): void {
    const source = entry.source ?? '';
    if (source === '/var/run/docker.sock' || source === '/run/docker.sock') return remark(context, 'lost', 'volumes', say.dockerSocket);
    if (isDataFolder(entry.target, known) && !entry.readOnly && known) {
      keep(`${name}-data`, { ...entry, subPath: undefined });
      remark(context, 'changed', 'volumes', say.boundData, { path: source });
      return;
    }
    const path = joinPath(project.folder, source);
    const text = path === undefined || /[{}$]/.test(source) ? undefined : project.read(path);
    if (typeof text !== 'string') return remark(context, 'lost', 'volumes', say.bind, { path: source.slice(0, 100), target: entry.target });
    fromFile(`${name}-${baseName(source)}`, baseName(source), text, entry.target, source);
  }

  /** The text of a file as a ConfigMap, or as a Secret where it holds one, mounted in the place of the file. */
  function fromFile(wish: string, fileName: string, text: string, target: string, path: string): void {
    const made = dnsLabel(wish);
    const key = dataKey(fileName);
    const volume = volumeName(made, `file ${made}`);
    const hides = looksSecret(text) || passwordIn(text) !== undefined || context.secrets.mask(text).names.length > 0;
    if (text.length > fileLimit || /[^\P{Cc}\r\n\t]|\uFFFD/u.test(text))
      return remark(context, 'lost', 'volumes', say.fileTooLarge, { path });
    const isConfig = !hides;
    volumes.push(
      map(pair('name', volume), isConfig ? pair('configMap', map(pair('name', made))) : pair('secret', map(pair('secretName', made)))),
    );
    mount(volume, target, [pair('subPath', key), pair('readOnly', true)], tell(context, say.fileMount, { path }));
    manifests.push(
      isConfig
        ? manifest('v1', 'ConfigMap', metadata(made), tell(context, say.fileConfig, { path }), pair('data', fileData(key, text)))
        : secretManifest(made, key, tell(context, say.fileSecret, { path, name: made, key })),
    );
    remark(context, isConfig ? 'changed' : 'decide', 'volumes', isConfig ? say.fileChanged : say.fileSecretRemark, { path, name: made });
  }

  /** A config or secret of the file's top. */
  function projected(kind: 'configs' | 'secrets', item: Plain): void {
    const settings = asMap(item);
    const source = asText(settings?.['source'] ?? item);
    if (source === undefined) return;
    const written = asText(settings?.['target']);
    const target = written?.startsWith('/') ? written : kind === 'secrets' ? `/run/secrets/${written ?? source}` : `/${written ?? source}`;
    const declared = asMap(project[kind][source]);
    const made = dnsLabel(asText(declared?.['name']) ?? source);
    const key = dataKey(source);
    const volume = volumeName(`${kind === 'secrets' ? 'secret' : 'config'}-${source}`, `${kind} ${source}`);
    const mode = fileMode(asText(settings?.['mode']));
    const isHidden = kind === 'secrets' || hidesSecret(context, source);
    const body = map(isHidden ? pair('secretName', made) : pair('name', made), pair('defaultMode', mode));
    volumes.push(map(pair('name', volume), pair(isHidden ? 'secret' : 'configMap', body)));
    mount(
      volume,
      target,
      [pair('subPath', key), pair('readOnly', true)],
      tell(context, kind === 'secrets' ? say.secretMount : say.configMount, { name: source }),
    );
  }

  function metadata(made: string): YamlMap {
    return map(pair('name', made), pair('labels', labelsOf(context)));
  }
  function secretManifest(made: string, key: string, comment: string): YamlMap {
    return manifest('v1', 'Secret', metadata(made), comment, pair('type', 'Opaque'), pair('stringData', map(pair(key, placeholder))));
  }
}

/** A claim that stands by itself. */
export function claimManifest(context: ServiceContext, name: string, isShared: boolean, comment: string): YamlMap {
  return manifest(
    'v1',
    'PersistentVolumeClaim',
    map(pair('name', name), pair('labels', labelsOf(context))),
    comment,
    pair('spec', claimSpec(context, isShared)),
  );
}

function claimSpec(context: Pick<ServiceContext, 'locale'>, isShared: boolean): YamlMap {
  return map(
    pair('accessModes', list([isShared ? 'ReadWriteMany' : 'ReadWriteOnce']), isShared ? tell(context, say.shared) : undefined),
    pair('resources', map(pair('requests', map(pair('storage', storage, tell(context, say.sizeComment)))))),
  );
}

/** A file's text as data. */
export function fileData(key: string, text: string): YamlMap {
  return { pairs: [{ key, value: text.includes('\n') ? { block: text.replaceAll('\r\n', '\n') } : text }] };
}

/** Whether a config of the file's top holds a secret, so that it becomes one. */
export function hidesSecret({ project, secrets }: Pick<ServiceContext, 'project' | 'secrets'>, source: string): boolean {
  const text = configText({ project }, source);
  return text !== undefined && (looksSecret(text) || passwordIn(text) !== undefined || secrets.mask(text).names.length > 0);
}

/** The text of a config of the file's top; `undefined` when nobody knows it. */
export function configText({ project }: Pick<ServiceContext, 'project'>, source: string): string | undefined {
  const declared = asMap(project.configs[source]);
  const content = asText(declared?.['content']);
  if (content !== undefined) return fillIn(content, project.variable).text;
  const variable = asText(declared?.['environment']);
  if (variable !== undefined) return project.variable(variable);
  const path = joinPath(project.folder, asText(declared?.['file']) ?? '');
  const text = path === undefined || path === '' ? undefined : project.read(path);
  return typeof text === 'string' && text.length <= fileLimit && !/[^\P{Cc}\r\n\t]|\uFFFD/u.test(text) ? text : undefined;
}

function fileMode(text: string | undefined): number | undefined {
  return text !== undefined && /^0?o?[0-7]{3,4}$/.test(text) ? parseInt(text.replace('o', ''), 8) : undefined;
}

function nameIn(value: Yaml | Commented): string | undefined {
  const item = typeof value === 'object' && 'item' in value ? value.item : value;
  if (typeof item !== 'object' || !('pairs' in item)) return undefined;
  const own = item.pairs.find(({ key }) => key === 'name')?.value;
  if (typeof own === 'string') return own;
  const metadata = item.pairs.find(({ key }) => key === 'metadata')?.value;
  return metadata === undefined ? undefined : nameIn(metadata);
}
