import type { Localized } from '../../server/locale.ts';
import type { NoteData } from '../../server/notes.ts';
import { address, listOf, localized, readYaml, record, slug, text, type Say } from './checks.ts';
import { noteOf } from './entry.ts';
import { checkMarkdown } from './markdown.ts';
import type { SourceFile } from './source.ts';

interface Term {
  readonly id: string;
  readonly term: Localized;
  readonly also?: readonly string[];
  readonly text: Localized;
  readonly note?: string;
  readonly docs: string;
  readonly source?: string;
}

const glossary = listOf(
  record({ id: slug, term: localized, text: localized, docs: address }, { also: listOf(text), note: text, source: text }),
);
const limits = { text: 400, codeLines: 4 };

/** Reads the glossary; each term becomes a note, with its other names and its name in the other language as key words. */
export function parseGlossary(file: SourceFile, say: Say): Record<string, NoteData> {
  const notes: Record<string, NoteData> = {};
  for (const { id, term, also = [], text, note, docs, source } of (readYaml(file, glossary, say) as readonly Term[] | undefined) ?? []) {
    const key = `glossary/${id}`;
    if (Object.hasOwn(notes, key)) say(`${file.path}: the term ${id} stands twice`);
    for (const locale of ['ko', 'en'] as const) checkMarkdown(`${file.path} ${id} (${locale})`, text[locale], limits, say);
    notes[key] = noteOf(term.ko === term.en ? term : { ko: `${term.ko} (${term.en})`, en: `${term.en} (${term.ko})` }, text, {
      docs,
      related: note === undefined ? [] : [note],
      keywords: also,
      ...(source === undefined ? {} : { source }),
    });
  }
  return notes;
}
