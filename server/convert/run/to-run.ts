import type { Locale } from '../../locale.ts';
import { isHarmlessValue, soundsSecret } from '../../secret-names.ts';
import { createRemarks, type Conversion } from '../conversion.ts';
import { asList, asMap, asText, below, isList, isTrue, textsOf, type Plain, type PlainMap } from '../plain.ts';
import type { Project } from '../read/project.ts';
import { secondsOf } from '../read/units.ts';
import { splitWords } from '../shell/split.ts';
import { quoteWord } from '../shell/quote.ts';
import { oneLine } from '../write/yaml.ts';
import { flags } from './flags.ts';
import { mountFlags } from './mount-flags.ts';
import { networkFlags } from './network-flags.ts';
import { say } from './texts.ts';
import { toShell, variablesIn } from './word.ts';
import { trimEndOf } from '../../text/trim.ts';

/** A flag of the command to be written, without dashes, with its value as a word of the shell; no value for a switch. */
export type Written = readonly [flag: string, value?: string];

/** Keys of a service that are dealt with one by one, or that mean nothing for a container by itself. */
const handled: ReadonlySet<string> = new Set(
  [
    'image build command entrypoint container_name environment env_file healthcheck deploy logging ulimits gpus extra_hosts',
    'ports volumes tmpfs networks network_mode secrets configs stop_grace_period pull_policy restart blkio_config scale volumes_from',
  ].flatMap((line) => line.split(' ')),
);

/** Writes a service as the command that starts the same container. Nothing of the file is left to the shell but its variables. */
export function toRun(project: Project, name: string, locale: Locale): Conversion | undefined {
  const service = project.services.get(name);
  if (!service) return undefined;
  const remarks = createRemarks(locale);
  const part = `services.${name}`;
  const lose = (key: string, text = say.noFlag): void => remarks.add('lost', part, key, text, { key });
  const written: Written[] = [];
  const before: string[] = [];
  const add = (flag: string, value?: string): void => void written.push(value === undefined ? [flag] : [flag, value]);

  const interactive = isTrue(service['tty']) || isTrue(service['stdin_open']);
  if (!interactive) add('detach');
  add('name', toShell(asText(service['container_name']) ?? name));
  for (const flag of flags)
    if (flag.key !== undefined && !handled.has(flag.key)) for (const value of simple(flag.kind, service[flag.key])) add(flag.name, value);
  const known = new Set(flags.map(({ key }) => key));
  for (const key of Object.keys(service)) {
    if (known.has(key) || handled.has(key) || key.startsWith('x-')) continue;
    lose(key, key === 'depends_on' ? say.dependsOn : key === 'profiles' ? say.profiles : say.noFlag);
  }

  for (const [key, value] of pairsOf(service['environment'])) {
    if (value === undefined) add('env', quoteWord(key));
    else if (isLiteralSecret(key, value)) {
      add('env', quoteWord(key));
      remarks.add('changed', part, `environment.${key}`, say.secret, { name: key });
    } else add('env', `${quoteWord(key)}=${toShell(value)}`);
  }
  for (const item of asList(service['env_file'])) {
    const path = asText(asMap(item)?.['path'] ?? item);
    if (path === undefined) continue;
    add('env-file', toShell(path));
    remarks.add('changed', part, 'env_file', say.envFile);
  }
  for (const item of isList(service['extra_hosts']) ? service['extra_hosts'] : [])
    add('add-host', toShell((asText(item) ?? '').replace('=', ':')));
  for (const [host, value] of Object.entries(asMap(service['extra_hosts']) ?? {}))
    for (const address of textsOf(value)) add('add-host', `${quoteWord(host)}:${toShell(address)}`);
  for (const value of asList(service['ports'])) add('publish', toShell(portText(value)));
  for (const flag of mountFlags(project, service, part, remarks)) written.push(flag);
  for (const flag of networkFlags(project, name, service, remarks)) written.push(flag);
  for (const flag of limitFlags(service, lose)) written.push(flag);
  for (const flag of healthFlags(asMap(service['healthcheck']))) written.push(flag);

  const grace = secondsOf(asText(service['stop_grace_period']) ?? '');
  if (grace !== undefined) add('stop-timeout', String(Math.ceil(grace)));
  const pull = asText(service['pull_policy']);
  if (pull === 'if_not_present') add('pull', 'missing');
  else if (pull === 'always' || pull === 'missing' || pull === 'never') add('pull', pull);
  else if (pull !== undefined) lose('pull_policy');
  for (const source of textsOf(service['volumes_from'])) {
    const [from = '', mode] = source.replace(/^container:/, '').split(':', 2);
    add('volumes-from', toShell(mode === undefined ? from : `${from}:${mode}`));
  }
  for (const key of ['blkio_config', 'scale']) if (service[key] !== undefined) lose(key);

  const image = asText(service['image']) ?? `${project.name ?? 'app'}-${name}`;
  const build = asMap(service['build']);
  if (build) before.push(...buildCommand(image, build));
  else if (asText(service['image']) === undefined) remarks.add('decide', part, 'image', say.noImage);

  const entrypoint = commandWords(service['entrypoint']);
  const [program, ...first] = entrypoint ?? [];
  if (entrypoint) add('entrypoint', program === undefined ? "''" : toShell(program));
  const command = [...first, ...(commandWords(service['command']) ?? [])].map(toShell);
  const order = flags.map((flag) => flag.name);
  const sorted = [...written].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  const unset = new Set(textsIn(service).flatMap(variablesIn));
  const lines = [
    'docker run',
    ...sorted.map(([flag, value]) => (value === undefined ? `--${flag}` : `--${flag} ${value}`)),
    toShell(image),
    ...(command.length > 0 ? [command.join(' ')] : []),
  ];
  const head = [
    `# ${say.head[locale].replace('{service}', () => oneLine(name))}`,
    ...(unset.size > 0 ? [`# ${say.variables[locale].replace('{names}', [...unset].join(', '))}`, '# set -a; . ./.env; set +a'] : []),
    ...remarks.all.map(({ key, text }) => `# - ${oneLine(`${key}: ${text}`)}`),
  ];
  return {
    files: [{ path: `${fileName(name)}.sh`, text: [...head, ...before, lines.join(' \\\n  ')].join('\n') + '\n' }],
    remarks: remarks.all,
  };
}

/** The values of a key that says the same as a flag, each as a word. */
function simple(kind: string, value: Plain | undefined): readonly (string | undefined)[] {
  if (value === undefined || value === null) return [];
  if (kind === 'truth') return isTrue(value) ? [undefined] : [];
  if (kind === 'map') {
    return pairsOf(value).map(([key, text]) => (text === undefined ? quoteWord(key) : `${quoteWord(key)}=${toShell(text)}`));
  }
  if (kind !== 'list') return textsOf(value).slice(0, 1).map(toShell);
  return asList(value).flatMap((item) => {
    const map = asMap(item);
    const text = map ? [map['source'], map['target'], map['permissions']].flatMap((each) => asText(each) ?? []).join(':') : asText(item);
    return text === undefined || text === '' ? [] : toShell(text);
  });
}

/** The entries of a map, or of a list of `NAME=value`. */
function pairsOf(value: Plain | undefined): readonly (readonly [string, string | undefined])[] {
  const map = asMap(value);
  if (map) return Object.entries(map).map(([key, text]) => [key, asText(text)] as const);
  return textsOf(value).map((text) => {
    const equals = text.indexOf('=');
    return equals < 0 ? ([text, undefined] as const) : ([text.slice(0, equals), text.slice(equals + 1)] as const);
  });
}

function isLiteralSecret(name: string, value: string): boolean {
  return soundsSecret(name) && value !== '' && !isHarmlessValue(value) && variablesIn(value).length === 0;
}

function portText(value: Plain): string {
  const map = asMap(value);
  if (!map) return asText(value) ?? '';
  const [address, published, target, protocol] = ['host_ip', 'published', 'target', 'protocol'].map((key) => asText(map[key]));
  const host = address === undefined ? published : `${address}:${published ?? ''}`;
  return `${host === undefined ? '' : `${host}:`}${target ?? ''}${protocol === undefined || protocol === 'tcp' ? '' : `/${protocol}`}`;
}

/** Limits and reservations, restart, log, devices: what lies deeper in the service. */
function limitFlags(service: PlainMap, lose: (key: string) => void): readonly Written[] {
  const found: Written[] = [];
  const add = (flag: string, value: Plain | undefined): void => {
    const text = asText(value);
    if (text !== undefined) found.push([flag, toShell(text)]);
  };
  const deploy = asMap(service['deploy']);
  const limits = below(deploy, 'resources', 'limits');
  const reservations = below(deploy, 'resources', 'reservations');
  if (service['cpus'] === undefined) add('cpus', below(limits, 'cpus'));
  if (service['mem_limit'] === undefined) add('memory', below(limits, 'memory'));
  if (service['pids_limit'] === undefined) add('pids-limit', below(limits, 'pids'));
  if (service['mem_reservation'] === undefined) add('memory-reservation', below(reservations, 'memory'));
  const policy = asMap(deploy?.['restart_policy']);
  const condition = asText(policy?.['condition']) ?? (policy ? 'any' : undefined);
  if (service['restart'] !== undefined) add('restart', service['restart'] === false ? 'no' : service['restart']);
  else if (condition === 'on-failure') {
    const attempts = asText(policy?.['max_attempts']);
    add('restart', attempts === undefined ? 'on-failure' : `on-failure:${attempts}`);
  } else if (condition !== undefined && condition !== 'none') add('restart', 'unless-stopped');
  const gpus = [...asList(below(reservations, 'devices')), ...(isList(service['gpus']) ? service['gpus'] : [])].map((item) => asMap(item));
  if (typeof service['gpus'] === 'string') add('gpus', service['gpus']);
  else if (gpus.some((device) => device?.['capabilities'] === undefined || textsOf(device['capabilities']).includes('gpu'))) {
    const [device] = gpus;
    const ids = textsOf(device?.['device_ids']);
    add('gpus', ids.length > 0 ? `"device=${ids.join(',')}"` : (asText(device?.['count']) ?? 'all'));
  }
  for (const key of Object.keys(deploy ?? {})) if (key !== 'resources' && key !== 'restart_policy') lose(`deploy.${key}`);
  if (below(reservations, 'cpus') !== undefined) lose('deploy.resources.reservations.cpus');
  const logging = asMap(service['logging']);
  add('log-driver', logging?.['driver']);
  for (const [key, value] of pairsOf(logging?.['options'])) found.push(['log-opt', `${quoteWord(key)}=${toShell(value ?? '')}`]);
  for (const [key, value] of Object.entries(asMap(service['ulimits']) ?? {})) {
    const both = asMap(value);
    const text = both ? `${asText(both['soft']) ?? ''}:${asText(both['hard']) ?? ''}` : asText(value);
    found.push(['ulimit', `${quoteWord(key)}=${toShell(text ?? '')}`]);
  }
  return found;
}

function healthFlags(check: PlainMap | undefined): readonly Written[] {
  if (!check) return [];
  const test = check['test'];
  const [kind = '', ...rest] = isList(test) ? textsOf(test) : [];
  if (isTrue(check['disable']) || kind === 'NONE' || test === 'NONE') return [['no-healthcheck']];
  const found: Written[] = [];
  if (typeof test === 'string') found.push(['health-cmd', toShell(test)]);
  else if (kind === 'CMD-SHELL') found.push(['health-cmd', toShell(rest.join(' '))]);
  // The words of a command for the shell inside the container, then all of it as one word for the shell outside.
  else if (kind === 'CMD')
    found.push([
      'health-cmd',
      toShell(rest.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)).join(' ')),
    ]);
  for (const [key, flag] of [
    ['interval', 'health-interval'],
    ['timeout', 'health-timeout'],
    ['retries', 'health-retries'],
    ['start_period', 'health-start-period'],
    ['start_interval', 'health-start-interval'],
  ] as const) {
    const value = asText(check[key]);
    if (value !== undefined) found.push([flag, toShell(value)]);
  }
  return found;
}

/** The words of `command` or `entrypoint`; `undefined` where the image's own counts. */
export function commandWords(value: Plain | undefined): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  return isList(value) ? textsOf(value) : splitWords(asText(value) ?? '');
}

function buildCommand(image: string, build: PlainMap): readonly string[] {
  const words = ['docker build', `--tag ${toShell(image)}`];
  const dockerfile = asText(build['dockerfile']);
  const context = asText(build['context']) ?? '.';
  if (dockerfile !== undefined)
    words.push(`--file ${toShell(/^[/~]|:/.test(dockerfile) ? dockerfile : `${trimEndOf(context, '/')}/${dockerfile}`)}`);
  const target = asText(build['target']);
  if (target !== undefined) words.push(`--target ${toShell(target)}`);
  for (const [key, value] of pairsOf(build['args']))
    words.push(`--build-arg ${quoteWord(key)}${value === undefined ? '' : `=${toShell(value)}`}`);
  return [[...words, toShell(context)].join(' \\\n  '), ''];
}

function textsIn(value: Plain, depth = 0): readonly string[] {
  if (depth > 20) return [];
  if (typeof value === 'string') return [value];
  if (isList(value)) return value.flatMap((item) => textsIn(item, depth + 1));
  return Object.values(asMap(value) ?? {}).flatMap((item) => textsIn(item, depth + 1));
}

/** A name that is safe as a file's. */
function fileName(name: string): string {
  return (
    name
      .replace(/[^\w.-]+/g, '-')
      .replace(/^[.-]+/, '')
      .slice(0, 100) || 'service'
  );
}
