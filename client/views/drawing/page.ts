import type { Drawing, Locale } from '../../../server/protocol.ts';
import { element } from '../library/page/dom.ts';
import type { DrawingState, FromPage, ToPage } from './messages.ts';
import { inWords, nameOfNode } from './names.ts';
import { neighbourOf, type Spot, type Way } from './navigate.ts';
import type { MulgilPicture } from './page/picture.ts';
import { speak, type Say } from './words.ts';

/** From the script that is loaded before this one. */
declare const mulgilPicture: MulgilPicture;

declare function acquireVsCodeApi(): {
  getState(): PageState | undefined;
  setState(state: PageState): void;
  postMessage(message: FromPage): void;
};

interface PageState extends DrawingState {
  /** How large the picture is shown; 0 as large as fits. */
  readonly zoom: number;
  /** Pixels that it is scrolled. */
  readonly left: number;
  readonly top: number;
  /** The id of the box that was chosen last. */
  readonly chosen: string;
}

const zooms = { least: 0.2, most: 4, step: 1.25, fit: 0.5, turn: 0.7 };

const vscode = acquireVsCodeApi();
const nothing: PageState = { uri: '', everything: false, zoom: 0, left: 0, top: 0, chosen: '' };
let state: PageState = { ...nothing, ...vscode.getState() };
let locale: Locale = document.documentElement.lang.startsWith('ko') ? 'ko' : 'en';
let say: Say = speak(locale);
let drawing: Drawing | undefined;

const header = element('header');
const canvas = element('div', { class: 'canvas' });
const below = element('div', { class: 'below' });
const status = element('p', { class: 'status', role: 'status' });
document.body.append(header, canvas, below, status);

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'drawing':
      return show(data);
    case 'saved':
      status.textContent = say('saved');
      return;
    case 'failed':
      return fail();
  }
});

document.body.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  const box = target.closest('.link');
  if (box) return open(box);
  const button = target.closest('button');
  if (button) press(button.className);
});
document.body.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement) vscode.postMessage({ type: 'reach', everything: target.checked });
});
document.body.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const box = event.target instanceof Element ? event.target.closest('.link') : null;
  if (box && (event.key === 'Enter' || event.key === ' ')) open(box);
  else if (box && /^Arrow/.test(event.key)) step(box, event.key as Way);
  else if (event.key === '+' || event.key === '=') press('zoom-in');
  else if (event.key === '-') press('zoom-out');
  else if (event.key === '0') press('fit');
  else return;
  event.preventDefault();
});
canvas.addEventListener(
  'wheel',
  (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    press(event.deltaY < 0 ? 'zoom-in' : 'zoom-out');
  },
  { passive: false },
);
canvas.addEventListener('scroll', () => remember({ left: canvas.scrollLeft, top: canvas.scrollTop }), { passive: true });
window.addEventListener('resize', resize);

vscode.postMessage({ type: 'ready' });

function show({ name, drawing: next, locale: language, state: { uri, everything } }: Extract<ToPage, { type: 'drawing' }>): void {
  drawing = next;
  locale = language;
  say = speak(locale);
  document.documentElement.lang = locale;
  const isSame = state.uri === uri && state.everything === everything;
  if (!isSame) remember({ ...nothing, zoom: state.uri === uri ? 0 : state.zoom, uri, everything });
  const { left, top } = state;
  const focused = document.activeElement instanceof SVGElement ? document.activeElement.dataset['id'] : undefined;
  header.replaceChildren(...drawHeader(name, next));
  if (next.nodes.length === 0) canvas.replaceChildren(element('p', { class: 'empty' }, say('empty')));
  else {
    const linkName: NonNullable<Parameters<typeof mulgilPicture.drawPicture>[1]>['linkName'] = (node) => nameOfNode(node, uri, say);
    canvas.replaceChildren(mulgilPicture.drawPicture(next, { linkName, width: canvas.clientWidth / zooms.turn }));
  }
  below.replaceChildren(...drawBelow(next));
  status.textContent = '';
  resize();
  canvas.scrollTo(left, top);
  choose(boxOf(state.chosen));
  if (focused !== undefined) boxOf(focused)?.focus({ preventScroll: true });
}

function drawHeader(name: string, { reach, nodes }: Drawing): readonly HTMLElement[] {
  const button = (kind: string, text: string, label = text): HTMLElement =>
    element('button', { type: 'button', class: kind, 'aria-label': label, title: label, disabled: nodes.length === 0 }, text);
  const whole = element('label', {}, element('input', { type: 'checkbox', checked: reach === 'workspace' }), ` ${say('everything')}`);
  return [
    element('h1', {}, name),
    element(
      'div',
      { role: 'group', 'aria-label': say('tools'), class: 'tools' },
      ...(reach === undefined ? [] : [whole]),
      button('zoom-out', '−', say('zoomOut')),
      button('zoom-in', '+', say('zoomIn')),
      button('fit', say('fit')),
      button('save', say('save')),
    ),
  ];
}

function drawBelow(picture: Drawing): readonly HTMLElement[] {
  const remarks = picture.remarks ?? [];
  if (picture.nodes.length === 0) return [];
  const items = inWords(picture, state.uri, say).map((text) => element('li', {}, text));
  return [
    ...remarks.map((remark) => element('p', { class: 'remark' }, remark)),
    element('details', {}, element('summary', {}, say('asText')), element('ul', {}, ...items)),
  ];
}

function press(kind: string): void {
  if (kind === 'retry') return vscode.postMessage({ type: 'ready' });
  if (kind === 'save' && drawing) return vscode.postMessage({ type: 'save', svg: mulgilPicture.pictureFile(drawing) });
  const now = scale();
  if (kind === 'fit') remember({ zoom: fitting() < zooms.fit ? fitting() : 0 });
  if (kind === 'zoom-in') remember({ zoom: Math.min(now * zooms.step, zooms.most) });
  if (kind === 'zoom-out') remember({ zoom: Math.max(now / zooms.step, zooms.least) });
  // What is in the middle stays there.
  const middle = { x: (canvas.scrollLeft + canvas.clientWidth / 2) / now, y: (canvas.scrollTop + canvas.clientHeight / 2) / now };
  resize();
  const next = scale();
  if (next !== now) canvas.scrollTo(middle.x * next - canvas.clientWidth / 2, middle.y * next - canvas.clientHeight / 2);
}

/** How large the picture is shown. One that fits only when it is too small to read is scrolled, until someone asks to see it whole. */
function scale(): number {
  return state.zoom > 0 ? state.zoom : Math.max(fitting(), zooms.fit);
}

/** How large the picture is when all of it is to be seen. */
function fitting(): number {
  const { width, height } = sizeOf();
  return width === 0 || height === 0 ? 1 : Math.min(1, (canvas.clientWidth - 4) / width, (canvas.clientHeight - 4) / height);
}

function sizeOf(): { readonly width: number; readonly height: number } {
  const [, , width = 0, height = 0] = (canvas.querySelector('svg')?.getAttribute('viewBox') ?? '').split(' ').map(Number);
  return { width, height };
}

function resize(): void {
  const picture = canvas.querySelector('svg');
  const { width, height } = sizeOf();
  const factor = scale();
  picture?.setAttribute('width', String(Math.round(width * factor)));
  picture?.setAttribute('height', String(Math.round(height * factor)));
}

function open(box: Element): void {
  const id = box.getAttribute('data-id') ?? '';
  remember({ chosen: id });
  choose(box);
  vscode.postMessage({ type: 'goTo', id });
}

function choose(box: Element | undefined): void {
  for (const other of canvas.querySelectorAll('.chosen')) other.classList.remove('chosen');
  box?.classList.add('chosen');
}

/** Goes to the box that an arrow key leads to. */
function step(box: Element, way: Way): void {
  const id = box.getAttribute('data-id') ?? '';
  const spots = [...canvas.querySelectorAll('.link')].map((each): Spot => {
    const { x, y, width, height } = each.getBoundingClientRect();
    return { id: each.getAttribute('data-id') ?? '', x, y, width, height };
  });
  const linked = new Set((drawing?.edges ?? []).flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : [])));
  const from = spots.find((spot) => spot.id === id);
  const next = from && neighbourOf(from, way, spots, linked);
  const target = next && boxOf(next.id);
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function boxOf(id: string): SVGElement | undefined {
  return [...canvas.querySelectorAll<SVGElement>('.link')].find((box) => box.dataset['id'] === id);
}

function fail(): void {
  drawing = undefined;
  header.replaceChildren();
  below.replaceChildren();
  canvas.replaceChildren(
    element('p', { role: 'alert', class: 'empty' }, say('failed')),
    element('button', { type: 'button', class: 'retry' }, say('retry')),
  );
}

function remember(change: Partial<PageState>): void {
  state = { ...state, ...change };
  vscode.setState(state);
}
