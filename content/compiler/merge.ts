import type { NoteData } from '../../server/notes.ts';
import type { Say } from './checks.ts';
import type { ParsedNote, Section } from './note.ts';

/** Joins a note's two languages, section by section, into the notes they make; tells where they differ in shape. */
export function mergeLanguages(owner: string, ko: ParsedNote, en: ParsedNote, say: Say): Record<string, NoteData> {
  const notes: Record<string, NoteData> = {};
  if (ko.related.join() !== en.related.join()) say(`${owner}: related differs between the languages`);
  if (ko.source !== en.source) say(`${owner}: source differs between the languages`);
  if (ko.diagram !== en.diagram) say(`${owner}: diagram differs between the languages`);
  if (hostOf(ko.docs) !== hostOf(en.docs)) say(`${owner}: docs point to different sites`);
  const members = new Set([...ko.sections, ...en.sections].map(({ member }) => member));
  for (const member of members) {
    const koSection = only(owner, ko, member, say);
    const enSection = only(owner, en, member, say);
    if (!koSection || !enSection) continue;
    notes[member === '' ? owner : `${owner}#${member}`] = {
      title: { ko: titleOf(ko, member), en: titleOf(en, member) },
      docs: { ko: koSection.docs ?? ko.docs, en: enSection.docs ?? en.docs },
      ...(en.source === undefined ? {} : { source: en.source }),
      related: member === '' ? en.related : [owner, ...en.related.filter((id) => id !== `${owner}#${member}`)],
      body: { ko: koSection.body, en: enSection.body },
      ...(member === '' ? ofOwner(ko, en) : {}),
    };
  }
  return notes;
}

/** What concerns the note as a whole, and not its members. */
function ofOwner(ko: ParsedNote, en: ParsedNote): Pick<NoteData, 'keywords' | 'diagram'> {
  const keywords = [...new Set([...ko.keywords, ...en.keywords])];
  return { ...(keywords.length > 0 ? { keywords } : {}), ...(en.diagram === undefined ? {} : { diagram: en.diagram }) };
}

function titleOf(note: ParsedNote, member: string): string {
  return member === '' ? note.title : member;
}

function hostOf(address: string): string {
  return /^https:\/\/([^/]+)/.exec(address)?.[1] ?? '';
}

function only(owner: string, note: ParsedNote, member: string, say: Say): Section | undefined {
  const found = note.sections.filter((section) => section.member === member);
  if (found.length === 0) say(`${note.path}: the section ## ${member} of ${owner} is missing in this language`);
  if (found.length > 1) say(`${note.path}: the section ## ${member} stands twice`);
  return found[0];
}
