import { shown, type Lines } from '../../say.ts';
import { parseDuration } from './duration.ts';
import { spellTime } from './time-words.ts';

/** Says what a duration comes to, where it is not plain to see, and that a number needs a unit. */
export function durationFacts(text: string): Lines {
  const milliseconds = parseDuration(text);
  if (milliseconds === undefined) {
    if (!/^\d{1,9}$/.test(text)) return [];
    return [
      { ko: `단위가 없어 거부됩니다. ${shown(`${text}s`)}처럼 적으세요.`, en: `Refused for want of a unit: write ${shown(`${text}s`)}.` },
    ];
  }
  if (milliseconds <= 0 || (milliseconds < 60_000 && /^\d+s$/.test(text))) return [];
  const words = spellTime(milliseconds);
  return [{ ko: `${shown(text)} = ${words.ko}`, en: `${shown(text)} = ${words.en}` }];
}

/** Says how long a container is waited for before it is killed. */
export function graceFacts(text: string): Lines {
  const milliseconds = parseDuration(text);
  if (milliseconds === undefined) return durationFacts(text);
  const words = spellTime(milliseconds);
  return milliseconds <= 0
    ? [{ ko: '기다리지 않고 바로 강제 종료합니다.', en: 'Kills at once, without waiting.' }]
    : [
        {
          ko: `멈출 때 ${words.ko}까지 기다리고, 그래도 남아 있으면 \`SIGKILL\`로 끝냅니다.`,
          en: `Waits up to ${words.en} for it to stop, then sends \`SIGKILL\`.`,
        },
      ];
}
