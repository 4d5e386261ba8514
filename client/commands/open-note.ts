import { l10n, window, type QuickPickItem } from 'vscode';
import type { NoteTitle } from '../../server/protocol.ts';
import type { Library } from '../library.ts';
import type { Notes } from '../views/note/panel.ts';

type NoteItem = QuickPickItem & { readonly id: string };

/**
 * Makes the command that opens a note beside the editor.
 * Links pass the note's id, and the cursor stays where it is; without an id the user chooses, the note at the cursor being the first to choose.
 */
export function openNote(library: Library, notes: Notes): (id?: unknown) => Promise<void> {
  return async (id) => {
    if (typeof id === 'string') return notes.show(id, { preserveFocus: true });
    const chosen = await chooseNote(library);
    if (chosen !== undefined) await notes.show(chosen, { preserveFocus: false });
  };
}

async function chooseNote(library: Library): Promise<string | undefined> {
  const [titles, here] = await Promise.all([library.titles(), noteAtCursor(library)]);
  const picked = await window.showQuickPick(arrange(titles, here), {
    title: l10n.t('Open a note'),
    placeHolder: l10n.t('Name of an instruction, a field or a concept'),
    matchOnDescription: true,
  });
  return picked?.id;
}

/** The note at the cursor first; the others in the server's order. */
function arrange(titles: readonly NoteTitle[], here: string | null): readonly NoteItem[] {
  const items = titles.map(({ id, title }): NoteItem => ({ id, label: title, description: id }));
  const first = items.find(({ id }) => id === here);
  return first ? [{ ...first, detail: l10n.t('At the cursor') }, ...items.filter(({ id }) => id !== here)] : items;
}

async function noteAtCursor(library: Library): Promise<string | null> {
  const editor = window.activeTextEditor;
  return editor ? library.noteAt(editor.document, editor.selection.active) : null;
}
