import type { Localized } from '../../locale.ts';
import { readCron, type CronMistake } from './cron.ts';
import { scheduleInWords } from './cron-words.ts';
import { shown, type Lines } from '../../say.ts';

const mistakes: Readonly<Record<CronMistake, Localized>> = {
  count: {
    ko: '다섯 칸(분 시 일 월 요일)이나 `@daily` 같은 말로 적어야 합니다. 초는 적을 수 없습니다.',
    en: 'A schedule has five fields (minute, hour, day, month, weekday), or is a word such as `@daily`. There are no seconds.',
  },
  zone: { ko: '시간대는 여기 대신 `timeZone`에 적어야 합니다.', en: 'The time zone belongs into `timeZone`, not here.' },
  minute: { ko: '첫 칸(분)은 0–59입니다.', en: 'The first field, the minute, is 0–59.' },
  hour: { ko: '둘째 칸(시)은 0–23입니다.', en: 'The second field, the hour, is 0–23.' },
  day: { ko: '셋째 칸(일)은 1–31입니다.', en: 'The third field, the day of the month, is 1–31.' },
  month: { ko: '넷째 칸(월)은 1–12이나 `jan`–`dec`입니다.', en: 'The fourth field, the month, is 1–12 or `jan`–`dec`.' },
  weekday: {
    ko: '다섯째 칸(요일)은 0–6이나 `sun`–`sat`입니다. 일요일은 `0`입니다.',
    en: 'The fifth field, the weekday, is 0–6 or `sun`–`sat`; Sunday is `0`.',
  },
};

/** Says when a schedule runs. @param zone the CronJob's `timeZone` */
export function scheduleFacts(text: string, zone: string | undefined): Lines {
  if (text.startsWith('@every ')) return []; // read by the controller, but no part of what is documented
  const schedule = readCron(text);
  if (typeof schedule === 'string') return [mistakes[schedule]];
  const words = scheduleInWords(schedule);
  const where =
    zone === undefined
      ? {
          ko: '`timeZone`이 없어 kube-controller-manager의 시간대 기준',
          en: 'time zone of kube-controller-manager, as there is no `timeZone`',
        }
      : { ko: `${shown(zone)} 시간`, en: `${shown(zone)} time` };
  const { day, month, weekday } = schedule;
  const lines: Localized[] = [{ ko: `**${words.ko}** (${where.ko})`, en: `**${words.en}** (${where.en})` }];
  if (weekday.any && !day.any && month.values.length > 0) {
    const least = Math.min(...day.values);
    const longest = Math.max(...month.values.map((value) => (value === 2 ? 29 : [4, 6, 9, 11].includes(value) ? 30 : 31)));
    if (least > longest) lines.push({ ko: '그런 날짜는 없어 실행되지 않습니다.', en: 'There is no such date, so it never runs.' });
    else if (least > 28) lines.push({ ko: '그 날이 없는 달은 건너뜁니다.', en: 'Months without that day are left out.' });
  } else if (!weekday.any && !day.any)
    lines.push({
      ko: '일과 요일을 함께 적으면 둘 중 하나만 맞아도 실행됩니다.',
      en: 'With both a day and a weekday given, either is enough.',
    });
  return lines;
}
