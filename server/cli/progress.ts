import { fill, type Locale, type Localized } from '../locale.ts';
import type { Io } from './io.ts';

const words = {
  reading: { ko: '파일 {total}개 중 {done}개를 읽었습니다', en: 'read {done} of {total} files' },
  checking: { ko: '파일 {total}개 중 {done}개를 확인했습니다', en: 'checked {done} of {total} files' },
} satisfies Record<string, Localized>;

/** From this many files on, progress is told, and not again for some milliseconds. */
const progressFrom = 200;
const pause = 100;

/** Tells a person at a terminal how far a long run is, on one line that vanishes. Where nobody watches, it does nothing. */
export interface Progress {
  report(what: keyof typeof words, done: number, total: number): void;
  /** Takes the line away, before anything else is printed. */
  end(): void;
}

/** Begins to tell of progress on standard error, if that is a terminal. */
export function createProgress({ status }: Pick<Io, 'status'>, locale: Locale, now: () => number = Date.now): Progress {
  let last = now();
  let isShown = false;
  return {
    report: (what, done, total) => {
      if (!status || total < progressFrom || now() - last < pause) return;
      last = now();
      isShown = true;
      status(fill(words[what][locale], { done: String(done), total: String(total) }));
    },
    end: () => {
      if (isShown) status?.('');
      isShown = false;
    },
  };
}
