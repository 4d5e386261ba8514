import { entryKinds, type EntryKind, type SearchAnswer } from '../../../../server/protocol.ts';
import { element } from './dom.ts';
import { drawEntry } from './entry.ts';
import { markWords } from './marks.ts';
import type { Style } from './style.ts';

/** What can be done beside the entries that were found. */
export interface ResultActions {
  choose(kinds: readonly EntryKind[]): void;
  more(): void;
}

/** Draws what was found, with a filter by kind above it. */
export function drawResults(answer: SearchAnswer, chosen: readonly EntryKind[], style: Style, actions: ResultActions): HTMLElement {
  const { say } = style;
  const { entries, total, marks } = answer;
  const words = marks.map((mark) => new RegExp(mark, 'i'));
  const drawings = entries.map((entry) => drawEntry(entry, style, { isAmongOthers: true, words }));
  const list = element('ul', { role: 'list', class: 'results' }, ...drawings);
  const more = element('button', { type: 'button', class: 'more' }, say('more'));
  more.addEventListener('click', actions.more);
  const root = element('div', {}, drawChips(answer, chosen, style, actions), list, ...(total > entries.length ? [more] : []));
  markWords(list, marks);
  return root;
}

/** What was found, in words, for the eye and the ear. */
export function tellFound({ total, readAs, counts }: SearchAnswer, { say }: Style): string {
  const isFiltered = total === 0 && Object.keys(counts).length > 0;
  const told = total > 0 ? say('found', { count: String(total) }) : say(isFiltered ? 'noneOfKinds' : 'none');
  return [readAs === undefined ? '' : say('readAs', { query: readAs }), told].filter(Boolean).join(' ');
}

function drawChips({ counts }: SearchAnswer, chosen: readonly EntryKind[], style: Style, { choose }: ResultActions): HTMLElement {
  const { say, kindName } = style;
  const sum = Object.values(counts).reduce((all, count) => all + count, 0);
  const kinds = entryKinds.filter((kind) => (counts[kind] ?? 0) > 0 || chosen.includes(kind));
  const chip = (name: string, count: number, isOn: boolean, next: readonly EntryKind[]): HTMLElement => {
    const button = element(
      'button',
      { type: 'button', class: 'chip', 'aria-pressed': String(isOn) },
      name,
      element('span', { class: 'chip-count' }, String(count)),
    );
    button.addEventListener('click', () => choose(next));
    return button;
  };
  const without = (kind: EntryKind): readonly EntryKind[] => chosen.filter((other) => other !== kind);
  const chips = element(
    'div',
    { class: 'chips', role: 'group', 'aria-label': say('kinds'), hidden: kinds.length < 2 && chosen.length === 0 },
    chip(say('all'), sum, chosen.length === 0, []),
    ...kinds.map((kind) =>
      chip(kindName(kind, 'all'), counts[kind] ?? 0, chosen.includes(kind), chosen.includes(kind) ? without(kind) : [...chosen, kind]),
    ),
  );
  chips.addEventListener('wheel', ({ deltaY }) => void (chips.scrollLeft += deltaY), { passive: true });
  return chips;
}
