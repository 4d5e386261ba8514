import type { ExplainedFile, ExplainedFilePart, ExplainedFinding } from '../../../server/protocol.ts';
import { codeParts } from '../library/command.ts';
import { noteIdOf } from '../note/link.ts';
import type { renderNote } from '../note/render.ts';
import type { ExplainState, FromPage, ToPage } from './messages.ts';
import { words } from './words.ts';

/** From the script that is loaded before this one. */
declare const mulgilRenderNote: typeof renderNote;

declare function acquireVsCodeApi(): {
  getState(): PageState | undefined;
  setState(state: PageState): void;
  postMessage(message: FromPage): void;
};

interface PageState extends ExplainState {
  /** Pixels that the page is scrolled down. */
  readonly scroll: number;
}

const vscode = acquireVsCodeApi();
let state: PageState = vscode.getState() ?? { uri: '', scroll: 0 };
let locale = document.documentElement.lang.startsWith('ko') ? ('ko' as const) : ('en' as const);
let cursor: number | undefined;

const content = document.createElement('div');
document.body.append(content);

const say = (word: keyof typeof words, values: Readonly<Record<string, number>> = {}): string =>
  words[word][locale].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'file':
      return show(data.name, data.file, data.state);
    case 'cursor':
      cursor = data.line;
      return markCursor({ scrolls: !document.hasFocus() });
    case 'failed':
      return fail();
  }
});

document.body.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : undefined;
  if (target?.closest('.retry')) return vscode.postMessage({ type: 'ready' });
  const place = target?.closest<HTMLElement>('[data-line]');
  const link = target?.closest('a');
  if (link) {
    // VS Code would open the link too.
    event.preventDefault();
    event.stopPropagation();
    const address = link.getAttribute('href') ?? '';
    const id = noteIdOf(address);
    vscode.postMessage(id === undefined ? { type: 'open', address } : { type: 'note', id });
  } else if (place && (window.getSelection()?.isCollapsed ?? true)) {
    const { line, character } = place.dataset;
    vscode.postMessage({ type: 'goTo', line: Number(line), character: Number(character) });
  }
});
window.addEventListener('scroll', () => remember({ ...state, scroll: window.scrollY }), { passive: true });

vscode.postMessage({ type: 'ready' });

function show(name: string, file: ExplainedFile, { uri }: ExplainState): void {
  ({ locale } = file);
  document.documentElement.lang = locale;
  const scroll = state.uri === uri ? state.scroll : 0;
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.id : '';
  content.replaceChildren(drawFile(name, file));
  remember({ uri, scroll });
  window.scrollTo(0, scroll);
  if (focused !== '') document.getElementById(focused)?.focus({ preventScroll: true });
  markCursor({ scrolls: false });
}

function drawFile(name: string, { parts }: ExplainedFile): HTMLElement {
  const main = element('main');
  const findings = parts.reduce((sum, part) => sum + part.findings.length, 0);
  const text = parts.length === 0 ? say('empty') : say('summary', { parts: parts.length, findings });
  main.append(element('h1', '', name), element('p', 'summary', text), ...parts.map(drawPart));
  return main;
}

function drawPart(part: ExplainedFilePart, index: number): HTMLElement {
  const { start, end } = part.range;
  const section = element('section', 'part');
  section.dataset['start'] = String(start.line);
  section.dataset['end'] = String(end.line);
  const lines =
    start.line === end.line ? say('line', { line: start.line + 1 }) : say('lines', { line: start.line + 1, last: end.line + 1 });
  const go = goTo('button', 'go', lines, start);
  go.id = `part-${index}`;
  go.title = say('goTo', { line: start.line + 1 });
  const heading = element('h2', '', part.title);
  heading.append(go);
  const source = goTo('pre', 'source', '', start);
  source.append(element('code', '', part.source));
  section.append(heading, source);
  if (part.findings.length > 0) section.append(drawFindings(part.findings, index));
  section.append(markdown('body', part.body));
  if (part.facts.length > 0) {
    const facts = element('ul', 'facts');
    facts.append(...part.facts.map((fact) => markdown('', fact, 'li')));
    section.append(facts);
  }
  return section;
}

function drawFindings(findings: readonly ExplainedFinding[], part: number): HTMLElement {
  const list = element('ul', 'findings');
  list.setAttribute('aria-label', say('findings'));
  list.append(
    ...findings.map(({ severity, message, why, range }, index) => {
      const item = element('li', severity);
      const go = goTo('button', 'finding', '', range.start);
      go.append(...withCode(message));
      const reason = element('p', 'why');
      reason.append(...withCode(why));
      go.id = `finding-${part}-${index}`;
      go.title = say('goTo', { line: range.start.line + 1 });
      item.append(element('span', 'severity', say(severity)), go, reason);
      return item;
    }),
  );
  return list;
}

/** Marks the part that the editor's cursor stands in. */
function markCursor({ scrolls }: { readonly scrolls: boolean }): void {
  for (const part of document.querySelectorAll<HTMLElement>('.part')) {
    const { start, end } = part.dataset;
    const isHere = cursor !== undefined && Number(start) <= cursor && cursor <= Number(end);
    if (!isHere) part.removeAttribute('aria-current');
    else {
      part.setAttribute('aria-current', 'true');
      if (scrolls) part.scrollIntoView({ block: 'nearest' });
    }
  }
}

function fail(): void {
  const message = element('p', '', say('failed'));
  message.setAttribute('role', 'alert');
  content.replaceChildren(message, element('button', 'retry', say('retry')));
}

function remember(next: PageState): void {
  state = next;
  vscode.setState(state);
}

/** Our own words. Markup in them is not interpreted. */
function markdown(name: string, text: string, tag = 'div'): HTMLElement {
  const made = element(tag, name);
  made.innerHTML = mulgilRenderNote(text);
  return made;
}

/** A text whose back-ticks become code elements; nothing else in it is interpreted. */
function withCode(text: string): readonly (Node | string)[] {
  return codeParts(text).map((part, place) => (place % 2 === 1 ? element('code', '', part) : part));
}

/** An element that leads to a place in the file when it is clicked. */
function goTo(tag: string, name: string, text: string, { line, character }: ExplainedFilePart['range']['start']): HTMLElement {
  const made = element(tag, name, text);
  made.dataset['line'] = String(line);
  made.dataset['character'] = String(character);
  return made;
}

function element(tag: string, name = '', text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  if (name !== '') made.className = name;
  return made;
}
