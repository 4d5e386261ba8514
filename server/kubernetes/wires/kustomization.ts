import { isSeq, type Document, type YAMLMap } from 'yaml';
import { mapsAt, nodeAt, resolve, stringAt, textsAt } from '../../yaml/read.ts';
import type { YamlDocument } from '../../yaml/parse.ts';
import type { Marker } from '../../yaml/marks.ts';
import type { Kustomization, Name, Resource } from './types.ts';

const ownFields = [
  'resources',
  'patches',
  'patchesStrategicMerge',
  'configMapGenerator',
  'secretGenerator',
  'components',
  'bases',
  'images',
];

/** Whether a document is Kustomize's own: it never reaches a cluster. Without `kind` only the file's name tells. */
export function isKustomization(document: YamlDocument): boolean {
  const { ast } = document.source;
  const kind = stringAt(ast, ast.contents, ['kind']);
  const apiVersion = stringAt(ast, ast.contents, ['apiVersion']);
  // Both may be left out, in a file with the right name.
  if (kind === undefined && apiVersion === undefined) return ownFields.some((field) => nodeAt(ast, ast.contents, [field]) !== undefined);
  return (kind === 'Kustomization' || kind === 'Component') && (apiVersion?.startsWith('kustomize.config.k8s.io/') ?? false);
}

/** Reads which files a kustomization takes in, and as what. */
export function readKustomization({ source: { ast } }: YamlDocument, marker: Marker): Kustomization {
  const root = ast.contents;
  const list = (field: string): readonly Name[] => {
    const node = nodeAt(ast, root, [field]);
    return isSeq(node) ? node.items.flatMap((item) => marker.name(resolve(ast, item)) ?? []) : [];
  };
  return {
    patches: [
      ...textsAt(ast, root, ['patchesStrategicMerge']),
      ...mapsAt(ast, root, ['patches']).flatMap((patch) => stringAt(ast, patch, ['path']) ?? []),
      ...mapsAt(ast, root, ['patchesJson6902']).flatMap((patch) => stringAt(ast, patch, ['path']) ?? []),
    ],
    resources: [...list('resources'), ...list('components'), ...list('bases')],
    namespace: stringAt(ast, root, ['namespace']),
  };
}

/** The ConfigMaps and Secrets that a kustomization makes. Other manifests name them without the hash that is added. */
export function generated({ source: { ast } }: YamlDocument, marker: Marker): readonly Resource[] {
  const read = (field: string, kind: 'ConfigMap' | 'Secret'): readonly Resource[] =>
    mapsAt(ast, ast.contents, [field]).flatMap((generator) => made(ast, generator, kind, marker) ?? []);
  return [...read('configMapGenerator', 'ConfigMap'), ...read('secretGenerator', 'Secret')];
}

function made(ast: Document, generator: YAMLMap, kind: 'ConfigMap' | 'Secret', marker: Marker): Resource | undefined {
  const name = marker.name(nodeAt(ast, generator, ['name']));
  if (!name) return undefined;
  const namespace = stringAt(ast, generator, ['namespace']);
  return {
    apiVersion: 'v1',
    kind,
    key: `/${kind}`,
    name,
    namespace,
    mark: name.mark,
    labels: new Map(),
    pods: undefined,
    keys: keysOf(ast, generator, marker),
    ports: [],
    references: [],
    selections: [],
    labelUses: [],
    locals: [],
    object: {},
  };
}

/** The keys of a generator: `key=value`, `key=file`, or a file by its own name. Those of an env file are written elsewhere. */
function keysOf(ast: Document, generator: YAMLMap, marker: Marker): readonly Name[] | undefined {
  if (nodeAt(ast, generator, ['envs']) ?? nodeAt(ast, generator, ['env']) ?? nodeAt(ast, generator, ['behavior'])) return undefined;
  const entries = ['literals', 'files'].flatMap((field) => {
    const node = nodeAt(ast, generator, [field]);
    return isSeq(node) ? node.items.map((item) => marker.name(resolve(ast, item))) : [];
  });
  return entries.flatMap((entry): Name[] => {
    if (!entry) return [];
    const equals = entry.text.indexOf('=');
    const text = equals > 0 ? entry.text.slice(0, equals) : entry.text.slice(entry.text.lastIndexOf('/') + 1);
    const start = equals > 0 ? entry.mark.start : entry.mark.end - text.length;
    return [{ text, mark: { ...entry.mark, start, end: start + text.length, character: entry.mark.character + start - entry.mark.start } }];
  });
}
