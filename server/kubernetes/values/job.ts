import { counted, plural, type Lines } from '../../say.ts';

/** Says how often a Job tries again, and after how long. Source: the documentation of Job, "Pod backoff failure policy". */
export function backoffFacts(text: string): Lines {
  if (!/^\d{1,9}$/.test(text)) return [];
  const retries = Number(text);
  if (retries === 0)
    return [{ ko: '다시 시도하지 않습니다. 한 번 실패하면 Job이 실패합니다.', en: 'No second try: one failure and the Job has failed.' }];
  const delays = [10, 20, 40].slice(0, retries);
  const more = retries > delays.length;
  return [
    {
      ko: `실패하면 ${counted(retries)}번까지 다시 시도합니다. 간격은 ${delays.map((delay) => `${delay}초`).join(', ')}${more ? ' … 최대 6분' : ''}입니다.`,
      en: `Tried again up to ${plural(retries, 'time')}, after ${delays.map((delay) => `${delay} s`).join(', ')}${more ? ' … at most 6 minutes' : ''}.`,
    },
  ];
}

/** Says how a Job with several completions runs. @param completions how many Pods must succeed; `undefined` when nobody says */
export function parallelFacts(completions: number | undefined, parallelism: number): Lines {
  if (parallelism === 0) return [{ ko: '0이라 Job이 멈춰 있습니다.', en: 'Zero: the Job is paused.' }];
  if (completions === undefined || completions < 2) return [];
  const together = Math.min(completions, parallelism);
  return [
    {
      ko: `Pod ${counted(completions)}개가 성공해야 끝나고, 한 번에 ${counted(together)}개까지 실행합니다.`,
      en: `Done after ${plural(completions, 'successful Pod')}, with up to ${counted(together)} at a time.`,
    },
  ];
}
