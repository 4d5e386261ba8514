import { element } from './dom.ts';
import { actionKeys } from './entry.ts';
import type { Say } from './say.ts';

/** Draws what the keys do, for who unfolds it. */
export function drawKeys(say: Say, hasTerminal: boolean): HTMLElement {
  const rows: readonly (readonly [key: string, what: string])[] = [
    ['/', say('keySearch')],
    ['↑ ↓', say('keyMove')],
    ['Enter', say('keyEnter')],
    [actionKeys.insert, say('insert')],
    ...(hasTerminal ? ([[actionKeys.terminal, say('terminal')]] as const) : []),
    ['F', say('favourite')],
    ['Esc', say('keyEscape')],
  ];
  const list = rows.flatMap(([key, what]) => [element('dt', {}, element('kbd', {}, key)), element('dd', {}, what)]);
  return element('details', { class: 'keys' }, element('summary', {}, say('keys')), element('dl', {}, ...list));
}
