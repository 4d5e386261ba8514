import type { Localized } from '../../locale.ts';
import { baseName, folderOf, joinPath } from '../../text/path.ts';
import { parseYamlFile } from '../../yaml/parse.ts';
import { syntaxProblem } from '../../yaml/syntax.ts';
import type { Remarks } from '../conversion.ts';
import { asList, asMap, asText, createMap, createTags, textsOf, toPlain, type Plain, type PlainMap, type Tags } from '../plain.ts';
import { valuesIn } from '../../compose/values/env-file.ts';
import { mergeMaps } from './merge.ts';
import { normaliseService } from './normalise.ts';

/** A Compose file to be converted, with those that are laid over it. */
export interface ComposeSource {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** The text of another file by its path; `null` when there is none, `undefined` when nobody knows. */
  read(path: string): string | null | undefined;
}

/** What Compose files say together. */
export interface Project {
  readonly name: string | undefined;
  /** The folder of the first file, with `/` at its end; paths in the project count from it. */
  readonly folder: string;
  readonly services: ReadonlyMap<string, PlainMap>;
  readonly volumes: PlainMap;
  readonly networks: PlainMap;
  readonly configs: PlainMap;
  readonly secrets: PlainMap;
  /** The value of a variable: from `.env` beside the file. */
  readonly variable: (name: string) => string | undefined;
  readonly read: (path: string) => string | null | undefined;
}

const texts = {
  syntax: {
    ko: '`{file}`의 YAML 문법에 잘못이 있어 읽을 수 있는 부분만 옮겼습니다. 먼저 고치세요.',
    en: 'The YAML of `{file}` is broken, so only what can be read was taken. Mend it first.',
  },
  extends: {
    ko: '`{file}`의 서비스 `{service}` 설정을 읽지 못해 거기서 물려받는 설정이 빠졌습니다.',
    en: '`{service}` of `{file}` could not be read, so what it hands down is missing.',
  },
  include: { ko: '`{file}` 파일을 읽지 못해 그 안의 서비스가 빠졌습니다.', en: '`{file}` could not be read, so its services are missing.' },
  circle: { ko: '`extends`가 돌고 돌아 자기 자신에게 옵니다.', en: '`extends` goes in a circle.' },
} satisfies Record<string, Localized>;

/** Deepest chain of `include` and `extends`, and most files that are read. */
const chainLimit = 20;
const fileLimit = 100;

const sections = ['services', 'volumes', 'networks', 'configs', 'secrets'] as const;

/** Reads Compose files as one project: merge keys, anchors, later files over earlier ones, `extends` and `include`. Never throws. */
export function readProject({ files, read }: ComposeSource, remarks: Remarks): Project {
  const tags = createTags();
  const [first] = files;
  const folder = folderOf(first?.path ?? '');
  let left = fileLimit;
  const parsed = new Map<string, PlainMap | undefined>();

  function parse(path: string, text: string): PlainMap {
    const documents = parseYamlFile(text).documents;
    if (documents.some(({ source }) => syntaxProblem(source))) remarks.add('lost', baseName(path), 'yaml', texts.syntax, { file: path });
    const content = documents.map(({ source }) => asMap(toPlain(source.ast, tags))).find((map) => map !== undefined);
    return withLongForms(content ?? createMap(), tags);
  }
  function load(path: string): PlainMap | undefined {
    if (!parsed.has(path)) {
      const text = left-- > 0 ? read(path) : undefined;
      parsed.set(path, typeof text === 'string' ? parse(path, text) : undefined);
    }
    return parsed.get(path);
  }

  function included(map: PlainMap, from: string, depth: number): PlainMap {
    let all: PlainMap = createMap();
    for (const item of depth > chainLimit ? [] : asList(map['include']))
      for (const written of textsOf(asMap(item)?.['path'] ?? item)) {
        const path = joinPath(from, written);
        const other = path === undefined ? undefined : load(path);
        if (path === undefined || !other) remarks.add('lost', 'include', written, texts.include, { file: written });
        else all = mergeMaps(all, without(included(resolved(other, path), folderOf(path), depth + 1), 'include', tags), tags);
      }
    return mergeMaps(all, map, tags);
  }

  /** The map with what its services inherit. */
  function resolved(map: PlainMap, file: string): PlainMap {
    const services = asMap(map['services']);
    if (!services) return map;
    const made = createMap();
    for (const name of Object.keys(services)) made[name] = inherit(services, name, file, []);
    return Object.assign(createMap(), map, { services: made });
  }

  function inherit(services: PlainMap, name: string, file: string, chain: readonly string[]): Plain {
    const service = asMap(services[name]);
    const link = service?.['extends'];
    if (!service || link === undefined || link === null) return service ?? null;
    const id = `${file}#${name}`;
    const part = `services.${name}`;
    if (chain.includes(id) || chain.length > chainLimit) {
      remarks.add('lost', part, 'extends', texts.circle);
      return without(service, 'extends', tags);
    }
    const written = asText(asMap(link)?.['file']);
    const base = asText(asMap(link)?.['service']) ?? asText(link) ?? name;
    const path = written === undefined ? undefined : joinPath(folderOf(file), written);
    const others = written === undefined ? services : asMap((path === undefined ? undefined : load(path))?.['services']);
    const parent = others && asMap(inherit(others, base, path ?? file, [...chain, id]));
    if (!parent) {
      remarks.add('lost', part, 'extends', texts.extends, { file: written ?? baseName(first?.path ?? ''), service: base });
      return without(service, 'extends', tags);
    }
    return mergeMaps(parent, without(service, 'extends', tags), tags);
  }

  let whole: PlainMap = createMap();
  for (const { path, text } of files) whole = mergeMaps(whole, included(parse(path, text), folder, 0), tags);
  whole = resolved(whole, first?.path ?? '');

  const env = joinPath(folder, '.env');
  const envText = env === undefined ? undefined : read(env);
  const variables = valuesIn(typeof envText === 'string' ? envText : '');
  const [services, volumes, networks, configs, secrets] = sections.map((section) => asMap(whole[section]) ?? createMap());
  return {
    name: asText(whole['name']),
    folder,
    services: new Map(
      Object.entries(services ?? {}).flatMap(([name, value]) => (asMap(value) ? [[name, asMap(value) ?? createMap()]] : [])),
    ),
    volumes: volumes ?? createMap(),
    networks: networks ?? createMap(),
    configs: configs ?? createMap(),
    secrets: secrets ?? createMap(),
    variable: (name) => variables.get(name),
    read,
  };
}

function withLongForms(map: PlainMap, tags: Tags): PlainMap {
  const services = asMap(map['services']);
  if (!services) return map;
  const made = createMap();
  for (const [name, value] of Object.entries(services)) {
    const service = asMap(value);
    made[name] = service ? normaliseService(service, tags) : value;
    if (service && tags.overrides.has(service)) tags.overrides.add(made[name] as object);
  }
  const resets = tags.resets.get(services);
  if (resets) tags.resets.set(made, resets);
  return Object.assign(createMap(), map, { services: made });
}

function without(map: PlainMap, key: string, { resets }: Tags): PlainMap {
  const made = Object.assign(createMap(), map);
  Reflect.deleteProperty(made, key);
  const dropped = resets.get(map);
  if (dropped) resets.set(made, dropped);
  return made;
}
