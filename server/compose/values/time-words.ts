import type { Localized } from '../../locale.ts';
import { counted } from '../../say.ts';

const units: readonly { readonly milliseconds: number; readonly ko: string; readonly en: string }[] = [
  { milliseconds: 86_400_000, ko: '일', en: 'day' },
  { milliseconds: 3_600_000, ko: '시간', en: 'hour' },
  { milliseconds: 60_000, ko: '분', en: 'minute' },
];

/** A time in words: 90,000 ms is `1분 30초`, 500 ms is `0.5초`. */
export function spellTime(milliseconds: number): Localized {
  let rest = Math.max(0, milliseconds);
  const ko: string[] = [];
  const en: string[] = [];
  for (const unit of units) {
    const count = Math.floor(rest / unit.milliseconds);
    if (count === 0) continue;
    rest -= count * unit.milliseconds;
    ko.push(`${counted(count)}${unit.ko}`);
    en.push(`${counted(count)} ${unit.en}${count === 1 ? '' : 's'}`);
  }
  if (rest > 0 || ko.length === 0) {
    const seconds = counted(rest / 1000, 3);
    ko.push(`${seconds}초`);
    en.push(`${seconds} ${seconds === '1' ? 'second' : 'seconds'}`);
  }
  return { ko: ko.join(' '), en: en.join(' ') };
}
