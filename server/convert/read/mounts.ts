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

/** The short syntax: `[source:]target[:options]`. A drive letter of Windows belongs to the source. */
function shortMount(text: string): Mount | undefined {
  const parts = text.split(':');
  if (/^[A-Za-z]$/.test(parts[0] ?? '') && /^[\\/]/.test(parts[1] ?? '')) parts.splice(0, 2, `${parts[0] ?? ''}:${parts[1] ?? ''}`);
  const [first = '', second, options = ''] = parts;
  if (first === '') return undefined;
  const rest = { readOnly: options.split(',').includes('ro'), subPath: undefined, size: undefined, written: text };
  if (second === undefined) return { type: 'volume', source: undefined, target: first, ...rest };
  return { type: isHostPath(first) ? 'bind' : 'volume', source: first, target: second, ...rest };
}

/** Whether the source of a mount is a path of the host, not a volume's name. */
export function isHostPath(source: string): boolean {
  return /^(?:[./~\\]|[A-Za-z]:[\\/]|\$\{?(?:PWD|HOME)\b)/.test(source);
}

function tmpfsMount(text: string): readonly Mount[] {
  const [target = '', options = ''] = text.split(':', 2);
  if (target === '') return [];
  const size = /(?:^|,)size=([^,]*)/.exec(options)?.[1];
  return [{ type: 'tmpfs', source: undefined, target, readOnly: false, subPath: undefined, size, written: text }];
}
