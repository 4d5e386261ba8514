import type { ContentData, NoteData } from '../../server/notes.ts';
import { parseEquivalents } from './equivalents.ts';
import { checkLinks } from './links.ts';
import { mergeLanguages } from './merge.ts';
import { parseNote, type ParsedNote } from './note.ts';
import { parseSheet } from './sheet.ts';
import type { SourceFile } from './source.ts';

/** The compiled content and every mistake found, each as one English line that names the file. */
export interface Compiled {
  readonly content: ContentData;
  readonly problems: readonly string[];
}

/** Compiles notes, cheat sheets and the table of what means the same. With any problem the content is not fit to ship. */
export function compileContent({
  notes,
  sheets,
  equivalents,
}: {
  readonly notes: readonly SourceFile[];
  readonly sheets: readonly SourceFile[];
  readonly equivalents?: SourceFile;
}): Compiled {
  const problems: string[] = [];
  const say = (problem: string): void => void problems.push(problem);
  const byOwner = new Map<string, { ko?: ParsedNote; en?: ParsedNote }>();
  for (const file of notes) {
    const name = /^(.+)\.(ko|en)\.md$/.exec(file.path);
    if (!name) {
      say(`${file.path}: a note's file is called <Owner>.ko.md or <Owner>.en.md`);
      continue;
    }
    const [, owner = '', locale] = name;
    const pair = byOwner.get(owner) ?? {};
    pair[locale as 'ko' | 'en'] = parseNote(file, say);
    byOwner.set(owner, pair);
  }
  const compiled: Record<string, NoteData> = {};
  for (const [owner, { ko, en }] of byOwner) {
    if (!ko || !en) say(`${owner}: the ${ko ? 'English' : 'Korean'} text is missing`);
    else Object.assign(compiled, mergeLanguages(owner, ko, en, say));
  }
  checkLinks(compiled, say);
  const sheetData = sheets.map((file) => parseSheet(file, say)).filter((sheet) => sheet !== undefined);
  return {
    content: { notes: compiled, sheets: sheetData, ...(equivalents ? { equivalents: parseEquivalents(equivalents, say) } : {}) },
    problems,
  };
}
