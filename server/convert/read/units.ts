/** Seconds in each unit of a Compose duration. */
const seconds: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600, d: 86_400 };

/** The seconds of a duration such as `1m30s` or `500ms`; `undefined` for what is none. */
export function secondsOf(text: string): number | undefined {
  if (text === '0') return 0;
  if (text.length > 60 || !/^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h|d))+$/.test(text)) return undefined;
  let sum = 0;
  for (const [, amount = '', unit = ''] of text.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h|d)/g)) sum += Number(amount) * (seconds[unit] ?? 0);
  return sum;
}

/** Bytes in each unit of a Compose byte size; all are powers of 1024. */
const bytes: Readonly<Record<string, number>> = { b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3, t: 1024 ** 4 };

/** The bytes of a size such as `512m` or `1.5gb`; `undefined` for what is none. */
export function bytesOf(text: string): number | undefined {
  const match = /^(\d{1,15}(?:\.\d{1,9})?)\s?([bkmgt]?)(?:i?b)?$/i.exec(text.trim());
  if (!match) return undefined;
  return Math.round(Number(match[1]) * (bytes[(match[2] ?? '').toLowerCase()] ?? 1));
}

/** A number of bytes as Kubernetes writes it, in the largest unit that is exact: `512Mi`. */
export function byteQuantity(amount: number): string {
  for (const [unit, size] of [['Gi', 1024 ** 3], ['Mi', 1024 ** 2], ['Ki', 1024]] as const)
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
