import type { LibraryEntry, Locale, SearchAnswer } from '../../../server/protocol.ts';
import type { EntryAction, Home, Kept, ToPage } from './messages.ts';
import { answered, askNewest, forgetAsked } from './page/ask.ts';
import { element, icon } from './page/dom.ts';
import { addressUser, frame } from './page/frame.ts';
import { drawHome, type HomeView } from './page/home.ts';
import { listenToKeys } from './page/keyboard.ts';
import { drawKeys } from './page/keys.ts';
import { drawResults, tellFound } from './page/results.ts';
import { speak } from './page/say.ts';
import { post, remember, remembered } from './page/state.ts';
import { createStyle, type Style } from './page/style.ts';

/** As many entries as are shown at first, and added by each wish for more. */
const portion = 30;

const { search, clearButton, languageButton, status, content } = frame;
let locale: Locale = document.documentElement.lang.startsWith('ko') ? 'ko' : 'en';
let say = speak(locale);
let style: Style | undefined;
let home: HomeView | undefined;
let limit = portion;
/** The entry among those found that gets the focus when they come. */
let goal: number | undefined;
let askSearch = askNewest();

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'home':
      return show(data.home);
    case 'kept':
      return keep(data.kept);
    case 'found':
      return answered(data.number, data.answer);
    case 'failed':
      return fail();
    case 'done':
      return tell(data.action, data.id);
    case 'show':
      return land(data.entry);
    case 'ask':
      search.value = data.query;
      find(true);
      return search.focus();
  }
});
search.addEventListener('input', () => find(true));
clearButton.addEventListener('click', () => {
  clear();
  search.focus();
});
languageButton.addEventListener('click', () => post({ type: 'language', locale: locale === 'ko' ? 'en' : 'ko' }));
document.body.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : undefined;
  const link = target?.closest('a');
  if (link) {
    // VS Code would open links too; the extension opens them, and only https.
    event.preventDefault();
    event.stopPropagation();
    return post({ type: 'open', address: link.href });
  }
  const entry = target?.closest<HTMLElement>('.entry');
  if (!target || !entry) return;
  const action = target.closest<HTMLElement>('[data-action]')?.dataset['action'];
  const note = target.closest<HTMLElement>('[data-read]')?.dataset['read'];
  if (action !== undefined) act(action as EntryAction | 'read', entry);
  else if (note !== undefined) post({ type: 'read', id: note });
  else if (target.closest('.star')) star(entry);
  else if (target.closest('.title, .text') && entry.dataset['main'] === 'read') act('read', entry);
});
listenToKeys({ search, clear, act, star });
window.addEventListener('focus', () => {
  if (document.activeElement === document.body) search.focus();
});
let scrolling: ReturnType<typeof setTimeout> | undefined;
window.addEventListener(
  'scroll',
  () => {
    document.body.classList.toggle('scrolled', window.scrollY > 0);
    clearTimeout(scrolling);
    scrolling = setTimeout(() => remember({ scroll: window.scrollY }), 100);
  },
  { passive: true },
);

const before = remembered().home;
if (before) show(before);
else {
  addressUser(locale, say);
  content.replaceChildren(element('p', {}, say('loading')));
}
post({ type: 'ready' });
if (document.hasFocus()) search.focus();

function show(next: Home): void {
  const { scroll, query, home: last } = remembered();
  // What is on show already stays as it is, with the cursor in it.
  if (home && JSON.stringify(next) === JSON.stringify(last)) return;
  forgetAsked();
  askSearch = askNewest();
  ({ locale } = next);
  remember({ home: next });
  document.documentElement.lang = locale;
  style = createStyle({ ...next, favourites: new Set(next.favourites.map(({ id }) => id)), done: new Set(next.done) });
  ({ say } = style);
  addressUser(locale, say);
  home = drawHome(next, style);
  search.value = query;
  if (query.trim() === '') content.replaceChildren(home.root, drawKeys(say, next.hasTerminal));
  find(false);
  window.scrollTo(0, scroll);
  performance.mark('mulgil:shown');
}

function keep(kept: Kept): void {
  const last = remembered().home;
  if (!last || !style) return;
  remember({ home: { ...last, ...kept } });
  const { favourites } = style;
  favourites.clear();
  for (const { id } of kept.favourites) favourites.add(id);
  const focused = document.activeElement?.closest<HTMLElement>('.kept .entry')?.dataset['id'];
  home?.keep(kept);
  // An entry that was drawn anew under the cursor keeps it.
  if (focused !== undefined) document.querySelector<HTMLElement>(`.kept .entry[data-id="${CSS.escape(focused)}"]`)?.focus();
  for (const button of document.querySelectorAll<HTMLElement>('.star'))
    button.setAttribute('aria-pressed', String(favourites.has(button.dataset['star'] ?? '')));
}

function fail(): void {
  home = undefined; // what comes next is shown even if it is the same as before
  forgetAsked(); // the answer may never come, and what is typed next is asked anyway
  askSearch = askNewest();
  const retry = element('button', { type: 'button', class: 'retry' }, say('retry'));
  retry.addEventListener('click', () => post({ type: 'ready' }));
  content.replaceChildren(element('p', { role: 'alert' }, say('failed')), retry);
}

/** Shows what the search holds: what it finds, or the sections when it is empty. */
function find(isNew: boolean): void {
  const query = search.value;
  clearButton.hidden = query === '';
  if (isNew) {
    limit = portion;
    window.scrollTo(0, 0);
  }
  remember({ query, ...(isNew ? { scroll: 0 } : {}) });
  if (query.trim() === '') return showHome();
  const { kinds } = remembered();
  askSearch({ query, limit, ...(kinds.length > 0 ? { kinds } : {}) }, showFound);
}

function showHome(): void {
  status.textContent = '';
  if (typeof Highlight !== 'undefined') CSS.highlights.delete('found');
  if (home && home.root.parentElement === null) content.replaceChildren(home.root, drawKeys(say, remembered().home?.hasTerminal ?? false));
}

function showFound(answer: SearchAnswer): void {
  // What was cleared meanwhile is not shown.
  if (!style || search.value.trim() === '') return;
  const { kinds, scroll } = remembered();
  const wasOnChip = document.activeElement?.closest('.chips') != null;
  content.replaceChildren(
    drawResults(answer, kinds, style, {
      choose: (next) => {
        remember({ kinds: next });
        find(true);
      },
      more: () => {
        remember({ scroll: window.scrollY });
        limit += portion;
        goal = answer.entries.length;
        find(false);
      },
    }),
  );
  status.textContent = tellFound(answer, style);
  if (wasOnChip) content.querySelector<HTMLElement>('.chip[aria-pressed=true]')?.focus();
  window.scrollTo(0, scroll);
  // Who asked for more goes on at the first of them.
  if (goal !== undefined) content.querySelectorAll<HTMLElement>('.entry')[goal]?.focus({ preventScroll: true });
  goal = undefined;
}

function land(entry: LibraryEntry): void {
  search.value = '';
  find(true);
  const drawing = home?.link(entry);
  drawing?.focus();
  drawing?.scrollIntoView({ block: 'nearest' });
}

function clear(): void {
  if (search.value === '') return;
  search.value = '';
  remember({ kinds: [] });
  find(true);
}

function act(action: EntryAction | 'read', entry: HTMLElement): void {
  const id = entry.dataset['id'];
  if (id !== undefined) post({ type: action, id });
}

function star(entry: HTMLElement): void {
  const id = entry.dataset['id'];
  if (id !== undefined) post({ type: 'favourite', id, on: !style?.favourites.has(id) });
}

function tell(action: EntryAction, id: string): void {
  status.textContent = say(({ copy: 'copied', insert: 'inserted', terminal: 'pasted' } as const)[action]);
  const button = document.querySelector(`.entry[data-id="${CSS.escape(id)}"] [data-action="${action}"]`);
  if (!button) return;
  const drawing = [...button.childNodes];
  button.replaceChildren(icon('done'));
  setTimeout(() => button.replaceChildren(...drawing), 1500);
}
