import { createSearch, library } from '../core.ts';
import { fill, type Locale, type Localized } from '../locale.ts';
import { quote } from '../nearest.ts';
import type { LibraryEntry } from '../search/entry.ts';
import { languageOf, readText } from './arguments.ts';
import type { Command } from './command.ts';
import { UsageError } from './io.ts';
import { renderInline } from './markdown.ts';
import { harmless, styleOf, type Style } from './terminal.ts';

const words = {
  danger: { ko: '주의', en: 'Caution' },
  readAs: { ko: '“{query}”(으)로 찾은 결과입니다.', en: 'Results for “{query}”.' },
  left: { ko: '{count}개가 더 있습니다. 낱말을 더하거나 --limit을 쓰세요.', en: '{count} more; add a word, or use --limit.' },
  more: { ko: '라이브러리의 다른 항목:', en: 'Elsewhere in the library:' },
  none: { ko: '{query}에 맞는 명령어가 없습니다.', en: 'there is no command for {query}' },
} satisfies Record<string, Localized>;

/** As many commands as are shown unless more are asked for, and as many other entries as are named below them. */
const usualLimit = 10;
const mostOthers = 5;

/** `mulgil cheatsheet`: commands by what they do. */
export const cheatsheet: Command = {
  help: {
    en: `Usage: mulgil cheatsheet [options] WORD…

Finds commands of docker, Compose, kubectl and k3d by what they do, by
their options, or by initial consonants in Korean:

  mulgil cheatsheet follow logs
  mulgil cheatsheet docker run --rm
  mulgil cheatsheet ㅂㅍ

  --limit N               as many commands at most (10)
  --language ko|en|auto   language of the texts (auto: as the system)
  --help                  print this

Exit code: 0 found, 1 no such command, 2 wrong usage.
`,
    ko: `사용법: mulgil cheatsheet [옵션] 낱말…

docker, Compose, kubectl, k3d 명령어를 하는 일, 옵션, 초성으로 찾습니다.

  mulgil cheatsheet 로그 따라가기
  mulgil cheatsheet docker run --rm
  mulgil cheatsheet ㅂㅍ

  --limit N               보여 줄 명령어의 수 (10)
  --language ko|en|auto   글의 언어 (auto: 시스템을 따름)
  --help                  이 도움말

종료 코드: 0 찾음, 1 맞는 명령어가 없음, 2 잘못된 사용법.
`,
  },
  run: (args, io) => {
    const { text: query, values } = readText(args, { language: { type: 'string' }, limit: { type: 'string' } });
    if (query === '') throw new UsageError('say what to look for, such as `mulgil cheatsheet logs`');
    const limit = values.limit === undefined ? usualLimit : Number(values.limit);
    if (!Number.isInteger(limit) || limit < 1) throw new UsageError(`--limit must be a number from 1, not ${quote(values.limit ?? '')}`);
    const locale = languageOf(values.language, io);
    const search = createSearch(library);
    const { entries, total, readAs, counts } = search.find({ query, kinds: ['command'], limit }, locale);
    const others =
      Object.keys(counts).length > 0 ? search.find({ query: readAs ?? query, kinds: otherKinds, limit: mostOthers }, locale) : undefined;
    if (entries.length === 0) io.err(`mulgil: ${harmless(fill(words.none[locale], { query: quote(query) }))}`);
    const style = styleOf(io);
    const parts = [
      readAs === undefined || entries.length === 0 ? '' : harmless(fill(words.readAs[locale], { query: readAs })),
      ...entries.map((entry) => renderCommand(entry, locale, style)),
      total > entries.length ? style.dim(fill(words.left[locale], { count: String(total - entries.length) })) : '',
      others && others.entries.length > 0
        ? [words.more[locale], ...others.entries.map((entry) => renderOther(entry, style))].join('\n')
        : '',
    ].filter(Boolean);
    if (parts.length > 0) io.out(`${parts.join('\n\n')}\n`);
    return Promise.resolve(entries.length > 0 ? 0 : 1);
  },
};

/** What `mulgil explain` tells of; fields are found by it too, but would crowd out the rest. */
const otherKinds = ['troubleshooting', 'question', 'comparison', 'concept', 'checklist', 'term'] as const;

function renderCommand({ command = '', text, options = [], danger }: LibraryEntry, locale: Locale, style: Style): string {
  const width = Math.max(0, ...options.map(({ flag }) => flag.length));
  return [
    style.bold(command),
    `    ${renderInline(text, style)}`,
    ...(danger === undefined ? [] : [`    ${style.yellow(`${words.danger[locale]}:`)} ${renderInline(danger, style)}`]),
    ...options.map(({ flag, text: meaning }) => `    ${style.cyan(flag.padEnd(width))}  ${renderInline(meaning, style)}`),
  ].join('\n');
}

function renderOther({ id, title }: LibraryEntry, style: Style): string {
  return `  mulgil explain '${id}'  ${style.dim(title)}`;
}
