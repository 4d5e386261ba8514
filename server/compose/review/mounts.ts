import { isMap, isNode, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { nodeAt, resolve, stringAt } from '../../yaml/read.ts';
import { parseTmpfs } from '../values/tmpfs.ts';
import { parseVolume } from '../values/volume.ts';
import type { Reviewed } from './service.ts';

/** Something that is mounted into the containers of a service. */
export interface Mount {
  /** The entry. */
  readonly node: Node;
  readonly type: string;
  /** The volume or the path on the host; `undefined` for a volume without a name, and for memory. */
  readonly source: string | undefined;
  /** The path in the container, without a slash at its end. */
  readonly target: string;
}

/** The mounts of a service, those in memory too; entries that cannot be read are left out. */
export function mountsOf(service: Reviewed): readonly Mount[] {
  let mounts = known.get(service.node);
  if (!mounts) known.set(service.node, (mounts = readMounts(service)));
  return mounts;
}

/** Several rules ask for the mounts. */
const known = new WeakMap<YAMLMap, readonly Mount[]>();

function readMounts({ document, node }: Reviewed): readonly Mount[] {
  const { ast } = document.source;
  const mounts: Mount[] = [];
  for (const item of itemsOf(nodeAt(ast, node, ['volumes']))) {
    const entry = resolve(ast, item);
    if (isMap(entry)) {
      const target = stringAt(ast, entry, ['target']);
      const type = stringAt(ast, entry, ['type']) ?? 'volume';
      if (target !== undefined) mounts.push({ node: item, type, source: stringAt(ast, entry, ['source']), target: trimmed(target) });
    } else if (isScalar(entry) && typeof entry.value === 'string') {
      const volume = parseVolume(entry.value);
      if ('target' in volume) mounts.push({ node: item, type: volume.type, source: volume.source, target: trimmed(volume.target) });
    }
  }
  const memory = nodeAt(ast, node, ['tmpfs']);
  for (const item of isScalar(memory) ? [memory] : itemsOf(memory)) {
    const text = isScalar(item) && typeof item.value === 'string' ? item.value : undefined;
    if (text !== undefined) mounts.push({ node: item, type: 'tmpfs', source: undefined, target: trimmed(parseTmpfs(text).target) });
  }
  return mounts;
}

function itemsOf(list: unknown): readonly Node[] {
  return isSeq(list) ? list.items.filter((item): item is Node => isNode(item)) : [];
}

function trimmed(path: string): string {
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}

/** Whether a path is another one, or lies in it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);
}
