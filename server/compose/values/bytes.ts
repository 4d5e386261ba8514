/**
 * Byte sizes of Compose files: `2b`, `1024kb`, `512m`, `1gb`. The units `k`, `m`, `g` count by 1024, with or without `b` or `ib`.
 * https://docs.docker.com/reference/compose-file/extension/#specifying-byte-values
 */

const powers = ['', 'k', 'm', 'g', 't', 'p'];

/** The size in bytes, rounded down; `undefined` for what is none. `-1`, which means no limit, stays as it is. */
export function parseBytes(text: string): number | undefined {
  const match = /^([-+]?(?:\d{1,20}\.?\d{0,20}|\.\d{1,20})(?:e[-+]?\d{1,2})?) ?([kmgtp]?)(?:i?b)?$/i.exec(text);
  if (!match || /\d ?ib$/i.test(text)) return undefined;
  const size = Number(match[1]) * 1024 ** powers.indexOf((match[2] ?? '').toLowerCase());
  return Number.isFinite(size) ? Math.floor(size) : undefined;
}
