import type { Locale } from '../../../server/protocol.ts';
import type { EntryAction } from '../library/messages.ts';
import { element } from '../library/page/dom.ts';
import { noteIdOf } from './link.ts';
import type { FromPage, NoteState, PageView, ToPage } from './messages.ts';
import { blockOf, showDone } from './page/code.ts';
import { drawPage } from './page/draw.ts';
import { printedPage } from './page/printed.ts';
import { speak, type Say } from './page/say.ts';

declare function acquireVsCodeApi(): {
  getState(): PageState | undefined;
  setState(state: PageState): void;
  postMessage(message: FromPage): void;
};

interface PageState extends NoteState {
  /** Names what is on show. */
  readonly key: string;
  /** Pixels that it is scrolled down. */
  readonly scroll: number;
}

const done = { copy: 'copied', insert: 'inserted', terminal: 'pasted' } as const;

const vscode = acquireVsCodeApi();
let state: PageState = { trail: [], key: '', scroll: 0, ...vscode.getState() };
let locale: Locale = document.documentElement.lang.startsWith('ko') ? 'ko' : 'en';
let say: Say = speak(locale);
/** What was drawn last, so that the same is not drawn again. */
let drawn = '';

// The status stays, so that a screen reader hears what changes in it.
const content = element('div');
const status = element('p', { class: 'status', role: 'status' });
document.body.append(content, status);

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'page':
      return show(data);
    case 'empty':
      setLocale(data.locale);
      drawn = '';
      return content.replaceChildren(element('p', { class: 'empty' }, say('empty')));
    case 'failed':
      return fail();
    case 'print':
      return print();
    case 'done':
      status.textContent = say(done[data.action]);
      return showDone(data.block, data.action);
  }
});

document.body.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : undefined;
  const button = target?.closest('button');
  if (button) return press(button);
  const link = target?.closest('a');
  if (!link) return;
  // VS Code would open the link too.
  event.preventDefault();
  event.stopPropagation();
  const address = link.getAttribute('href') ?? '';
  const id = noteIdOf(address);
  vscode.postMessage(id === undefined ? { type: 'open', address } : { type: 'note', id });
});
window.addEventListener('scroll', () => remember({ ...state, scroll: window.scrollY }), { passive: true });

vscode.postMessage({ type: 'ready' });

function press(button: HTMLElement): void {
  const action = button.dataset['action'] as EntryAction | undefined;
  const block = action && blockOf(button);
  if (action && block) vscode.postMessage({ type: action, ...block });
  else if (button.matches('.back')) vscode.postMessage({ type: 'back' });
  else if (button.matches('.forward')) vscode.postMessage({ type: 'forward' });
  else if (button.matches('.retry')) vscode.postMessage({ type: 'ready' });
  else if (button.matches('.print')) print();
}

function show(view: PageView): void {
  const { page, key, state: kept } = view;
  setLocale(page.locale);
  const looks = JSON.stringify(view);
  const isSame = state.key === key;
  const scroll = isSame ? state.scroll : 0;
  const wasHere = document.hasFocus();
  if (looks !== drawn) content.replaceChildren(drawPage(view, say));
  drawn = looks;
  status.textContent = '';
  remember({ trail: kept.trail, key, scroll });
  window.scrollTo(0, scroll);
  // Who reads with a screen reader hears the new note's name.
  if (!isSame && wasHere) content.querySelector('h1')?.focus({ preventScroll: true });
}

function print(): void {
  const main = content.querySelector('main');
  if (main) vscode.postMessage({ type: 'print', ...printedPage(main, locale) });
}

function fail(): void {
  drawn = '';
  content.replaceChildren(
    element('p', { role: 'alert' }, say('failed')),
    element('button', { type: 'button', class: 'retry' }, say('retry')),
  );
}

function setLocale(next: Locale): void {
  locale = next;
  document.documentElement.lang = locale;
  say = speak(locale);
}

function remember(next: PageState): void {
  state = next;
  vscode.setState(state);
}
