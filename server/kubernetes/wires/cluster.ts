import type { LanguageIndex } from '../../language.ts';
import { folderOf, joinPath } from '../../text/path.ts';
import type { KubernetesModel } from '../model.ts';
import { rangeIn } from './report.ts';
import { summarise } from './summary.ts';
import type { DocumentSummary, KindKey, Resource } from './types.ts';

/** A resource with the file that it stands in. */
export interface Placed {
  readonly resource: Resource;
  readonly path: string;
  /** The line, from 0, at which its YAML document begins. It is kept true as lines above come and go. */
  readonly line: number;
}

/** What the manifests of a workspace say to each other: which resources there are, by kind and name. */
export interface Cluster {
  /** Every resource of a kind. */
  all(kind: KindKey): readonly Placed[];
  /** The resources of a kind with a name. */
  named(kind: KindKey, name: string): readonly Placed[];
  /** Every resource that makes Pods. */
  podMakers(): readonly Placed[];
  /** Those whose Pods have a label with a value. */
  podMakersWith(label: string, value: string): readonly Placed[];
  /** Every resource. */
  everything(): readonly Placed[];
  /** The resources of a file. */
  inFile(path: string): readonly Placed[];
  /** Whether a kustomization uses the file as a patch, so that it holds parts of resources only. */
  isPatch(path: string): boolean;
  /** How often the resources of a kind changed, or with {@link podMakers} those that make Pods: the same number means the same answers. Without a kind, any resource. */
  revision(kind?: KindKey): number;
}

/** Stands for {@link Cluster.podMakers} where a revision is asked for. */
const podMakers = 'pods';

/** A cluster that files are put into and taken out of. */
export interface ClusterIndex extends Cluster, LanguageIndex<KubernetesModel> {}

interface PlacedHere extends Placed {
  resource: Resource;
  line: number;
}

interface IndexedDocument {
  readonly summary: DocumentSummary;
  readonly placed: readonly PlacedHere[];
}

/** Makes an empty cluster. Editing a document of a file costs what that document holds, and one look at each of its neighbours. */
export function createCluster(): ClusterIndex {
  const files = new Map<string, readonly IndexedDocument[]>();
  const byKind = new Map<KindKey, Map<string, Set<PlacedHere>>>();
  const makers = new Set<PlacedHere>();
  const patches = new Map<string, ReadonlySet<string>>();
  const revisions = new Map<string, number>();
  const lists = new Map<string, { readonly revision: number; readonly placed: readonly Placed[] }>();
  let revision = 0;

  const bump = (topic: string): void => void revisions.set(topic, (revisions.get(topic) ?? 0) + 1);

  function add(placed: PlacedHere): void {
    const { key, name, pods } = placed.resource;
    const names = byKind.get(key) ?? new Map<string, Set<PlacedHere>>();
    byKind.set(key, names);
    const text = name?.text ?? '';
    const same = names.get(text) ?? new Set();
    names.set(text, same.add(placed));
    if (pods) makers.add(placed);
    touched(placed);
  }

  function drop(placed: PlacedHere): void {
    const { key, name } = placed.resource;
    const names = byKind.get(key);
    const text = name?.text ?? '';
    names?.get(text)?.delete(placed);
    if (names?.get(text)?.size === 0) names.delete(text);
    makers.delete(placed);
    touched(placed);
  }

  function touched({ resource }: Placed): void {
    revision++;
    bump(resource.key);
    if (resource.pods) bump(podMakers);
  }

  /** A list that is made anew only after something of its topic changed. */
  function listOf(topic: string, make: () => readonly Placed[]): readonly Placed[] {
    const now = revisions.get(topic) ?? 0;
    const made = lists.get(topic);
    if (made?.revision === now) return made.placed;
    const placed = make();
    lists.set(topic, { revision: now, placed });
    return placed;
  }

  function update(path: string, model: KubernetesModel | undefined): boolean {
    const before = revision;
    const gone = new Map<DocumentSummary, IndexedDocument[]>();
    for (const document of files.get(path) ?? []) gone.set(document.summary, [...(gone.get(document.summary) ?? []), document]);
    const summaries = (model?.file.documents ?? []).map(summarise);
    const kept = summaries.map((summary) => gone.get(summary)?.pop());
    const free = new Map<string, PlacedHere[]>();
    for (const placed of [...gone.values()].flat().flatMap((document) => document.placed)) {
      const signature = signatureOf(placed.resource);
      free.set(signature, [...(free.get(signature) ?? []), placed]);
    }
    let line = 0;
    const now = summaries.map((summary, position): IndexedDocument => {
      const document = kept[position] ?? { summary, placed: summary.resources.map((resource) => place(path, resource, free)) };
      for (const placed of document.placed) placed.line = line;
      line += summary.lines;
      return document;
    });
    for (const placed of [...free.values()].flat()) drop(placed);
    if (now.length === 0) files.delete(path);
    else files.set(path, now);
    updatePatches(path, now);
    return revision !== before;
  }

  /** Puts a resource where one stood that says the same, which is no news to others, or adds it. */
  function place(path: string, resource: Resource, free: ReadonlyMap<string, PlacedHere[]>): PlacedHere {
    const same = free.get(signatureOf(resource))?.pop();
    if (same) return Object.assign(same, { resource });
    const placed = { resource, path, line: 0 };
    add(placed);
    return placed;
  }

  function updatePatches(path: string, documents: readonly IndexedDocument[]): void {
    const folder = folderOf(path);
    const now = new Set(
      documents.flatMap(({ summary }) => summary.kustomization?.patches ?? []).flatMap((patch) => joinPath(folder, patch) ?? []),
    );
    const old = patches.get(path) ?? new Set();
    if (now.size === old.size && [...now].every((patch) => old.has(patch))) return;
    if (now.size === 0) patches.delete(path);
    else patches.set(path, now);
    revision++;
    for (const topic of revisions.keys()) bump(topic);
  }

  let byLabel: { readonly revision: number; readonly find: (label: string, value: string) => readonly Placed[] } | undefined;

  /** Finds Pods by one of their labels; the table is made anew after any Pods changed. */
  function labelled(): (label: string, value: string) => readonly Placed[] {
    const now = revisions.get(podMakers) ?? 0;
    if (byLabel?.revision !== now) {
      const table = new Map<string, Placed[]>();
      for (const placed of makers) {
        for (const [label, value] of placed.resource.pods?.labels ?? []) {
          const key = `${label}=${value}`;
          const same = table.get(key);
          if (same) same.push(placed);
          else table.set(key, [placed]);
        }
      }
      byLabel = { revision: now, find: (label, value) => table.get(`${label}=${value}`) ?? [] };
    }
    return byLabel.find;
  }

  const everything = (): readonly Placed[] => [...files.values()].flatMap((documents) => documents.flatMap(({ placed }) => placed));

  return {
    update,
    all: (kind) => listOf(kind, () => [...(byKind.get(kind)?.values() ?? [])].flatMap((same) => [...same])),
    named: (kind, name) => [...(byKind.get(kind)?.get(name) ?? [])],
    podMakers: () => listOf(podMakers, () => [...makers]),
    podMakersWith: (label, value) => labelled()(label, value),
    everything,
    inFile: (path) => (files.get(path) ?? []).flatMap(({ placed }) => placed),
    isPatch: (path) => [...patches.values()].some((paths) => paths.has(path)),
    search: (query) =>
      everything()
        .filter(({ resource: { kind, name } }) => name && `${kind}/${name.text}`.toLowerCase().includes(query))
        .map((placed) => ({
          name: placed.resource.name?.text ?? '',
          kind: placed.resource.kind,
          path: placed.path,
          range: rangeIn(placed, placed.resource.mark),
        })),
    revision: (kind) => (kind === undefined ? revision : (revisions.get(kind) ?? 0)),
  };
}

const signatures = new WeakMap<Resource, string>();

/** What a resource says to others, as a text that does not change when only its words move. */
function signatureOf(resource: Resource): string {
  const known = signatures.get(resource);
  if (known !== undefined) return known;
  const signature = JSON.stringify(resource, (key, value: unknown) =>
    key === 'mark' || key === 'images' ? undefined : value instanceof Map ? [...(value as ReadonlyMap<unknown, unknown>)] : value,
  );
  signatures.set(resource, signature);
  return signature;
}
