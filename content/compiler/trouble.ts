import type { Locale, Localized } from '../../server/locale.ts';
import type { NoteData, TroubleData } from '../../server/notes.ts';
import { aboutEntry, address, anyListOf, listOf, localized, localizedOrSame, readYaml, record, text, type Say } from './checks.ts';
import { bothLanguages, inBoth, nameOf, noteOf, type About } from './entry.ts';
import { checkInline } from './markdown.ts';
import type { SourceFile } from './source.ts';

interface Trouble extends About {
  readonly title: Localized | string;
  readonly matches: readonly string[];
  readonly states?: readonly string[];
  readonly symptom: Localized;
  readonly look: readonly (Localized & { readonly command: string })[];
  readonly causes: readonly Cause[];
}

interface Cause {
  readonly cause: Localized;
  readonly remedy: Localized;
  readonly command?: string;
  readonly danger?: Localized;
}

const trouble = record(
  {
    title: localizedOrSame,
    matches: anyListOf(text),
    symptom: localized,
    look: listOf(record({ command: text, ko: text, en: text })),
    causes: listOf(record({ cause: localized, remedy: localized }, { command: text, danger: localized })),
    docs: address,
  },
  { ...aboutEntry, states: listOf(text) },
);

const words = {
  look: { ko: '먼저 볼 것', en: 'Where to look' },
  causes: { ko: '원인과 해결', en: 'Causes and remedies' },
  danger: { ko: '주의', en: 'Watch out' },
} satisfies Record<string, Localized>;

/** Reads an entry of troubleshooting: symptom, where to look, causes with their remedies. Its note tells them in this order. */
export function parseTrouble(
  file: SourceFile,
  say: Say,
): { readonly notes: Record<string, NoteData>; readonly troubles: readonly TroubleData[] } {
  const data = readYaml(file, trouble, say) as Trouble | undefined;
  if (!data) return { notes: {}, troubles: [] };
  const id = `troubleshooting/${nameOf(file.path)}`;
  const body = bothLanguages((locale) => bodyOf(data, locale));
  for (const locale of ['ko', 'en'] as const)
    checkInline(`${file.path} (${locale})`, body[locale].replace(/^ *```[\s\S]*?^ *```/gm, ''), say);
  const keywords = [...(data.keywords ?? []), ...data.matches, ...(data.states ?? [])];
  return {
    notes: { [id]: noteOf(inBoth(data.title), body, { ...data, keywords: [...new Set(keywords)] }) },
    troubles: [{ id, matches: data.matches, states: data.states ?? [] }],
  };
}

function bodyOf({ symptom, look, causes }: Trouble, locale: Locale): string {
  const steps = look.map((step, index) => `${index + 1}. ${oneLine(step[locale])}\n\n${shell(step.command, '   ')}`);
  const remedies = causes.map(({ cause, remedy, command, danger }) =>
    [
      `- **${oneLine(cause[locale])}** ${oneLine(remedy[locale])}`,
      command === undefined ? '' : shell(command, '  '),
      danger === undefined ? '' : `  **${words.danger[locale]}** ${oneLine(danger[locale])}`,
    ]
      .filter(Boolean)
      .join('\n\n'),
  );
  return [
    symptom[locale].trim(),
    `### ${words.look[locale]}`,
    steps.join('\n\n'),
    `### ${words.causes[locale]}`,
    remedies.join('\n\n'),
  ].join('\n\n');
}

function shell(command: string, indent: string): string {
  return ['```sh', ...command.trim().split('\n'), '```'].map((line) => `${indent}${line}`).join('\n');
}

function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ');
}
