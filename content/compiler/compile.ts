import type { ContentData, NoteData } from '../../server/notes.ts';
import { byLevel, parseChecklist } from './checklist.ts';
import type { Say } from './checks.ts';
import { parseComparison } from './comparison.ts';
import { checkDiagramNotes, parseDiagram } from './diagram.ts';
import { parseEquivalents } from './equivalents.ts';
import { parseGlossary } from './glossary.ts';
import { checkLinks } from './links.ts';
import { mergeLanguages } from './merge.ts';
import { parseNote, type ParsedNote } from './note.ts';
import { parseQuestion } from './question.ts';
import { checkCommandIds, parseSheet } from './sheet.ts';
import { parseSample } from './sample.ts';
import { parseSnippets } from './snippet.ts';
import type { SourceFile } from './source.ts';
import { parseTrouble } from './trouble.ts';

/** The compiled content and every mistake found, each as one English line that names the file. */
export interface Compiled {
  readonly content: ContentData;
  readonly problems: readonly string[];
}

/** The files of content by their kind. */
export interface ContentFiles {
  readonly notes: readonly SourceFile[];
  readonly sheets: readonly SourceFile[];
  readonly equivalents?: SourceFile;
  readonly questions?: readonly SourceFile[];
  readonly comparisons?: readonly SourceFile[];
  readonly troubles?: readonly SourceFile[];
  readonly checklists?: readonly SourceFile[];
  readonly glossary?: SourceFile;
  readonly snippets?: readonly SourceFile[];
  readonly diagrams?: readonly SourceFile[];
  readonly sample?: readonly SourceFile[];
}

/** Compiles all content. With any problem it is not fit to ship. */
export function compileContent(files: ContentFiles): Compiled {
  const { sheets, equivalents, questions = [], comparisons = [], glossary } = files;
  const problems: string[] = [];
  const say: Say = (problem) => void problems.push(problem);
  const troubles = (files.troubles ?? []).map((file) => parseTrouble(file, say));
  const checklists = byLevel(files.checklists ?? []).map((file) => parseChecklist(file, say));
  const pictures = (files.diagrams ?? []).map((file) => parseDiagram(file, say));
  const snippets = parseSnippets(files.snippets ?? [], say);
  const parts: readonly Record<string, NoteData>[] = [
    compileNotes(files.notes, say),
    ...questions.map((file) => parseQuestion(file, say)),
    ...comparisons.map((file) => parseComparison(file, say)),
    ...troubles.map(({ notes }) => notes),
    ...checklists.map(({ notes }) => notes),
    glossary ? parseGlossary(glossary, say) : {},
    snippets.notes,
    ...pictures.map(({ notes }) => notes),
  ];
  const notes = Object.fromEntries(parts.flatMap((part) => Object.entries(part)));
  checkLinks(notes, say);
  const compiledSheets = sheets.map((file) => parseSheet(file, say)).filter((sheet) => sheet !== undefined);
  checkCommandIds(compiledSheets, say);
  const diagrams = Object.fromEntries(pictures.flatMap((picture) => Object.entries(picture.diagrams)));
  checkDiagramNotes(diagrams, notes, say);
  return {
    content: {
      notes,
      sheets: compiledSheets,
      ...(equivalents ? { equivalents: parseEquivalents(equivalents, say) } : {}),
      troubles: troubles.flatMap(({ troubles }) => troubles),
      checklists: checklists.flatMap(({ checklists }) => checklists),
      snippets: snippets.snippets,
      diagrams,
      sample: (files.sample ?? []).map((file) => parseSample(file, say)),
    },
    problems,
  };
}

/** Joins the pairs of files that notes are written in. */
function compileNotes(files: readonly SourceFile[], say: Say): Record<string, NoteData> {
  const byOwner = new Map<string, { ko?: ParsedNote; en?: ParsedNote }>();
  for (const file of files) {
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
  const notes: Record<string, NoteData> = {};
  for (const [owner, { ko, en }] of byOwner) {
    if (!ko || !en) say(`${owner}: the ${ko ? 'English' : 'Korean'} text is missing`);
    else Object.assign(notes, mergeLanguages(owner, ko, en, say));
  }
  return notes;
}
