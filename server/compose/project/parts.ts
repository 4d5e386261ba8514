import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { folderOf } from '../../text/path.ts';
import type { Place } from '../../workspace.ts';
import { parseYamlFile, type YamlDocument, type YamlFile } from '../../yaml/parse.ts';
import { isCheckable } from '../../yaml/per-document.ts';
import { mapAt, nodeAt, pairsOf, resolve } from '../../yaml/read.ts';
import type { ComposeModel } from '../model.ts';
import { isOverride, mainNames, overrideNames, pathFrom } from './files.ts';

/** One of the files that make up a project. */
export interface Part {
  readonly path: string;
  readonly file: YamlFile;
}

/** The files that make up a project with a file, itself first. */
export interface Parts {
  readonly own: Part;
  /** The override of a main file, or the main file of an override. */
  readonly beside: readonly Part[];
  readonly included: readonly Part[];
  /** Whether all of them are known; otherwise a name that is not found may stand in one that is not. */
  readonly complete: boolean;
}

/** Deepest nesting of includes. */
const depthLimit = 10;

/** Collects the files that `docker compose` reads together with a file. */
export function partsOf(model: ComposeModel, { workspace, path }: Place): Parts {
  const own = { path, file: model.file };
  const folder = folderOf(path);
  const names = isOverride(path) ? mainNames : mainNames.some((name) => folder + name === path) ? overrideNames : [];
  let complete = true;
  const beside: Part[] = [];
  for (const name of names) {
    const text = workspace.read(folder + name);
    if (text === undefined) complete = false;
    if (typeof text !== 'string') continue;
    beside.push({ path: folder + name, file: parsed(folder + name, text) });
    break;
  }
  const included: Part[] = [];
  const seen = new Set([path]);
  const follow = (part: Part, depth: number): void => {
    for (const written of includesOf(part)) {
      const target = written === undefined ? undefined : pathFrom(folderOf(part.path), written);
      const text = target === undefined ? undefined : workspace.read(target);
      if (target === undefined || text === undefined) complete = false;
      if (target === undefined || typeof text !== 'string' || seen.has(target) || depth > depthLimit) continue;
      seen.add(target);
      const next = { path: target, file: parsed(target, text) };
      included.push(next);
      follow(next, depth + 1);
    }
  };
  [own, ...beside].forEach((part) => follow(part, 0));
  // A file that cannot be read as it stands may declare anything.
  if ([own, ...beside, ...included].some(({ file }) => !file.documents.every(isCheckable))) complete = false;
  return { own, beside, included, complete };
}

/** The files that a Compose file names in `include` and `extends`, from the workspace's root. */
export function filesNamed(path: string, text: string): readonly string[] {
  if (!/\.ya?ml$/i.test(path) || !/(?:^|\n)["']?include["']?[ \t]*:|\bextends\b/.test(text)) return [];
  const part = { path, file: parseYamlFile(text) };
  const extended = entriesOf(part.file, 'services').map(({ document: { source }, map }) => nodeAt(source.ast, map, ['extends', 'file']));
  const written = [
    ...includesOf(part),
    ...extended.map((node) => (isScalar(node) && typeof node.value === 'string' ? node.value : undefined)),
  ];
  return written.flatMap((name) => (name === undefined ? [] : (pathFrom(folderOf(path), name) ?? [])));
}

/** The paths in the `include` of a file; `undefined` for those that are no plain text. */
function includesOf({ file }: Part): readonly (string | undefined)[] {
  return file.documents.flatMap(({ source: { ast } }) => {
    const list = nodeAt(ast, ast.contents, ['include']);
    if (!isSeq(list)) return [];
    return list.items.flatMap((item) => {
      const node = resolve(ast, item);
      return textsOf(isMap(node) ? nodeAt(ast, node, ['path']) : node, (inner) => resolve(ast, inner));
    });
  });
}

function textsOf(node: Node | undefined, follow: (node: unknown) => Node | undefined): readonly (string | undefined)[] {
  if (isSeq(node)) return node.items.flatMap((item) => textsOf(follow(item), () => undefined));
  return [isScalar(node) && typeof node.value === 'string' ? node.value : undefined];
}

/** Most files that are kept parsed. */
const keptLimit = 100;
const kept = new Map<string, { readonly text: string; readonly file: YamlFile }>();

/** A file of the workspace, parsed; kept until its text changes. */
export function parsed(path: string, text: string): YamlFile {
  const known = kept.get(path);
  if (known?.text === text) return known.file;
  const file = parseYamlFile(text, known?.file);
  kept.delete(path);
  kept.set(path, { text, file });
  const [oldest] = kept.keys();
  if (kept.size > keptLimit && oldest !== undefined) kept.delete(oldest);
  return file;
}

/** The entries of a section at the top of a file, such as its networks, with the document each stands in. */
export function entriesOf(file: YamlFile, section: string): readonly Entry[] {
  const sections = knownEntries.get(file) ?? new Map<string, readonly Entry[]>();
  knownEntries.set(file, sections);
  let entries = sections.get(section);
  if (!entries) sections.set(section, (entries = readEntries(file, section)));
  return entries;
}

/** The entry of a section with this name, the last one where there are several. */
export function entryNamed(file: YamlFile, section: string, name: string): Entry | undefined {
  const entries = entriesOf(file, section);
  let named = knownNames.get(entries);
  if (!named) knownNames.set(entries, (named = new Map(entries.map((entry) => [entry.name, entry]))));
  return named.get(name);
}

const knownEntries = new WeakMap<YamlFile, Map<string, readonly Entry[]>>();
const knownNames = new WeakMap<readonly Entry[], ReadonlyMap<string, Entry>>();

function readEntries(file: YamlFile, section: string): readonly Entry[] {
  return file.documents.flatMap((document) => {
    const { ast } = document.source;
    const map = mapAt(ast, ast.contents, [section]);
    if (!map) return [];
    return [...pairsOf(ast, map)].map(([name, pair]): Entry => {
      const node = resolve(ast, pair.value);
      return { name, document, pair, map: isMap(node) ? node : undefined };
    });
  });
}

/** A named entry of a section. */
export interface Entry {
  readonly name: string;
  readonly document: YamlDocument;
  readonly pair: Pair;
  /** `undefined` where nothing, or no map, is written. */
  readonly map: YAMLMap | undefined;
}
