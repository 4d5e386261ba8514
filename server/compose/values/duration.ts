/**
 * Durations of Compose files: `1h5m30s20ms`, with the units `us`, `ms`, `s`, `m`, `h`.
 * https://docs.docker.com/reference/compose-file/extension/#specifying-durations
 */

/** Milliseconds of each unit; days and weeks are understood as well. */
const units: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** The duration in milliseconds; `undefined` for what is none, such as a number without a unit. */
export function parseDuration(text: string): number | undefined {
  if (text === '0') return 0;
  if (text.length > 60 || !/^[+-]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|ms|[smhdw]))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(?<![\d.])([\d.]+)([^\d.]+)/g)) total += Number(amount) * (units[unit ?? ''] ?? 0);
  return text.startsWith('-') ? -total : total;
}
