import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { fill, type Localized } from '../../locale.ts';
import { folderOf } from '../../text/path.ts';
import { escaped, itemOf, valueItem, writeKey } from '../../yaml/item.ts';
import { projectsOf } from '../names/projects.ts';
import { mergedWith, namesFor, type PlacedName } from '../names/scope.ts';
import type { NameKind } from '../names/types.ts';
import { pathFrom } from '../project/files.ts';
import { indentedLine } from './opening.ts';
import type { Spot } from './spot.ts';

const asked: Localized = { ko: '쓰이지만 아직 정의되지 않은 이름', en: 'used, but not defined yet' };
const shares: Localized = { ko: '서비스 {name}의 것을 함께 씁니다', en: 'shares that of the service {name}' };

/** Most names that are offered: more are no help, and cost time. */
const nameLimit = 300;

/** Lists of names, by place. */
const lists: Readonly<Record<string, NameKind>> = {
  'services.*.depends_on[]': 'service',
  'services.*.links[]': 'service',
  'services.*.volumes_from[]': 'service',
  'services.*.extends': 'service',
  'services.*.extends.service': 'service',
  'services.*.networks[]': 'network',
  'services.*.models[]': 'model',
  'services.*.configs[]': 'config',
  'services.*.configs[].source': 'config',
  'services.*.secrets[]': 'secret',
  'services.*.secrets[].source': 'secret',
  'services.*.build.secrets[]': 'secret',
  'services.*.build.secrets[].source': 'secret',
  'services.*.credential_spec.config': 'config',
  'services.*.volumes[].source': 'volume',
  'services.*.profiles[]': 'profile',
};

/** Maps whose keys are names, by place, and what follows the key. */
const maps: Readonly<Record<string, readonly [NameKind, string]>> = {
  'services.*.depends_on': ['service', '\n  condition: ${1|service_healthy,service_started,service_completed_successfully|}'],
  'services.*.networks': ['network', ''],
  'services.*.models': ['model', ''],
};

/** Sections at the top, whose keys others ask for. */
const sections: Readonly<Record<string, readonly [NameKind, string]>> = {
  networks: ['network', ''],
  volumes: ['volume', ''],
  configs: ['config', '\n  file: ${1:./$NAME}'],
  secrets: ['secret', '\n  file: ${1:./secrets/$NAME.txt}'],
  services: ['service', '\n  image: $1'],
  models: ['model', '\n  model: $1'],
};

/** Offers the names of a project where a value is one. */
export function completeNames(spot: Spot): readonly CompletionItem[] {
  const place = spot.at?.place ?? '';
  if (/^services\.\*\.(?:network_mode|ipc|pid)$/.test(place)) return sharedServices(spot);
  const kind = Object.hasOwn(lists, place) ? lists[place] : undefined;
  if (kind === undefined) return [];
  if (place === 'services.*.volumes[].source' && !/^(?:volume|cluster)?$/.test(spot.place.siblings.get('type') ?? '')) return [];
  const file = place === 'services.*.extends.service' ? spot.place.siblings.get('file') : undefined;
  return namesOf(spot, kind, file).map(({ name: { text }, placed }, index) =>
    valueItem(spot, {
      value: text,
      isString: true,
      kind: CompletionItemKind.Reference,
      sort: `0${String(index).padStart(3, '0')}`,
      detail: whereabouts(spot, kind, placed.path),
    }),
  );
}

/** Offers names as keys: those of the project where a service uses them, and at the top those that services use and nobody defines. */
export function completeNameKeys(spot: Spot): readonly CompletionItem[] {
  const place = spot.at?.place ?? '';
  const use = Object.hasOwn(maps, place) ? maps[place] : undefined;
  const section = Object.hasOwn(sections, place) ? sections[place] : undefined;
  const [kind, opening] = use ?? section ?? [];
  if (kind === undefined || opening === undefined || spot.place.afterDash) return [];
  const names = use ? namesOf(spot, kind).map(({ name, placed }) => [name.text, whereabouts(spot, kind, placed.path)] as const) : undefined;
  return (names ?? missing(spot, kind).map((name) => [name, asked[spot.context.locale]] as const))
    .filter(([name]) => !spot.place.siblings.has(name))
    .map(([name, detail], index) => {
      const after = spot.place.style === 'block' ? indentedLine(opening.replace('$NAME', escaped(name)), spot) : ' ';
      return itemOf(spot, {
        label: name,
        kind: CompletionItemKind.Reference,
        text: writeKey(spot, name) + (spot.place.hasColon ? '' : `:${after}`),
        snippet: !spot.place.hasColon,
        sort: `0${String(index).padStart(3, '0')}`,
        detail,
      });
    });
}

/** The names of a kind, but for the service around the cursor itself. */
function namesOf(spot: Spot, kind: NameKind, file?: string): readonly PlacedName[] {
  const { model, context, serviceName } = spot;
  const written = file === undefined ? undefined : pathFrom(folderOf(context.path), file);
  return namesFor(projectsOf(model, context), written ?? context.path, kind)
    .filter(({ name }) => kind !== 'service' || file !== undefined || name.text !== serviceName)
    .slice(0, nameLimit);
}

/** The names of a kind that the project uses without having them. */
function missing({ model, context }: Spot, kind: NameKind): readonly string[] {
  const projects = projectsOf(model, context);
  const known = new Set(namesFor(projects, context.path, kind).map(({ name }) => name.text));
  const used = mergedWith(projects, context.path)
    .flatMap((path) => projects.file(path))
    .flatMap(({ names }) => names.names)
    .filter((name) => name.kind === kind && name.role === 'use' && !name.isGuess && name.file === undefined);
  return [...new Set(used.map(({ text }) => text))].filter((text) => !known.has(text) && text !== 'default').slice(0, nameLimit);
}

/** `service:name`, where a service uses something of another one. */
function sharedServices(spot: Spot): readonly CompletionItem[] {
  return namesOf(spot, 'service').map(({ name: { text } }, index) =>
    valueItem(spot, {
      value: `service:${text}`,
      isString: true,
      kind: CompletionItemKind.Reference,
      sort: `4${String(index).padStart(3, '0')}`,
      detail: fill(shares[spot.context.locale], { name: text }),
    }),
  );
}

/** What a name is, and the file that it comes from. */
function whereabouts({ context }: Spot, kind: NameKind, path: string): string {
  return path === context.path ? kind : `${kind} · ${path}`;
}
