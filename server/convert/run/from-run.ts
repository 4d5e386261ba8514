import type { Locale } from '../../locale.ts';
import { baseName } from '../../text/path.ts';
import { parseImage } from '../../image.ts';
import { createRemarks, type Remark, type Remarks } from '../conversion.ts';
import { splitCommand, type ShellWord } from '../shell/words.ts';
import { emptyMap, list, map, pair, words, type Pair, type YamlMap } from '../write/yaml.ts';
import { readArguments } from './arguments.ts';
import { healthcheckOf } from './health.ts';
import { say } from './texts.ts';
import { toCompose } from './word.ts';

/** A `docker run` command as a service. */
export interface RunAsService {
  readonly name: string;
  readonly service: YamlMap;
  /** What the service needs at the top of the file. */
  readonly volumes: readonly string[];
  readonly networks: readonly string[];
  readonly remarks: readonly Remark[];
}

/** Keys of a service in the order in which people write them; the others follow. */
const order = (
  'image container_name entrypoint command restart init user working_dir hostname environment env_file ports expose volumes tmpfs ' +
  'networks network_mode'
).split(' ');

/** Flags that say nothing of the container, or nothing that a file could say, with what to tell of them. */
const silent: ReadonlySet<string> = new Set(['help', 'sig-proxy', 'quiet', 'detach-keys', 'attach', 'cidfile', 'disable-content-trust']);

/**
 * Reads a `docker run` command that somebody pasted; nothing of it is run.
 * @returns the service, or why there is none
 */
export function fromRun(command: string, locale: Locale): RunAsService | { readonly problem: string } {
  const { words: all, rest } = splitCommand(command);
  const read = readArguments(all);
  if (!read) return { problem: say.noRun[locale] };
  if (!read.image) return { problem: say.noRunImage[locale] };
  const remarks = createRemarks(locale);
  const tell = (inside: string): void => remarks.add('decide', 'docker run', '$(…)', say.command, { command: inside.slice(0, 200) });
  const text = (word: ShellWord): string => toCompose(word, tell);
  for (const flag of read.unknown) remarks.add('lost', 'docker run', flag.slice(0, 100), say.unknownFlag);
  if (rest !== '') remarks.add('lost', 'docker run', rest.slice(0, 20), say.rest, { rest: rest.slice(0, 200) });

  const given = read.given.map(({ flag, value }) => ({ flag, value: text(value) }));
  const every = (name: string): readonly string[] => given.filter(({ flag }) => flag.name === name).map(({ value }) => value);
  const last = (name: string): string | undefined => every(name).at(-1);
  const image = text(read.image);
  const name = serviceName(last('name') ?? baseName(parseImage(image)?.repository ?? image));

  const pairs: (Pair | undefined)[] = [pair('image', image)];
  for (const flag of new Set(given.map((each) => each.flag))) {
    if (flag.key === undefined || flag.name === 'name' || flag.name === 'volume') continue;
    const values = every(flag.name);
    const value = values.at(-1) ?? '';
    if (flag.kind === 'truth') pairs.push(pair(flag.key, value !== 'false' && value !== '0' ? true : undefined));
    else if (flag.kind === 'list') pairs.push(pair(flag.key, list(values)));
    else if (flag.kind === 'map') pairs.push(pair(flag.key, variables(values)));
    else pairs.push(pair(flag.key, flag.kind === 'number' && /^\d{1,9}(?:\.\d{1,6})?$/.test(value) ? Number(value) : value));
  }
  const mounts = mountsOf(every('volume'), every('mount'));
  pairs.push(pair('volumes', list(mounts.volumes)));
  pairs.push(...deeper(last, every, remarks));
  pairs.push(healthcheckOf(last));
  const networks = networksOf(every('network'), every('network-alias'), last, name);
  pairs.push(...networks.pairs);
  const entrypoint = last('entrypoint');
  pairs.push(
    pair('entrypoint', entrypoint === undefined ? undefined : entrypoint === '' ? { items: [], flow: true } : words([entrypoint])),
  );
  if (read.command.length > 0) pairs.push(pair('command', words(read.command.map(text))));
  tellOthers(given, remarks);
  for (const volume of mounts.names) remarks.add('changed', 'docker run', `--volume ${volume}`, say.existingVolume, { name: volume });
  for (const network of networks.names)
    remarks.add('changed', 'docker run', `--network ${network}`, say.existingNetwork, { name: network });
  const found = pairs.filter((each) => each !== undefined);
  const place = ({ key }: Pair): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return {
    name,
    service: { pairs: [...found].sort((a, b) => place(a) - place(b)) },
    volumes: mounts.names,
    networks: networks.names,
    remarks: remarks.all,
  };
}

/** The service as a Compose file of its own. */
export function serviceAsFile({ name, service, volumes, networks }: RunAsService): YamlMap {
  const declared = (names: readonly string[]): YamlMap => ({ pairs: names.map((each) => ({ key: each, value: emptyMap })) });
  return map(
    { key: 'services', value: { pairs: [{ key: name, value: service }] } },
    pair('networks', declared(networks)),
    pair('volumes', declared(volumes)),
  );
}

/** A name that Compose takes for a service. */
function serviceName(wish: string): string {
  return (
    wish
      .replace(/[^\w.-]+/g, '-')
      .replace(/^[.-]+|(?<![.-])[.-]+$/g, '')
      .slice(0, 100) || 'app'
  );
}

/** `NAME=value` as a map, or as a list where a name alone asks for the value of the environment. */
/** Longest name that is written as a key: YAML takes 1,024 characters, and an escape is six of them. */
const keyLimit = 150;

function variables(values: readonly string[]): Pair['value'] {
  if (values.some((value) => !value.slice(0, keyLimit).includes('='))) return list(values);
  const entries = new Map(values.map((value) => [value.slice(0, value.indexOf('=')), value.slice(value.indexOf('=') + 1)]));
  return { pairs: [...entries].map(([key, value]) => ({ key, value })) };
}

function mountsOf(
  short: readonly string[],
  long: readonly string[],
): { readonly volumes: readonly (string | YamlMap)[]; readonly names: readonly string[] } {
  const names = new Set<string>();
  for (const value of short) {
    const [source = '', target] = value.split(':', 2);
    if (target !== undefined && /^[A-Za-z0-9][\w.-]{1,254}$/.test(source)) names.add(source);
  }
  const volumes = long.map((value) => {
    const fields = new Map(
      value.split(',').map((field) => [field.split('=', 1)[0] ?? '', field.slice((field.split('=', 1)[0] ?? '').length + 1)]),
    );
    const get = (...keys: readonly string[]): string | undefined => keys.map((key) => fields.get(key)).find((found) => found !== undefined);
    const type = get('type') ?? 'volume';
    const source = get('source', 'src');
    if (type === 'volume' && source !== undefined && source !== '') names.add(source);
    const isReadOnly = ['readonly', 'ro'].some((key) => fields.has(key) && fields.get(key) !== 'false');
    const subpath = get('volume-subpath');
    const propagation = get('bind-propagation');
    const size = get('tmpfs-size');
    return map(
      pair('type', type),
      pair('source', source === '' ? undefined : source),
      pair('target', get('target', 'destination', 'dst') ?? ''),
      pair('read_only', isReadOnly || undefined),
      pair('volume', map(pair('nocopy', fields.has('volume-nocopy') || undefined), pair('subpath', subpath))),
      pair('bind', map(pair('propagation', propagation))),
      pair('tmpfs', map(pair('size', size))),
    );
  });
  return { volumes: [...short, ...volumes], names: [...names] };
}

/** What lies deeper in a service than a key. */
function deeper(
  last: (name: string) => string | undefined,
  all: (name: string) => readonly string[],
  remarks: Remarks,
): readonly (Pair | undefined)[] {
  const driver = last('log-driver');
  const options = all('log-opt');
  const seconds = last('stop-timeout');
  const limits = all('ulimit').map((value): Pair => {
    const name = value.split('=', 1)[0] ?? '';
    const both = value.slice(value.indexOf('=') + 1);
    const [soft = '', hard] = both.split(':', 2);
    const number = (text: string): number | string => (/^-?\d{1,15}$/.test(text) ? Number(text) : text);
    return { key: name, value: hard === undefined ? number(soft) : map(pair('soft', number(soft)), pair('hard', number(hard))) };
  });
  const gpus = last('gpus');
  if (gpus !== undefined && gpus !== 'all') remarks.add('decide', 'docker run', `--gpus ${gpus}`, say.noKey);
  const driverOfVolumes = last('volume-driver');
  if (driverOfVolumes !== undefined) remarks.add('lost', 'docker run', '--volume-driver', say.noKey);
  return [
    driver === undefined && options.length === 0
      ? undefined
      : pair('logging', map(pair('driver', driver), options.length > 0 ? pair('options', variables(options)) : undefined)),
    pair('stop_grace_period', seconds === undefined ? undefined : `${seconds}s`),
    pair('ulimits', { pairs: limits }),
    pair('gpus', gpus === undefined ? undefined : 'all'),
  ];
}

function networksOf(
  networks: readonly string[],
  aliases: readonly string[],
  last: (name: string) => string | undefined,
  service: string,
): { readonly pairs: readonly (Pair | undefined)[]; readonly names: readonly string[] } {
  const modes = networks.filter((network) => /^(?:host|none|bridge|default|container:.*)$/.test(network));
  if (modes.length > 0) return { pairs: [pair('network_mode', modes.at(-1))], names: [] };
  const entries = networks.map((written): Pair => {
    const fields = written.includes('=')
      ? written.split(',').map((field) => [field.split('=', 1)[0] ?? '', field.slice(field.indexOf('=') + 1)] as const)
      : [['name', written] as const];
    const values = (key: string): readonly string[] => fields.filter(([name]) => name === key).map(([, value]) => value);
    const own = networks.length === 1 ? aliases : [];
    const settings = map(
      pair('aliases', list([...values('alias'), ...own].filter((alias) => alias !== service))),
      pair('ipv4_address', values('ip')[0] ?? (networks.length === 1 ? last('ip') : undefined)),
      pair('ipv6_address', values('ip6')[0] ?? (networks.length === 1 ? last('ip6') : undefined)),
    );
    return { key: values('name')[0] ?? written, value: settings };
  });
  const names = entries.map(({ key }) => key);
  const isPlain = entries.every(({ value }) => typeof value === 'object' && 'pairs' in value && value.pairs.length === 0);
  return { pairs: [pair('networks', isPlain ? list(names) : { pairs: entries })], names };
}

const dealtWith: ReadonlySet<string> = new Set(
  'network network-alias ip ip6 mount ulimit gpus log-driver log-opt stop-timeout entrypoint volume-driver no-healthcheck name volume'.split(
    ' ',
  ),
);

function tellOthers(given: readonly { readonly flag: { readonly name: string; readonly key?: string } }[], remarks: Remarks): void {
  for (const { flag } of given) {
    if (flag.key !== undefined || dealtWith.has(flag.name) || flag.name.startsWith('health-') || silent.has(flag.name)) continue;
    const text =
      flag.name === 'detach' ? say.detach : flag.name === 'rm' ? say.remove : flag.name === 'publish-all' ? say.publishAll : say.noKey;
    remarks.add(flag.name === 'detach' ? 'changed' : 'lost', 'docker run', `--${flag.name}`, text);
  }
}
