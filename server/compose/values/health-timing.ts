import type { Localized } from '../../locale.ts';
import { counted, type Lines } from '../../say.ts';
import { spellTime } from './time-words.ts';

/** The timing of a health check, defaults filled in. Milliseconds and a count. */
export interface HealthTiming {
  readonly interval: number;
  readonly timeout: number;
  readonly retries: number;
  readonly startPeriod: number;
  readonly startInterval: number;
}

/** What Docker takes for what is left out. */
export const defaultTiming: HealthTiming = { interval: 30_000, timeout: 30_000, retries: 3, startPeriod: 0, startInterval: 5000 };

/** Says how long it takes until a container counts as unhealthy, and how it is checked while it starts. */
export function timingFacts({ interval, timeout, retries, startPeriod, startInterval }: HealthTiming): Lines {
  const every = spellTime(interval);
  const sum = { ko: `${every.ko} × ${counted(retries)}번`, en: `${every.en} × ${counted(retries)}` };
  const soon = spellTime(interval * retries);
  const late = spellTime((interval + timeout) * retries);
  return [
    {
      ko: `고장 나면 **약 ${soon.ko} 뒤 \`unhealthy\`**: ${sum.ko}. 응답 없이 멈추면 최대 ${late.ko}.`,
      en: `When it breaks it is **\`unhealthy\` after about ${soon.en}**: ${sum.en}. If it hangs, within ${late.en}.`,
    },
    startPeriod > 0 ? startFacts(startPeriod, Math.min(startInterval, startPeriod)) : firstFacts(interval),
  ];
}

function startFacts(startPeriod: number, startInterval: number): Localized {
  const period = spellTime(startPeriod);
  const every = spellTime(startInterval);
  return {
    ko: `시작하고 ${period.ko} 동안의 실패는 세지 않습니다. 그동안은 ${every.ko}마다 검사하고, 성공하면 바로 \`healthy\`입니다.`,
    en: `Failures in the first ${period.en} do not count. Until then it is checked every ${every.en}, and \`healthy\` at the first success.`,
  };
}

function firstFacts(interval: number): Localized {
  const first = spellTime(interval);
  return {
    ko: `첫 검사는 시작하고 ${first.ko} 뒤입니다. 그때까지 기다리는 서비스도 멈춰 있습니다.`,
    en: `The first check comes ${first.en} after the start; whoever waits for \`healthy\` waits until then.`,
  };
}

/** Says how long whoever waits for a healthy container waits at most. */
export function patienceFacts({ interval, retries, startPeriod }: HealthTiming): Lines {
  const patience = spellTime(startPeriod + interval * retries);
  return [
    {
      ko: `준비되지 않으면 시작하고 약 ${patience.ko} 뒤 \`unhealthy\`가 되고, \`docker compose up\`도 실패합니다.`,
      en: `Unless it gets ready it is \`unhealthy\` about ${patience.en} after its start, and \`docker compose up\` fails.`,
    },
  ];
}
