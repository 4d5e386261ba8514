import type { EntryKind, Localized } from '../../../server/protocol.ts';

/** The words of the page. They follow the language of its contents, not that of VS Code, so that the page reads as one. */
export const words = {
  search: { ko: '라이브러리 검색', en: 'Search the library' },
  placeholder: { ko: '검색: 배포, ㅂㅍ, --rm …', en: 'Search: deploy, --rm …' },
  clear: { ko: '검색어 지우기', en: 'Clear the search' },
  otherLanguage: { ko: 'English로 보기', en: 'Show in Korean' },
  found: { ko: '{count}개를 찾았습니다.', en: '{count} found.' },
  readAs: { ko: '‘{query}’(으)로 찾은 결과입니다.', en: 'Results for “{query}”.' },
  none: { ko: '찾은 것이 없습니다. 낱말을 줄여 보세요.', en: 'Nothing found. Try fewer words.' },
  noneOfKinds: { ko: '고른 종류에는 없습니다.', en: 'None of the chosen kinds.' },
  more: { ko: '더 보기', en: 'Show more' },
  kinds: { ko: '종류', en: 'Kinds' },
  all: { ko: '전체', en: 'All' },
  linked: { ko: '링크로 연 항목', en: 'Opened by a link' },
  start: { ko: '처음이신가요?', en: 'New here?' },
  walkthrough: { ko: '첫걸음 따라 하기', en: 'Take the first steps' },
  sample: { ko: '연습용 프로젝트 열기', en: 'Open the sample project' },
  favourites: { ko: '즐겨찾기', en: 'Favourites' },
  recent: { ko: '최근에 쓴 것', en: 'Recently used' },
  learn: { ko: '알아보기', en: 'Look up' },
  practise: { ko: '만들고 익히기', en: 'Make and practise' },
  reference: { ko: '파일에 쓰는 것', en: 'What goes into files' },
  sheets: { ko: '치트 시트 · {tool}', en: 'Cheat sheets · {tool}' },
  options: { ko: '옵션 {count}개', en: '{count} options' },
  optionsOne: { ko: '옵션 1개', en: '1 option' },
  progress: { ko: '{done}/{count}개 완료', en: '{done} of {count} done' },
  danger: { ko: '주의', en: 'Caution' },
  favourite: { ko: '즐겨찾기', en: 'Favourite' },
  read: { ko: '노트 열기', en: 'Open the note' },
  copy: { ko: '복사', en: 'Copy' },
  copied: { ko: '복사했습니다.', en: 'Copied.' },
  insert: { ko: '편집기에 넣기', en: 'Insert into the editor' },
  inserted: { ko: '편집기에 넣었습니다.', en: 'Inserted into the editor.' },
  terminal: { ko: '터미널에 붙여 넣기(실행하지 않음)', en: 'Paste into the terminal (does not run it)' },
  pasted: { ko: '터미널에 붙여 넣었습니다.', en: 'Pasted into the terminal.' },
  docs: { ko: '공식 문서', en: 'Official documentation' },
  keys: { ko: '키보드', en: 'Keyboard' },
  keySearch: { ko: '검색으로 가기', en: 'go to the search' },
  keyMove: { ko: '항목 사이 이동', en: 'move between entries' },
  keyEnter: { ko: '노트 열기, 명령어 복사, 스니펫 넣기', en: 'open a note, copy a command, insert a snippet' },
  keyEscape: { ko: '검색어 지우기', en: 'clear the search' },
  loading: { ko: '불러오는 중…', en: 'Loading …' },
  failed: { ko: '라이브러리를 불러오지 못했습니다.', en: 'The library could not be loaded.' },
  retry: { ko: '다시 시도', en: 'Try again' },
} satisfies Record<string, Localized>;

/** A word of the page. */
export type Word = keyof typeof words;

/** What the kinds of entries are called: several, and one. */
export const kindNames: Readonly<Record<EntryKind, { readonly all: Localized; readonly one: Localized }>> = {
  troubleshooting: { all: { ko: '문제 해결', en: 'Troubleshooting' }, one: { ko: '문제 해결', en: 'Troubleshooting' } },
  question: { all: { ko: '질문과 답', en: 'Questions' }, one: { ko: '질문', en: 'Question' } },
  comparison: { all: { ko: '비교', en: 'Comparisons' }, one: { ko: '비교', en: 'Comparison' } },
  concept: { all: { ko: '개념', en: 'Concepts' }, one: { ko: '개념', en: 'Concept' } },
  diagram: { all: { ko: '그림', en: 'Pictures' }, one: { ko: '그림', en: 'Picture' } },
  command: { all: { ko: '명령어', en: 'Commands' }, one: { ko: '명령어', en: 'Command' } },
  snippet: { all: { ko: '스니펫', en: 'Snippets' }, one: { ko: '스니펫', en: 'Snippet' } },
  checklist: { all: { ko: '체크리스트', en: 'Checklists' }, one: { ko: '체크리스트', en: 'Checklist' } },
  term: { all: { ko: '용어', en: 'Glossary' }, one: { ko: '용어', en: 'Term' } },
  reference: { all: { ko: '필드와 명령', en: 'Fields' }, one: { ko: '필드와 명령', en: 'Field' } },
};
