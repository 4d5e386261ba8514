/** A file system in memory: `/tmp`, or with options `/tmp:size=64m,mode=755`. https://docs.docker.com/reference/compose-file/services/#tmpfs */
export interface TmpfsMount {
  readonly target: string;
  readonly options: readonly string[];
}

/** Takes an item of `tmpfs` apart. */
export function parseTmpfs(text: string): TmpfsMount {
  const colon = text.indexOf(':');
  return colon < 0 ? { target: text, options: [] } : { target: text.slice(0, colon), options: text.slice(colon + 1).split(',') };
}
