import type { CheatSheets, Locale } from '../../../server/protocol.ts';
import type { EntryAction, ToPage } from './messages.ts';
import { element, icon } from './page/dom.ts';
import { actionKeys } from './page/entry.ts';
import { listenToKeys } from './page/keyboard.ts';
import { drawList, type SheetList } from './page/list.ts';
import { markWords } from './page/marks.ts';
import { speak, type Say } from './page/say.ts';
import { post, remember, remembered } from './page/state.ts';
import { wordsOf } from './search.ts';

// The frame stays while the language and the sheets change, so that the cursor keeps its place in the search.
const search = element('input', { type: 'search', autocomplete: 'off', spellcheck: 'false' });
const clearButton = element('button', { type: 'button', class: 'clear' }, icon('clear'));
const status = element('p', { class: 'status', role: 'status', 'aria-live': 'polite' });
const content = element('div', { class: 'content' });
document.body.append(element('header', {}, element('div', { role: 'search' }, search, clearButton), status), content);

let say: Say = speak(document.documentElement.lang.startsWith('ko') ? 'ko' : 'en');
let list: SheetList | undefined;

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'sheets':
      return show(data, data.hasTerminal);
    case 'failed':
      return fail();
    case 'done':
      return tell(data.action, data.key);
  }
});
search.addEventListener('input', () => {
  filter();
  window.scrollTo(0, 0);
});
clearButton.addEventListener('click', () => {
  clear();
  search.focus();
});
document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : undefined;
  const action = target?.closest<HTMLElement>('[data-action]')?.dataset['action'] as EntryAction | undefined;
  const entry = target?.closest<HTMLElement>('.entry');
  if (action && entry) act(action, entry);
});
// VS Code would open links too; the extension opens them, and only https.
document.body.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link) return;
  event.preventDefault();
  event.stopPropagation();
  post({ type: 'open', address: link.href });
});
listenToKeys({ search, clear, act });
window.addEventListener('focus', () => {
  if (document.activeElement === document.body) search.focus();
});
window.addEventListener('scroll', () => remember({ scroll: window.scrollY }), { passive: true });

addressUser();
post({ type: 'ready' });

function show(sheets: CheatSheets, hasTerminal: boolean): void {
  setLocale(sheets.locale);
  const { scroll, query } = remembered();
  list = drawList(sheets, { locale: sheets.locale, say, hasTerminal });
  content.replaceChildren(list.root, drawKeys(hasTerminal));
  search.value = query;
  filter();
  window.scrollTo(0, scroll);
}

function fail(): void {
  const retry = element('button', { type: 'button', class: 'retry' }, say('retry'));
  retry.addEventListener('click', () => post({ type: 'ready' }));
  content.replaceChildren(element('p', { role: 'alert' }, say('failed')), retry);
}

function setLocale(locale: Locale): void {
  document.documentElement.lang = locale;
  say = speak(locale);
  addressUser();
}

function addressUser(): void {
  search.setAttribute('aria-label', say('search'));
  search.placeholder = say('placeholder');
  clearButton.title = say('clear');
  clearButton.setAttribute('aria-label', say('clear'));
  if (!list) content.replaceChildren(element('p', {}, say('loading')));
}

function filter(): void {
  const query = search.value;
  remember({ query });
  clearButton.hidden = query === '';
  if (!list) return;
  const { found, readAs } = list.filter(query);
  markWords(list.root, wordsOf(readAs ?? query));
  status.textContent =
    query.trim() === '' ? '' : [readAs === undefined ? '' : say('readAs', { query: readAs }), count(found.size)].join(' ').trim();
}

function count(size: number): string {
  if (size === 0) return say('none');
  return size === 1 ? say('foundOne') : say('found', { count: String(size) });
}

function clear(): void {
  if (search.value === '') return;
  search.value = '';
  filter();
  window.scrollTo(0, 0);
}

function act(action: EntryAction, entry: HTMLElement): void {
  const key = entry.dataset['key'];
  if (key !== undefined) post({ type: action, key });
}

function tell(action: EntryAction, key: string): void {
  status.textContent = say(({ copy: 'copied', insert: 'inserted', terminal: 'pasted' } as const)[action]);
  const button = document.querySelector(`.entry[data-key="${CSS.escape(key)}"] [data-action="${action}"]`);
  if (!button) return;
  const before = [...button.childNodes];
  button.replaceChildren(icon('done'));
  setTimeout(() => button.replaceChildren(...before), 1500);
}

function drawKeys(hasTerminal: boolean): HTMLElement {
  const rows: readonly (readonly [key: string, what: string])[] = [
    ['/', say('keySearch')],
    ['↑ ↓', say('keyMove')],
    [actionKeys.copy, say('copy')],
    [actionKeys.insert, say('insert')],
    ...(hasTerminal ? ([[actionKeys.terminal, say('terminal')]] as const) : []),
    ['Esc', say('keyEscape')],
  ];
  const list = rows.flatMap(([key, what]) => [element('dt', {}, element('kbd', {}, key)), element('dd', {}, what)]);
  return element('details', { class: 'keys' }, element('summary', {}, say('keys')), element('dl', {}, ...list));
}
