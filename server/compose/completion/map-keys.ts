import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { storeOf } from '../../facts/stores.ts';
import { soundsSecret } from '../../secret-names.ts';
import { folderOf } from '../../text/path.ts';
import { itemOf, valueItem, writeKey } from '../../yaml/item.ts';
import { stringAt } from '../../yaml/read.ts';
import { projectsOf } from '../names/projects.ts';
import { namesFor } from '../names/scope.ts';
import { environmentName } from '../project/files.ts';
import { valuesIn } from '../values/env-file.ts';
import type { Spot } from './spot.ts';

/** Variables that images read at their first start, by the store that they hold; the images' own documentation. */
const ofStores: Readonly<Record<string, readonly string[]>> = {
  MySQL: ['MYSQL_ROOT_PASSWORD', 'MYSQL_DATABASE', 'MYSQL_USER', 'MYSQL_PASSWORD'],
  MariaDB: ['MARIADB_ROOT_PASSWORD', 'MARIADB_DATABASE', 'MARIADB_USER', 'MARIADB_PASSWORD'],
  PostgreSQL: ['POSTGRES_PASSWORD', 'POSTGRES_USER', 'POSTGRES_DB'],
  MongoDB: ['MONGO_INITDB_ROOT_USERNAME', 'MONGO_INITDB_ROOT_PASSWORD', 'MONGO_INITDB_DATABASE'],
  RabbitMQ: ['RABBITMQ_DEFAULT_USER', 'RABBITMQ_DEFAULT_PASS'],
  Kafka: ['KAFKA_NODE_ID', 'KAFKA_PROCESS_ROLES', 'KAFKA_LISTENERS', 'KAFKA_ADVERTISED_LISTENERS', 'KAFKA_CONTROLLER_QUORUM_VOTERS'],
};

/** Well-known keys of maps that the author fills, with usual values. */
const known: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'services.*.logging.options': { 'max-size': ['10m', '50m'], 'max-file': ['3', '5'], tag: ['{{.Name}}'] },
  'services.*.sysctls': { 'net.core.somaxconn': ['1024'], 'net.ipv4.ip_unprivileged_port_start': ['0'], 'vm.max_map_count': ['262144'] },
  'services.*.ulimits': { nofile: ['65536'], nproc: ['65535'], memlock: ['-1'] },
  'services.*.extra_hosts': { 'host.docker.internal': ['host-gateway'] },
  'volumes.*.driver_opts': { type: ['none', 'nfs', 'tmpfs'], device: [], o: ['bind'] },
};

const environments: ReadonlySet<string> = new Set(['services.*.environment', 'services.*.build.args']);

/** Offers well-known keys of a map that the author fills: of `environment` what the image reads, and the variables of `.env`. */
export function completeMapKeys(spot: Spot): readonly CompletionItem[] {
  const { at, place, context } = spot;
  if (!at || place.afterDash) return [];
  const usual = Object.hasOwn(known, at.place)
    ? Object.keys(known[at.place] ?? {}).map((key) => ({ key, value: '', detail: undefined }))
    : [];
  const variables = environments.has(at.place) ? variablesFor(spot) : [];
  return [...usual, ...variables]
    .filter(({ key }) => !place.siblings.has(key))
    .map(({ key, value, detail }, index) =>
      itemOf(spot, {
        label: key,
        kind: CompletionItemKind.Property,
        text: writeKey(spot, key) + (place.hasColon ? '' : `: ${value}`),
        sort: `0${String(index).padStart(3, '0')}`,
        detail: detail === environmentName ? `\${${key}} · ${detail}` : detail,
        ...(context.locale === 'ko' || place.quote === '' ? {} : { filter: writeKey(spot, key) }),
      }),
    );
}

/** Offers the usual values of well-known keys, and in `environment` the variable of the same name and the hosts of the project. */
export function completeMapValues(spot: Spot): readonly CompletionItem[] {
  const { at, path, place } = spot;
  const key = path.at(-1);
  if (at?.place === 'services.*.environment[]') return listed(spot);
  if (!at || at.name === undefined || typeof key !== 'string' || place.role !== 'value') return [];
  const map = at.place.replace(/\.\*$/, '');
  const usual = (Object.hasOwn(known, map) ? known[map]?.[key] : undefined) ?? [];
  const own = environments.has(map) && namesInEnvFile(spot).includes(key) ? [`\${${key}}`] : [];
  const hosts = environments.has(map) && /(?:^|_)(?:HOST|HOSTNAME|SERVER)$/.test(key) ? services(spot) : [];
  return [...own, ...hosts, ...usual].map((value, index) =>
    valueItem(spot, {
      value,
      isString: true,
      kind: CompletionItemKind.Value,
      sort: `0${String(index).padStart(3, '0')}`,
    }),
  );
}

/** Items `NAME=value` of a list, as `environment` may have them. */
function listed(spot: Spot): readonly CompletionItem[] {
  return variablesFor(spot).map(({ key, value, detail }, index) =>
    valueItem(spot, {
      value: value === '' ? `${key}=` : `${key}=${value}`,
      label: key,
      isString: true,
      kind: CompletionItemKind.Property,
      sort: `0${String(index).padStart(3, '0')}`,
      detail,
    }),
  );
}

/** The variables that the service's image reads, and those of `.env`; what is or may be kept there is filled in from there. */
function variablesFor(spot: Spot): readonly { readonly key: string; readonly value: string; readonly detail: string | undefined }[] {
  const { service, document } = spot;
  const image = stringAt(document.source.ast, service, ['image']);
  const store = image === undefined ? undefined : storeOf(image)?.name;
  const kept = namesInEnvFile(spot);
  const own = (store !== undefined && Object.hasOwn(ofStores, store) ? ofStores[store] : undefined) ?? [];
  const isBuild = spot.at?.place === 'services.*.build.args';
  return [...new Set([...(isBuild ? [] : own), ...kept])].map((key) => ({
    key,
    value: kept.includes(key) ? `\${${key}}` : soundsSecret(key) ? `\${${key}:?set it in .env}` : '',
    detail: own.includes(key) ? image : environmentName,
  }));
}

function namesInEnvFile({ context: { workspace, path } }: Spot): readonly string[] {
  return [...valuesIn(workspace.read(folderOf(path) + environmentName) ?? '').keys()];
}

function services({ model, context, serviceName }: Spot): readonly string[] {
  return namesFor(projectsOf(model, context), context.path, 'service').flatMap(({ name: { text } }) =>
    text === serviceName ? [] : [text],
  );
}
