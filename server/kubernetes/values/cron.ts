/** One of the five fields of a schedule. */
export interface CronField {
  /** Any value will do: `*` or `?`. */
  readonly any: boolean;
  /** The values it lets through, sorted. */
  readonly values: readonly number[];
  /** The step of a field that covers its whole range: 5 for an asterisk with `/5`. */
  readonly step: number | undefined;
}

/** A schedule as cron reads it. */
export interface CronSchedule {
  readonly minute: CronField;
  readonly hour: CronField;
  readonly day: CronField;
  readonly month: CronField;
  readonly weekday: CronField;
}

/** Why a schedule cannot be read: the number of its fields, a zone in it, or one of its fields. */
export type CronMistake = 'count' | 'zone' | keyof CronSchedule;

/** Longest schedule that is read. */
const lengthLimit = 200;

const macros: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

const months: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const weekdays: readonly string[] = 'sun mon tue wed thu fri sat'.split(' ');

/** The fields in their order, with least and greatest value and the names that stand for values. */
const shapes: readonly (readonly [name: keyof CronSchedule, least: number, most: number, names: readonly string[]])[] = [
  ['minute', 0, 59, []],
  ['hour', 0, 23, []],
  ['day', 1, 31, []],
  ['month', 1, 12, months],
  ['weekday', 0, 6, weekdays],
];

/**
 * Reads a schedule as a CronJob does: five fields or a macro such as `@daily`; Sunday is 0, never 7.
 * Source: the documentation of CronJob, and of the cron library that its controller uses.
 */
export function readCron(text: string): CronSchedule | CronMistake {
  const written = text.trim();
  if (written.length > lengthLimit) return 'count';
  if (/^(?:CRON_)?TZ=/.test(written)) return 'zone';
  const fields = (Object.hasOwn(macros, written) ? (macros[written] ?? '') : written).split(/\s+/);
  if (fields.length !== shapes.length) return 'count';
  const read: Partial<Record<keyof CronSchedule, CronField>> = {};
  for (const [index, [name, least, most, names]] of shapes.entries()) {
    const field = readField(fields[index] ?? '', least, most, names);
    if (!field) return name;
    read[name] = field;
  }
  return read as CronSchedule;
}

function readField(text: string, least: number, most: number, names: readonly string[]): CronField | undefined {
  const values = new Set<number>();
  let any = false;
  let step: number | undefined;
  const parts = text.split(',');
  for (const part of parts) {
    const [range = '', by, ...more] = part.split('/');
    const [from = '', to, ...others] = range.split('-');
    const isWhole = range === '*' || range === '?';
    const start = isWhole ? least : number(from, least, names);
    // `5/15` goes on to the end.
    const end = isWhole || (to === undefined && by !== undefined) ? most : to === undefined ? start : number(to, least, names);
    const each = by === undefined ? 1 : /^\d{1,3}$/.test(by) ? Number(by) : 0;
    if (more.length > 0 || others.length > 0 || start === undefined || end === undefined) return undefined;
    if (start < least || end > most || start > end || each === 0) return undefined;
    if (isWhole && each === 1) any = true;
    else if (isWhole && parts.length === 1) step = each;
    for (let value = start; value <= end; value += each) values.add(value);
  }
  return { any, step, values: [...values].sort((a, b) => a - b) };
}

function number(text: string, least: number, names: readonly string[]): number | undefined {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  const index = names.indexOf(text.toLowerCase());
  return index < 0 ? undefined : index + least;
}
