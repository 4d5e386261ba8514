import type { Localized } from '../locale.ts';
import type { Note } from '../notes.ts';
import { quoted, type Say, type Seen } from './seen.ts';

/** What the output shows of one state or trouble. */
export interface Topic {
  /** The state as the output writes it, or words of ours where it is about lines without an entry. */
  readonly title: string;
  readonly entry: Note | undefined;
  readonly seen: readonly Seen[];
  /** In Markdown. */
  readonly lines: readonly string[];
}

const words = {
  read: { ko: '원인과 해결', en: 'Causes and remedies' },
  next: { ko: '더 알아보려면 실행해 보세요.', en: 'To see more, run:' },
  more: { ko: '외 {count}개도 같은 상태입니다.', en: '{count} more are in the same state.' },
} satisfies Record<string, Localized>;

/** As many as are quoted of those in one state. */
const seenLimit = 12;

/** The sections of a page, one for each topic: what it means, what the output shows, what to run next. */
export function sections(topics: readonly Topic[], say: Say): readonly string[] {
  return topics.map((topic) => {
    const commands = topic.seen[0]?.commands ?? [];
    return [
      `## ${headingOf(topic)}`,
      meaningOf(topic, say),
      [...topic.lines.map((line) => (line.startsWith('→') ? `  ${line}` : `- ${line}`)), ...seenLines(topic.seen, say)].join('\n'),
      commands.length === 0 ? '' : `${say(words.next)}\n\n\`\`\`sh\n${commands.join('\n')}\n\`\`\``,
    ]
      .filter((part) => part !== '')
      .join('\n\n');
  });
}

function headingOf({ title, entry, seen }: Topic): string {
  return seen.length > 0 ? quoted(title, 80) : (entry?.title ?? title);
}

/** The first sentences of the entry, and the way to the rest of it. */
function meaningOf({ entry }: Topic, say: Say): string {
  if (!entry) return '';
  const [first = ''] = entry.body.split('\n\n', 1);
  return `${first} [${say(words.read)}: ${entry.title}](note:${encodeURIComponent(entry.id)})`;
}

function seenLines(seen: readonly Seen[], say: Say): readonly string[] {
  const rest = seen.length - seenLimit;
  return [
    ...seen
      .slice(0, seenLimit)
      .flatMap(({ name, namespace, signs }) => [
        `- **${quoted(namespace === undefined ? name : `${namespace}/${name}`)}**`,
        ...signs.map((sign) => (sign.startsWith('→') ? `    ${sign}` : `  - ${sign}`)),
      ]),
    ...(rest > 0 ? [`- ${say(words.more, { count: rest })}`] : []),
  ];
}
