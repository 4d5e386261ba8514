import type { EntryAction } from '../messages.ts';

/** What the keys do. */
export interface KeyTargets {
  readonly search: HTMLInputElement;
  clear(): void;
  act(action: EntryAction, entry: HTMLElement): void;
}

/**
 * Makes the page work by keyboard alone: `/` goes to the search, the arrows move between sheets and entries, Enter copies,
 * Shift+Enter inserts, Ctrl+Enter (or ⌘ Enter) goes to the terminal, Escape clears the search.
 * Tab goes from entry to entry, and through the buttons of the one that it is in.
 */
export function listenToKeys({ search, clear, act }: KeyTargets): void {
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || !(event.target instanceof HTMLElement)) return;
    if (handle(event, event.target)) event.preventDefault();
  });

  function handle(event: KeyboardEvent, target: HTMLElement): boolean {
    switch (event.key) {
      case '/':
        if (target === search) return false;
        search.focus();
        search.select();
        return true;
      case 'Escape':
        clear();
        search.focus();
        return true;
      case 'ArrowDown':
        return move(target, 1);
      case 'ArrowUp':
        return move(target, -1);
      case 'Enter':
        if (!target.matches('.entry')) return false;
        act(event.ctrlKey || event.metaKey ? 'terminal' : event.shiftKey ? 'insert' : 'copy', target);
        return true;
      default:
        return false;
    }
  }

  function move(from: HTMLElement, step: 1 | -1): boolean {
    const stops = [...document.querySelectorAll<HTMLElement>('details.sheet > summary, .entry')].filter(
      (stop) => stop.offsetParent !== null,
    );
    const stop = from.closest<HTMLElement>('.entry') ?? from;
    const place = stops.indexOf(stop);
    if (from === search && step < 0) return false;
    const next = place < 0 ? (step > 0 ? 0 : -1) : place + step;
    const goal = next < 0 ? search : stops[next];
    goal?.focus();
    goal?.scrollIntoView({ block: 'nearest' });
    return true;
  }

  // The buttons of an entry are reached by Tab only from the entry itself, so that a long list is not a longer one of buttons.
  document.addEventListener('focusin', ({ target }) => {
    const current = target instanceof Element ? target.closest('.entry') : null;
    for (const entry of document.querySelectorAll('.entry.current')) if (entry !== current) setCurrent(entry, false);
    if (current) setCurrent(current, true);
  });
}

function setCurrent(entry: Element, isCurrent: boolean): void {
  entry.classList.toggle('current', isCurrent);
  for (const stop of entry.querySelectorAll<HTMLElement>('button, a, summary')) stop.tabIndex = isCurrent ? 0 : -1;
}
