import type { MarkupContent } from 'vscode-languageserver-types';
import type { FeatureContext, HoverContent } from './language.ts';
import type { Locale, Localized } from './locale.ts';
import type { Note } from './notes.ts';

/** The command that opens a note beside the editor; links name it only for clients that said they have it. */
export const openNoteCommand = 'mulgil.openNote';

const words = {
  open: { ko: '노트 열기', en: 'Open the note' },
  docs: { ko: '공식 문서', en: 'Official documentation' },
} satisfies Record<string, Localized>;

/** How links to notes are written: as commands of the VS Code extension, or left out for other editors. */
export interface HoverStyle {
  readonly commandLinks: boolean;
}

/** Turns what stands under the cursor into Markdown: bold name with its first sentence, the rest of the note, facts, links. */
export function renderHover(content: HoverContent, context: FeatureContext, style: HoverStyle): MarkupContent | undefined {
  const note = content.noteId === undefined ? undefined : context.library.note(content.noteId, context.locale);
  const facts = (content.facts ?? []).join(' · ');
  if (!note)
    return content.title === undefined
      ? undefined
      : { kind: 'markdown', value: [`**${content.title}**`, facts].filter((part) => part !== '').join('\n\n') };
  const value = [`**${note.title}** — ${linkNotes(note.body, style)}`, facts, links(note, context.locale, style)]
    .filter((part) => part !== '')
    .join('\n\n');
  return { kind: 'markdown', value };
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
export function summaryOf(noteId: string, context: FeatureContext): { documentation?: MarkupContent } {
  const note = context.library.note(noteId, context.locale);
  if (!note) return {};
  const [first = ''] = note.body.split('\n\n', 1);
  return {
    documentation: {
      kind: 'markdown',
      value: `${linkNotes(first, { commandLinks: false })}\n\n[${words.docs[context.locale]}](${note.docs})`,
    },
  };
}
