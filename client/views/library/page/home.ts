import type { EntryKind, LibraryEntry, LibrarySection } from '../../../../server/protocol.ts';
import type { Home, Kept } from '../messages.ts';
import { ask } from './ask.ts';
import { element } from './dom.ts';
import { drawEntry } from './entry.ts';
import { post, remember, remembered } from './state.ts';
import type { Style } from './style.ts';

/** What is on show when nothing is searched for. */
export interface HomeView {
  readonly root: HTMLElement;
  /** Shows the favourites and what was used last anew. */
  keep(kept: Kept): void;
  /** Puts an entry on top that a link leads to. */
  link(entry: LibraryEntry): HTMLElement;
}

/** More than any section has. */
const all = 500;

const practise: readonly EntryKind[] = ['snippet', 'checklist', 'term'];

/** Draws the sections; what they hold is asked for when they are opened. */
export function drawHome({ sections, favourites, recent }: Home, style: Style): HomeView {
  const { say } = style;
  const linked = element('section', { class: 'linked', 'aria-label': say('linked'), hidden: true });
  const kept = element('div', { class: 'kept' });
  const groups = new Map<string, HTMLElement[]>();
  for (const section of sections) {
    const heading = headingOf(section, style);
    const drawings = groups.get(heading) ?? [];
    drawings.push(drawSection(section, style));
    groups.set(heading, drawings);
  }
  const order = [...groups].map(([heading, drawings]) => group(heading, drawings));
  const keep = ({ favourites: marked, recent: used }: Pick<Kept, 'favourites' | 'recent'>): void =>
    kept.replaceChildren(
      ...(marked.length + used.length === 0 ? [drawStart(style)] : []),
      ...drawKept('favourites', marked, style),
      ...drawKept('recent', used, style),
    );
  keep({ favourites, recent });
  return {
    root: element('div', { class: 'home' }, linked, kept, ...order),
    keep,
    link: (entry) => {
      const drawing = drawEntry(entry, style, { isAmongOthers: true });
      linked.replaceChildren(element('h2', {}, say('linked')), element('ul', { role: 'list' }, drawing));
      linked.hidden = false;
      return drawing;
    },
  };
}

function headingOf({ kind, tool }: LibrarySection, { say }: Style): string {
  if (tool !== undefined) return say('sheets', { tool });
  if (kind === 'reference') return say('reference');
  return say(practise.includes(kind) ? 'practise' : 'learn');
}

function group(heading: string, drawings: readonly HTMLElement[]): HTMLElement {
  return element('section', { 'aria-label': heading }, element('h2', {}, heading), ...drawings);
}

/** The way in, as long as nothing was used yet. */
function drawStart({ say }: Style): HTMLElement {
  const buttons = (['walkthrough', 'sample'] as const).map((at) => {
    const button = element('button', { type: 'button' }, say(at));
    button.addEventListener('click', () => post({ type: 'start', at }));
    return button;
  });
  return element('section', { class: 'start', 'aria-label': say('start') }, element('h2', {}, say('start')), ...buttons);
}

function drawKept(what: 'favourites' | 'recent', entries: readonly LibraryEntry[], style: Style): readonly HTMLElement[] {
  if (entries.length === 0) return [];
  const list = element('ul', { role: 'list' });
  const fill = (): void => list.replaceChildren(...entries.map((entry) => drawEntry(entry, style, { isAmongOthers: true })));
  return [drawDetails(`kept ${what}`, style.say(what), entries.length, list, fill)];
}

function drawSection({ kind, group: of, title, count }: LibrarySection, style: Style): HTMLElement {
  const list = element('ul', { role: 'list' });
  const fill = (): void =>
    ask({ query: '', kinds: [kind], group: of, limit: all }, ({ entries }) =>
      list.replaceChildren(...entries.map((entry) => drawEntry(entry, style, { isAmongOthers: false }))),
    );
  const name = style.kindName(kind, 'all');
  const heading = title === undefined ? name : kind === 'snippet' ? `${name} · ${title}` : title;
  return drawDetails(`${kind} ${of}`, heading, count, list, fill);
}

/** A section that is filled when it is first opened, and stands open again after the page was hidden. */
function drawDetails(name: string, heading: string, count: number, list: HTMLElement, fill: () => void): HTMLElement {
  const details = element(
    'details',
    { class: 'section', 'data-section': name },
    element('summary', {}, element('span', { class: 'name' }, heading), element('span', { class: 'count' }, String(count))),
    list,
  );
  let isFilled = false;
  const open = (): void => {
    if (isFilled) return;
    isFilled = true;
    fill();
  };
  if (remembered().open.includes(name)) {
    details.open = true;
    open();
  }
  details.addEventListener('toggle', () => {
    const others = remembered().open.filter((other) => other !== name);
    remember({ open: details.open ? [...others, name] : others });
    if (details.open) open();
  });
  return details;
}
