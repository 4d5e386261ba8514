import type { Localized } from '../../../server/protocol.ts';

/** The words of the page, in the content language. */
export const words = {
  back: { ko: '뒤로', en: 'Back' },
  docs: { ko: '공식 문서', en: 'Official documentation' },
  related: { ko: '함께 볼 노트', en: 'Related notes' },
  source: { ko: '출처', en: 'Source' },
  failed: { ko: '노트를 불러오지 못했습니다.', en: 'The note could not be loaded.' },
  retry: { ko: '다시 시도', en: 'Try again' },
} satisfies Record<string, Localized>;
