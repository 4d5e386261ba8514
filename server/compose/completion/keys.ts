import { CompletionItemKind, type CompletionItem, type MarkupContent } from 'vscode-languageserver-types';
import { summaryOf } from '../../hover.ts';
import { itemOf, writeKey } from '../../yaml/item.ts';
import type { Path } from '../../yaml/path.ts';
import { factsOf } from '../hover/facts.ts';
import { noteOf } from '../hover/notes.ts';
import { officialOf } from '../hover/official.ts';
import { entryOf, type MapShape, type SchemaPlace } from '../schema/schema.ts';
import { excludedBy } from './exclusive.ts';
import { openingOf } from './opening.ts';
import type { Spot } from './spot.ts';

/** The keys that people write most, by the map that holds them, in the order in which they write them. */
const common: Readonly<Record<string, string>> = {
  compose: 'name include services networks volumes configs secrets',
  service:
    'image build container_name command restart depends_on environment env_file ports expose volumes networks healthcheck profiles user deploy ' +
    'secrets configs logging entrypoint working_dir extends labels',
  build: 'context dockerfile target args',
  healthcheck: 'test interval timeout retries start_period',
  depends_on: 'condition',
  deploy: 'replicas resources restart_policy',
  'deploy.resources': 'limits reservations',
  'deploy.resources.limits': 'cpus memory',
  'deploy.resources.reservations': 'cpus memory devices',
  logging: 'driver options',
  ports: 'target published host_ip protocol',
  volumes: 'type source target read_only',
  configs: 'source target',
  secrets: 'source target',
  env_file: 'path required',
  network: 'driver external internal name',
  volume: 'driver external name',
  config: 'file content environment external',
  secret: 'file environment external',
  include: 'path',
  extends: 'file service',
  'develop.watch': 'action path target ignore',
};

/** Offers the keys of a map that are missing and go with what is there: those that are required first, then those that people write most. */
export function completeKeys(spot: Spot, map: MapShape): readonly CompletionItem[] {
  const { at, place } = spot;
  if (!at) return [];
  const excluded = excludedBy(map.name, place.siblings);
  const usual = (Object.hasOwn(common, map.name) ? (common[map.name] ?? '') : '').split(' ');
  return [...map.keys]
    .filter(([key, shape]) => !shape.deprecated && !place.siblings.has(key) && !excluded.has(key))
    .flatMap(([key]) => {
      const entry = entryOf(at, key);
      return entry ? [keyItem(spot, key, entry, usual.indexOf(key))] : [];
    });
}

function keyItem(spot: Spot, key: string, entry: SchemaPlace, rank: number): CompletionItem {
  const { place, path, context } = spot;
  const noteId = noteOf(context.library, [...path, key], false);
  const written = writeKey(spot, key);
  const sort = entry.required ? '0' : rank >= 0 ? `1${String(rank).padStart(2, '0')}` : noteId === undefined ? '3' : '2';
  return itemOf(spot, {
    label: key,
    kind: CompletionItemKind.Field,
    text: place.hasColon ? written : written + openingOf(entry, spot),
    snippet: !place.hasColon,
    sort: `${sort}${key}`,
    filter: place.quote === '' ? undefined : written,
    detail: factsOf(entry, context.locale).join(' · ').replaceAll('`', ''),
    documentation: aboutKey(spot, [...path, key], entry),
  });
}

/** The note of a key in short, or where there is none its official text. */
function aboutKey({ context }: Spot, path: Path, entry: SchemaPlace): MarkupContent | undefined {
  const noteId = noteOf(context.library, path, false);
  if (noteId !== undefined) return summaryOf(noteId, context).documentation;
  const official = officialOf(entry);
  return official === undefined ? undefined : { kind: 'markdown', value: official };
}
