import assert from 'node:assert/strict';
import { readCron } from '../../../../server/kubernetes/values/cron.ts';
import { scheduleFacts } from '../../../../server/kubernetes/values/schedule.ts';
import { mentions, says } from './saying.ts';

describe('kubernetes values: schedules', () => {
  const zone = 'Asia/Seoul';
  const words = (text: string): readonly [string, string] => {
    const [line] = scheduleFacts(text, zone);
    return [/\*\*(.*)\*\*/.exec(line?.ko ?? '')?.[1] ?? '', /\*\*(.*)\*\*/.exec(line?.en ?? '')?.[1] ?? ''];
  };

  for (const [text, ko, en] of [
    ['30 3 * * *', '매일 03:30', 'Every day at 03:30'],
    ['@daily', '매일 00:00', 'Every day at 00:00'],
    ['@midnight', '매일 00:00', 'Every day at 00:00'],
    ['@hourly', '매시 정각', 'Every hour on the hour'],
    ['@weekly', '매주 일요일 00:00', 'Every Sunday at 00:00'],
    ['@monthly', '매월 1일 00:00', 'On the 1st of every month at 00:00'],
    ['@yearly', '매년 1월 1일 00:00', 'On the 1st of January at 00:00'],
    ['* * * * *', '매분', 'Every minute'],
    ['*/10 * * * *', '10분마다', 'Every 10 minutes'],
    ['*/7 * * * *', '매시 0분부터 7분 간격', 'Every 7 minutes from minute 0 of each hour'],
    ['5/15 * * * *', '매시 5분, 20분, 35분, 50분', 'Every hour at minutes 5, 20, 35 and 50'],
    ['0,30 * * * *', '매시 0분, 30분', 'Every hour at minutes 0 and 30'],
    ['15 * * * *', '매시 15분', 'Every hour at minute 15'],
    ['0 */6 * * *', '00:00부터 6시간마다', 'Every 6 hours from 00:00'],
    ['0 9-17 * * *', '09:00부터 17:00까지 한 시간마다', 'Every hour from 09:00 to 17:00'],
    ['*/15 9-17 * * 1-5', '매주 월–금요일 09:00–17:59 사이 15분마다', 'Every 15 minutes between 09:00 and 17:59, Monday to Friday'],
    ['* 3 * * *', '03:00–03:59 사이 매분', 'Every minute between 03:00 and 03:59'],
    ['0 9 * * 1', '매주 월요일 09:00', 'Every Monday at 09:00'],
    ['0 9 * * MON,wed', '매주 월, 수요일 09:00', 'Every Monday and Wednesday at 09:00'],
    ['0 9 * * 0,6', '매주 토, 일요일 09:00', 'Every Saturday and Sunday at 09:00'],
    ['0 9 1,15 * *', '매월 1일, 15일 09:00', 'On the 1st and 15th of every month at 09:00'],
    ['0 2 */2 * *', '매월 1일부터 2일 간격 02:00', 'On every 2nd day from the 1st of every month at 02:00'],
    ['0 0 * 6 *', '매년 6월 매일 00:00', 'Every day in June at 00:00'],
    ['0 0 * 3-5 *', '3–5월 매일 00:00', 'Every day in March to May at 00:00'],
    ['0 9 * jan,jul 1', '1월, 7월의 월요일 09:00', 'Every Monday in January and July at 09:00'],
    ['0 8,12,18 * * *', '매일 08:00, 12:00, 18:00', 'Every day at 08:00, 12:00 and 18:00'],
    ['0 9 ? * ?', '매일 09:00', 'Every day at 09:00'],
  ] as const)
    it(`are put into words: ${text}`, () => assert.deepEqual(words(text), [ko, en]));

  it('go by their time zone, or by that of the controller', () => {
    says(scheduleFacts('30 3 * * *', zone), ['**매일 03:30** (`Asia/Seoul` 시간)', '**Every day at 03:30** (`Asia/Seoul` time)']);
    mentions(scheduleFacts('30 3 * * *', undefined), /kube-controller-manager의 시간대/, /time zone of kube-controller-manager/);
  });

  it('run when the day or the weekday matches', () => {
    mentions(
      scheduleFacts('0 0 1 * 1', zone),
      /매월 1일 또는 매주 월요일.*\n일과 요일을 함께/,
      /the 1st of every month or every Monday.*\nWith both/,
    );
  });

  it('leave out months that are too short', () => {
    mentions(scheduleFacts('0 0 31 * *', zone), /없는 달은 건너뜁니다/, /are left out/);
    mentions(scheduleFacts('0 0 30 2 *', zone), /실행되지 않습니다/, /never runs/);
    assert.equal(scheduleFacts('0 0 29 2 *', zone).length, 2);
    assert.equal(scheduleFacts('0 0 28 * *', zone).length, 1);
  });

  it('say what is wrong with them', () => {
    for (const [text, mistake] of [
      ['0 0 * * 7', 'weekday'],
      ['60 * * * *', 'minute'],
      ['0 24 * * *', 'hour'],
      ['0 0 0 * *', 'day'],
      ['0 0 * 13 *', 'month'],
      ['0 0 * * mo', 'weekday'],
      ['*/0 * * * *', 'minute'],
      ['5-1 * * * *', 'minute'],
      ['1-2-3 * * * *', 'minute'],
      ['0 0 * *', 'count'],
      ['0 0 0 * * *', 'count'],
      ['@reboot', 'count'],
      ['', 'count'],
      ['TZ=UTC 0 0 * * *', 'zone'],
      ['CRON_TZ=UTC 0 0 * * *', 'zone'],
    ] as const) {
      assert.equal(readCron(text), mistake, text);
      assert.equal(scheduleFacts(text, zone).length, 1, text);
    }
    says(scheduleFacts('@every 1h', zone));
    assert.equal(typeof readCron(`${'1,'.repeat(300)}1 * * * *`), 'string');
  });
});
