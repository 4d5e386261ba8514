import { parseTmpfs } from '../../compose/values/tmpfs.ts';
import { parseVolume } from '../../compose/values/volume.ts';
import { asList, asMap, asText, below, isTrue, type Plain } from '../plain.ts';

/** Something that is mounted into a container. */
export interface Mount {
  readonly type: 'volume' | 'bind' | 'tmpfs' | 'other';
  /** The volume's name, or the path on the host; absent for what nobody named. */
  readonly source: string | undefined;
  readonly target: string;
  readonly readOnly: boolean;
  /** A folder inside the volume. */
  readonly subPath: string | undefined;
  /** Of a tmpfs. */
  readonly size: string | undefined;
  /** As it is written, for messages. */
  readonly written: string;
}

/** The entries of `volumes` and `tmpfs` of a service. */
export function mountsOf(volumes: Plain | undefined, tmpfs: Plain | undefined): readonly Mount[] {
  return [
    ...asList(volumes).flatMap((item) => longMount(item) ?? shortMount(asText(item) ?? '') ?? []),
    ...asList(tmpfs).flatMap((item) => tmpfsMount(asText(item) ?? '')),
  ];
}

function longMount(item: Plain): Mount | undefined {
  const map = asMap(item);
  const target = asText(map?.['target']);
  if (!map || target === undefined) return undefined;
  const written = asText(map['type']) ?? 'volume';
  const source = asText(map['source']);
  return {
    type: written === 'volume' || written === 'bind' || written === 'tmpfs' ? written : 'other',
    source,
    target,
    readOnly: isTrue(map['read_only']),
    subPath: asText(below(map, 'volume', 'subpath')),
    size: asText(below(map, 'tmpfs', 'size')),
    written: `${source ?? ''}:${target}`,
  };
}

function shortMount(text: string): Mount | undefined {
  const read = parseVolume(text);
  if ('problem' in read) return undefined;
  const { type, source, target, readOnly } = read;
  return { type: type === 'npipe' ? 'other' : type, source, target, readOnly, subPath: undefined, size: undefined, written: text };
}

function tmpfsMount(text: string): readonly Mount[] {
  const { target, options } = parseTmpfs(text);
  if (target === '') return [];
  const size = options.find((option) => option.startsWith('size='))?.slice(5);
  return [{ type: 'tmpfs', source: undefined, target, readOnly: false, subPath: undefined, size, written: text }];
}
