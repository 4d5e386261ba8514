import type { Localized } from '../../locale.ts';
import type { CronField, CronSchedule } from './cron.ts';

const weekdays = {
  ko: ['일', '월', '화', '수', '목', '금', '토'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const months = 'January February March April May June July August September October November December'.split(' ');

/** Most times of a day that are listed one by one. */
const listLimit = 6;

/** A schedule in words, without its time zone: `매주 월요일 09:00`, `every Monday at 09:00`. */
export function scheduleInWords(schedule: CronSchedule): Localized {
  const { ko, en } = inOrder(timeOf(schedule), dayOf(schedule));
  return { ko, en: en.charAt(0).toUpperCase() + en.slice(1) };
}

function inOrder(time: Time, day: Localized | undefined): Localized {
  if (!day) return time.often ? { ko: time.ko, en: time.en } : { ko: `매일 ${time.ko}`, en: `every day ${time.en}` };
  return { ko: `${day.ko} ${time.ko}`, en: time.often ? `${time.en}, ${day.en}` : `${day.en} ${time.en}` };
}

/** A time of day; `often` when it comes several times an hour or every hour, so that no day needs to be named. */
interface Time extends Localized {
  readonly often: boolean;
}

function timeOf({ minute, hour }: CronSchedule): Time {
  const allDay = hour.any || hour.values.length === 24;
  const first = minute.values[0] ?? 0;
  if (minute.any || minute.values.length === 60) return within(hour, allDay, { ko: '매분', en: 'every minute' });
  if (minute.step !== undefined && minute.values.length > 1) {
    const even = 60 % minute.step === 0;
    return within(hour, allDay, {
      ko: even ? `${minute.step}분마다` : `매시 0분부터 ${minute.step}분 간격`,
      en: even ? `every ${minute.step} minutes` : `every ${minute.step} minutes from minute 0 of each hour`,
    });
  }
  if (allDay) {
    const listed = minute.values.map((value) => `${value}분`).join(', ');
    return minute.values.length > 1
      ? { ko: `매시 ${listed}`, en: `every hour at minutes ${listEn(minute.values.map(String))}`, often: true }
      : {
          ko: first === 0 ? '매시 정각' : `매시 ${listed}`,
          en: first === 0 ? 'every hour on the hour' : `every hour at minute ${first}`,
          often: true,
        };
  }
  if (minute.values.length === 1 && hour.step !== undefined && hour.values.length > 1 && 24 % hour.step === 0) {
    const start = clock(0, first);
    return { ko: `${start}부터 ${hour.step}시간마다`, en: `every ${hour.step} hours from ${start}`, often: true };
  }
  if (minute.values.length === 1 && hour.values.length > 2 && isRun(hour.values)) {
    const [from, to] = [clock(hour.values[0], first), clock(hour.values.at(-1), first)];
    return { ko: `${from}부터 ${to}까지 한 시간마다`, en: `every hour from ${from} to ${to}`, often: true };
  }
  const times = hour.values.flatMap((h) => minute.values.map((m) => clock(h, m)));
  if (times.length <= listLimit || minute.values.length === 1) return { ko: times.join(', '), en: `at ${listEn(times)}`, often: false };
  const listed = minute.values.map((value) => `${value}분`).join(', ');
  return within(hour, false, { ko: `매시 ${listed}`, en: `at minutes ${listEn(minute.values.map(String))} of each hour` });
}

/** Something that comes several times an hour, in some hours only. */
function within(hour: CronField, allDay: boolean, { ko, en }: Localized): Time {
  if (allDay) return { ko, en, often: true };
  const from = hour.values[0];
  const to = hour.values.at(-1);
  return isRun(hour.values)
    ? { ko: `${clock(from, 0)}–${clock(to, 59)} 사이 ${ko}`, en: `${en} between ${clock(from, 0)} and ${clock(to, 59)}`, often: true }
    : { ko: `${hour.values.join(', ')}시에 ${ko}`, en: `${en} in the hours ${listEn(hour.values.map(String))}`, often: true };
}

function dayOf({ day, month, weekday }: CronSchedule): Localized | undefined {
  const inMonths = month.any || month.values.length === 12 ? undefined : monthsOf(month);
  const onDay = day.any || day.values.length === 31 ? undefined : datesOf(day);
  const onWeekday = weekday.any || weekday.values.length === 7 ? undefined : weekdaysOf(weekday);
  const isYearly = inMonths && month.values.length === 1;
  const monthly = {
    ko: inMonths ? `${isYearly ? '매년 ' : ''}${inMonths.ko}` : '매월',
    en: inMonths ? `of ${inMonths.en}` : 'of every month',
  };
  // With both given, cron runs on days that match either.
  if (onDay && onWeekday)
    return {
      ko: `${monthly.ko} ${onDay.ko} 또는 ${inMonths ? '' : '매주 '}${onWeekday.ko}`,
      en: `on ${onDay.en} ${monthly.en} or ${onWeekday.en}${inMonths ? ` in ${inMonths.en}` : ''}`,
    };
  if (onDay) return { ko: `${monthly.ko} ${onDay.ko}`, en: `on ${onDay.en} ${monthly.en}` };
  if (onWeekday)
    return inMonths
      ? { ko: `${monthly.ko}의 ${onWeekday.ko}`, en: `${onWeekday.en} in ${inMonths.en}` }
      : { ko: `매주 ${onWeekday.ko}`, en: onWeekday.en };
  return inMonths && { ko: `${monthly.ko} 매일`, en: `every day in ${inMonths.en}` };
}

function monthsOf({ values }: CronField): Localized {
  if (values.length > 2 && isRun(values))
    return { ko: `${values[0] ?? 0}–${values.at(-1) ?? 0}월`, en: `${monthEn(values[0])} to ${monthEn(values.at(-1))}` };
  return { ko: values.map((value) => `${value}월`).join(', '), en: listEn(values.map(monthEn)) };
}

function datesOf({ values, step }: CronField): Localized {
  if (step !== undefined && values.length > 2) return { ko: `1일부터 ${step}일 간격`, en: `every ${ordinal(step)} day from the 1st` };
  if (values.length > 2 && isRun(values))
    return { ko: `${values[0] ?? 0}–${values.at(-1) ?? 0}일`, en: `the ${ordinal(values[0] ?? 0)} to the ${ordinal(values.at(-1) ?? 0)}` };
  return { ko: values.map((value) => `${value}일`).join(', '), en: `the ${listEn(values.map(ordinal))}` };
}

function weekdaysOf({ values }: CronField): Localized {
  const key = values.join('');
  if (key === '12345') return { ko: '월–금요일', en: 'Monday to Friday' };
  if (key === '06') return { ko: '토, 일요일', en: 'every Saturday and Sunday' };
  const named = values.map((value) => weekdays.ko[value] ?? '').join(', ');
  return { ko: `${named}요일`, en: `every ${listEn(values.map((value) => weekdays.en[value] ?? ''))}` };
}

function isRun(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value === (values[index - 1] ?? 0) + 1);
}

function clock(hour: number | undefined, minute: number): string {
  return `${String(hour ?? 0).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function monthEn(month: number | undefined): string {
  return months[(month ?? 1) - 1] ?? '';
}

function listEn(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

function ordinal(value: number): string {
  const tens = value % 100;
  const suffix = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${suffix}`;
}
