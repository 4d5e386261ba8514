/** What the five fields of a schedule may hold. */
const fields = [
  { min: 0, max: 59, names: [] },
  { min: 0, max: 23, names: [] },
  { min: 1, max: 31, names: [] },
  { min: 1, max: 12, names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] },
  { min: 0, max: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
] as const;

/**
 * Whether a CronJob's schedule can be read: five fields, or a macro such as `@daily`. Sunday is 0; 7 is refused.
 * https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax
 */
export function isSchedule(text: string): boolean {
  if (text.length > 500) return false;
  if (text.startsWith('@'))
    return /^@(?:yearly|annually|monthly|weekly|daily|midnight|hourly|every (?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+)$/.test(text);
  const parts = text.trim().split(/\s+/);
  return (
    parts.length === fields.length && fields.every((field, index) => (parts[index] ?? '').split(',').every((part) => isRange(part, field)))
  );
}

function isRange(part: string, field: (typeof fields)[number]): boolean {
  const [range = '', step, ...more] = part.split('/');
  if (more.length > 0 || (step !== undefined && !/^0*[1-9]\d{0,3}$/.test(step))) return false;
  if (range === '*' || range === '?') return true;
  const [from = '', to, ...others] = range.split('-');
  const low = valueOf(from, field);
  const high = to === undefined ? low : valueOf(to, field);
  return others.length === 0 && low !== undefined && high !== undefined && low <= high;
}

function valueOf(text: string, { min, max, names }: (typeof fields)[number]): number | undefined {
  const index = (names as readonly string[]).indexOf(text.toLowerCase());
  const value = index >= 0 ? index + min : /^\d{1,3}$/.test(text) ? Number(text) : NaN;
  return value >= min && value <= max ? value : undefined;
}
