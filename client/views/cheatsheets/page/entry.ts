import type { Locale, SheetEntryData } from '../../../../server/protocol.ts';
import { commandParts } from '../command.ts';
import type { EntryAction } from '../messages.ts';
import { element, icon, withCode, type Icon } from './dom.ts';
import type { Say } from './say.ts';

/** What an entry is drawn with. */
export interface EntryStyle {
  readonly locale: Locale;
  readonly say: Say;
  readonly hasTerminal: boolean;
}

/** The keys that do on an entry what its buttons do. */
export const actionKeys: Readonly<Record<EntryAction, string>> = {
  copy: 'Enter',
  insert: 'Shift+Enter',
  terminal: navigator.userAgent.includes('Mac') ? '⌘Enter' : 'Ctrl+Enter',
};

/** Draws one command with what it does, its options and its buttons. */
export function drawEntry(entry: SheetEntryData, key: string, style: EntryStyle): HTMLLIElement {
  const { locale } = style;
  const id = `entry-${key}`;
  const command = commandParts(entry.command).flatMap(({ text, placeholder }) =>
    placeholder === undefined ? unbroken(text) : [element('span', { class: 'placeholder' }, text)],
  );
  return element(
    'li',
    { class: 'entry', tabindex: '0', 'data-key': key, 'aria-labelledby': `${id}-command ${id}-text` },
    element('code', { class: 'command', id: `${id}-command` }, ...command),
    element('p', { class: 'text', id: `${id}-text` }, ...withCode(entry.text[locale])),
    ...(entry.danger ? [drawDanger(entry.danger[locale], style)] : []),
    drawFoot(entry, style),
  );
}

/** Options stay whole at the end of a line; a break after their hyphens would read as another option. */
function unbroken(text: string): readonly (Node | string)[] {
  return text.split(/(?<=^|\s)(-[-\w]+)/).map((part) => (part.startsWith('-') ? element('span', { class: 'short' }, part) : part));
}

function drawDanger(text: string, { say }: EntryStyle): HTMLElement {
  return element('p', { class: 'danger' }, icon('danger'), element('strong', {}, say('danger')), ' ', ...withCode(text));
}

function drawFoot(entry: SheetEntryData, style: EntryStyle): HTMLElement {
  const options = entry.options ?? [];
  return element('div', { class: 'foot' }, ...(options.length > 0 ? [drawOptions(options, style)] : []), drawActions(entry, style));
}

function drawOptions(options: NonNullable<SheetEntryData['options']>, { locale, say }: EntryStyle): HTMLElement {
  const label = options.length === 1 ? say('optionsOne') : say('options', { count: String(options.length) });
  const list = options.flatMap((option) => [
    element('dt', {}, element('code', {}, option.flag)),
    element('dd', {}, ...withCode(option[locale])),
  ]);
  return element('details', { class: 'options' }, element('summary', { tabindex: '-1' }, label), element('dl', {}, ...list));
}

function drawActions({ docs }: SheetEntryData, { say, hasTerminal }: EntryStyle): HTMLElement {
  const button = (action: EntryAction, drawing: Icon): HTMLElement =>
    element(
      'button',
      { type: 'button', tabindex: '-1', 'data-action': action, title: `${say(action)} (${actionKeys[action]})`, 'aria-label': say(action) },
      icon(drawing),
    );
  const link =
    docs === undefined
      ? []
      : [element('a', { class: 'button', href: docs, tabindex: '-1', title: say('docs'), 'aria-label': say('docs') }, icon('book'))];
  return element(
    'div',
    { class: 'actions' },
    button('copy', 'copy'),
    button('insert', 'insert'),
    ...(hasTerminal ? [button('terminal', 'terminal')] : []),
    ...link,
  );
}
