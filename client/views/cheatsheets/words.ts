import type { Localized } from '../../../server/protocol.ts';

/** The words of the page. They follow the content language, not that of VS Code, so that the page reads as one. */
export const words = {
  search: { ko: '치트 시트 검색', en: 'Search the cheat sheets' },
  placeholder: { ko: '검색: 배포, ㅂㅍ, --rm, logs …', en: 'Search: deploy, --rm, logs …' },
  clear: { ko: '검색어 지우기', en: 'Clear the search' },
  found: { ko: '명령어 {count}개를 찾았습니다.', en: '{count} commands found.' },
  foundOne: { ko: '명령어 1개를 찾았습니다.', en: '1 command found.' },
  readAs: { ko: '‘{query}’(으)로 찾은 결과입니다.', en: 'Results for “{query}”.' },
  none: { ko: '찾은 명령어가 없습니다. 낱말을 줄여 보세요.', en: 'No command found. Try fewer words.' },
  options: { ko: '옵션 {count}개', en: '{count} options' },
  optionsOne: { ko: '옵션 1개', en: '1 option' },
  danger: { ko: '주의', en: 'Caution' },
  copy: { ko: '복사', en: 'Copy' },
  copied: { ko: '복사했습니다.', en: 'Copied.' },
  insert: { ko: '편집기에 넣기', en: 'Insert into the editor' },
  inserted: { ko: '편집기에 넣었습니다.', en: 'Inserted into the editor.' },
  terminal: { ko: '터미널에 붙여 넣기(실행하지 않음)', en: 'Paste into the terminal (does not run it)' },
  pasted: { ko: '터미널에 붙여 넣었습니다.', en: 'Pasted into the terminal.' },
  docs: { ko: '공식 문서', en: 'Official documentation' },
  source: { ko: '출처', en: 'Source' },
  keys: { ko: '키보드', en: 'Keyboard' },
  keySearch: { ko: '검색으로 가기', en: 'go to the search' },
  keyMove: { ko: '항목 사이 이동', en: 'move between entries' },
  keyEscape: { ko: '검색어 지우기', en: 'clear the search' },
  loading: { ko: '불러오는 중…', en: 'Loading …' },
  failed: { ko: '치트 시트를 불러오지 못했습니다.', en: 'The cheat sheets could not be loaded.' },
  retry: { ko: '다시 시도', en: 'Try again' },
} satisfies Record<string, Localized>;

/** A word of the page. */
export type Word = keyof typeof words;
