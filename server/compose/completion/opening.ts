import type { SchemaPlace } from '../schema/schema.ts';
import { inOrder } from './known-values.ts';
import type { Spot } from './spot.ts';

/** Keys with several forms, and what people begin with: lines with two spaces a level. */
const usual: Readonly<Record<string, string>> = {
  'services.*.depends_on': '\n  ${1:db}:\n    condition: ${2|service_healthy,service_started,service_completed_successfully|}',
  'services.*.build': ' ',
  'services.*.extends': '\n  service: ',
  'services.*.env_file': ' ',
  'services.*.ports': '\n  - "$1"',
  'services.*.volumes': '\n  - ',
  'services.*.networks': '\n  - ',
  'services.*.deploy.resources': '\n  limits:\n    cpus: "${1:1.0}"\n    memory: ${2:512M}',
  'services.*.deploy.resources.limits': '\n  cpus: "${1:1.0}"\n  memory: ${2:512M}',
  'services.*.deploy.resources.reservations': '\n  cpus: "${1:0.25}"\n  memory: ${2:128M}',
  'services.*.healthcheck.test': ' ["CMD-SHELL", "${1}"]',
  'services.*.develop':
    '\n  watch:\n    - action: ${1|sync,rebuild,restart,sync+restart,sync+exec|}\n      path: ${2:./src}\n      target: ${3:/app/src}',
  include: '\n  - ',
  services: '\n  $1:\n    image: $2',
};

/** What follows a key: the colon, and what its value begins with, with places to fill in (in the syntax of snippets). */
export function openingOf({ shape, place: where, owner, key }: SchemaPlace, { place, style }: Pick<Spot, 'place' | 'style'>): string {
  const { scalars, map, list } = shape;
  const written = Object.hasOwn(usual, where) ? usual[where] : undefined;
  if (place.style === 'block' && written !== undefined) return `:${indent(written, place.column, style)}`;
  const choice = choiceOf(shape, `${owner?.name ?? ''}#${key ?? ''}`);
  const isPlain = scalars.some((kind) => kind !== 'null');
  if (isPlain && !list) return `: ${place.style === 'block' ? choice : ''}`;
  if (place.style !== 'block') return list ? ': [$1]' : map ? ': {$1}' : ': ';
  if (list && !map) return isPlain ? ': ' : `:${indent('\n  - ', place.column, style)}`;
  if (map) return `:${indent('\n  ', place.column, style)}`;
  return `: ${choice}`;
}

/** Lines that follow a key, indented for its place. */
export function indentedLine(body: string, { place, style }: Pick<Spot, 'place' | 'style'>): string {
  return indent(body, place.column, style);
}

/** Indents lines; those that begin with a dash lie as deep as the file's lists. */
function indent(body: string, column: number, { step, list }: Spot['style']): string {
  return body.replaceAll(/\n( +)(- )?/g, (_, spaces: string, dash: string | undefined) => {
    const levels = spaces.length / 2;
    // Only the first level may be a list's, and what lies deeper in it keeps its own columns.
    const isList = /^\n {2}- /.test(body);
    const first = isList ? list : step;
    return `\n${' '.repeat(column + first + (levels - 1) * (isList ? 2 : step))}${dash ?? ''}`;
  });
}

function choiceOf({ enum: only, known, format, scalars, default: byDefault }: SchemaPlace['shape'], field: string): string {
  const isFlag = format === 'boolean' || (scalars.length === 1 && scalars[0] === 'boolean');
  const words = isFlag ? (byDefault === 'true' ? ['false', 'true'] : ['true', 'false']) : inOrder(field, only ?? known ?? []);
  if (words.length < 2 || !words.every((word) => /^[\w./+-]+$/.test(word))) return '';
  return `\${1|${words.map((word) => (/^(?:no|none|yes|on|off)$/.test(word) && word !== 'none' ? `"${word}"` : word)).join(',')}|}`;
}
