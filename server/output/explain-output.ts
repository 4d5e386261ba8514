import type { Locale, Localized } from '../locale.ts';
import type { Library } from '../notes.ts';
import type { PageContent } from '../protocol.ts';
import { troubleMatcher } from '../trouble-matches.ts';
import { outputLines } from './lines.ts';
import { messageMeaning } from './messages.ts';
import { readOutput } from './read.ts';
import { sections, type Topic } from './sections.ts';
import { quoted, speaker, type Say, type Seen } from './seen.ts';
import { entryFinder, type FindEntry } from './entries.ts';

const words = {
  title: { ko: '출력 해설', en: 'What this output says' },
  wrong: { ko: '{all}개 가운데 {some}개를 살펴보세요.', en: '{some} of {all} need a look.' },
  fine: { ko: '모두 정상입니다({all}개).', en: 'All {all} are fine.' },
  others: { ko: '정상: {names}', en: 'Fine: {names}' },
  rest: { ko: '다른 상태가 {count}가지 더 있습니다.', en: 'There are {count} more states.' },
  more: { ko: '외 {count}개', en: 'and {count} more' },
  message: { ko: '오류 메시지', en: 'Messages' },
} satisfies Record<string, Localized>;

/** As many sections as a page has. */
const topicLimit = 30;
/** As many names as are listed. */
const nameLimit = 20;
/** As many lines as are quoted of those that lead to the same entry. */
const lineLimit = 3;

/**
 * Explains what someone pasted from a terminal: tables and descriptions of Pods, events, containers, and lines that name a known
 * trouble. `undefined` when there is nothing in it that can be explained. What it shows of the output is code, never Markdown.
 */
export function explainOutput(
  text: string,
  { library, locale }: { readonly library: Library; readonly locale: Locale },
): PageContent | undefined {
  const say = speaker(locale);
  const { seen, rest } = readOutput(outputLines(text), say);
  const all = [...topicsOfSeen(seen, entryFinder(library, locale)), ...topicsOfLines(rest, library, locale, say)];
  const topics = all.slice(0, topicLimit);
  if (topics.length === 0 && seen.length === 0) return undefined;
  const fine = seen.filter(({ isFine }) => isFine);
  const related = [...new Set(topics.flatMap(({ entry }) => entry?.id ?? []))];
  return {
    locale,
    title: say(words.title),
    body: [
      summary(seen, fine.length, say),
      ...sections(topics, say),
      fine.length > 0 && fine.length < seen.length ? namesOf(fine, say) : '',
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
    related: related.map((id) => ({ id, title: library.note(id, locale)?.title ?? id })),
  };
}

function summary(seen: readonly Seen[], fine: number, say: Say): string {
  const all = seen.length;
  if (all === 0 || (all === 1 && fine === 0)) return '';
  return fine === all ? say(words.fine, { all }) : say(words.wrong, { all, some: all - fine });
}

function namesOf(fine: readonly Seen[], say: Say): string {
  const names = fine.slice(0, nameLimit).map(({ name }) => quoted(name));
  const rest = fine.length - names.length;
  const list = [...names, ...(rest > 0 ? [say(words.more, { count: rest })] : [])].join(', ');
  return say(words.others).replace('{names}', () => list);
}

/** What needs a look, by state. */
function topicsOfSeen(seen: readonly Seen[], find: FindEntry): readonly Topic[] {
  const topics = new Map<string, { title: string; entry: Topic['entry']; seen: Seen[] }>();
  for (const one of seen) {
    if (one.isFine) continue;
    const entry = find(one.about);
    const key = `${one.state} ${entry?.id ?? ''}`;
    const topic = topics.get(key);
    if (topic) topic.seen.push(one);
    else topics.set(key, { title: one.state, entry, seen: [one] });
  }
  return [...topics.values()].map((topic) => ({ ...topic, lines: [] }));
}

/** Lines that lead to an entry, by entry; and those whose meaning alone is known. */
function topicsOfLines(lines: readonly string[], library: Library, locale: Locale, say: Say): readonly Topic[] {
  const match = troubleMatcher(library.troubles());
  const topics = new Map<string, { title: string; entry: Topic['entry']; lines: string[] }>();
  for (const line of new Set(lines.map((one) => one.trim()))) {
    const [first] = match(line);
    const means = messageMeaning(line);
    if (!first && !means) continue;
    const key = first?.id ?? '';
    const told = [quoted(line), ...(means ? [`→ ${say(means)}`] : [])];
    const topic = topics.get(key);
    if (!topic) {
      const note = first && library.note(first.id, locale);
      topics.set(key, { title: say(words.message), entry: note, lines: told });
    } else if (topic.lines.length < 2 * lineLimit) topic.lines.push(...told);
  }
  return [...topics.values()].map((topic) => ({ ...topic, seen: [] }));
}
