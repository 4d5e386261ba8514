import { parseBytes } from '../../compose/values/bytes.ts';
import { parseDuration } from '../../compose/values/duration.ts';

/** The seconds of a duration such as `1m30s` or `500ms`; `undefined` for what is none. */
export function secondsOf(text: string): number | undefined {
  const milliseconds = parseDuration(text);
  return milliseconds === undefined || milliseconds < 0 ? undefined : milliseconds / 1000;
}

/** The bytes of a size such as `512m` or `1.5gb`; `undefined` for what is none, and for no limit. */
export function bytesOf(text: string): number | undefined {
  const bytes = parseBytes(text);
  return bytes === undefined || bytes < 0 || bytes > 1e18 ? undefined : bytes;
}

/** A number of bytes as Kubernetes writes it, in the largest unit that is exact: `512Mi`. */
export function byteQuantity(amount: number): string {
  for (const [unit, size] of [
    ['Gi', 1024 ** 3],
    ['Mi', 1024 ** 2],
    ['Ki', 1024],
  ] as const)
    if (amount >= size && amount % size === 0) return `${amount / size}${unit}`;
  return String(amount);
}

/** A number of CPUs as Kubernetes writes it: `0.5` is `500m`. `undefined` for what is none, or nothing at all. */
export function cpuQuantity(text: string): string | undefined {
  if (!/^\d{0,6}(?:\.\d{1,9})?$/.test(text) || text === '' || text === '.') return undefined;
  const milli = Math.round(Number(text) * 1000);
  if (milli <= 0) return undefined;
  return milli % 1000 === 0 ? String(milli / 1000) : `${milli}m`;
}
