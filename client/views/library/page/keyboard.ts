import type { EntryAction } from '../messages.ts';

/** What the keys do. */
export interface KeyTargets {
  readonly search: HTMLInputElement;
  clear(): void;
  act(action: EntryAction | 'read', entry: HTMLElement): void;
  star(entry: HTMLElement): void;
}

const stopsSelector = '.chip[aria-pressed=true], details.section > summary, .entry, .more';

/**
 * Makes the page work by keyboard alone: `/` goes to the search, the arrows move between sections and entries, Enter does what an
 * entry is for, Shift+Enter inserts, Ctrl+Enter (or ⌘ Enter) goes to the terminal, F marks a favourite, Escape clears the search.
 * Tab goes from entry to entry, and through the buttons of the one that it is in.
 */
export function listenToKeys({ search, clear, act, star }: KeyTargets): void {
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
      case 'ArrowRight':
        return target.matches('.chip') && besides(target.nextElementSibling);
      case 'ArrowLeft':
        return target.matches('.chip') && besides(target.previousElementSibling);
      case 'Enter':
        return enter(event, target);
      default:
        if (event.ctrlKey || event.metaKey || event.altKey) return false;
        // Who types without having gone anywhere means the search; an input method says `Process`.
        if (target === document.body && (event.key.length === 1 || event.key === 'Process')) search.focus();
        // By its place on the keyboard, so that it works on the Korean layout too.
        if (event.code !== 'KeyF' || !target.matches('.entry')) return false;
        star(target);
        return true;
    }
  }

  function enter({ ctrlKey, metaKey, shiftKey }: KeyboardEvent, target: HTMLElement): boolean {
    if (target === search) return move(target, 1);
    if (!target.matches('.entry')) return false;
    const has = (action: string): boolean => target.querySelector(`[data-action="${action}"]`) !== null;
    if (ctrlKey || metaKey) {
      if (has('terminal')) act('terminal', target);
    } else if (shiftKey) {
      if (has('insert')) act('insert', target);
    } else act(target.dataset['main'] as EntryAction | 'read', target);
    return true;
  }

  function besides(other: Element | null): boolean {
    if (other instanceof HTMLElement) other.focus();
    return true;
  }

  function move(from: HTMLElement, step: 1 | -1): boolean {
    const stops = [...document.querySelectorAll<HTMLElement>(stopsSelector)].filter((stop) => stop.offsetParent !== null);
    const isChip = from.matches('.chip');
    const stop = from.closest<HTMLElement>('.entry') ?? from;
    const place = isChip ? stops.findIndex((one) => one.matches('.chip')) : stops.indexOf(stop);
    if (from === search && step < 0) return false;
    // From the search one means what was found, not the filter above it.
    const start = from === search ? stops.findIndex((one) => !one.matches('.chip')) : place + step;
    const goal = start < 0 ? search : stops[start];
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
  for (const stop of entry.querySelectorAll<HTMLElement>('button, a, summary, input')) stop.tabIndex = isCurrent ? 0 : -1;
}
