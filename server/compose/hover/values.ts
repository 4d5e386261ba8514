import { isMap, isScalar } from 'yaml';
import { isEmpty, nodeAt } from '../../yaml/read.ts';
import type { Format } from '../schema/schema.ts';
import { commandFacts } from '../values/command-facts.ts';
import { bytesFacts } from '../values/bytes-facts.ts';
import { cpusFacts } from '../values/cpus-facts.ts';
import { durationFacts, graceFacts } from '../values/duration-facts.ts';
import { hostFacts } from '../values/host-facts.ts';
import { parseExtraHost } from '../values/host.ts';
import { imageFacts } from '../values/image-facts.ts';
import { hostIpFacts, knownPortFacts, portFacts } from '../values/port-facts.ts';
import { signalFacts } from '../values/signal-facts.ts';
import { tmpfsFacts } from '../values/tmpfs-facts.ts';
import { userFacts } from '../values/user-facts.ts';
import type { Lines } from '../../say.ts';
import { envFileLead } from './environment.ts';
import { mountLead } from './mounts.ts';
import { portAt } from './published.ts';
import { inService, keyOfSpot, mapFrom, readText, serviceName, writtenText, type Spot } from './spot.ts';

/** An explainer of texts. */
type Explainer = (spot: Spot, text: string) => Lines;

/** Explainers by the way a text has to be written. */
const byFormat: Partial<Readonly<Record<Format, Explainer>>> = {
  bytes: (_, text) => bytesFacts(text),
  cpus: (_, text) => cpusFacts(text),
  duration: (_, text) => durationFacts(text),
  expose: (_, text) => knownPortFacts(text.replace(/\/tcp$/, '')),
  host: (_, text) => {
    const host = parseExtraHost(text);
    return host ? hostFacts(host) : [];
  },
  image: explainImage,
  port: (spot) => portLead(spot, spot.node),
  signal: (_, text) => signalFacts(text),
  tmpfs: (_, text) => tmpfsFacts(text),
  volume: (spot) => mountLead(spot, spot.node),
};

/** Explainers by map and key, before those by format. */
const byKey: Readonly<Record<string, Explainer>> = {
  'service#user': (_, text) => userFacts(text),
  'service#stop_grace_period': (_, text) => graceFacts(text),
  'ports#host_ip': (_, text) => hostIpFacts(text),
  'service#env_file': envFileLead,
  'env_file#path': envFileLead,
  'service#extra_hosts': explainHost,
  'build#extra_hosts': explainHost,
  'service#command': explainCommand,
  'service#entrypoint': explainCommand,
  'hook#user': (_, text) => userFacts(text),
};

/** What a scalar comes to. */
export function valueLead(spot: Spot): Lines {
  const { place, path, node } = spot;
  // The times of a health check are told together.
  if (path[2] === 'healthcheck') return [];
  const long = longFormLead(spot);
  if (long.length > 0) return long;
  const { format } = place.shape;
  if (format === 'volume' || format === 'port') return isScalar(node) ? (byFormat[format]?.(spot, '') ?? []) : [];
  const text = readText(spot, node);
  if (text === undefined || text === '') return [];
  const key = keyOfSpot(spot);
  const explain = Object.hasOwn(byKey, key) ? byKey[key] : format && byFormat[format];
  return explain?.(spot, text) ?? [];
}

/** The entries of `ports` and `volumes` in their long form are told as a whole, wherever in them the cursor is. */
function longFormLead(spot: Spot): Lines {
  const [section, service, key, index, member] = spot.path;
  if (section !== 'services' || typeof service !== 'string' || typeof index !== 'number' || member === undefined) return [];
  const map = mapFrom(spot, ['services', service, String(key), index]);
  if (!map) return [];
  if (key === 'ports') return member === 'target' || member === 'published' ? portLead(spot, map) : [];
  return key === 'volumes' && (member === 'target' || member === 'source') && spot.path.length === 5 ? mountLead(spot, map) : [];
}

function portLead(spot: Spot, node: unknown): Lines {
  const port = portAt(spot, node);
  if (!port) return [];
  const service = serviceName(spot);
  const isReached = service !== undefined && isEmpty(inService(spot, service, ['network_mode']));
  return portFacts(port, isReached ? service : undefined);
}

function explainImage(spot: Spot, text: string): Lines {
  const holder = mapFrom(spot, spot.path.slice(0, -1));
  const { ast } = spot.document.source;
  const policy = readText(spot, nodeAt(ast, holder, ['pull_policy']));
  return imageFacts(text, policy, isMap(holder) && !isEmpty(nodeAt(ast, holder, ['build'])));
}

/** Only a text as a whole: an item of a list is an argument as it is, and with an entrypoint of its own nobody knows what runs it. */
function explainCommand(spot: Spot): Lines {
  const service = serviceName(spot);
  const text = writtenText(spot, spot.node);
  if (text === undefined || spot.place.place.endsWith('[]')) return [];
  const isOwn = service !== undefined && (spot.place.key === 'entrypoint' || isEmpty(inService(spot, service, ['entrypoint'])));
  return isOwn ? commandFacts(text) : [];
}

/** An entry of the map form; the list form has a format of its own. */
function explainHost(spot: Spot, text: string): Lines {
  if (spot.place.name !== undefined) return hostFacts({ host: spot.place.name, address: text.replace(/^\[(.*)\]$/, '$1') });
  return byFormat.host?.(spot, text) ?? [];
}
