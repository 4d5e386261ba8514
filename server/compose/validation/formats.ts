import type { Scalar } from 'yaml';
import { nearestNames } from '../../nearest.ts';
import type { Span } from '../../text/span.ts';
import { spanOfNode } from '../../yaml/parse.ts';
import { textOf } from '../../yaml/read.ts';
import { replaceBy, rewriteScalar, changeTo } from '../../yaml/replace.ts';
import type { Format } from '../schema/types.ts';
import { parseBytes } from '../values/bytes.ts';
import { parseDuration } from '../values/duration.ts';
import { parseExtraHost } from '../values/host.ts';
import { hasVariables } from '../values/interpolation.ts';
import { isIp } from '../values/ip.ts';
import { parseBoolean, parseInteger, parseNumber } from '../values/numbers.ts';
import { parsePort } from '../values/port.ts';
import { parseVolume } from '../values/volume.ts';
import { spanWithin } from './interpolation.ts';
import type { Problem } from './problem.ts';
import { firstLine, shortened, type Spot } from './spot.ts';
import { kindOf } from './types.ts';

/** What a judge says of a text: nothing, or a variant of the rule, and which part of the text is wrong. */
interface Verdict {
  readonly variant: string;
  readonly span?: Span;
  /** What to write instead. */
  readonly fix?: string;
}

/** A text that Compose cannot read as what the key takes: a duration without a unit, a port out of range, a value that is none of those allowed. */
export function formatProblem(spot: Spot, node: Scalar): Problem | undefined {
  const { document, place, field } = spot;
  const text = typeof node.value === 'string' ? node.value : textOf(node);
  const { shape } = place;
  const at = firstLine(document, spanOfNode(document, node) ?? spot.at);
  const data = { field, value: shortened(text) };
  if (hasVariables(text)) {
    if (shape.format !== 'volume') return undefined;
  } else if (shape.enum && !shape.enum.includes(text)) {
    const near = shape.enum.find((name) => name.toLowerCase() === text.toLowerCase()) ?? nearestNames(text, shape.enum, 1)[0];
    const allowed = shape.enum.map((name) => `\`${name}\``).join(', ');
    if (near === undefined) return { rule: 'allowed-values', at, data: { ...data, allowed } };
    return { rule: 'allowed-values', at, variant: 'near', data: { ...data, allowed, near }, fix: () => replaceBy(document, node, near) };
  }
  // Numbers that YAML reads as such need no reading of their own.
  const isText = kindOf(node) === 'string';
  const verdict =
    (isText || readsNumbers.includes(shape.format) ? judge(place.place, shape.format, text) : undefined) ?? rangeVerdict(spot, node, text);
  if (!verdict) return undefined;
  const part = verdict.span && spanWithin(document, node, verdict.span);
  return {
    rule: 'value-formats',
    at: part && part.end > part.start ? part : at,
    variant: verdict.variant,
    data: { ...data, minimum: String(shape.minimum ?? ''), maximum: String(shape.maximum ?? '') },
    fix: () => {
      const { fix } = verdict;
      if (fix === undefined) return undefined;
      const edit = rewriteScalar(document, node, quotedLike(node, fix));
      return edit && { title: changeTo(fix), edits: [edit] };
    },
  };
}

function quotedLike({ type }: Scalar, text: string): string {
  return type === 'QUOTE_SINGLE' ? `'${text}'` : type === 'QUOTE_DOUBLE' ? JSON.stringify(text) : text;
}

const readsNumbers: readonly (Format | undefined)[] = ['port'];

function judge(place: string, format: Format | undefined, text: string): Verdict | undefined {
  const special = Object.hasOwn(byPlace, place) ? byPlace[place] : undefined;
  if (special) return special(text);
  const known = format && judges[format];
  return known?.(text);
}

const judges: Partial<Readonly<Record<Format, (text: string) => Verdict | undefined>>> = {
  boolean: (text) => (parseBoolean(text) === undefined ? { variant: 'boolean' } : undefined),
  integer: (text) => (parseInteger(text) === undefined ? { variant: 'integer' } : undefined),
  number: (text) => (parseNumber(text) === undefined ? { variant: 'number' } : undefined),
  cpus: (text) => (parseNumber(text) === undefined ? { variant: 'number' } : undefined),
  bytes: (text) => (parseBytes(text) === undefined ? { variant: 'bytes' } : undefined),
  duration: (text) => (parseDuration(text) === undefined ? durationVerdict(text) : undefined),
  host: (text) => (parseExtraHost(text) ? undefined : { variant: 'host' }),
  project: (text) => (text === '' || /^[a-z0-9][a-z0-9_-]*$/.test(text) ? undefined : projectVerdict(text)),
  'pull-policy': (text) =>
    /always|never|build|if_not_present|missing|refresh|daily|weekly|every_(?:[0-9]+[wdhms])+/.test(text)
      ? undefined
      : { variant: 'pull-policy' },
  port: (text) => {
    const port = parsePort(text);
    return 'problem' in port ? { variant: `port-${port.problem}`, span: port.span } : undefined;
  },
  volume: (text) => {
    const volume = parseVolume(text);
    return 'problem' in volume ? { variant: `volume-${volume.problem}`, span: volume.span } : undefined;
  },
};

/** Places with a form of their own. */
const byPlace: Readonly<Record<string, (text: string) => Verdict | undefined>> = {
  'services.*.ports[].host_ip': (text) => (text === '' || isIp(text) ? undefined : { variant: 'port-ip' }),
  'services.*.deploy.resources.reservations.devices[].count': countVerdict,
  'services.*.gpus[].count': countVerdict,
  'services.*.container_name': (text) => (/[a-zA-Z0-9][a-zA-Z0-9_.-]+/.test(text) ? undefined : { variant: 'container-name' }),
  'services.*.blkio_config.weight': () => ({ variant: 'integer' }), // the schema takes a text, Compose does not
  'services.*.pull_refresh_after': () => undefined,
  'services.*.develop.watch[].path': (text) => (text.trim() === '' ? { variant: 'blank' } : undefined),
};

function countVerdict(text: string): Verdict | undefined {
  return text === 'all' || parseInteger(text) !== undefined ? undefined : { variant: 'count' };
}

function durationVerdict(text: string): Verdict {
  return /^\d{1,6}$/.test(text) ? { variant: 'duration-unit', fix: `${text}s` } : { variant: 'duration' };
}

function projectVerdict(text: string): Verdict {
  const fixed = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, '-')
    .replace(/^[_-]+/, '');
  return /^[a-z0-9][a-z0-9_-]*$/.test(fixed) && fixed.length >= text.length - 2
    ? { variant: 'project', fix: fixed }
    : { variant: 'project' };
}

/** A number outside of what the schema allows. */
function rangeVerdict({ place }: Spot, { value }: Scalar, text: string): Verdict | undefined {
  const { minimum, maximum } = place.shape;
  const number = minimum === undefined && maximum === undefined ? undefined : typeof value === 'number' ? value : parseNumber(text);
  if (number === undefined) return undefined;
  return number < (minimum ?? -Infinity) || number > (maximum ?? Infinity)
    ? { variant: maximum === undefined ? 'minimum' : 'range' }
    : undefined;
}
