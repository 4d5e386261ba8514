import type { LibraryEntry } from '../../../../server/protocol.ts';
import { commandParts } from '../command.ts';
import { element, icon, withCode } from './dom.ts';
import type { Style } from './style.ts';

/** Draws a command with what it does, what can be lost, and its options. */
export function drawCommand({ command = '', text, danger }: LibraryEntry, id: string, style: Style): DocumentFragment {
  const parts = commandParts(command).flatMap(({ text: part, placeholder }) =>
    placeholder === undefined ? unbroken(part) : [element('span', { class: 'placeholder' }, part)],
  );
  const drawing = document.createDocumentFragment();
  drawing.append(
    element('code', { class: 'command-line', id: `${id}-title` }, ...parts),
    element('p', { class: 'text', id: `${id}-text` }, ...withCode(text)),
    ...(danger === undefined ? [] : [drawDanger(danger, style)]),
  );
  return drawing;
}

/** Options stay whole at the end of a line; a break after their hyphens would read as another option. */
function unbroken(text: string): readonly (Node | string)[] {
  return text.split(/(?<=^|\s)(-[-\w]+)/).map((part) => (part.startsWith('-') ? element('span', { class: 'short' }, part) : part));
}

function drawDanger(text: string, { say }: Style): HTMLElement {
  return element('p', { class: 'danger' }, icon('danger'), element('strong', {}, say('danger')), ' ', ...withCode(text));
}

/**
 * Draws the options of a command, folded unless a word that is looked for stands only in them; none for a command without.
 * @param words what is looked for
 */
export function drawOptions(
  { command = '', text, options = [], danger = '' }: LibraryEntry,
  style: Style,
  words: readonly RegExp[],
): readonly HTMLElement[] {
  if (options.length === 0) return [];
  const { say } = style;
  const label = options.length === 1 ? say('optionsOne') : say('options', { count: String(options.length) });
  const details = element('details', { class: 'options' }, element('summary', { tabindex: '-1' }, label));
  const fill = (): void => {
    if (details.querySelector('dl')) return;
    const list = options.flatMap(({ flag, text: meaning }) => [
      element('dt', {}, element('code', {}, flag)),
      element('dd', {}, ...withCode(meaning)),
    ]);
    details.append(element('dl', {}, ...list));
  };
  details.addEventListener('toggle', fill);
  const seen = [command, text, danger].join('\n');
  const folded = options.map(({ flag, text: meaning }) => `${flag}\n${meaning}`).join('\n');
  if (words.some((word) => !word.test(seen) && word.test(folded))) {
    fill();
    details.open = true;
  }
  return [details];
}
