import type { Localized } from '../../server/locale.ts';
import type { ChecklistData, NoteData } from '../../server/notes.ts';
import { aboutEntry, address, listOf, localized, readYaml, record, slug, text, type Say } from './checks.ts';
import { bothLanguages, nameOf, noteOf, type About } from './entry.ts';
import type { SourceFile } from './source.ts';

interface Checklist extends About {
  readonly title: Localized;
  readonly text: Localized;
  readonly items: ChecklistData['items'];
}

const checklist = record(
  { title: localized, text: localized, docs: address, items: listOf(record({ id: slug, text: localized, note: text, docs: address })) },
  aboutEntry,
);

/** The levels, the last first. */
const levels = ['advanced', 'intermediate', 'beginner'];

/** Puts the files of checklists in the order of their levels, others last. */
export function byLevel(files: readonly SourceFile[]): readonly SourceFile[] {
  const level = ({ path }: SourceFile): number => levels.indexOf(nameOf(path));
  return [...files].sort((a, b) => level(b) - level(a));
}

/** Reads a checklist: what someone of a level can do, each item with the note that teaches it. */
export function parseChecklist(
  file: SourceFile,
  say: Say,
): { readonly notes: Record<string, NoteData>; readonly checklists: readonly ChecklistData[] } {
  const data = readYaml(file, checklist, say) as Checklist | undefined;
  if (!data) return { notes: {}, checklists: [] };
  const id = `checklists/${nameOf(file.path)}`;
  const items = data.items.map(({ id, text }) => ({ id, text }));
  if (new Set(items.map((item) => item.id)).size < items.length) say(`${file.path}: two items have the same id`);
  const body = bothLanguages((locale) =>
    [data.text[locale].trim(), data.items.map(({ text, note }) => `- [${text[locale]}](note:${note})`).join('\n')].join('\n\n'),
  );
  return { notes: { [id]: noteOf(data.title, body, data) }, checklists: [{ id, title: data.title, items: data.items }] };
}
