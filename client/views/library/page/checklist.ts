import type { LibraryEntry } from '../../../../server/protocol.ts';
import { element, withCode } from './dom.ts';
import { post } from './state.ts';
import type { Style } from './style.ts';

/** Draws what there is to tick off, with how much of it is done; each item leads to the note that teaches it. */
export function drawChecklist(checklist: string, items: NonNullable<LibraryEntry['items']>, style: Style): HTMLElement {
  const { say, done } = style;
  const bar = element('progress', { max: String(items.length) });
  const label = element('span', { class: 'progress-text' });
  const count = (): void => {
    const ticked = items.filter(({ id }) => done.has(`${checklist}#${id}`)).length;
    bar.value = ticked;
    label.textContent = say('progress', { done: String(ticked), count: String(items.length) });
    bar.setAttribute('aria-label', label.textContent);
  };
  const list = items.map(({ id, text, note }) => {
    const item = `${checklist}#${id}`;
    const box = element('input', { type: 'checkbox', tabindex: '-1', checked: done.has(item) });
    box.addEventListener('change', () => {
      if (box.checked) done.add(item);
      else done.delete(item);
      count();
      post({ type: 'tick', item, on: box.checked });
    });
    const read = element('button', { type: 'button', class: 'link', tabindex: '-1', 'data-read': note, title: say('read') }, '→');
    read.setAttribute('aria-label', `${say('read')}: ${text}`);
    return element('li', {}, element('label', {}, box, element('span', {}, ...withCode(text))), read);
  });
  count();
  return element(
    'div',
    { class: 'checklist-items' },
    element('p', { class: 'progress' }, bar, label),
    element('ul', { role: 'list' }, ...list),
  );
}
