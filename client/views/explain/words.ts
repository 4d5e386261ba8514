import type { Localized } from '../../../server/protocol.ts';

/** The words of the page, in the content language. */
export const words = {
  line: { ko: '{line}행', en: 'Line {line}' },
  lines: { ko: '{line}–{last}행', en: 'Lines {line}–{last}' },
  goTo: { ko: '{line}행으로 이동', en: 'Go to line {line}' },
  why: { ko: '이유', en: 'Why' },
  findings: { ko: '고칠 점', en: 'Findings' },
  error: { ko: '오류', en: 'Error' },
  warning: { ko: '경고', en: 'Warning' },
  info: { ko: '정보', en: 'Info' },
  hint: { ko: '힌트', en: 'Hint' },
  summary: { ko: '{parts}개 부분 · 고칠 점 {findings}개', en: '{parts} parts · {findings} findings' },
  empty: {
    ko: '설명할 내용이 아직 없습니다. 파일에 명령어를 적으면 여기에 나타납니다.',
    en: 'Nothing to explain yet. Instructions appear here as you write them.',
  },
  failed: { ko: '해설을 불러오지 못했습니다.', en: 'The explanation could not be loaded.' },
  retry: { ko: '다시 시도', en: 'Try again' },
} satisfies Record<string, Localized>;
