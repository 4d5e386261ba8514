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

/** How hovers are written. */
export interface HoverStyle {
  /** Links to notes are commands of the VS Code extension; otherwise they are left out, for other editors. */
  readonly commandLinks: boolean;
  /** Leaves the official text to another extension, which shows the same. */
  readonly withoutOfficial?: boolean;
  /** Of texts no more than what a thing is, its default and its values: for readers who know the rest. */
  readonly isShort?: boolean;
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
    note ? `**${note.title}** — ${linkNotes(shownOf(note, content, style), style)}` : title && `**${title}**`,
    facts.join(' · '),
    style.isShort ? '' : content.counterparts,
    note
      ? links(note, context.locale, style)
      : official &&
        (content.isOwn || !style.withoutOfficial) &&
        `---\n\n*${words[content.isOwn ? 'own' : 'official'][context.locale]}*\n\n${style.isShort ? firstOf(official) : official}`,
  ];
  return { kind: 'markdown', value: parts.filter((part) => part).join('\n\n') };
}

/** As much of a note as is shown. */
function shownOf(note: Note, { brief }: HoverContent, { isShort }: HoverStyle): string {
  if (brief) return firstParagraph(note);
  return isShort ? [firstParagraph(note), ...(note.body.match(defaultsAndValues) ?? [])].join('\n\n') : note.body;
}

/** The points of a note that say what is taken when nothing is said, and what can be said. */
const defaultsAndValues = /^- \*\*(?:기본값|값|Default|Values)\*\*.*$/gm;

function firstParagraph({ body }: Note): string {
  return firstOf(body);
}

function firstOf(text: string): string {
  return text.split('\n\n', 1)[0] ?? '';
}

function links(note: Note, locale: Locale, style: HoverStyle): string {
  const docs = `[${words.docs[locale]}](${note.docs})`;
  return style.commandLinks ? `[${words.open[locale]}](${noteLink(note.id)}) · ${docs}` : docs;
}

/** A link that opens the note in the extension. */
function noteLink(id: string): string {
  return `command:${openNoteCommand}?${encodeURIComponent(JSON.stringify([id]))}`;
}

/** Turns `note:` links of a body into command links, or into plain text where the editor has no such command. */
function linkNotes(body: string, style: HoverStyle): string {
  return body.replace(/\[([^[\]]*)\]\(note:([^)\s]+)\)/g, (_, text: string, id: string) =>
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
