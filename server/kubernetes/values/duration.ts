import type { Localized } from '../../locale.ts';
import { counted, shown, type Lines } from '../../say.ts';

const units: readonly { readonly seconds: number; readonly ko: string; readonly en: string }[] = [
  { seconds: 86_400, ko: '일', en: 'day' },
  { seconds: 3600, ko: '시간', en: 'hour' },
  { seconds: 60, ko: '분', en: 'minute' },
  { seconds: 1, ko: '초', en: 'second' },
];

/** Whole seconds in words, by the two greatest units: 90 is `1분 30초`, 86,400 is `1일`. */
function spell(seconds: number): Localized {
  let rest = seconds;
  const parts: { readonly ko: string; readonly en: string }[] = [];
  for (const unit of units) {
    const count = Math.floor(rest / unit.seconds);
    if (count === 0) continue;
    rest -= count * unit.seconds;
    parts.push({ ko: `${counted(count)}${unit.ko}`, en: `${counted(count)} ${unit.en}${count === 1 ? '' : 's'}` });
  }
  if (parts.length === 0) return { ko: '0초', en: '0 seconds' };
  return { ko: parts.map(({ ko }) => ko).join(' '), en: parts.map(({ en }) => en).join(' ') };
}

/** Seconds with what they come to where that is more readable: `90초(1분 30초)`. */
export function inSeconds(seconds: number): Localized {
  const words = spell(seconds);
  const short = { ko: `${counted(seconds)}초`, en: `${counted(seconds)} s` };
  return seconds < 60 ? short : { ko: `${short.ko}(${words.ko})`, en: `${short.en} (${words.en})` };
}

/** Says what a number of seconds comes to, from a minute on: `86400` is a day. */
export function secondsFacts(text: string): Lines {
  if (!/^\d{2,12}$/.test(text)) return [];
  const seconds = Number(text);
  if (seconds < 60) return [];
  const words = spell(seconds);
  return [{ ko: `${shown(text)}초 = ${words.ko}`, en: `${shown(text)} seconds = ${words.en}` }];
}
