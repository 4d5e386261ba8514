import type { MarkupContent } from 'vscode-languageserver-types';
import type { FeatureContext, HoverContent } from './language.ts';
import type { Locale, Localized } from './locale.ts';
import type { Note } from './notes.ts';

/** The command that opens a note beside the editor; links name it only for clients that said they have it. */
export const openNoteCommand = 'mulgil.openNote';

const words = {
  open: { ko: '노트 열기', en: 'Open the note' },
  docs: { ko: '공식 문서', en: 'Official documentation' },
  official: { ko: '공식 설명(영문)', en: 'Official description' },
  own: { ko: 'CustomResourceDefinition의 설명', en: 'Description in the CustomResourceDefinition' },
} satisfies Record<string, Localized>;

/** How links to notes are written: as commands of the VS Code extension, or left out for other editors. */
export interface HoverStyle {
  readonly commandLinks: boolean;
}

/** What is needed to speak of notes. */
type Told = Pick<FeatureContext, 'locale' | 'library'>;

/**
 * Turns what stands under the cursor into Markdown: what it comes to, the bold name with its first sentence, the rest of the note,
 * facts, links; without a note the official text below a line.
 */
export function renderHover(content: HoverContent, context: FeatureContext, style: HoverStyle): MarkupContent | undefined {
  const { noteId, title, lead = [], facts = [], official } = content;
  const note = noteId === undefined ? undefined : context.library.note(noteId, context.locale);
  if (!note && title === undefined && lead.length === 0) return undefined;
  const parts = [
    lead.join('  \n'), // two spaces break a line in Markdown
    note ? `**${note.title}** — ${linkNotes(content.brief ? firstParagraph(note) : note.body, style)}` : title && `**${title}**`,
    facts.join(' · '),
    content.counterparts,
    note
      ? links(note, context.locale, style)
      : official && `---\n\n*${words[content.isOwn ? 'own' : 'official'][context.locale]}*\n\n${official}`,
  ];
  return { kind: 'markdown', value: parts.filter((part) => part).join('\n\n') };
}

function firstParagraph({ body }: Note): string {
  return body.split('\n\n', 1)[0] ?? '';
}

function links(note: Note, locale: Locale, style: HoverStyle): string {
  const docs = `[${words.docs[locale]}](${note.docs})`;
  return style.commandLinks ? `[${words.open[locale]}](${noteLink(note.id)}) · ${docs}` : docs;
}

/** A link that opens the note in the extension. */
export function noteLink(id: string): string {
  return `command:${openNoteCommand}?${encodeURIComponent(JSON.stringify([id]))}`;
}

/** Turns `note:` links of a body into command links, or into plain text where the editor has no such command. */
export function linkNotes(body: string, style: HoverStyle): string {
  return body.replace(/\[([^\]]*)\]\(note:([^)\s]+)\)/g, (_, text: string, id: string) =>
    style.commandLinks ? `[${text}](${noteLink(id)})` : text,
  );
}

/** A note as the documentation of a completion: its first paragraph and where to read on. */
export function summaryOf(noteId: string, context: Told): { documentation?: MarkupContent } {
  const note = context.library.note(noteId, context.locale);
  if (!note) return {};
  return {
    documentation: {
      kind: 'markdown',
      value: `${linkNotes(firstParagraph(note), { commandLinks: false })}\n\n[${words.docs[context.locale]}](${note.docs})`,
    },
  };
}
