import type { Locale, Localized } from '../../../server/protocol.ts';

/** The words of the page, in the content language. */
export const words = {
  tools: { ko: '그림 도구', en: 'Drawing tools' },
  zoomIn: { ko: '크게', en: 'Zoom in' },
  zoomOut: { ko: '작게', en: 'Zoom out' },
  fit: { ko: '맞추기', en: 'Fit' },
  save: { ko: 'SVG로 저장', en: 'Save as SVG' },
  saved: { ko: '저장했습니다.', en: 'Saved.' },
  everything: { ko: '작업 영역 전체', en: 'Whole workspace' },
  asText: { ko: '글로 보기', en: 'As text' },
  leadsTo: { ko: '{name} → {others}', en: '{name} → {others}' },
  broken: { ko: '{name} (끊어진 연결)', en: '{name} (broken)' },
  line: { ko: '{name}, {line}행', en: '{name}, line {line}' },
  lineOf: { ko: '{name}, {file} {line}행', en: '{name}, line {line} of {file}' },
  empty: {
    ko: '그릴 것이 아직 없습니다. 파일에 적으면 여기에 나타납니다.',
    en: 'Nothing to draw yet. What you write in the file appears here.',
  },
  failed: { ko: '그림을 불러오지 못했습니다.', en: 'The drawing could not be loaded.' },
  retry: { ko: '다시 시도', en: 'Try again' },
} satisfies Record<string, Localized>;

/** Says a word of the page. */
export type Say = (word: keyof typeof words, values?: Readonly<Record<string, string>>) => string;

/** Makes the page speak a language. What is filled in stays as it is. */
export function speak(locale: Locale): Say {
  return (word, values = {}) => words[word][locale].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
