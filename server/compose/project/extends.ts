import { isMap, isScalar, type Pair, type Scalar } from 'yaml';
import { folderOf } from '../../text/path.ts';
import type { Workspace } from '../../workspace.ts';
import type { YamlDocument } from '../../yaml/parse.ts';
import { nodeAt, pairsOf, resolve } from '../../yaml/read.ts';
import { pathFrom } from './files.ts';
import { entryNamed, parsed, type Entry, type Part } from './parts.ts';

/** What a service extends: another one of its file, or of the file named. */
export interface Extended {
  readonly service: string;
  /** As it is written. */
  readonly file?: string;
  /** Where the name of the service stands, or of the file. */
  readonly node: Scalar;
}

/** One level of a service: its own settings, or those of a service that it extends. */
export interface Level {
  readonly part: Part;
  readonly document: YamlDocument;
  readonly name: string;
  readonly pairs: ReadonlyMap<string, Pair>;
}

/** A service with all that it extends. */
export interface Chain {
  /** Its own settings first; later ones count where earlier ones say nothing. */
  readonly levels: readonly Level[];
  /** Whether the chain is known to its end. */
  readonly complete: boolean;
  /** Why it is not, when that is a mistake of the file. */
  readonly problem?: { readonly kind: 'service' | 'file' | 'elsewhere' | 'circle'; readonly level: Level; readonly extended: Extended };
}

/** Longest chain that is followed. */
const lengthLimit = 20;

/** Follows what a service extends. */
export function chainOf(part: Part, entry: Entry, workspace: Workspace): Chain {
  const levels: Level[] = [];
  const seen = new Set<string>();
  let at: { readonly part: Part; readonly entry: Entry } = { part, entry };
  for (;;) {
    const { entry: current, part: of }: { readonly part: Part; readonly entry: Entry } = at;
    if (!current.map) return { levels, complete: true };
    const level: Level = {
      part: of,
      document: current.document,
      name: current.name,
      pairs: pairsOf(current.document.source.ast, current.map),
    };
    levels.push(level);
    seen.add(`${of.path}\0${current.name}`);
    const extended = extendedBy(level);
    if (extended === 'nothing') return { levels, complete: true };
    if (extended === 'unknown' || levels.length > lengthLimit) return { levels, complete: false };
    const next = find(extended, of, workspace);
    if (typeof next === 'string')
      return { levels, complete: false, ...(next !== 'unknown' && { problem: { kind: next, level, extended } }) };
    if (seen.has(`${next.part.path}\0${next.entry.name}`)) return { levels, complete: false, problem: { kind: 'circle', level, extended } };
    at = next;
  }
}

function extendedBy({ pairs, document }: Level): Extended | 'nothing' | 'unknown' {
  const { ast } = document.source;
  const node = resolve(ast, pairs.get('extends')?.value);
  if (!node || node.tag === '!reset') return 'nothing';
  const name = isMap(node) ? nodeAt(ast, node, ['service']) : node;
  if (!isScalar(name) || typeof name.value !== 'string' || name.value.includes('$')) return 'unknown';
  const file = isMap(node) ? nodeAt(ast, node, ['file']) : undefined;
  if (!file) return { service: name.value, node: name };
  return isScalar(file) && typeof file.value === 'string' ? { service: name.value, file: file.value, node: name } : 'unknown';
}

function find(
  { service, file }: Extended,
  part: Part,
  workspace: Workspace,
): { readonly part: Part; readonly entry: Entry } | 'unknown' | 'service' | 'file' | 'elsewhere' {
  let target = part;
  if (file !== undefined) {
    const path = pathFrom(folderOf(part.path), file);
    const text = path === undefined ? undefined : workspace.read(path);
    if (path === undefined || text === undefined) return 'unknown';
    if (text === null) return 'file';
    if (path !== part.path) target = { path, file: parsed(path, text) };
  }
  const entry = entryNamed(target.file, 'services', service);
  return entry ? { part: target, entry } : target === part ? 'service' : 'elsewhere';
}

/** The setting of a service, its own or what it takes over; `undefined` when nobody in the chain has it. */
export function settingOf({ levels }: Chain, key: string): { readonly level: Level; readonly pair: Pair } | undefined {
  for (const level of levels) {
    const pair = level.pairs.get(key);
    const node = pair && resolve(level.document.source.ast, pair.value);
    if (pair && node?.tag !== '!reset') return { level, pair };
    if (pair) return undefined;
  }
  return undefined;
}
