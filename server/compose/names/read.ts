import { isMap, isScalar, isSeq, type Document, type Node, type YAMLMap } from 'yaml';
import { createMarker, partOfName, type Marker, type Name } from '../../yaml/marks.ts';
import type { ParsedYaml, YamlDocument } from '../../yaml/parse.ts';
import { keyOf } from '../../yaml/path.ts';
import { mapAt, nodeAt, pairsOf, resolve, stringAt } from '../../yaml/read.ts';
import { hostsIn } from './hosts.ts';
import type { Build, DocumentNames, NameKind, WrittenName } from './types.ts';

const known = new WeakMap<ParsedYaml, DocumentNames>();

/** The names in a document. The answer is the same object as long as the document's text is the same, wherever it moves. */
export function namesIn({ source }: YamlDocument): DocumentNames {
  const remembered = known.get(source);
  if (remembered) return remembered;
  const names = createReader(source).read();
  known.set(source, names);
  return names;
}

/** The sections at the top whose keys are names. */
const sections: Readonly<Record<string, NameKind>> = {
  services: 'service',
  networks: 'network',
  volumes: 'volume',
  configs: 'config',
  secrets: 'secret',
  models: 'model',
};

/** Keys of a service that list names, or are maps with names as keys. */
const listed: Readonly<Record<string, NameKind>> = { networks: 'network', models: 'model', depends_on: 'service' };

function createReader({ ast, text, templated }: ParsedYaml): { readonly read: () => DocumentNames } {
  const marker: Marker = createMarker(text);
  const names: WrittenName[] = [];
  const builds: Build[] = [];
  const images: string[] = [];
  const seen = new Set<string>();

  /** Keeps a name, once for each place: what an anchor stands for is met wherever its aliases are. */
  function add(kind: NameKind, name: Name | undefined, more: Partial<WrittenName> = {}): void {
    if (!name || !/^[\w.-]+$/.test(name.text) || name.mark.end - name.mark.start !== name.text.length) return;
    const place = `${kind} ${name.mark.start}`;
    if (seen.has(place)) return;
    seen.add(place);
    names.push({ ...name, kind, role: 'use', ...more });
  }

  /** The part of a scalar before a sign, or all of it. */
  function before(node: unknown, sign: string, from = 0): Name | undefined {
    const name = marker.name(node);
    if (!name) return undefined;
    const end = name.text.indexOf(sign, from);
    return partOfName(name, from, end < 0 ? name.text.length : end);
  }

  const items = (node: Node | undefined): readonly unknown[] => (isSeq(node) ? node.items.map((item) => resolve(ast, item)) : []);
  const entries = (map: YAMLMap): readonly (readonly [string, unknown, Node | undefined])[] =>
    [...pairsOf(ast, map)].map(([key, pair]) => [key, pair.key, resolve(ast, pair.value)]);

  function readListed(kind: NameKind, node: Node | undefined): void {
    for (const item of items(node)) add(kind, marker.name(item));
    if (isMap(node)) for (const [, key] of entries(node)) add(kind, marker.name(key));
  }

  /** Configs and secrets: a name, or a map with a `source`. */
  function readGrants(kind: NameKind, node: Node | undefined): void {
    for (const item of items(node)) add(kind, marker.name(isMap(item) ? nodeAt(ast, item, ['source']) : item));
  }

  function readVolumes(node: Node | undefined): void {
    for (const item of items(node)) {
      if (isMap(item)) {
        const type = stringAt(ast, item, ['type']) ?? 'volume';
        if (type === 'volume' || type === 'cluster') add('volume', marker.name(nodeAt(ast, item, ['source'])));
        continue;
      }
      const source = before(item, ':');
      const isPair = isScalar(item) && typeof item.value === 'string' && item.value.includes(':');
      // A path is none, nor the drive of a path on Windows.
      if (source && isPair && /^[A-Za-z\d][\w.-]+$/.test(source.text)) add('volume', source);
    }
  }

  /** `service:db`, as network_mode, pid, ipc and additional contexts have it. */
  function readServiceMode(node: Node | undefined): void {
    if (isScalar(node) && typeof node.value === 'string' && node.value.startsWith('service:')) {
      const name = marker.name(node);
      add('service', name && partOfName(name, 'service:'.length, name.text.length));
    }
  }

  function readHosts(node: unknown, variable?: string, from = 0): void {
    const name = marker.name(node);
    if (!name || name.mark.end - name.mark.start !== name.text.length) return;
    for (const { start, end } of hostsIn(name.text.slice(from), variable))
      add('service', partOfName(name, from + start, from + end), { isGuess: true });
  }

  function readEnvironment(node: Node | undefined): void {
    if (isMap(node)) for (const [key, , value] of entries(node)) readHosts(value, key);
    for (const item of items(node)) {
      if (!isScalar(item) || typeof item.value !== 'string') continue;
      const equals = item.value.indexOf('=');
      if (equals > 0) readHosts(item, item.value.slice(0, equals), equals + 1);
    }
  }

  function readExtends(node: Node | undefined): void {
    if (isScalar(node)) add('service', marker.name(node));
    if (!isMap(node)) return;
    const file = stringAt(ast, node, ['file']);
    add('service', marker.name(nodeAt(ast, node, ['service'])), file === undefined ? {} : { file });
  }

  function readBuild(node: Node | undefined): void {
    if (isScalar(node)) {
      const named = marker.name(node);
      if (named) builds.push({ context: named.text, dockerfile: 'Dockerfile', named, target: undefined });
    }
    if (!isMap(node)) return;
    readGrants('secret', nodeAt(ast, node, ['secrets']));
    const contexts = nodeAt(ast, node, ['additional_contexts']);
    if (isMap(contexts)) for (const [, , value] of entries(contexts)) readServiceMode(value);
    for (const item of items(contexts)) {
      const name = marker.name(item);
      const at = name?.text.indexOf('=service:') ?? -1;
      if (name && at > 0) add('service', partOfName(name, at + '=service:'.length, name.text.length));
    }
    if (nodeAt(ast, node, ['dockerfile_inline'])) return;
    const [context, dockerfile] = ['context', 'dockerfile'].map((key) => nodeAt(ast, node, [key]));
    const target = marker.name(nodeAt(ast, node, ['target']));
    const named = marker.name(dockerfile) ?? marker.name(context) ?? target;
    if (!named) return;
    const text = (of: Node | undefined): string | undefined => marker.name(of)?.text;
    builds.push({ context: text(context) ?? '.', dockerfile: text(dockerfile) ?? 'Dockerfile', named, target });
  }

  function readService(node: YAMLMap): boolean {
    const at = (key: string): Node | undefined => nodeAt(ast, node, [key]);
    for (const [key, kind] of Object.entries(listed)) readListed(kind, at(key));
    for (const item of items(at('links'))) add('service', before(item, ':'));
    for (const item of items(at('volumes_from'))) {
      const isContainer = isScalar(item) && typeof item.value === 'string' && item.value.startsWith('container:');
      if (!isContainer) add('service', before(item, ':'));
    }
    for (const key of ['network_mode', 'pid', 'ipc']) readServiceMode(at(key));
    for (const item of items(at('profiles'))) add('profile', marker.name(item), { role: 'definition' });
    readVolumes(at('volumes'));
    readGrants('config', at('configs'));
    readGrants('secret', at('secrets'));
    add('config', marker.name(nodeAt(ast, node, ['credential_spec', 'config'])));
    readExtends(at('extends'));
    readBuild(at('build'));
    readEnvironment(at('environment'));
    for (const item of [...items(at('command')), ...items(nodeAt(ast, node, ['healthcheck', 'test']))]) readHosts(item);
    const image = stringAt(ast, node, ['image']);
    if (image !== undefined) images.push(image);
    return ['image', 'build', 'extends', 'provider'].some((key) => at(key) !== undefined);
  }

  function read(): DocumentNames {
    const root = ast.contents;
    const { lines } = marker;
    // A line break of old Macintosh files is one to an editor, and none to YAML: nobody could say where things stand.
    if (!isMap(root) || templated || /\r(?!\n)/.test(text)) return { names, includes: [], builds, images, isPartial: false, lines };
    let isPartial = false;
    for (const [section, kind] of Object.entries(sections)) {
      const map = mapAt(ast, root, [section]);
      for (const pair of map?.items ?? []) {
        if (keyOf(pair) === '<<') continue;
        add(kind, marker.name(pair.key), { role: 'definition' });
        const body = resolve(ast, pair.value);
        if (kind === 'service' && !(isMap(body) && readService(body))) isPartial = true;
      }
    }
    return { names, includes: includesIn(ast, root), builds, images, isPartial, lines };
  }

  return { read };
}

function includesIn(ast: Document, root: Node): readonly string[] {
  const list = nodeAt(ast, root, ['include']);
  const texts = (node: Node | undefined): readonly string[] => {
    if (isScalar(node)) return typeof node.value === 'string' ? [node.value] : [];
    return isSeq(node) ? node.items.flatMap((item) => texts(resolve(ast, item))) : [];
  };
  return isSeq(list)
    ? list.items.flatMap((item) => {
        const entry = resolve(ast, item);
        return isMap(entry) ? texts(nodeAt(ast, entry, ['path'])) : texts(entry);
      })
    : [];
}
