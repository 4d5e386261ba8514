const milliseconds: Readonly<Record<string, number>> = { ns: 1e-6, us: 1e-3, µs: 1e-3, μs: 1e-3, ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** A duration as Go writes it (`1m30s`), in milliseconds; `undefined` for anything else. */
export function readDuration(text: string): number | undefined {
  if (/^\+?0$/.test(text)) return 0;
  if (text.length > 60 || !/^\+?(?:[\d.]+(?:ns|us|µs|μs|ms|s|m|h))+$/.test(text)) return undefined;
  let sum = 0;
  for (const [, number = '', unit = ''] of text.matchAll(/(?<![\d.])([\d.]+)([^\d.]+)/g))
    sum += Number(number) * (milliseconds[unit] ?? NaN);
  return Number.isNaN(sum) ? undefined : sum;
}
