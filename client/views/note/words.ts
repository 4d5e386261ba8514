import type { Localized } from '../../../server/protocol.ts';

/** The words of the page, in the content language. */
export const words = {
  back: { ko: '뒤로', en: 'Back' },
  forward: { ko: '앞으로', en: 'Forward' },
  print: { ko: '인쇄…', en: 'Print…' },
  facts: { ko: '이 자리에서는', en: 'At this place' },
  docs: { ko: '공식 문서', en: 'Official documentation' },
  related: { ko: '함께 볼 노트', en: 'Related notes' },
  source: { ko: '출처', en: 'Source' },
  copy: { ko: '복사', en: 'Copy' },
  copied: { ko: '복사했습니다.', en: 'Copied.' },
  insert: { ko: '편집기에 넣기', en: 'Insert into the editor' },
  inserted: { ko: '편집기에 넣었습니다.', en: 'Inserted into the editor.' },
  terminal: { ko: '터미널에 붙여 넣기(실행하지 않음)', en: 'Paste into the terminal (does not run it)' },
  pasted: { ko: '터미널에 붙여 넣었습니다.', en: 'Pasted into the terminal.' },
  table: { ko: '표', en: 'Table' },
  empty: {
    ko: 'Dockerfile, Compose 파일, Kubernetes 매니페스트의 명령어나 필드에 커서를 두면 그 노트가 여기에 나타납니다.',
    en: 'Put the cursor on an instruction or a field of a Dockerfile, a Compose file or a Kubernetes manifest: its note appears here.',
  },
  failed: { ko: '노트를 불러오지 못했습니다.', en: 'The note could not be loaded.' },
  retry: { ko: '다시 시도', en: 'Try again' },
} satisfies Record<string, Localized>;

/** A word of the page. */
export type Word = keyof typeof words;
