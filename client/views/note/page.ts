import type { NoteContent } from '../../../server/protocol.ts';
import type { FromPage, NoteState, ToPage } from './messages.ts';
import { noteIdOf } from './link.ts';
import type { renderNote } from './render.ts';
import { words } from './words.ts';

/** From the script that is loaded before this one. */
declare const mulgilRenderNote: typeof renderNote;

declare function acquireVsCodeApi(): {
  getState(): PageState | undefined;
  setState(state: PageState): void;
  postMessage(message: FromPage): void;
};

interface PageState extends NoteState {
  /** Pixels that the note on show is scrolled down. */
  readonly scroll: number;
}

const vscode = acquireVsCodeApi();
let state: PageState = vscode.getState() ?? { trail: [], scroll: 0 };
let locale = document.documentElement.lang.startsWith('ko') ? ('ko' as const) : ('en' as const);

const say = (word: keyof typeof words): string => words[word][locale];

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'note') show(data.note, data.state);
  else fail();
});

document.body.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : undefined;
  if (target?.closest('.back')) return vscode.postMessage({ type: 'back' });
  if (target?.closest('.retry')) return vscode.postMessage({ type: 'ready' });
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

function show(note: NoteContent, { trail }: NoteState): void {
  ({ locale } = note);
  document.documentElement.lang = locale;
  const isSame = state.trail.at(-1) === note.id;
  const wasHere = document.hasFocus();
  const scroll = isSame ? state.scroll : 0;
  document.body.replaceChildren(drawNote(note, trail.length > 1));
  remember({ trail, scroll });
  window.scrollTo(0, scroll);
  // Who reads with a screen reader hears the new note's name.
  if (!isSame && wasHere) document.querySelector('h1')?.focus();
}

function drawNote(note: NoteContent, hasBack: boolean): HTMLElement {
  const heading = element('h1', note.title);
  heading.tabIndex = -1;
  const body = element('div');
  body.className = 'body';
  body.innerHTML = mulgilRenderNote(note.body);
  for (const code of body.querySelectorAll(':not(pre) > code')) code.classList.toggle('short', (code.textContent?.length ?? 0) <= 24);
  const main = element('main');
  if (hasBack) main.append(button('back', `← ${say('back')}`));
  main.append(heading, idLine(note.id), body, pageLink(note.docs));
  if (note.related.length > 0) main.append(drawRelated(note));
  if (note.source !== undefined) main.append(sourceLine(note.source));
  return main;
}

function drawRelated(note: NoteContent): HTMLElement {
  const list = element('ul');
  for (const { id, title } of note.related) {
    const item = element('li');
    item.append(link(`note:${encodeURIComponent(id)}`, title));
    list.append(item);
  }
  const section = element('nav');
  section.setAttribute('aria-label', say('related'));
  section.append(element('h2', say('related')), list);
  return section;
}

function fail(): void {
  const message = element('p', say('failed'));
  message.setAttribute('role', 'alert');
  document.body.replaceChildren(message, button('retry', say('retry')));
}

function remember(next: PageState): void {
  state = next;
  vscode.setState(state);
}

function idLine(id: string): HTMLElement {
  const line = element('p', id);
  line.className = 'id';
  return line;
}

function pageLink(address: string): HTMLElement {
  const line = element('p');
  line.className = 'docs';
  line.append(link(address, say('docs')));
  return line;
}

/** The study notes are in Korean, and so are their titles. */
function sourceLine(source: string): HTMLElement {
  const line = element('footer', `${say('source')}: `);
  const title = element('span', source);
  title.lang = 'ko';
  line.append(title);
  return line;
}

function link(address: string, text: string): HTMLElement {
  const made = element('a', text);
  made.setAttribute('href', address);
  return made;
}

function button(name: string, text: string): HTMLElement {
  const made = element('button', text);
  made.className = name;
  return made;
}

function element(tag: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
