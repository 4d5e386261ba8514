import type { LibraryEntry } from '../../../../server/protocol.ts';
import type { EntryAction } from '../messages.ts';
import { drawChecklist } from './checklist.ts';
import { drawCommand, drawOptions } from './command.ts';
import { element, icon, withCode, type Icon } from './dom.ts';
import type { Style } from './style.ts';

/** The keys that do on an entry what its buttons do. */
export const actionKeys: Readonly<Record<EntryAction, string>> = {
  copy: 'Enter',
  insert: 'Shift+Enter',
  terminal: navigator.userAgent.includes('Mac') ? '⌘Enter' : 'Ctrl+Enter',
};

/** What Enter and a click do on an entry. */
function mainAction({ kind }: Pick<LibraryEntry, 'kind'>): EntryAction | 'read' {
  return kind === 'command' ? 'copy' : kind === 'snippet' ? 'insert' : 'read';
}

let drawn = 0;

/** What stands around an entry. */
export interface Surroundings {
  /** Entries of other kinds stand beside it, so that it says what it is. */
  readonly isAmongOthers: boolean;
  /** What is looked for. */
  readonly words?: readonly RegExp[];
}

/** Draws an entry: commands with what they do, their options and buttons; all others as a line that leads to their note. */
export function drawEntry(entry: LibraryEntry, style: Style, { isAmongOthers, words = [] }: Surroundings): HTMLLIElement {
  const id = `entry-${++drawn}`;
  const about = isAmongOthers ? aboutOf(entry, style) : '';
  const main = entry.kind === 'command' ? drawCommand(entry, id, style) : drawLine(entry, id);
  return element(
    'li',
    {
      class: `entry ${entry.kind}`,
      tabindex: '0',
      'data-id': entry.id,
      'data-main': mainAction(entry),
      'aria-labelledby': `${id}-title ${id}-text${about === '' ? '' : ` ${id}-about`}`,
    },
    ...(about === '' ? [] : [element('p', { class: 'about', id: `${id}-about` }, about)]),
    main,
    ...(entry.items ? [drawChecklist(entry.id, entry.items, style)] : []),
    element('div', { class: 'foot' }, ...drawOptions(entry, style, words), drawActions(entry, style)),
  );
}

/** What an entry is and where it belongs; of fields the latter says it all. */
function aboutOf({ kind, place = '' }: LibraryEntry, { kindName }: Style): string {
  return [kind === 'reference' ? '' : kindName(kind, 'one'), place].filter(Boolean).join(' · ');
}

function drawLine({ title, text }: LibraryEntry, id: string): DocumentFragment {
  const line = document.createDocumentFragment();
  line.append(
    element('p', { class: 'title', id: `${id}-title` }, title),
    element('p', { class: 'text', id: `${id}-text` }, ...withCode(text)),
  );
  return line;
}

function drawActions(entry: LibraryEntry, style: Style): HTMLElement {
  const { say, hasTerminal, favourites } = style;
  const main = mainAction(entry);
  const button = (action: EntryAction | 'read', drawing: Icon): HTMLElement => {
    const key = action === main ? 'Enter' : action === 'read' ? '' : action === 'copy' ? '' : actionKeys[action];
    const title = key === '' ? say(action) : `${say(action)} (${key})`;
    return element('button', { type: 'button', tabindex: '-1', 'data-action': action, title, 'aria-label': say(action) }, icon(drawing));
  };
  const actions: HTMLElement[] = [];
  if (entry.kind === 'command' || entry.kind === 'snippet') actions.push(button('copy', 'copy'), button('insert', 'insert'));
  if (entry.kind === 'command' && hasTerminal) actions.push(button('terminal', 'terminal'));
  if (entry.kind !== 'command') actions.push(button('read', 'book'));
  if (entry.docs !== undefined)
    actions.push(
      element('a', { class: 'button', href: entry.docs, tabindex: '-1', title: say('docs'), 'aria-label': say('docs') }, icon('book')),
    );
  actions.push(drawStar(entry.id, style, favourites.has(entry.id)));
  return element('div', { class: 'actions' }, ...actions);
}

function drawStar(id: string, { say }: Style, on: boolean): HTMLElement {
  const label = say('favourite');
  return element(
    'button',
    {
      type: 'button',
      class: 'star',
      tabindex: '-1',
      'data-star': id,
      'aria-pressed': String(on),
      title: `${label} (F)`,
      'aria-label': label,
    },
    icon('star'),
  );
}
